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

/// A cell of a row; a row has one for every column of the table's grid that it reaches.
public struct Cell: Sendable, Equatable {
  /// Its text without white space at the edges; an empty cell has an empty range where the cell stands.
  public let range: Range<Int>
  /// The paragraphs of its text, those of tables within it included; none in an empty cell.
  public let paragraphs: [Range<Int>]
  /// How many columns and rows of the grid it takes; those beside and below it are covered.
  public let columns: Int
  public let rows: Int
  /// Whether a merged cell to the left or above covers it; then it is empty.
  public let isCovered: Bool
  /// The tables within the cell.
  public let tables: [Block]

  /// Makes a cell.
  public init(
    range: Range<Int>, paragraphs: [Range<Int>], columns: Int = 1, rows: Int = 1, isCovered: Bool = false,
    tables: [Block] = []
  ) {
    self.range = range
    self.paragraphs = paragraphs
    self.columns = columns
    self.rows = rows
    self.isCovered = isCovered
    self.tables = tables
  }
}
