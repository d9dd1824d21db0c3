import AdapterKit
import Sheet

/// Fills the table and the places of a Word document.
enum WordTemplate {
  /// A page's header or footer.
  static func isMargin(_ path: String) -> Bool {
    path.hasSuffix(".xml") && (path.hasPrefix("word/header") || path.hasPrefix("word/footer"))
  }

  // MARK: The table

  /// Fills the first table that has the columns, in the order of the document.
  static func fill(_ element: inout XMLTree, _ table: inout TemplateTable) {
    for at in element.children.indices {
      guard table.filled == nil, case .element(var child) = element.children[at] else { continue }
      if child.name == "tbl" { fillRows(&child, &table) }
      if table.filled == nil { fill(&child, &table) }
      element.children[at] = .element(child)
    }
  }

  private static func fillRows(_ element: inout XMLTree, _ table: inout TemplateTable) {
    let rows = element.children.indices.filter { name(element.children[$0]) == "tr" }
    for (place, at) in rows.enumerated() {
      guard case .element(let header) = element.children[at] else { continue }
      // A row whose cells go on with those above belongs to the header.
      var lines = [cells(of: header)]
      var next = place + 1
      while next < rows.count, case .element(let row) = element.children[rows[next]],
        cells(of: row).contains(where: \.isBelow)
      {
        lines.append(cells(of: row))
        next += 1
      }
      guard next < rows.count, case .element(let pattern) = element.children[rows[next]] else {
        if table.take(headers(lines, under: lines.last ?? [])) != nil { table.refuse(.noPattern) }
        continue
      }
      guard let form = table.take(headers(lines, under: cells(of: pattern))) else { continue }
      var end = next + 1
      while end < rows.count, case .element(let row) = element.children[rows[end]],
        cells(of: row).allSatisfy({ $0.text.isEmpty })
      {
        end += 1
      }
      let new = filled(pattern, form).map { XMLTree.Node.element($0) }
      element.children.replaceSubrange(rows[next]..<rows[end - 1] + 1, with: new)
      return
    }
  }

  private struct Cell {
    var text: String
    var columns: Int
    var isBelow: Bool
  }

  private static func name(_ node: XMLTree.Node) -> String? {
    if case .element(let element) = node { element.name } else { nil }
  }

  private static func cells(of row: XMLTree) -> [Cell] {
    row.elements.filter { $0.name == "tc" }.map { cell in
      let properties = cell.first("tcPr")
      let merge = properties?.first("vMerge")
      return Cell(
        text: cell.words(of: ["t"]).filter { !$0.isWhitespace },
        columns: max(1, min(64, properties?.first("gridSpan")?.attribute("val").flatMap { Int($0) } ?? 1)),
        isBelow: merge != nil && merge?.attribute("val") != "restart")
    }
  }

  /// For each cell of the pattern the lowest words above it.
  private static func headers(_ lines: [[Cell]], under pattern: [Cell]) -> [String] {
    var start = 0
    return pattern.map { cell in
      let place = start
      start += cell.columns
      let above = lines.compactMap { line -> String? in
        var column = 0
        for cell in line {
          if (column..<column + cell.columns).contains(place) { return cell.text.isEmpty ? nil : cell.text }
          column += cell.columns
        }
        return nil
      }
      return above.last ?? ""
    }
  }

  private static func filled(_ pattern: XMLTree, _ form: FilledForm) -> [XMLTree] {
    let places = pattern.children.indices.filter { name(pattern.children[$0]) == "tc" }
    let spans = cells(of: pattern).map(\.columns)
    // Rows that the cell above a place still reaches over.
    var reach = [Int](repeating: 0, count: places.count)
    return form.rows.map { row in
      var out = pattern
      out.remove("paraId")
      out.remove("textId")
      var new: [Int: XMLTree.Node?] = [:]
      var covered = 0
      for (column, place) in places.enumerated() {
        guard case .element(let cell) = pattern.children[place] else { continue }
        let own = row.indices.contains(column) ? row[column] : nil
        if let own {
          reach[column] = own.rows - 1
          covered = own.columns - 1
          let span = spans[column..<min(column + own.columns, spans.count)].reduce(0, +)
          new[place] = .element(
            filled(cell, own.text, span: span, merge: own.rows > 1 ? " \(cell.prefix)val=\"restart\"" : nil))
        } else if covered > 0 {
          covered -= 1
          new[place] = .some(nil)
        } else {
          let isBelow = reach[column] > 0
          reach[column] = max(0, reach[column] - 1)
          new[place] = .element(filled(cell, "", span: spans[column], merge: isBelow ? "" : nil))
        }
      }
      out.children = pattern.children.indices.compactMap { at in
        if let changed = new[at] { return changed }
        return pattern.children[at]
      }
      return out
    }
  }

