/// Which members of a record are said together: heads are compared group by group, and a group moves whole, so that no
/// figure is ever put together from two sides.
public enum MemberGroup {
  /// The group of a tombstone against what stands: the whole record.
  public static let record = "record"
  public static let figure = "figure"
  public static let wording = "wording"
  public static let time = "time"
  public static let source = "source"

  /// The groups of more than one member; every other member is a group of its own name.
  public static func members(of group: String, _ type: RecordType) -> [String] {
    switch (type, group) {
    case (.indicator, figure):
      [
        "base", "commitment", "comparator", "high", "low", "qualifiers", "quote", "subject", "unit", "valueKind",
      ]
    case (.item, wording): ["aim", "number", "text", "title"]
    case (.item, time): ["due", "period"]
    // Marks stand in this text, and this adapter read it from this source.
    case (.document, source): ["adapter", "marks", "source", "text"]
    default: [group]
    }
  }

  /// The group that a member of a record belongs to.
  public static func of(_ member: String, _ type: RecordType) -> String {
    let own =
      switch type {
      case .indicator: [figure]
      case .item: [wording, time]
      case .document: [source]
      case .link: [String]()
      }
    return own.first { members(of: $0, type).contains(member) } ?? member
  }
}
