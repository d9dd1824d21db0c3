import Archive
import Glibc
import Vocabulary

extension Failure {
  /// A file that can't be read: the user's input is at fault.
  init(reading failure: FileFailure) {
    let path = failure.path
    switch failure.errno {
    case ENOENT:
      self.init(.badInput, Localized(zh: "\(path)：没有这个文件", en: "\(path): no such file"), hint: Localized(zh: "请检查路径", en: "check the path"))
    case EISDIR:
      self.init(.badInput, Localized(zh: "\(path)：是文件夹，不是文件", en: "\(path): is a folder, not a file"))
    case EACCES, EPERM:
      self.init(.badInput, Localized(zh: "\(path)：没有读取权限", en: "\(path): no permission to read it"))
    default:
      let reason = String(cString: strerror(failure.errno))
      self.init(.badInput, Localized(zh: "\(path)：不能读取（\(reason)）", en: "\(path): can't be read (\(reason))"))
    }
  }

  /// A file that can't be written: the machine is at fault; what stood there before still does.
  init(writing failure: FileFailure) {
    let path = failure.path
    let reason: Localized =
      switch failure.errno {
      case ENOSPC, EDQUOT: Localized(zh: "磁盘已满", en: "the disk is full")
      case EFBIG: Localized(zh: "超过文件大小限制", en: "the file-size limit is reached")
      case EACCES, EPERM: Localized(zh: "没有写入权限", en: "no permission to write")
      case EROFS: Localized(zh: "文件系统只读", en: "the file system is read-only")
      case ENOENT, ENOTDIR: Localized(zh: "没有这个文件夹", en: "there is no such folder")
      case EISDIR: Localized(zh: "是文件夹", en: "it is a folder")
      default: Localized(zh: String(cString: strerror(failure.errno)), en: String(cString: strerror(failure.errno)))
      }
    self.init(
      .machine,
      Localized(zh: "\(path)：不能写入，\(reason.zh)；原有文件未改动", en: "\(path): can't be written, \(reason.en); what was there before is unchanged"),
      hint: Localized(zh: "换一个位置，或腾出空间后重试", en: "choose another place, or make room, and try again"))
  }
}
