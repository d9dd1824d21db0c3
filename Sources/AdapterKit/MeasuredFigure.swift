import ChineseText
import Plan

extension SourceText {
  /// The figure of a number whose unit stands apart: 30 in one cell, 个 in another; `nil` where the two are none.
  ///
  /// Its quote is the number with the words that touch it (≥30, 30以上), its unit the one given.
  ///
  /// - Parameters:
  ///   - cell: where the number stands, the only one there; words may stand before it.
  ///   - unit: what it counts: 个, 万亩.
  ///   - subject: words that say what is counted, where the cell has none.
  ///   - year: what 全年 means.
  public func quantity(_ cell: Range<Int>, unit: [Unicode.Scalar], subject: Range<Int>? = nil, year: Int?) -> Quantity?
  {
    let cell = scalars.trimmed(cell.clamped(to: whole))
    guard !unit.isEmpty, let last = cell.last(where: isNumeral) else { return nil }
    let written = Array(scalars[cell.lowerBound...last]) + unit + scalars[(last + 1)..<cell.upperBound]
    let context = QuantityContext(defaultRole: .target, year: year, spokenIn: year)
    func figure(behind words: [Unicode.Scalar]) -> Quantity? {
      let found = quantities(in: words + written, context: context).filter { $0.range.upperBound > words.count }
      guard let only = found.first, found.count == 1, only.range.lowerBound >= words.count,
        only.range.upperBound == words.count + written.count
      else { return nil }
      var placed = only
      placed.range = cell.lowerBound + only.range.lowerBound - words.count..<cell.upperBound
      placed.quote = string(placed.range)
      return placed
    }
    let words = subject.map { Array(scalars[$0.clamped(to: whole)]) } ?? []
    guard var quantity = figure(behind: words) ?? figure(behind: []) else { return nil }
    if quantity.subject == nil, !words.isEmpty, !words.contains(where: \.isDigit) {
      quantity.subject = subject.map { bare($0) }
    }
    return quantity
  }

  /// Whether a digit or a numeral's word stands at a place: 12万.
  private func isNumeral(_ at: Int) -> Bool {
    scalars[at].isDigit || "一二三四五六七八九十百千万亿两".unicodeScalars.contains(scalars[at])
  }
}

extension DraftBuilder {
  /// Adds to an item a figure that was read apart from its words.
  public mutating func addFigure(_ quantity: Quantity, role: Indicator.Role, to item: Int) {
    update(item) { $0.figures.append(Draft.Figure(quantity: quantity, role: role)) }
  }
}
