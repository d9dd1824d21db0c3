/// One row of a view: a record as all its heads together give it.
public struct Row: Sendable {
  /// Values that heads state differently; none is chosen.
  public struct Conflict: Sendable, Equatable {
    public struct Value: Sendable, Equatable {
      /// The members of the group on this side, none where it says nothing; `{"removed":true}` for a tombstone.
      public var value: JSONObject
      /// The revisions that say so, ascending.
      public var heads: [String]
    }

    /// How many arrays and objects of a row stand around a value.
    public static let depth = 5

    /// A name of ``MemberGroup``, or that of a member.
    public var group: String
    /// Those that differ from the base, at least two; of the group `record` all.
    public var values: [Value]
  }

  public let type: RecordType
  public let id: String
  /// The heads, ascending by revision; one where nothing was said twice.
  public let heads: [Record]
  public let conflicts: [Conflict]
  /// The line of `records/*.jsonl`.
  public let line: JSONObject

  public var document: Document? { decode(.document, Document.init) }
  public var item: Item? { decode(.item, Item.init) }
  public var indicator: Indicator? { decode(.indicator, Indicator.init) }

  /// Typed values of a row; a row has none where a conflict leaves out what every record of its type says.
  private func decode<T>(_ wanted: RecordType, _ make: (inout FieldReader) -> T) -> T? {
    guard type == wanted else { return nil }
    var field = FieldReader(line)
    let value = make(&field)
    return conflicts.isEmpty || !field.faults.contains { $0.code == .missing } ? value : nil
  }
}

extension Row {
  /// Members that no comparison looks at: they name a revision or a place, not what is said.
  static let bookkeeping = ["id", "revision", "parents", "change", "spans", "reading"]

  /// The row of one head.
  init(_ head: Record) {
    type = head.type
    id = head.id
    heads = [head]
    conflicts = []
    line = head.line
  }

  /// The row of several heads: of each group of members, the one value that differs from the base, else a conflict.
  ///
  /// - Parameter newest: the head whose `reading` and `spans` the row takes.
  init(heads: [Record], base: Record?, newest: Record, comparing comparison: HeadComparison) {
    type = newest.type
    id = newest.id
    self.heads = heads
    let contents = heads.filter { !$0.isRemoved }.map { (revision: $0.revision, value: Row.content(of: $0)) }
    // Nothing of a record that was removed is left to be said again.
    let old = base.map { $0.isRemoved ? JSONObject() : Row.content(of: $0) }
    let all = Conflict.Value.distinct(heads.map { ($0.revision, Row.content(of: $0)) })
    let isRemoved = heads.contains(where: \.isRemoved)

    var line: JSONObject
    switch comparison {
    case .groups:
      let joint = JointContent(contents, base: old, type)
      line = joint.shown
      conflicts = (isRemoved ? [Conflict(group: MemberGroup.record, values: all)] : []) + joint.conflicts
    case .records:
      let differing = all.filter { $0.value != old }
      let isOpen = isRemoved || differing.count > 1
      let first = isRemoved ? contents.first?.value : isOpen ? old : differing.first?.value ?? old
      line = first ?? JSONObject()
      conflicts = isOpen ? [Conflict(group: MemberGroup.record, values: all)] : []
    }
    line.set("id", newest.id)
    line["reading"] = newest.body["reading"]
    line["spans"] = newest.body["spans"]
    line.set("heads", heads.map(\.revision))
    line.set("conflicts", conflicts.map { .object($0.json) })
    self.line = line
  }

  private static func content(of record: Record) -> JSONObject { record.body.without(bookkeeping) }
}

/// How heads are compared.
public enum HeadComparison: Sendable {
  /// Group by group (section 11.3 of the format).
  case groups
  /// Whole records, as drafts of the format did before groups: only to verify what was written then.
  case records
}

/// What several heads that stand say together.
private struct JointContent {
  private(set) var shown = JSONObject()
  /// Ascending by group.
  private(set) var conflicts: [Row.Conflict] = []

  init(_ contents: [(revision: String, value: JSONObject)], base: JSONObject?, _ type: RecordType) {
    let members = Set((contents.map(\.value) + [base].compactMap(\.self)).flatMap { $0.members.map(\.key) })
    for group in Set(members.map { MemberGroup.of($0, type) }).sorted(by: utf8Order) {
      let part = { (content: JSONObject) in
        JSONObject(ascending: content.members.filter { MemberGroup.of($0.key, type) == group })
      }
      let old = base.map(part)
      let differing = Row.Conflict.Value.distinct(contents.map { ($0.revision, part($0.value)) }).filter {
        $0.value != old
      }
      let value = differing.count > 1 ? old : differing.first?.value ?? old
      for member in value?.members ?? [] { shown[member.key] = member.value }
      if differing.count > 1 { conflicts.append(Row.Conflict(group: group, values: differing)) }
    }
  }
}

extension Row.Conflict.Value {
  /// Each value once, with all that say it, in the order of who says it first.
  fileprivate static func distinct(_ said: [(revision: String, value: JSONObject)]) -> [Row.Conflict.Value] {
    var out: [Row.Conflict.Value] = []
    var places: [[UInt8]: Int] = [:]
    for (revision, value) in said {
      let canonical = value.canonical
      if let at = places[canonical] {
        out[at].heads.append(revision)
      } else {
        places[canonical] = out.count
        out.append(Row.Conflict.Value(value: value, heads: [revision]))
      }
    }
    return out
  }
}

extension Row.Conflict {
  var json: JSONObject {
    var object = JSONObject()
    object.set("group", group)
    object.set(
      "values",
      values.map { value in
        var inner = JSONObject()
        inner.set("value", value.value)
        inner.set("heads", value.heads)
        return .object(inner)
      })
    return object
  }
}
