import AdapterKit
import ChineseText

/// What the numbers of a table count where their cells do not say it.
extension LedgerTable {
  /// Tells a column headed 单位 that names bodies from one that names units of measure.
  mutating func tellUnits(in source: SourceText, words: ShapeWords) {
    for at in columns(.unit) {
      let cells = rows.compactMap { $0.value(at) }.map { Array(source.bare($0).unicodeScalars) }
      guard cells.count(where: isUnit) * 2 <= cells.count, !cells.isEmpty else { continue }
      columns[at] = cells.count(where: words.endsAsUnit) * 2 > cells.count ? .responsible : nil
    }
  }

  /// The unit of a column's numbers: what the row's column of units says, else the brackets of its head (投资额（万元）).
  func unit(of column: Int, in row: LedgerRow, _ source: SourceText) -> [Unicode.Scalar]? {
    let named = columns(.unit)
    if let at = named.first(where: { $0 > column }) ?? named.last {
      return (row.value(at) ?? row.merged(at)).map { Array(source.bare($0).unicodeScalars) }
    }
    return unitOfHead(column, source)?.unit
  }

  /// The unit in the brackets of a head, and the words before them.
  func unitOfHead(_ column: Int, _ source: SourceText) -> (unit: [Unicode.Scalar], name: Range<Int>)? {
    guard heads.indices.contains(column), let head = heads[column],
      let open = head.last(where: { "（(".unicodeScalars.contains(source.scalars[$0]) }),
      let close = head.last(where: { "）)".unicodeScalars.contains(source.scalars[$0]) }), open + 1 < close
    else { return nil }
    let unit = Array(source.bare(open + 1..<close).unicodeScalars)
    return isUnit(unit) ? (unit, source.scalars.trimmed(head.lowerBound..<open)) : nil
  }

  /// Whether words can stand behind a number to say what it counts.
  private func isUnit(_ words: [Unicode.Scalar]) -> Bool {
    guard (1...8).contains(words.count), !words.contains(where: \.isDigit) else { return false }
    let text: [Unicode.Scalar] = ["1", "2"] + words
    return quantities(in: text, context: QuantityContext(defaultRole: .target)).first?.range == 0..<text.count
  }
}
