import Plan

/// What an adapter writes: a document of its shape, in the form that the house itself fills in.
///
/// What the form has no place for is left out; whoever writes it reads it back and says what is missing.
public protocol HouseForm: Sendable {
  /// The headers of the columns that these records fill, in the house's order and words.
  func headers(for records: DocumentRecords) -> [String]

  /// The headers that a table can't do without, of those that are not among `headers`; empty where it has them.
  func missing(in headers: [String]) -> [String]

  /// The form with these records under the headers; a column that the adapter does not know stays empty.
  func filled(with records: DocumentRecords, under headers: [String]) -> FilledForm
}

/// A document with its records, as a form is filled with them.
public struct DocumentRecords: Sendable {
  public var document: Document
  /// In reading order.
  public var items: [Item]
  public var indicators: [Indicator]
  /// The people who stand in the form; none unless they are asked for.
  public var contacts: [Contact]

  /// Line ends within words become line feeds, as other programs' files have them.
  public init(document: Document, items: [Item], indicators: [Indicator], contacts: [Contact]) {
    self.document = document
    self.items = items.map { item in
      var item = item
      item.title = item.title.map(DocumentRecords.withLineFeeds)
      item.aim = item.aim.map(DocumentRecords.withLineFeeds)
      item.text = item.text.map(DocumentRecords.withLineFeeds)
      return item
    }
    self.indicators = indicators
    self.contacts = contacts
  }

  private static func withLineFeeds(_ text: String) -> String {
    guard text.unicodeScalars.contains("\r") else { return text }
    return text.replacing("\r\n", with: "\n").replacing("\r", with: "\n")
  }

  /// The items right below one, or those at the top.
  public func items(below parent: String?) -> [Item] { items.filter { $0.parent == parent } }
}

/// A form with its words in place: what stands above the table, the table, what stands below.
public struct FilledForm: Sendable, Equatable {
  /// A cell of the table; its words may have several lines.
  public struct Cell: Sendable, Equatable {
    public var text: String
    /// How many rows and columns it takes.
    public var rows: Int
    public var columns: Int

    public init(_ text: String, rows: Int = 1, columns: Int = 1) {
      self.text = text
      self.rows = rows
      self.columns = columns
    }
  }

  /// The confidentiality marks that the paper bears.
  public var marks: [String] = []
  public var title: String
  /// `label：value`, one after the other on a line.
  public var fields: [String] = []
  /// Lines between the fields and the table.
  public var introduction: [String] = []
  public var headers: [String]
  /// A cell a column; `nil` where another one reaches over it.
  public var rows: [[Cell?]] = []
  /// Lines below the table.
  public var notes: [String] = []

  public init(title: String, headers: [String]) {
    self.title = title
    self.headers = headers
  }
}

extension FilledForm {
  /// Makes one cell of those that say the same below each other, for every run of the rows that begins a group.
  ///
  /// - Parameter groups: for each row, what it belongs to; rows of one group stand together. `nil` parts groups.
  public mutating func merge(column: Int, by groups: [String?]) {
    var first = 0
    for row in rows.indices where rows[row].indices.contains(column) {
      let group = groups.indices.contains(row) ? groups[row] : nil
      if row > first, let group, groups[first] == group {
        rows[first][column]?.rows += 1
        rows[row][column] = nil
      } else {
        first = row
      }
    }
  }

  /// Sentences as a paragraph has them: what is numbered, has several lines, or follows no full stop begins a line.
  public static func paragraphs(_ items: [Item]) -> String {
    var lines: [String] = []
    var isOpen = false
    for item in items {
      let text = (item.number.map { "（\($0)）" } ?? "") + (item.text ?? item.title ?? "")
      let isOneLine = !text.unicodeScalars.contains("\n")
      if let last = lines.last, isOpen, isOneLine, item.number == nil {
        lines[lines.count - 1] = last + text
      } else {
        lines.append(text)
      }
      isOpen = isOneLine && text.unicodeScalars.last.map { "。！？".unicodeScalars.contains($0) } ?? false
    }
    return lines.joined(separator: "\n")
  }
}
