/// What two sets have in common and no comparison needs to look at: only counted.
public struct CommonRows: Sendable, Equatable {
  /// Common goals that stand between others: behind how many of those of each side.
  public struct Anchor: Sendable, Equatable {
    /// How many other goals and tasks of the old side stand before.
    public var old: Int
    /// How many other goals and tasks of the new side stand before.
    public var new: Int

    /// An anchor behind so many.
    public init(old: Int, new: Int) { (self.old, self.new) = (old, new) }
  }

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
  /// Where the goals and tasks stand, in reading order; those beside one another share an anchor.
  public var anchors: [Anchor] = []

  /// Nothing in common.
  public init() {}
}
