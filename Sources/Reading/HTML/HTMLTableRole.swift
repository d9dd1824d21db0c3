/// Tells tables of data from those that only lay out a page.
///
/// A table lays out where no row has two cells, where one cell without a visible frame holds most of its text in several
/// paragraphs or in a table of its own, where a cell holds the page's headings, and where a single row has no frame.
struct HTMLTableRole {
  /// For each node whether it is a table of data.
  private(set) var isData: [Bool]

  init(_ tree: HTMLTree, _ runs: HTMLRuns, limits: ReadingLimits) throws(ReadingError) {
    isData = Array(repeating: false, count: tree.nodes.count)
    /// The characters before each run.
    var before = [0]
    before.reserveCapacity(runs.runs.count + 1)
    for run in runs.runs { before.append((before.last ?? 0) + run.count) }
    func characters(_ node: Int) -> Int {
      before[runs.ranges[node].upperBound] - before[runs.ranges[node].lowerBound]
    }
    // Inner tables first.
    for node in tree.nodes.indices.reversed() where tree.nodes[node].tag == .table {
      let table = try HTMLTable(node, in: tree, limits: limits)
      if tree.nodes[node].attributes["role"] == "presentation" { continue }
      guard table.rows.contains(where: { $0.count > 1 }) else { continue }
      let cells = table.rows.joined()
      let isHeaded = cells.contains { tree.nodes[$0.node].tag == .th }
      let isFramed = isHeaded || hasFrame(node, in: tree) || cells.first.map { hasFrame($0.node, in: tree) } ?? false
      if table.rows.count == 1, !isFramed { continue }
      let total = characters(node)
      let greatest = cells.max { characters($0.node) < characters($1.node) }
      if let cell = greatest?.node {
        let isMost = characters(cell) * 10 >= total * 6
        let paragraphs = runs.ranges[cell].count
        let holdsTable = isMost && (cell..<tree.nodes[cell].end).contains { isData[$0] }
        let holdsArticle = isMost && paragraphs >= 4 && !isFramed
        let holdsAll = characters(cell) * 10 >= total * 9 && paragraphs >= 10 && table.rows.count <= 3
        if holdsTable || holdsArticle || holdsAll { continue }
      }
      let holdsHeading = runs.ranges[node].contains { runs.runs[$0].headingLevel.map { $0 <= 2 } ?? false }
      if holdsHeading, !isFramed { continue }
      isData[node] = true
    }
  }
}

/// Whether an element draws lines around itself.
private func hasFrame(_ node: Int, in tree: HTMLTree) -> Bool {
  let attributes = tree.nodes[node].attributes
  if let border = attributes["border"] { if border != "0" { return true } }
  let style = (attributes["style"] ?? "").lowercased()
  let hasLine = style.contains("border:") || style.contains("border-") && !style.contains("border-collapse")
  return hasLine && style.contains("solid") || (attributes["class"] ?? "").contains("Mso")
}
