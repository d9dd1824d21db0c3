import AdapterKit
import ChineseText

/// What a profile may say of a ledger, by one example of it: its title, and what its columns hold.
public struct LedgerProposal: Sendable {
  /// A column of the example.
  public struct Head: Sendable, Equatable {
    /// How it is known what the column holds.
    public enum Reason: Sendable, Equatable {
      /// Every ledger calls it so; a profile need not say it.
      case known
      /// Its cells look like it: to be checked.
      case guessed
      /// Nothing tells.
      case unknown
    }

    /// As it is written.
    public var words: String
    /// What it holds; of an unknown one what the nearest known head does, where there is one.
    public var column: Profile.Column?
    public var reason: Reason
    /// The known head that its own is most like.
    public var nearest: String?
  }

  /// The words of the title without year and bureau; `nil` where no line above the table is one.
  public let title: String?
  public let heads: [Head]

  /// `nil` where no table has a row of heads.
  public init?(_ source: SourceText) {
    let lines = LedgerLine.lines(of: source)
    guard let header = LedgerProposal.header(in: lines, source) else { return nil }
    let words = ShapeWords(LedgerProposal.bare)
    title = LedgerProposal.title(lines[..<header], source)
    let rows = lines[(header + 1)...].filter { $0.isRow && $0.filled.count > 1 }
    let columns = lines[header].cells.enumerated().filter { !$0.element.isEmpty }.map { at, cell in
      let cells = rows.compactMap { $0.cells.indices.contains(at) && !$0.cells[at].isEmpty ? $0.cells[at].range : nil }
      return (head: cell.range, cells: ColumnCells(cells, words: words, in: source))
    }
    heads = LedgerProposal.heads(columns, rows: rows.count, words, source)
  }

  /// A profile without words of its own.
  private static let bare = Profile(
    id: "new", version: 1, name: .init(zh: "", en: ""), summary: .init(zh: "", en: ""), kind: .taskLedger,
    shape: .ledger, evidence: [], words: Profile.Words())

  // MARK: The header

  /// The first row of several short names with a longer row below it.
  private static func header(in lines: [LedgerLine], _ source: SourceText) -> Int? {
    lines.indices.first { at in
      let line = lines[at]
      guard line.isRow, line.filled.count > 2, at + 1 < lines.count, lines[at + 1].isRow else { return false }
      return line.filled.allSatisfy { cell in
        let bare = source.bare(cell)
        return bare.unicodeScalars.count <= 16 && !bare.contains("。") && bare.unicodeScalars.contains(where: \.isHan)
          && !bare.unicodeScalars.contains(where: \.isASCIIDigit)
      }
    }
  }

  private static func heads(
    _ columns: [(head: Range<Int>, cells: ColumnCells)], rows: Int, _ words: ShapeWords, _ source: SourceText
  ) -> [Head] {
    var heads = columns.map { column -> Head in
      let plain = LinePattern.plain(source.scalars[column.head])
      let written = source.bareWritten(column.head)
      if let known = words.column(plain) { return Head(words: written, column: known.column, reason: .known) }
      let nearest = nearestHead(to: plain, words)
      if let guess = column.cells.column(ofRows: rows) {
        return Head(words: written, column: guess, reason: .guessed, nearest: nearest)
      }
      return Head(
        words: written, column: nearest.flatMap { words.column(Array($0.unicodeScalars))?.column }, reason: .unknown,
        nearest: nearest)
    }
    // Of what nothing tells, the first column of words is what is to be done, the next one says more of it.
    for statement in [Profile.Column.task, .measures] where !heads.contains(where: { $0.isSaid(statement) }) {
      let next = heads.indices.first { heads[$0].reason == .unknown && columns[$0].cells.averageLength > 3 }
      guard let next else { break }
      heads[next].column = statement
      heads[next].reason = .guessed
    }
    return heads
  }

  /// The known head that shares most characters with one, at least half of its own.
  private static func nearestHead(to head: [Unicode.Scalar], _ words: ShapeWords) -> String? {
    let mine = Bigrams(of: head.string(head.indices))
    let ranked = Set(words.all).filter { word in
      word.unicodeScalars.count > 1 && words.column(Array(word.unicodeScalars)) != nil
    }.map { (word: $0, alike: mine.dice(Bigrams(of: $0))) }
    let best = ranked.max { ($0.alike, $1.word) < ($1.alike, $0.word) }
    return best.flatMap { $0.alike >= 0.3 ? $0.word : nil }
  }

  // MARK: The title

  /// The last line above the header that is a title by its length and its words.
  private static func title(_ lines: ArraySlice<LedgerLine>, _ source: SourceText) -> String? {
    let lines = lines.filter { !$0.isHeading && $0.filled.count == 1 }.map { source.bare($0.range) }
    let signs = ["表", "清单", "台账", "方案", "计划", "分工", "任务", "要点", "目标", "安排"]
    let found = lines.last { line in
      (5...40).contains(line.unicodeScalars.count) && !line.contains("：") && !line.contains("。")
        && signs.contains { line.contains($0) }
    }
    return found.flatMap { ProposedTitle.lasting(in: Array($0.unicodeScalars)) }
  }
}

extension LedgerProposal.Head {
  fileprivate func isSaid(_ column: Profile.Column) -> Bool { reason != .unknown && self.column == column }
}
