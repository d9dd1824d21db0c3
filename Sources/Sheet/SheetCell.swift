/// What a cell of a workbook holds.
public enum SheetCell: Sendable, Equatable {
  case empty
  /// Words; whatever they begin with, no program takes them for a formula.
  case text(String)
  /// A decimal number as written (`12.50`); it is shown with its digits, and kept as the binary number that sheets have.
  case number(String)
  /// A decimal number in one look.
  case styledNumber(String, SheetStyle)
  /// Words of one look.
  case styled(String, SheetStyle)
  /// Words of several looks; the style is the cell's own (its ground and frame).
  case rich([SheetRun], SheetStyle)
  /// An ISO date, shown as such.
  case date(String)
}

extension SheetCell {
  /// What is read in it.
  public var text: String {
    switch self {
    case .empty: ""
    case .text(let text), .number(let text), .date(let text), .styled(let text, _), .styledNumber(let text, _): text
    case .rich(let runs, _): runs.map(\.text).joined()
    }
  }
}

/// A column of a sheet.
public struct SheetColumn: Sendable {
  public var header: String
  /// In characters of the default font; a Chinese one takes two.
  public var width: Double
  /// Whether long words go on below one another.
  public var isWrapped: Bool

  public init(header: String, width: Double, isWrapped: Bool = false) {
    self.header = header
    self.width = width
    self.isWrapped = isWrapped
  }
}

/// Why a workbook can't be written.
public enum SheetError: Error, Sendable, Equatable {
  /// A cell takes 32,767 characters.
  case textTooLong
  /// A sheet takes 1,048,576 rows.
  case tooManyRows
  /// The file, or one of the temporary ones beside it, can't be written.
  case unwritable
}
