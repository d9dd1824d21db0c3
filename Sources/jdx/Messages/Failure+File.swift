import Archive
import Glibc
import Vocabulary

extension Failure {
  /// A file that can't be read: the user's input is at fault.
  init(reading failure: FileFailure) {
    let path = Input.shown(failure.path)
    switch failure.errno {
    case ENOENT:
      self.init(
        .badInput, .fileMissing, in: path, Localized(zh: "没有这个文件", en: "no such file"),
        hint: Localized(zh: "请检查路径和文件名", en: "check the path and the name"))
    case EFBIG:
      self.init(
        .badInput, .fileTooLarge, in: path, Localized(zh: "文件太大（上限 4 GB）", en: "the file is too large (4 GB at most)"))
    default:
      let reason = systemReason(failure.errno)
      self.init(
        .badInput, .fileUnreadable, in: path,
        Localized(zh: "不能读取，\(reason.zh)", en: "can't be read, \(reason.en)"))
    }
  }

  /// What was to be written.
  enum Target { case file, folder, stream }

  /// Something that can't be written: the machine is at fault; a file that stood there before still does.
  init(writing failure: FileFailure, to target: Target) {
    let path = failure.path.isEmpty ? "''" : failure.path
    let reason = systemReason(failure.errno)
    let remains = target == .file && Failure.isRegular(path)
    self.init(
      .machine, .fileUnwritable, in: path,
      Localized(
        zh: "不能写入，\(reason.zh)" + (remains ? "；原有文件未改动" : ""),
        en: "can't be written, \(reason.en)" + (remains ? "; the file that was there is unchanged" : "")),
      hint: Failure.hint(failure.errno))
  }

  private static func hint(_ code: Int32) -> Localized {
    switch code {
    case ENOENT, ENOTDIR: Localized(zh: "先建好文件夹，或换一个位置", en: "make the folder first, or choose another place")
    case EISDIR: Localized(zh: "请写明文件名", en: "name a file in it")
    case ENOSPC, EDQUOT: Localized(zh: "腾出空间，或换一个位置，再试一次", en: "make room or choose another place, and try again")
    case EFBIG: Localized(zh: "放宽限制（ulimit -f），再试一次", en: "raise the limit (ulimit -f) and try again")
    default: Localized(zh: "换一个位置，再试一次", en: "choose another place and try again")
    }
  }

  private static func isRegular(_ path: String) -> Bool {
    var status = stat()
    return stat(path, &status) == 0 && status.st_mode & S_IFMT == S_IFREG
  }
}
