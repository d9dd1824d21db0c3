import ArgumentParser
import Glibc
import Packaging
import Plan
import Store
import Vocabulary

struct WorkspaceCommand: ParsableCommand {
  static let configuration = jdx.describe(
    "workspace", zh: "工作库：一批数据包合成的数据库，可查询、可检索", en: "Keeps bundles as a database to search and ask",
    usage: Localized(zh: "jdx workspace <命令> ...", en: "jdx workspace <command> ..."),
    example: "jdx workspace init province\njdx workspace add qingdao.jdx weihai.jdx --workspace province",
    subcommands: [Init.self, Add.self, Remove.self, Status.self, Rebuild.self, Check.self, Link.self])

  enum Format: String, ExpressibleByArgument, CaseIterable { case text, json }

  struct Init: ParsableCommand {
    static let configuration = jdx.describe(
      "init", zh: "新建一个工作库", en: "Makes an empty workspace", example: "jdx workspace init province")

    @Argument(help: help("工作库文件夹", "the folder", value: ValueName.folder), completion: .folder)
    var folder: String

    @OptionGroup var common: LanguageOption

    func run() throws {
      let workspace = Workspace(folder)
      let isNew = try workspace.calling { workspace throws(WorkspaceError) in try workspace.create() }
      try printLines([
        isNew
          ? say(zh: "已建立工作库：\(workspace.folder.path)", en: "workspace: \(workspace.folder.path)")
          : say(zh: "已是工作库，未改动：\(workspace.folder.path)", en: "is a workspace already: \(workspace.folder.path)")
      ])
    }
  }

  struct Add: ParsableCommand {
    static let configuration = jdx.describe(
      "add", zh: "把数据包加入工作库；已有的不重复加入", en: "Takes bundles in; those that are there already change nothing",
      example: "jdx workspace add qingdao.jdx weihai.jdx --workspace province")

    @Argument(help: help("数据包", "the bundles", value: ValueName.bundle), completion: .bundle)
    var bundles: [String]

    @OptionGroup var place: WorkspaceOption
    @OptionGroup var wait: WaitOption
    @OptionGroup var common: LanguageOption

    /// Each bundle for itself: one that is damaged keeps no other out.
    func run() throws {
      let workspace = Workspace(place.folder, patience: wait.seconds)
      var outcome = Exit.done
      for path in bundles {
        do throws(Failure) {
          let bytes = try Input.bytes(path)
          try printLines([line(try add(bytes, of: path, to: workspace), path)])
        } catch {
          // The machine's failures meet the other bundles too.
          if error.exit != .badInput { throw error }
          error.report()
          outcome = .badInput
        }
      }
      if outcome != .done { throw outcome }
    }

    private func add(
      _ bytes: [UInt8], of path: String, to workspace: Workspace
    ) throws(Failure) -> Workspace.Added {
      let added = try workspace.calling { workspace throws(WorkspaceError) in
        try workspace.add(bytes) { SignatureReport($0).broken == nil }
      }
      if let added { return added }
      let bundle = try soundBundle(path, bytes)
      return try workspace.calling { workspace throws(WorkspaceError) in try workspace.add(bytes, bundle) }
    }

    private func line(_ added: Workspace.Added, _ path: String) -> String {
      let name = "\(Input.shown(path))  \(added.fingerprint.prefix(12))"
      if added.newSignatures > 0 {
        return say(
          zh: "\(name)  已在库中，补存新签名 \(added.newSignatures) 个",
          en: "\(name)  is there already; kept \(plural(added.newSignatures, "new signature"))")
      }
      if added.wasThere { return say(zh: "\(name)  已在库中", en: "\(name)  is there already") }
      let count = listed([counted(added.rows), counted(added.newRevisions, zh: "新修订", en: "new revision")])
      return say(zh: "\(name)  已加入：\(count)", en: "\(name)  added: \(count)")
    }
  }

  struct Remove: ParsableCommand {
    static let configuration = jdx.describe(
      "remove", zh: "把数据包移出工作库，连同只有它才有的内容", en: "Takes bundles out, with what they alone hold",
      example: "jdx workspace remove qingdao.jdx --workspace province")

    @Argument(
      help: help(
        "数据包文件，或指纹的开头（见 jdx workspace status）",
        "the bundle's file, or the beginning of its fingerprint (see jdx workspace status)", value: ValueName.bundle),
      completion: .bundle)
    var bundles: [String]

    @OptionGroup var place: WorkspaceOption
    @OptionGroup var wait: WaitOption
    @OptionGroup var common: LanguageOption

    func run() throws {
      let workspace = Workspace(place.folder, patience: wait.seconds)
      for bundle in bundles {
        let name = access(bundle, F_OK) == 0 ? try Input.bundle(bundle).fingerprint : bundle
        let removed = try workspace.calling { workspace throws(WorkspaceError) in try workspace.remove(name) }
        try printLines([say(zh: "已移出：\(removed)", en: "removed: \(removed)")])
      }
    }
  }

  struct Rebuild: ParsableCommand {
    static let configuration = jdx.describe(
      "rebuild", zh: "由库中的数据包重建数据库，内容不变", en: "Makes the database anew of the bundles, with equal content",
      example: "jdx workspace rebuild province")

    @Argument(help: help("工作库文件夹", "the folder", value: ValueName.folder), completion: .folder)
    var folder = "."

    @OptionGroup var wait: WaitOption
    @OptionGroup var common: LanguageOption

    func run() throws {
      let workspace = Workspace(folder, patience: wait.seconds)
      let count = try workspace.calling { workspace throws(WorkspaceError) in
        try workspace.rebuild { bytes, path throws(WorkspaceError) in
          do throws(BundleError) { return try readBundle(bytes) } catch { throw .bundle(error, path: path) }
        }
      }
      try printLines([
        say(zh: "已由 \(count) 个数据包重建", en: "made anew of \(plural(count, "bundle"))")
      ])
    }
  }
}

/// Where the workspace is.
struct WorkspaceOption: ParsableArguments {
  @Option(
    name: .customLong("workspace"),
    help: help(
      "工作库文件夹（不写则为当前文件夹）", "the folder of the workspace (the current one if not given)", value: ValueName.folder),
    completion: .folder)
  var folder = "."
}

/// How long to wait for another writer.
struct WaitOption: ParsableArguments {
  @Option(
    name: .customLong("wait"),
    help: help("另有程序写入时最多等几秒", "how many seconds to wait for another writer", value: ValueName.count))
  var seconds = 10.0

  func validate() throws {
    guard seconds >= 0, seconds <= 86_400 else {
      throw Failure(
        .wrongUse, .usageValue, Localized(zh: "--wait 的值应在 0 到 86400 之间", en: "--wait is from 0 to 86400"))
    }
  }
}
