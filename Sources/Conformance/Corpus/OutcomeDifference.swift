import Plan

/// One thing that an import gave otherwise than is expected.
public struct OutcomeDifference: Sendable, Equatable {
  /// The list that it stands in: `items`, `indicators`, `diagnostics`, …
  public var part: String
  /// The record's id; of what has no id, its number in the list.
  public var record: String?
  /// The record's field; `nil` where it is about the whole record.
  public var field: String?
  /// `nil` where nothing was expected.
  public var expected: JSON?
  /// `nil` where nothing was found.
  public var found: JSON?

  /// What differs between two outcomes, in the order of their parts.
  public static func all(expected: JSONObject, found: JSONObject) -> [OutcomeDifference] {
    keys(expected, found).flatMap { part -> [OutcomeDifference] in
      let (old, new) = (expected[part], found[part])
      if old == new { return [] }
      if let old = old?.array, let new = new?.array { return lists(part, old, new) }
      if let old = old?.object, let new = new?.object { return fields(part, nil, old, new) }
      return [OutcomeDifference(part: part, expected: old, found: new)]
    }
  }

  private static func lists(_ part: String, _ old: [JSON], _ new: [JSON]) -> [OutcomeDifference] {
    let (before, after) = (named(old), named(new))
    let (wanted, given) = (before.map(\.name), after.map(\.name))
    var out: [OutcomeDifference] = []
    for (name, value) in before {
      guard let there = after.first(where: { $0.name == name })?.value else {
        out.append(OutcomeDifference(part: part, record: name, expected: value))
        continue
      }
      if let value = value.object, let there = there.object {
        out += fields(part, name, value, there)
      } else if value != there {
        out.append(OutcomeDifference(part: part, record: name, expected: value, found: there))
      }
    }
    out += after.filter { !wanted.contains($0.name) }.map {
      OutcomeDifference(part: part, record: $0.name, found: $0.value)
    }
    let common = (wanted.filter(given.contains), given.filter(wanted.contains))
    if common.0 != common.1 {
      out.append(
        OutcomeDifference(
          part: part, field: "order", expected: .array(common.0.map(JSON.string)),
          found: .array(common.1.map(JSON.string))))
    }
    return out
  }

  private static func fields(_ part: String, _ record: String?, _ old: JSONObject, _ new: JSONObject)
    -> [OutcomeDifference]
  {
    keys(old, new).filter { old[$0] != new[$0] }.map {
      OutcomeDifference(part: part, record: record, field: $0, expected: old[$0], found: new[$0])
    }
  }

  /// Each element with its id, or its number from 1; an id that comes again has its number behind it.
  private static func named(_ values: [JSON]) -> [(name: String, value: JSON)] {
    var seen: Set<String> = []
    return values.enumerated().map { at, value in
      let name = value.object?["id"]?.string ?? "#\(at + 1)"
      return (seen.insert(name).inserted ? name : "\(name)#\(at + 1)", value)
    }
  }

  private static func keys(_ old: JSONObject, _ new: JSONObject) -> [String] {
    old.members.map(\.key) + new.members.map(\.key).filter { old[$0] == nil }
  }
}
