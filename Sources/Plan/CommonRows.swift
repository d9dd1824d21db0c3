/// What two sets have in common and no comparison needs to look at: only counted.
public struct CommonRows: Sendable, Equatable {
  /// Goals and tasks.
  public var goals = 0
  /// Figures of these, and of what stands under them.
  public var figures = 0
  /// Per role, items that belong to no goal or task.
  public var others: [Item.Role: Int] = [:]
  /// Figures that belong to no goal or task.
  public var otherFigures = 0
  /// The ids of the documents whose goals and tasks are counted.
  public var documents: Set<String> = []

  /// Nothing in common.
  public init() {}
}
