import AdapterKit
import Sheet

/// Fills the table and the places of a workbook.
enum SheetTemplate {
  static func isSheet(_ path: String) -> Bool { path.hasPrefix("xl/worksheets/sheet") && path.hasSuffix(".xml") }

  static func number(_ path: String) -> Int { Int(path.filter { $0.isASCII && $0.isNumber }) ?? .max }

  /// The words of the shared strings.
  static func words(of strings: XMLTree?) -> [String] {
    strings?.elements.filter { $0.name == "si" }.map { $0.words(of: ["t"], without: ["rPh"]) } ?? []
  }

  // MARK: The table

  private struct Row {
    /// Among the children of the sheet's data.
    var place: Int
    var number: Int
    var texts: [Int: String]
  }

  /// Fills the first rows that have the columns; rows below move down.
  static func fill(_ sheet: inout XMLTree, _ strings: [String], _ table: inout TemplateTable) throws(HouseTemplateError)
  {
    guard let at = sheet.children.firstIndex(where: { isElement($0, "sheetData") }),
      case .element(var data) = sheet.children[at]
    else { return }
    let rows = rows(of: data, strings)
    let merges = CellRange.merges(of: sheet)
    for index in rows.indices {
      let header = rows[index]
      let last = merges.filter { $0.rows.lowerBound == header.number }.map(\.rows.upperBound).max() ?? header.number
      guard let first = header.texts.keys.min(), let end = header.texts.keys.max() else { continue }
      // A head that reaches over several columns says something of each; one with words of its own below says those.
      let lines = rows.filter { (header.number...last).contains($0.number) }
      let reach = merges.filter { $0.rows.lowerBound == header.number }.map(\.columns.upperBound).max() ?? end
      let columns = Array(first...min(max(end, reach), first + 63))
      let headers = columns.map { column in lines.compactMap { $0.texts[column] }.last ?? "" }
      guard let form = table.take(headers.map { $0.filter { !$0.isWhitespace } }) else { continue }
      guard let pattern = rows.first(where: { $0.number == last + 1 }),
        case .element(let patternRow) = data.children[pattern.place]
      else { return table.refuse(.noPattern) }
      let empty = rows.drop { $0.number <= pattern.number }.enumerated().prefix { offset, row in
        row.texts.isEmpty && row.number == pattern.number + 1 + offset
      }.map(\.element)
      let below = rows.filter { $0.number > (empty.last ?? pattern).number }
      let shift = form.rows.count - 1 - empty.count
      for row in below {
        guard case .element(var element) = data.children[row.place] else { continue }
        if shift != 0, element.holds("f") { return table.refuse(.formulas) }
        move(&element, to: row.number + shift)
        data.children[row.place] = .element(element)
      }
      let widths = SheetTemplate.widths(of: sheet, columns)
      let new = form.rows.enumerated().map { offset, row in
        XMLTree.Node.element(
          filled(patternRow, row, at: pattern.number + offset, columns, widths, isOnly: form.rows.count == 1))
      }
      data.children.replaceSubrange(pattern.place...(empty.last ?? pattern).place, with: new)
      sheet.children[at] = .element(data)
      // What was there is out of date.
      sheet.children.removeAll { isElement($0, "dimension") }
      let kept = merges.filter { $0.rows.upperBound < pattern.number }
      let moved = merges.filter { $0.rows.lowerBound > (empty.last ?? pattern).number }.map { $0.moved(by: shift) }
      CellRange.set(kept + CellRange.merges(of: form, row: pattern.number, columns) + moved, in: &sheet)
      return
    }
  }

  private static func isElement(_ node: XMLTree.Node, _ name: String) -> Bool {
    if case .element(let element) = node { element.name == name } else { false }
  }

  private static func rows(of data: XMLTree, _ strings: [String]) -> [Row] {
    var last = 0
    return data.children.indices.compactMap { place in
      guard case .element(let row) = data.children[place], row.name == "row" else { return nil }
      let number = row.attribute("r").flatMap { Int($0) } ?? last + 1
      last = number
      var texts: [Int: String] = [:]
      var column = 0
      for cell in row.elements where cell.name == "c" {
        column = cell.attribute("r").flatMap(CellRange.column) ?? column + 1
        let value = cell.first("v")?.text ?? ""
        let text =
          switch cell.attribute("t") {
          case "s": Int(value).flatMap { strings.indices.contains($0) ? strings[$0] : nil } ?? ""
          case "inlineStr": cell.words(of: ["t"], without: ["rPh"])
          default: value
          }
        if !text.isEmpty || cell.first("f") != nil { texts[column] = text }
      }
      return Row(place: place, number: number, texts: texts)
    }
  }

  private static func move(_ row: inout XMLTree, to number: Int) {
    row.set("r", String(number))
    for at in row.children.indices {
      guard case .element(var cell) = row.children[at], let column = cell.attribute("r").flatMap(CellRange.column)
      else { continue }
      cell.set("r", CellRange.name(column, number))
      row.children[at] = .element(cell)
    }
  }

