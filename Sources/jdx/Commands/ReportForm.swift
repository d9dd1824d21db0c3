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
    if form == .xlsx, (path ?? "-") == "-", isTerminal {
      throw Failure(
        .wrongUse, .usageValue,
        Localized(zh: "XLSX 不能显示在终端上", en: "a terminal can't show XLSX"),
        hint: Localized(zh: "用 -o 指定一个文件", en: "name a file with -o"))
    }
    return form
  }

  /// The form that a file's name asks for.
  init?(writing path: String?) {
    switch path?.split(separator: "/").last?.split(separator: ".").last?.lowercased() {
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
