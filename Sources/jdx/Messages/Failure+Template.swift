import HouseForms
import Vocabulary

extension Failure {
  /// A template that can't be filled.
  init(_ error: HouseTemplateError, in path: String) {
    let (message, hint) = error.explained
    self.init(.badInput, .houseTemplate, in: path, message, hint: hint)
  }
}

extension HouseTemplateError {
  fileprivate var explained: (Localized, hint: Localized?) {
    switch self {
    case .unreadable:
      (
        Localized(zh: "模板不是能读的 .docx 或 .xlsx 文件", en: "the template is no .docx or .xlsx file that can be read"),
        Localized(zh: "用 Word、WPS 或 Excel 打开，另存一份", en: "open it in its own program and save a copy")
      )
    case .missingColumns(let columns):
      (
        Localized(
          zh: "模板里没有哪张表的表头有 \(columns.joined(separator: "、"))",
          en: "no table of the template has the columns \(columns.joined(separator: ", ")) in its header"),
        Localized(
          zh: "给模板的表加上这些列（或同义的表头），或不用 --template",
          en: "add them, or columns that mean the same, or go without --template")
      )
    case .noPattern:
      (
        Localized(zh: "模板的表头下面没有一行可照着填", en: "there is no row below the header of the template's table"),
        Localized(zh: "在表头下面留一个空行，各行照它的格式填", en: "leave an empty row there; every row is made in its form")
      )
    case .formulas:
      (
        Localized(
          zh: "模板的表下面有公式，加行后会算错",
          en: "cells below the template's table compute something, and added rows would put it wrong"),
        Localized(zh: "去掉公式，或移到表的上面", en: "remove the formulas, or place them above the table")
      )
    case .unknownPlace(let name, let known):
      (
        Localized(zh: "模板里的 {{\(name)}} 不知填什么", en: "the template has a place {{\(name)}}, which nothing fills"),
        Localized(
          zh: "可用的有 \(known.map { "{{\($0)}}" }.joined(separator: "、"))",
          en: "there are \(known.map { "{{\($0)}}" }.joined(separator: ", "))")
      )
    case .noPlaceForMarks(let marks):
      (
        Localized(
          zh: "文件标有“\(marks.joined(separator: "、"))”，模板里没有 {{marks}}，写不上",
          en: "the document is marked “\(marks.joined(separator: ", "))”, and the template has no {{marks}} to say so"),
        Localized(zh: "在模板最上面加一行 {{marks}}", en: "add a line {{marks}} at the top of the template")
      )
    }
  }
}
