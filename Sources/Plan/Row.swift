/// One row of a view: a record as all its heads together give it.
public struct Row: Sendable {
  /// Values that heads state differently; none is chosen.
  public struct Conflict: Sendable, Equatable {
    public struct Value: Sendable, Equatable {
      /// The fields of the group on this side; `{"removed":true}` for a tombstone.
      public var value: JSONObject
      /// The revisions that say so, ascending.
      public var heads: [String]
    }

    /// How many arrays and objects of a row stand around a value.
    public static let depth = 5

    public var group: String
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

  /// Typed values of a row; a row in conflict without a base has none.
  private func decode<T>(_ wanted: RecordType, _ make: (inout FieldReader) -> T) -> T? {
    guard type == wanted else { return nil }
    var field = FieldReader(line)
    let value = make(&field)
    return conflicts.isEmpty || line["role"] != nil || line["kind"] != nil ? value : nil
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

  /// The row of several heads: of all that is said, the one value that differs from the base, else a conflict.
  ///
  /// - Parameter newest: the head whose `reading` and `spans` the row takes.
  init(heads: [Record], base: Record?, newest: Record) {
    type = newest.type
    id = newest.id
    self.heads = heads
    let content = { (record: Record) in record.body.without(Row.bookkeeping) }
    var distinct: [Conflict.Value] = []
    var places: [[UInt8]: Int] = [:]
    for head in heads {
      let value = content(head)
      let canonical = value.canonical
      if let at = places[canonical] {
        distinct[at].heads.append(head.revision)
      } else {
        places[canonical] = distinct.count
        distinct.append(Conflict.Value(value: value, heads: [head.revision]))
      }
    }
    let old = base.map(content)
    let differing = distinct.filter { $0.value != old }
    let removed = heads.contains(where: \.isRemoved) && !heads.allSatisfy(\.isRemoved)
    let isConflict = removed || differing.count > 1
    // Where an edit meets a tombstone the row stays, with what the edit says.
    let edited = distinct.first { $0.value["removed"] == nil }?.value
    let shown = (removed ? edited : isConflict ? old : differing.first?.value ?? old) ?? JSONObject()
    conflicts = isConflict ? [Conflict(group: "record", values: distinct)] : []

    var line = shown.without(["removed"])
    line.set("id", newest.id)
    line["reading"] = newest.body["reading"]
    line["spans"] = newest.body["spans"]
    line.set("heads", heads.map(\.revision))
    line.set("conflicts", conflicts.map { .object($0.json) })
    self.line = line
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
