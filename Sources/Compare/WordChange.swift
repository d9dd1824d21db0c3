import ChineseText

/// Two texts word by word: what both have, what only one of them has, and what is only written otherwise.
public struct WordChange: Sendable {
  /// What a run of words is.
  public enum Kind: Sendable {
    /// The same scalars on both sides.
    case equal
    /// On the old side only.
    case deleted
    /// On the new side only.
    case inserted
    /// The same meaning with other marks, blanks, widths or forms of a figure.
    case rewritten
  }

  /// A stretch of words.
  public struct Run: Sendable, Equatable {
    /// What it is.
    public var kind: Kind
    /// The scalars in the old text; empty where it is inserted.
    public var old: Range<Int>
    /// The scalars in the new text; empty where it is deleted.
    public var new: Range<Int>
  }

  /// A figure's quote on either side: it is changed whole or not at all.
  struct Quote {
    var old: Range<Int>?
    var new: Range<Int>?
    /// Whether both say the same, in whatever form.
    var isEqual: Bool
  }

  /// The old text.
  public let old: [Unicode.Scalar]
  /// The new text.
  public let new: [Unicode.Scalar]
  /// In order; on each side they tile the text, and of a replacement the deleted run stands first.
  public let runs: [Run]

  /// Whether words changed, and not only how they are written.
  public var isChanged: Bool { runs.contains { $0.kind == .deleted || $0.kind == .inserted } }
  /// In how many places the same is written otherwise; that the lines end elsewhere is no writing.
  public var rewritings: Int { runs.count { $0.kind == .rewritten && !isOfLines($0) } }

  /// Whether a run differs in nothing but line ends, which only part the items of a goal.
  public func isOfLines(_ run: Run) -> Bool {
    old[run.old].filter { $0 != "\n" } == new[run.new].filter { $0 != "\n" }
  }

  init(old: [Unicode.Scalar], new: [Unicode.Scalar], quotes: [Quote] = []) {
    (self.old, self.new) = (old, new)
    if old == new {
      runs = old.isEmpty ? [] : [Run(kind: .equal, old: 0..<old.count, new: 0..<new.count)]
      return
    }
    var cells = WordChange.cells(old, new)
    WordChange.keepWhole(quotes, in: &cells, old.count, new.count)
    runs = WordChange.runs(cells, quotes.filter(\.isEqual))
  }

  /// The smallest stretches: one scalar where both sides are equal.
  private struct Cell {
    var old: Range<Int>
    var new: Range<Int>
    var isChanged = false
    var isRewritten = false
  }

  private static func cells(_ old: [Unicode.Scalar], _ new: [Unicode.Scalar]) -> [Cell] {
    var cells: [Cell] = []
    for run in WordDiff.runs(old: old, new: new) {
      guard run.kind == .same else {
        cells.append(Cell(old: run.old, new: run.new, isChanged: true))
        continue
      }
      for stretch in MarkDiff.stretches(old: old, run.old, new: new, run.new) {
        guard stretch.isSame else {
          cells.append(Cell(old: stretch.old, new: stretch.new, isRewritten: true))
          continue
        }
        for (i, j) in zip(stretch.old, stretch.new) { cells.append(Cell(old: i..<i + 1, new: j..<j + 1)) }
      }
    }
    return cells
  }

  /// Where part of a quote changed, all of it did.
  private static func keepWhole(_ quotes: [Quote], in cells: inout [Cell], _ oldCount: Int, _ newCount: Int) {
    var places = (old: [Int](repeating: 0, count: oldCount), new: [Int](repeating: 0, count: newCount))
    for (index, cell) in cells.enumerated() {
      for at in cell.old { places.old[at] = index }
      for at in cell.new { places.new[at] = index }
    }
    let ranges = quotes.flatMap { quote -> [ClosedRange<Int>] in
      let old = quote.old.flatMap { $0.isEmpty ? nil : places.old[$0.lowerBound]...places.old[$0.upperBound - 1] }
      let new = quote.new.flatMap { $0.isEmpty ? nil : places.new[$0.lowerBound]...places.new[$0.upperBound - 1] }
      return [old, new].compactMap { $0 }
    }
    var isSettled = false
    while !isSettled {
      isSettled = true
      for range in ranges where cells[range].contains(where: \.isChanged) {
        for at in range where !cells[at].isChanged {
          cells[at].isChanged = true
          isSettled = false
        }
      }
    }
  }

  private static func runs(_ cells: [Cell], _ equal: [Quote]) -> [Run] {
    var runs: [Run] = []
    var at = 0
    while at < cells.count {
      var end = at + 1
      let first = cells[at]
      while end < cells.count, cells[end].isChanged == first.isChanged,
        first.isChanged || !first.isRewritten && !cells[end].isRewritten
      { end += 1 }
      let old = first.old.lowerBound..<cells[end - 1].old.upperBound
      let new = first.new.lowerBound..<cells[end - 1].new.upperBound
      if !first.isChanged {
        runs.append(Run(kind: first.isRewritten ? .rewritten : .equal, old: old, new: new))
      } else if equal.contains(where: { $0.old == old && $0.new == new }) {
        runs.append(Run(kind: .rewritten, old: old, new: new))
      } else {
        let middle = new.lowerBound..<new.lowerBound
        if !old.isEmpty { runs.append(Run(kind: .deleted, old: old, new: middle)) }
        if !new.isEmpty { runs.append(Run(kind: .inserted, old: old.upperBound..<old.upperBound, new: new)) }
      }
      at = end
    }
    return runs
  }
}
