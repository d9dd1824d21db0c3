import Glibc
import Vocabulary

/// Why the system refused a call on a file, in plain words.
func systemReason(_ code: Int32) -> Localized {
  switch code {
  case ENOENT: Localized(zh: "没有这个文件或文件夹", en: "no such file or folder")
  case ENOTDIR: Localized(zh: "路径中有一段不是文件夹", en: "a part of the path is no folder")
  case EISDIR: Localized(zh: "是文件夹，不是文件", en: "it is a folder, not a file")
  case EACCES, EPERM: Localized(zh: "没有权限", en: "no permission")
  case EROFS: Localized(zh: "所在磁盘只读", en: "the file system is read-only")
  case ENOSPC, EDQUOT: Localized(zh: "磁盘已满", en: "the disk is full")
  case EFBIG: Localized(zh: "超过文件大小限制", en: "the file-size limit is reached")
  case ENAMETOOLONG: Localized(zh: "文件名太长", en: "the name is too long")
  case ELOOP: Localized(zh: "链接绕成了圈", en: "links lead in a circle")
  case EMFILE, ENFILE: Localized(zh: "打开的文件太多", en: "too many files are open")
  case EBUSY, ETXTBSY: Localized(zh: "文件正被占用", en: "the file is in use")
  case EIO: Localized(zh: "读写设备出错", en: "the device failed")
  case EBADF: Localized(zh: "文件没有打开", en: "it is not open")
  default: Localized(zh: "系统错误 \(code)", en: String(cString: strerror(code)))
  }
}
