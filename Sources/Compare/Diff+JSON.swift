import Plan

extension Diff {
  /// `{summary, changes:[{kind, from, to, figures:[{kind, from, to, subject}], score, evidence}]}`.
  ///
  /// `from`, `to` and `figures` are always there; of a figure `from` and `to` are quotes, beside them `fromId` and
  /// `toId`. What one side does not have is absent.
  public var json: JSONObject {
    var object = JSONObject()
    object["summary"] = .object(summary.json)
    object["changes"] = .array(changes.map { .object($0.json) })
    return object
  }
}

extension Diff.Change {
  var json: JSONObject {
    var object = JSONObject()
    object["kind"] = .string(kind.rawValue)
    object["from"] = .array(from.map { .string($0.id) })
    object["to"] = .array(to.map { .string($0.id) })
    object["figures"] = .array(figures.map { .object($0.json) })
    object["score"] = score.map { .string($0.text) }
    object["evidence"] = evidence.map { .object($0.json) }
    return object
  }
}

extension Diff.Evidence {
  var json: JSONObject {
    var object = JSONObject()
    object["by"] = .string(isSameID ? "id" : "words")
    object["title"] = .string(title.text)
    object["text"] = .string(text.text)
    if !terms.isEmpty { object["terms"] = .array(terms.map { .string($0) }) }
    if !fields.isEmpty { object["fields"] = .array(fields.map { .string($0) }) }
    return object
  }
}

extension FigureChange {
  var json: JSONObject {
    var object = JSONObject()
    object["kind"] = .string(kind.rawValue)
    object["from"] = from.map { .string($0.indicator.quote) }
    object["to"] = to.map { .string($0.indicator.quote) }
    object["fromId"] = from.map { .string($0.indicator.id) }
    object["toId"] = to.map { .string($0.indicator.id) }
    object["subject"] = subject.map { .string($0) }
    return object
  }
}

extension Diff.Summary {
  var json: JSONObject {
    var object = JSONObject()
    for (kind, count) in kinds { object[kind.rawValue] = .integer(count) }
    object["punctuationOnly"] = .integer(punctuationOnly)
    var counts = JSONObject()
    for (kind, count) in figures { counts[kind.rawValue] = .integer(count) }
    object["figures"] = .object(counts)
    object["goals"] = Self.sides(goals)
    var roles = JSONObject()
    for (role, count) in others { roles[role.rawValue] = Self.sides(count) }
    object["others"] = .object(roles)
    object["otherFigures"] = Self.sides(otherFigures)
    return object
  }

  private static func sides(_ counts: (from: Int, to: Int)) -> JSON {
    var object = JSONObject()
    object["from"] = .integer(counts.from)
    object["to"] = .integer(counts.to)
    return .object(object)
  }
}
