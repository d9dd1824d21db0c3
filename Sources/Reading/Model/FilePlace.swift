/// A place in a file that a person can find again; what a kind of file has no notion of is `nil`.
public struct FilePlace: Sendable, Equatable {
  /// What of a document it is in.
  public enum Part: String, Sendable, CaseIterable {
    case body, header, footer, footnote, endnote, comment, textBox
  }

  public var part: Part = .body
  /// From 1.
  public var page: Int?
  /// On its page.
  public var box: Box?
  /// A sheet's name.
  public var sheet: String?
  /// The number of the table in its part, of the row and of the grid's column in the table, or of both in a sheet, from 1.
  public var table: Int?
  public var row: Int?
  public var column: Int?
  /// The number of the paragraph in its part, from 1, tables' own not counted; or in its cell.
  public var paragraph: Int?

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
