import ChineseText
import Plan

extension Quantity {
  /// One figure as `jdx quantities` prints it; what the text does not state is absent.
  var json: JSONObject {
    let members: [(key: String, value: JSON?)] = [
      ("commitment", .string(commitment.rawValue)), ("comparator", .string(comparator.rawValue)),
      ("end", .integer(range.upperBound)), ("high", high.map(JSON.string)), ("low", low.map(JSON.string)),
      ("qualifiers", qualifiers.isEmpty ? nil : .array(qualifiers.map { .object($0.json) })), ("quote", .string(quote)),
      ("review", doubt.map(JSON.string)), ("role", .string(role.rawValue)), ("start", .integer(range.lowerBound)),
      ("subject", subject.map(JSON.string)), ("unit", .string(unit)), ("valueKind", .string(valueKind.rawValue)),
    ]
    return JSONObject(stated: members)
  }
}

extension Quantity.Qualifier {
  fileprivate var json: JSONObject {
    JSONObject(stated: [
      ("comparator", .string(comparator.rawValue)), ("high", high.map(JSON.string)), ("low", low.map(JSON.string)),
      ("subject", subject.map(JSON.string)), ("unit", .string(unit)),
    ])
  }
}

extension JSONObject {
  /// The members that have a value; all ascend by key.
  fileprivate init(stated members: [(key: String, value: JSON?)]) {
    self.init(ascending: members.compactMap { member in member.value.map { (member.key, $0) } })
  }
}
