import Plan
import Reading
import Vocabulary

extension FilePlace {
  /// `第2页 表1 第3行第2列`, `page 2, table 1, row 3, column 2`; a cell of a sheet as spreadsheets name it, `业务目标!B7`.
  var words: Localized {
    if let sheet, let row, let column {
      let cell = "\(sheet)!\(FilePlace.letters(ofColumn: column))\(row)"
      return Localized(zh: cell, en: cell)
    }
    var zh: [String] = []
    var en: [String] = []
    func add(_ number: Int?, _ chinese: (Int) -> String, _ english: String) {
      guard let number else { return }
      zh.append(chinese(number))
      en.append("\(english) \(number)")
    }
    if part != .body {
      zh.append(part.label.zh)
      en.append(part.label.en)
    }
    if let sheet {
      zh.append("工作表\(sheet)")
      en.append("sheet \(sheet)")
    }
    add(page, { "第\($0)页" }, "page")
    add(table, { "表\($0)" }, "table")
    add(row, { "第\($0)行" }, "row")
    add(column, { "第\($0)列" }, "column")
    add(paragraph, { "第\($0)段" }, "paragraph")
    return Localized(zh: zh.joined(separator: " "), en: en.joined(separator: ", "))
  }

  /// What is known of it: `{part, page, box:[left,top,right,bottom], sheet, table, row, column, paragraph}`; a box is in
  /// tenths of a point.
  var json: JSONObject {
    var object = JSONObject()
    object["part"] = part == .body ? nil : .string(part.rawValue)
    object["page"] = page.map(JSON.integer)
    object["box"] = box.map { .array([$0.left, $0.top, $0.right, $0.bottom].map(JSON.integer)) }
    object["sheet"] = sheet.map(JSON.string)
    object["table"] = table.map(JSON.integer)
    object["row"] = row.map(JSON.integer)
    object["column"] = column.map(JSON.integer)
    object["paragraph"] = paragraph.map(JSON.integer)
    return object
  }

  /// 1 is A, 27 is AA.
  private static func letters(ofColumn column: Int) -> String {
    var letters: [Character] = []
    var rest = column
    while rest > 0 {
      guard let letter = Unicode.Scalar(UInt32(65 + (rest - 1) % 26)) else { break }
      letters.insert(Character(letter), at: 0)
      rest = (rest - 1) / 26
    }
    return String(letters)
  }
}

extension FilePlace.Part {
  fileprivate var label: Localized {
    switch self {
    case .body: Localized(zh: "正文", en: "body")
    case .header: Localized(zh: "页眉", en: "header")
    case .footer: Localized(zh: "页脚", en: "footer")
    case .footnote: Localized(zh: "脚注", en: "footnote")
    case .endnote: Localized(zh: "尾注", en: "endnote")
    case .comment: Localized(zh: "批注", en: "comment")
    case .textBox: Localized(zh: "文本框", en: "text box")
    }
  }
}