  private static func widths(of sheet: XMLTree, _ columns: [Int]) -> [Int] {
    let own = sheet.first("cols")?.elements ?? []
    return columns.map { column in
      let found = own.first { item in
        (item.attribute("min").flatMap { Int($0) } ?? 0) <= column
          && column <= (item.attribute("max").flatMap { Int($0) } ?? 0)
      }
      return max(2, Int(found?.attribute("width").flatMap { Double($0) }?.rounded(.down) ?? 8))
    }
  }

  /// The pattern's row with other words, high enough for them.
  private static func filled(
    _ pattern: XMLTree, _ row: [FilledForm.Cell?], at number: Int, _ columns: [Int], _ widths: [Int], isOnly: Bool
  ) -> XMLTree {
    var out = pattern
    var lines = 1
    for (at, cell) in row.enumerated() where at < widths.count {
      if let cell, cell.columns == 1 {
        lines = max(lines, (FormLayout.lines(cell.text, in: widths[at]) + cell.rows - 1) / cell.rows)
      }
    }
    let least = pattern.attribute("ht").flatMap { Double($0) } ?? 0
    out.set("r", String(number))
    out.set("ht", String(min(409, max(least, Double(15 * lines + 3)))))
    out.set("customHeight", "1")
    var styles: [Int: String] = [:]
    for cell in pattern.elements where cell.name == "c" {
      if let column = cell.attribute("r").flatMap(CellRange.column) { styles[column] = cell.attribute("s") }
    }
    let all = Set(columns).union(styles.keys).sorted()
    out.children = all.map { column in
      var cell = XMLTree(pattern.prefix + "c", " r=\"\(CellRange.name(column, number))\"")
      if let style = styles[column] { cell.set("s", style) }
      if let at = columns.firstIndex(of: column), row.indices.contains(at), let text = row[at]?.text, !text.isEmpty {
        cell.setWords(text)
      }
      return .element(cell)
    }
    return out
  }

  // MARK: Places

  /// Gives every line of a place that has a cell to itself a row of its own; the names of those that there were.
  static func addRows(_ sheet: inout XMLTree, _ strings: [String], _ values: PlaceholderValues)
    throws(HouseTemplateError)
    -> Set<String>
  {
    var used: Set<String> = []
    guard let at = sheet.children.firstIndex(where: { isElement($0, "sheetData") }) else { return used }
    for (name, lines) in values.lists where lines.count > 1 {
      guard case .element(var data) = sheet.children[at] else { continue }
      let rows = rows(of: data, strings)
      guard let row = rows.first(where: { $0.texts.values.contains("{{\(name)}}") }),
        let column = row.texts.first(where: { $0.value == "{{\(name)}}" })?.key,
        case .element(let pattern) = data.children[row.place]
      else { continue }
      for below in rows where below.number > row.number {
        guard case .element(var element) = data.children[below.place] else { continue }
        if element.holds("f") { throw .formulas }
        move(&element, to: below.number + lines.count - 1)
        data.children[below.place] = .element(element)
      }
      let new = lines.enumerated().map { offset, line -> XMLTree.Node in
        var own = pattern
        move(&own, to: row.number + offset)
        for place in own.children.indices {
          guard case .element(var cell) = own.children[place],
            cell.attribute("r").flatMap(CellRange.column) == column
          else { continue }
          cell.setWords(line)
          own.children[place] = .element(cell)
        }
        return .element(own)
      }
      data.children.replaceSubrange(row.place...row.place, with: new)
      sheet.children[at] = .element(data)
      let merges = CellRange.merges(of: sheet)
      CellRange.set(
        merges.flatMap { merge -> [CellRange] in
          if merge.rows.lowerBound > row.number { return [merge.moved(by: lines.count - 1)] }
          return merge.rows == row.number...row.number ? lines.indices.map { merge.moved(by: $0) } : [merge]
        }, in: &sheet)
      used.insert(name)
    }
    return used
  }

  /// Fills the places of all strings; the names of those that there were.
  static func replace(in element: inout XMLTree, _ values: PlaceholderValues, below names: Set<String>)
    throws(HouseTemplateError) -> Set<String>
  {
    var used: Set<String> = []
    try element.change(names) { (string: inout XMLTree) throws(HouseTemplateError) in
      guard let (words, found) = try values.filled(string.words(of: ["t"], without: ["rPh"])) else { return }
      used.formUnion(found)
      let text = XMLTree(
        string.prefix + "t", " xml:space=\"preserve\"", [.raw(MarkupText.escaped(SheetText.escaped(words)))])
      string.children = [.element(text)]
    }
    return used
  }
}

extension XMLTree {
  /// Makes a cell of these words.
  fileprivate mutating func setWords(_ text: String) {
    set("t", "inlineStr")
    let words = XMLTree(prefix + "t", " xml:space=\"preserve\"", [.raw(MarkupText.escaped(SheetText.escaped(text)))])
    children = [.element(XMLTree(prefix + "is", "", [.element(words)]))]
  }
}
