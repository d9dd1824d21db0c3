import Archive
import Packaging
import Plan
import Report
import Vocabulary

extension Failure {
  /// A bundle that can't be read, or must not be trusted.
  init(_ error: BundleError, in path: String) {
    switch error {
    case .file(let failure), .archive(.file(let failure)): self.init(writing: failure, to: .file)
    default:
      self.init(.badInput, error.code, in: path, error.reason, hint: error.hint)
    }
  }
}

extension BundleError {
  /// Whether the file is a bundle at all, if a damaged one.
  var isDamage: Bool {
    switch self {
    case .archive(.notAnArchive), .archive(.file), .file, .version: false
    default: true
    }
  }

  fileprivate var code: Failure.Code {
    switch self {
    case .archive(.notAnArchive): .bundleNone
    case .version: .bundleVersion
    case .faults: .bundleRules
    default: .bundleDamaged
    }
  }

  /// What to do about it.
  var hint: Localized {
    switch self {
    case .archive(.notAnArchive):
      Localized(zh: "先用 jdx import 文件 -o 数据包 打成数据包", en: "make a bundle of it first: jdx import FILE -o BUNDLE")
    case .version: Localized(zh: "请升级 jdx", en: "update jdx")
    default: Localized(zh: "请向报送单位重新索取，或取用备份", en: "ask the sender for it again, or take a backup")
    }
  }

  var reason: Localized {
    switch self {
    case .archive(let error): error.reason
    case .missing(let entry): Localized(zh: "缺少文件 \(entry)", en: "the file \(entry) is missing")
    case .extra(let entry): Localized(zh: "多出清单之外的文件 \(entry)", en: "the file \(entry) is in no manifest")
    case .changed(let entry):
      Localized(zh: "文件 \(entry) 的内容与清单不符", en: "the file \(entry) is not the one that the manifest names")
    case .malformed(let entry, let line):
      Localized(zh: "\(entry) 第 \(line) 行格式不对", en: "\(entry), line \(line), is malformed")
    case .version(let version):
      Localized(
        zh: "数据包格式版本为 \(version)，本程序只认识 1.x", en: "the bundle's format is \(version), this program knows 1.x only")
    case .faults(let faults):
      Localized(
        zh: "不合规范，\(faults.count) 处，第一处：\(faults.first?.words.zh ?? "")",
        en: "\(faults.count) breaches of the format, the first: \(faults.first?.words.en ?? "")")
    case .viewDiffers(let entry, let line):
      Localized(zh: "\(entry) 第 \(line) 行与历史修订推算的结果不符", en: "\(entry), line \(line), is not what the revisions give")
    case .file(let failure): systemReason(failure.errno)
    }
  }
}

extension ArchiveError {
  var reason: Localized {
    switch self {
    case .notAnArchive: Localized(zh: "不是数据包（.jdx）", en: "is no bundle (.jdx)")
    case .truncated(let size): Localized(zh: "数据包不完整（在第 \(size) 字节中断）", en: "the bundle is cut short (at byte \(size))")
    case .trailingBytes(let offset): Localized(zh: "第 \(offset) 字节之后有多余内容", en: "there is more after byte \(offset)")
    case .commentMismatch:
      Localized(zh: "数据包的字节被改动过（与末尾的校验值不符）", en: "bytes of the bundle were changed (its closing hash does not fit)")
    case .damagedEntry(let entry, let offset):
      Localized(
        zh: "\(entry) 的压缩数据损坏（第 \(offset) 字节起）", en: "the compressed data of \(entry) is damaged (from byte \(offset))")
    case .checksumMismatch(let entry, _, _):
      Localized(zh: "\(entry) 的校验和不符", en: "the checksum of \(entry) does not fit")
    case .sizeMismatch(let entry, let stated, let found):
      Localized(
        zh: "\(entry) 应为 \(stated) 字节，实有 \(found) 字节", en: "\(entry) should hold \(stated) bytes and holds \(found)")
    case .illegalPath(let entry, let fault, _):
      Localized(
        zh: "包内文件名 \(entry) 不合规定（\(fault.rawValue)）", en: "the entry name \(entry) is not allowed (\(fault.rawValue))")
    case .collision(let entry, let other):
      Localized(zh: "包内文件 \(entry) 与 \(other) 重名", en: "the entry \(entry) collides with \(other)")
    case .unsorted(let entry, let after):
      Localized(zh: "包内文件 \(entry) 应排在 \(after) 之前", en: "the entry \(entry) should stand before \(after)")
    case .limitExceeded(let limit, let allowed, let entry):
      Localized(
        zh: "超出限制 \(limit.rawValue)（最多 \(allowed)）\(entry.map { "：" + $0 } ?? "")",
        en: "more than the limit \(limit.rawValue) allows (\(allowed))\(entry.map { ": " + $0 } ?? "")")
    case .illegalField(let field, let entry, let offset):
      Localized(
        zh: "第 \(offset) 字节的字段 \(field.rawValue) 不合法\(entry.map { "（" + $0 + "）" } ?? "")",
        en: "the field \(field.rawValue) at byte \(offset) is illegal\(entry.map { " (" + $0 + ")" } ?? "")")
    case .headersDisagree(let field, let entry, let offset):
      Localized(
        zh: "\(entry) 在第 \(offset) 字节的 \(field.rawValue) 与目录不一致",
        en: "\(field.rawValue) of \(entry) at byte \(offset) disagrees with the directory")
    case .gap(let entry, let offset), .overlap(let entry, let offset):
      Localized(
        zh: "第 \(offset) 字节附近的包内文件首尾不相接\(entry.map { "（" + $0 + "）" } ?? "")",
        en: "entries do not meet near byte \(offset)\(entry.map { " (" + $0 + ")" } ?? "")")
    case .noSuchEntry(let entry): Localized(zh: "包里没有文件 \(entry)", en: "there is no entry \(entry)")
    case .file(let failure): systemReason(failure.errno)
    case .writerClosed: Localized(zh: "写入已结束", en: "the writer is closed")
    case .outOfMemory: Localized(zh: "内存不足", en: "out of memory")
    }
  }
}
