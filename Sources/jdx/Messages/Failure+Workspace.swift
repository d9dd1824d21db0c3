import Packaging
import Store
import Vocabulary

extension Failure {
  /// What a workspace can't do, and what helps.
  init(_ error: WorkspaceError, in folder: String) {
    switch error {
    case .none:
      self.init(
        .badInput, .workspaceNone, in: folder, Localized(zh: "这里没有工作库", en: "there is no workspace here"),
        hint: Localized(zh: "先建一个：jdx workspace init \(folder)", en: "make one first: jdx workspace init \(folder)"))
    case .foreign:
      self.init(
        .badInput, .workspaceForeign, in: folder,
        Localized(zh: "不是工作库，里面的内容没有动", en: "is no workspace; nothing in it was touched"),
        hint: Localized(zh: "换一个空文件夹", en: "choose an empty folder"))
    case .newer:
      self.init(
        .badInput, .workspaceNewer, in: folder,
        Localized(zh: "由更新版本的 jdx 建立", en: "was made by a later version of jdx"),
        hint: Localized(zh: "请升级 jdx", en: "update jdx"))
    case .busy:
      self.init(
        .machine, .workspaceBusy, in: folder,
        Localized(zh: "另有程序正在使用，等候后仍未结束", en: "another process is using it and did not end in time"),
        hint: Localized(zh: "等它结束后再试；查询不受影响", en: "try again when it has ended; searching goes on meanwhile"))
    case .damaged:
      self.init(
        .badInput, .workspaceDamaged, in: folder,
        Localized(zh: "数据库损坏；数据包另行存放，不受影响", en: "the database is damaged; the bundles are files of their own"),
        hint: Failure.rebuilding(folder))
    case .unfinished:
      self.init(
        .badInput, .workspaceDamaged, in: folder,
        Localized(zh: "数据库缺失或不完整，数据包仍在", en: "the database is missing or not whole; the bundles are there"),
        hint: Failure.rebuilding(folder))
    case .readOnly:
      self.init(
        .machine, .fileUnwritable, in: folder,
        Localized(zh: "没有权限，或所在磁盘只读", en: "no permission, or the disk is read-only"),
        hint: Localized(zh: "检查文件夹的权限，或换一个位置", en: "look at the folder's permissions, or choose another place"))
    case .full:
      self.init(
        .machine, .fileUnwritable, in: folder,
        Localized(zh: "磁盘已满；工作库未改动", en: "the disk is full; the workspace is unchanged"),
        hint: Localized(zh: "腾出空间，再试一次", en: "make room and try again"))
    case .unknownBundle(let name):
      self.init(
        .wrongUse, .usageValue, in: folder,
        Localized(
          zh: "没有指纹以 \(name) 开头的数据包，或不止一个",
          en: "no bundle, or more than one, has a fingerprint that begins with \(name)"),
        hint: Localized(zh: "用 jdx workspace status 查看指纹", en: "see the fingerprints with jdx workspace status"))
    case .bundle(let error, let path): self.init(error, in: path)
    case .file(let failure): self.init(writing: failure, to: .file)
    case .database(let words):
      self.init(
        .machine, .workspaceDamaged, in: folder, Localized(zh: "数据库出错：\(words)", en: "the database failed: \(words)"),
        hint: Localized(zh: "检查：jdx workspace check \(folder)", en: "look at it: jdx workspace check \(folder)"))
    }
  }

  private static func rebuilding(_ folder: String) -> Localized {
    Localized(zh: "由数据包重建：jdx workspace rebuild \(folder)", en: "make it anew of them: jdx workspace rebuild \(folder)")
  }
}

extension Workspace {
  /// Calls of a workspace, whose errors become failures.
  func calling<Value>(_ body: (Workspace) throws(WorkspaceError) -> Value) throws(Failure) -> Value {
    do throws(WorkspaceError) { return try body(self) } catch { throw Failure(error, in: folder.path) }
  }
}
