import ArgumentParser
import Interop
import Sheet
import Vocabulary

/// The forms of a report.
enum ReportForm: String, ExpressibleByArgument, CaseIterable {
  case text, json, html, xlsx, markdown

  /// The one that is asked for, else that of the file's name, else text; a terminal takes no workbook.
  static func chosen(_ format: ReportForm?, writing path: String?) throws(Failure) -> ReportForm {
    let form = format ?? ReportForm(writing: path) ?? .text
    if format == nil, let name = Self.fileExtension(path), Self.others.contains(name) {
      throw Failure(
        .wrongUse, .usageValue,
        Localized(zh: "报告没有 \(name) 形式", en: "a report has no form \(name)"),
        hint: Localized(
          zh: "文件名用 .html、.xlsx、.md、.json 或 .txt 结尾", en: "let the file's name end in .html, .xlsx, .md, .json or .txt")
      )
    }
    if form == .xlsx, (path ?? "-") == "-", isTerminal {
      throw Failure(
        .wrongUse, .usageValue,
        Localized(zh: "XLSX 不能显示在终端上", en: "a terminal can't show XLSX"),
        hint: Localized(zh: "用 -o 指定一个文件", en: "name a file with -o"))
    }
    return form
  }

  /// What other programs would open as something else than text.
  private static let others: Set<String> = [
    "docx", "doc", "wps", "pdf", "xls", "et", "ods", "odt", "ofd", "csv",
  ]

  private static func fileExtension(_ path: String?) -> String? {
    guard let parts = path?.split(separator: "/").last?.split(separator: "."), parts.count > 1 else { return nil }
    return parts.last?.lowercased()
  }

  /// The form that a file's name asks for.
  init?(writing path: String?) {
    switch Self.fileExtension(path) {
    case "html", "htm": self = .html
    case "xlsx": self = .xlsx
    case "md", "markdown": self = .markdown
    case "json": self = .json
    case "txt": self = .text
    default: return nil
    }
  }
}

/// A workbook's bytes; where it can't be written, why.
func workbook(
  writing path: String?, _ make: () throws(SheetError) -> [UInt8]
) throws(Failure) -> [UInt8] {
  do throws(SheetError) { return try make() } catch {
    throw Failure(InteropError.sheet(error), in: path ?? say(zh: "标准输出", en: "standard output"))
  }
}
