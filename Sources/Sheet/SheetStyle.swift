/// How words in a cell look.
public struct SheetStyle: Sendable, Hashable {
  /// RGB of the letters; black where it is absent.
  public var ink: UInt32?
  /// RGB behind the letters.
  public var ground: UInt32?
  public var isBold = false
  public var isStruck = false
  public var isUnderlined = false
  public var isCentred = false
  /// Thin lines around the cell.
  public var isFramed = false
  /// In points; the default of the workbook where it is absent.
  public var size: Double?

  public init(ink: UInt32? = nil, ground: UInt32? = nil, isBold: Bool = false) {
    self.ink = ink
    self.ground = ground
    self.isBold = isBold
  }
}

/// A stretch of a cell's words in one look.
public struct SheetRun: Sendable, Equatable {
  public var text: String
  public var style: SheetStyle

  public init(_ text: String, _ style: SheetStyle = SheetStyle()) {
    self.text = text
    self.style = style
  }
}

/// What a sheet has beside its rows, and how it is printed: on A4, as wide as the paper, the header on each page.
public struct SheetLayout: Sendable {
  /// Lines over the whole width above the header.
  public var lines: [SheetRun] = []
  /// The columns that stay in sight beside the header.
  public var frozenColumns = 0
  /// Whether each column has a filter.
  public var isFiltered = true
  /// Whether the page lies on its side.
  public var isLandscape = false
  /// How the header looks.
  public var header = SheetStyle(isBold: true)
  /// Whether it is laid out for paper, and each row as high as its words need: programs fit no rows on opening.
  public var isPrinted = false
  /// How many columns from the left are printed; all where it is absent.
  public var printedColumns: Int?

  public init() {}
}
