import Plan

/// What is decided of a row in conflict, until it is one revision that replaces every head.
struct RowDecision {
  let row: Row
  /// Nothing, the row as its groups give it, a head's words alone, or none at all.
  private var outcome: Outcome?
  private(set) var values: [String: JSONObject] = [:]
  /// Why, in the order in which it was decided.
  private(set) var reasons: [String] = []

  private enum Outcome {
    case kept
    case whole(JSONObject)
    case removed
  }

  private static let bookkeeping = ["heads", "conflicts", "revision", "parents", "change"]

  init(_ row: Row) { self.row = row }

  /// Groups in conflict that nothing decides yet.
  var open: [String] {
    let groups = row.conflicts.map(\.group)
    return switch outcome {
    case .whole, .removed: []
    case .kept: groups.filter { $0 != MemberGroup.record && values[$0] == nil }
    case nil: groups.filter { values[$0] == nil }
    }
  }

  func isDecided(_ group: String) -> Bool {
    group == MemberGroup.record ? outcome != nil : values[group] != nil
  }

  mutating func keep(because why: String) { set(.kept, why) }
  mutating func remove(because why: String) { set(.removed, why) }
  mutating func take(_ head: Record, because why: String) {
    set(head.isRemoved ? .removed : .whole(head.body.without(Self.bookkeeping)), why)
  }
  mutating func decide(_ group: String, _ value: JSONObject, because why: String) {
    values[group] = value
    note(why)
  }

  private mutating func set(_ new: Outcome, _ why: String) {
    outcome = new
    note(why)
  }

  private mutating func note(_ why: String) {
    if !reasons.contains(where: { $0.utf8.elementsEqual(why.utf8) }) { reasons.append(why) }
  }

  /// What the row shows of a group: the base's value, where the group is in conflict.
  func shown(_ group: String) -> JSONObject {
    let members = row.line.without(Self.bookkeeping + ["id", "reading", "spans"]).members
    return JSONObject(ascending: members.filter { MemberGroup.of($0.key, row.type) == group })
  }

  /// What a head says of a group in conflict; one that stands in no value says what the base says.
  func value(of head: Record, _ group: String) -> JSONObject {
    JSONObject(
      ascending: head.body.members.filter {
        MemberGroup.of($0.key, row.type) == group && !["id", "reading", "spans", "parents", "change"].contains($0.key)
      })
  }

  /// The revision that replaces all heads.
  func record(_ change: Change) -> Record {
    let parents = row.heads.map(\.revision)
    var content = row.line.without(Self.bookkeeping)
    switch outcome {
    case .removed:
      let tombstone = JSONObject(ascending: [("id", .string(row.id)), ("removed", .bool(true))])
      return Record(row.type, tombstone, parents: parents, change: change)
    case .whole(let said): content = said
    case .kept, nil: break
    }
    for (group, value) in values {
      for member in shown(group).members { content[member.key] = nil }
      for member in value.members { content[member.key] = member.value }
    }
    return Record(row.type, content, parents: parents, change: change)
  }
}
