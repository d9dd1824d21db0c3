import Plan

/// A goal or task with all that stands under it: what two plans are compared by.
public struct Goal: Sendable {
  /// One item of it: itself, or a measure or other item below that belongs to no nearer goal or task.
  public struct Part: Sendable {
    /// The row of the view.
    public let row: Row
    /// What the row says; of a row in conflict without a base, what its shown head says.
    public let item: Item
  }

  /// One figure of it.
  public struct Figure: Sendable {
    /// The row of the view.
    public let row: Row
    /// What the row says; of a row in conflict without a base, what its shown head says.
    public let indicator: Indicator
    /// The place among the goal's parts of the item that says it.
    public let part: Int
  }

  /// Its place among the goals of the view.
  public let position: Int
  /// Itself first, then what stands under it, in reading order.
  public internal(set) var parts: [Part]
  /// By part, then by place in the text.
  public internal(set) var figures: [Figure] = []

  /// The code of the city whose document says it; nil where the document is not there.
  public let city: String?
  /// The goal's or task's own row.
  public let row: Row
  /// The goal or task itself.
  public let item: Item

  /// The id of the goal or task.
  public var id: String { item.id }

  init(position: Int, row: Row, item: Item, city: String?) {
    self.position = position
    self.city = city
    self.row = row
    self.item = item
    parts = [Part(row: row, item: item)]
  }

  /// Whether it and all that stands under it are the same revisions in both plans.
  ///
  /// A row that several heads give is none: the base that it is read against may differ.
  func isRevision(of other: Goal) -> Bool {
    city == other.city && parts.count == other.parts.count && figures.count == other.figures.count
      && zip(parts, other.parts).allSatisfy { $0.row.isRevision(of: $1.row) }
      && zip(figures, other.figures).allSatisfy { $0.part == $1.part && $0.row.isRevision(of: $1.row) }
  }
}

extension Row {
  fileprivate func isRevision(of other: Row) -> Bool {
    guard heads.count == 1, other.heads.count == 1 else { return false }
    return heads[0].revision == other.heads[0].revision
  }

  /// What the row says as an item; a row in conflict without a base is given by the head whose place it shows.
  public var shownItem: Item? { item ?? shownHead?.item }
  /// What the row says as an indicator, in the same way.
  public var shownIndicator: Indicator? { indicator ?? shownHead?.indicator }
  /// What the row says as a document, in the same way.
  public var shownDocument: Document? { document ?? shownHead?.document }

  private var shownHead: Record? {
    let standing = heads.filter { !$0.isRemoved }
    let reading = line["reading"]?.string
    return standing.first { reading != nil && $0.reading == reading } ?? standing.first
  }
}
