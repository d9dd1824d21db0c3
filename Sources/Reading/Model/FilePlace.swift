/// A place in a file that a person can find again; what a kind of file has no notion of is `nil`.
public struct FilePlace: Sendable, Equatable {
  /// What of a document it is in.
  public enum Part: String, Sendable, CaseIterable {
    case body, header, footer, footnote, endnote, comment, textBox
  }

  public var part: Part = .body
  /// A sheet's name.
  public var sheet: String?

  // Every cell of a large table has a place of its own, so it is kept small.
  private var numbers = Numbers()
  private var stored: StoredBox?

  /// From 1.
  public var page: Int? {
    get { numbers.page.value }
    set { numbers.page.value = newValue }
  }
  /// On its page.
  public var box: Box? {
    get { stored?.box }
    set { stored = newValue.map(StoredBox.box) }
  }
  /// The number of the table in its part, of the row and of the grid's column in the table, or of both in a sheet, from 1.
  public var table: Int? {
    get { numbers.table.value }
    set { numbers.table.value = newValue }
  }
  public var row: Int? {
    get { numbers.row.value }
    set { numbers.row.value = newValue }
  }
  public var column: Int? {
    get { numbers.column.value }
    set { numbers.column.value = newValue }
  }
  /// The number of the paragraph in its part, from 1, tables' own not counted; or in its cell.
  public var paragraph: Int? {
    get { numbers.paragraph.value }
    set { numbers.paragraph.value = newValue }
  }

  /// Makes a place.
  public init(
    part: Part = .body, page: Int? = nil, box: Box? = nil, sheet: String? = nil, table: Int? = nil, row: Int? = nil,
    column: Int? = nil, paragraph: Int? = nil
  ) {
    self.part = part
    self.page = page
    self.box = box
    self.sheet = sheet
    self.table = table
    self.row = row
    self.column = column
    self.paragraph = paragraph
  }
}

private struct Numbers: Sendable, Equatable {
  var page = Ordinal()
  var table = Ordinal()
  var row = Ordinal()
  var column = Ordinal()
  var paragraph = Ordinal()
}

/// A number from 1, or none, in four bytes.
private struct Ordinal: Sendable, Equatable {
  private var stored: UInt32 = 0

  var value: Int? {
    get { stored == 0 ? nil : Int(stored) }
    set { stored = newValue.flatMap(UInt32.init(exactly:)) ?? 0 }
  }
}

/// A box outside of the place that it belongs to.
private indirect enum StoredBox: Sendable, Equatable {
  case box(Box)

  var box: Box {
    switch self {
    case .box(let box): box
    }
  }
}

/// A rectangle on a page, in tenths of a point from the page's upper left corner, so that no float is ever written.
public struct Box: Sendable, Equatable {
  public var left: Int
  public var top: Int
  public var right: Int
  public var bottom: Int

  /// Makes a rectangle.
  public init(left: Int, top: Int, right: Int, bottom: Int) {
    self.left = left
    self.top = top
    self.right = right
    self.bottom = bottom
  }
}

/// Where a piece of a file's text begins; it reaches to the next anchor.
public struct Anchor: Sendable, Equatable {
  /// In scalars of the file's text.
  public let start: Int
  public let place: FilePlace

  /// Makes an anchor.
  public init(start: Int, place: FilePlace) {
    self.start = start
    self.place = place
  }
}
