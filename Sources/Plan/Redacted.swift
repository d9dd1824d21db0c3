/// What was taken out of a record: by which rule and how often, never what.
public struct Redacted: Sendable, Hashable {
  public enum Rule: String, Sendable, CaseIterable {
    case contact, email, figure, history, identityNumber, name, phone, source
  }

  public var rule: Rule
  /// A JSON Pointer into the record, `/text` of a document for its text; absent for what is no member of it.
  public var path: String?
  /// Stretches of a string, lines of contacts, figures or revisions; at least 1.
  public var count: Int

  public init(_ rule: Rule, path: String? = nil, count: Int) {
    self.rule = rule
    self.path = path
    self.count = count
  }
}

extension Redacted {
  public var json: JSONObject {
    var object = JSONObject()
    object.set("rule", rule.rawValue)
    object.set("path", path)
    object.set("count", count)
    return object
  }

  /// What a record says of itself; entries of a later version of the format are left out.
  public static func all(of body: JSONObject) -> [Redacted] {
    var field = FieldReader(body)
    return field.redacted()
  }
}

extension FieldReader {
  mutating func redacted() -> [Redacted] {
    nestedList("redacted") { field -> Redacted? in
      let rule = field.choice("rule", Redacted.Rule.self, required: true)
      let path = field.text("path")
      let count = field.integer("count", required: true)
      if let count, count < 1 { field.fault(.range, "count", String(count)) }
      guard let rule, let count else { return nil }
      return Redacted(rule, path: path, count: count)
    }.compactMap { $0 }
  }
}
