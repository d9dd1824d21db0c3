/// A paragraph, a heading or a table of a text; all ranges count scalars.
public struct Block: Sendable, Equatable {
  /// What a block is.
  public enum Kind: Sendable, Equatable {
    case paragraph
    /// A heading that the file itself marks as one, of a level from 1; plain text has none.
    case heading(level: Int)
    case table
  }

  /// What it is.
  public let kind: Kind
  /// Where it stands, without line end; a paragraph's is without white space at its edges.
  public let range: Range<Int>
  /// The rows of a table, in order; empty for anything else.
  public let rows: [Row]

  /// Makes a block.
  public init(kind: Kind, range: Range<Int>, rows: [Row] = []) {
    self.kind = kind
    self.range = range
    self.rows = rows
  }
}

/// A row of a table.
public struct Row: Sendable, Equatable {
  /// Its cells, in order, empty ones included.
  public let cells: [Cell]
  /// Where it stands, from the first line's begin to the last line's end, without line end.
  public let range: Range<Int>

  /// Makes a row.
  public init(cells: [Cell], range: Range<Int>) {
    self.cells = cells
    self.range = range
  }
}

/// A cell of a row.
public struct Cell: Sendable, Equatable {
  /// Its text without white space at the edges; an empty cell has an empty range where the cell stands.
  public let range: Range<Int>
  /// The paragraphs of its text; none in an empty cell.
  public let paragraphs: [Range<Int>]

  /// Makes a cell.
  public init(range: Range<Int>, paragraphs: [Range<Int>]) {
    self.range = range
    self.paragraphs = paragraphs
  }
}