  /// A cell with other words, in the form of its first paragraph and run.
  private static func filled(_ cell: XMLTree, _ text: String, span: Int, merge: String?) -> XMLTree {
    let prefix = cell.prefix
    var properties = cell.first("tcPr") ?? XMLTree(prefix + "tcPr")
    properties.children.removeAll { ["gridSpan", "vMerge"].contains(name($0)) }
    var place = properties.children.firstIndex { name($0) == "tcW" }.map { $0 + 1 } ?? 0
    if span > 1 {
      properties.children.insert(.element(XMLTree(prefix + "gridSpan", " \(prefix)val=\"\(span)\"")), at: place)
      place += 1
    }
    if let merge { properties.children.insert(.element(XMLTree(prefix + "vMerge", merge)), at: place) }
    let paragraph = cell.first("p") ?? XMLTree(prefix + "p")
    var out = XMLTree(cell.tag, cell.attributes, [.element(properties)])
    out.children += paragraphs(text, like: paragraph).map { .element($0) }
    return out
  }

  // MARK: Paragraphs

  /// A paragraph a line, in the form of one and of its first run.
  private static func paragraphs(_ text: String, like paragraph: XMLTree) -> [XMLTree] {
    let prefix = paragraph.prefix
    let form = paragraph.first("pPr")
    let run = firstRun(paragraph)?.first("rPr") ?? form?.first("rPr")
    return text.split(separator: "\n", omittingEmptySubsequences: false).map { line in
      var out = XMLTree(paragraph.tag, paragraph.attributes, form.map { [.element($0)] } ?? [])
      out.remove("paraId")
      out.remove("textId")
      if !line.isEmpty {
        let words = XMLTree(
          prefix + "t", " xml:space=\"preserve\"", [.raw(MarkupText.escaped(String(line).replacing("\t", with: " ")))])
        out.children.append(
          .element(XMLTree(prefix + "r", "", (run.map { [.element($0)] } ?? []) + [.element(words)])))
      }
      return out
    }
  }

  private static func firstRun(_ element: XMLTree) -> XMLTree? {
    for child in element.elements {
      if child.name == "r" { return child }
      if let run = firstRun(child) { return run }
    }
    return nil
  }

  /// Fills the places of all paragraphs; the names of those that there were.
  static func replace(in element: inout XMLTree, _ values: PlaceholderValues) throws(HouseTemplateError) -> Set<String>
  {
    var used: Set<String> = []
    var children: [XMLTree.Node] = []
    for child in element.children {
      guard case .element(var own) = child else {
        children.append(child)
        continue
      }
      // A paragraph that holds others, in a text box, is left to these.
      if own.name == "p", !own.holds("p"), let (words, names) = try values.filled(own.words(of: ["t"])) {
        used.formUnion(names)
        if !words.unicodeScalars.contains("\n"), try replaceTexts(in: &own, values) {
          children.append(.element(own))
        } else {
          children += paragraphs(words, like: own).map { .element($0) }
        }
      } else {
        used.formUnion(try replace(in: &own, values))
        children.append(.element(own))
      }
    }
    element.children = children
    return used
  }

  /// Fills places that stand within one run each, whose form they keep; `false` where one is cut by runs.
  private static func replaceTexts(in paragraph: inout XMLTree, _ values: PlaceholderValues) throws(HouseTemplateError)
    -> Bool
  {
    var isWhole = true
    try paragraph.change(["t"]) { (text: inout XMLTree) throws(HouseTemplateError) in
      isWhole = isWhole && text.text.ranges(of: "{{").count == text.text.ranges(of: "}}").count
    }
    guard isWhole else { return false }
    try paragraph.change(["t"]) { (text: inout XMLTree) throws(HouseTemplateError) in
      guard let (words, _) = try values.filled(text.text) else { return }
      text.children = [.raw(MarkupText.escaped(words))]
      text.set("xml:space", "preserve")
    }
    return true
  }
}
