import Plan

/// A record's body on its way out: its strings are covered, and what was covered is noted by path.
struct RedactedRecord {
  /// Members that hold an id, a hash, a code or a number of this format; none can hold words.
  private static let structural: Set<String> = [
    "id", "document", "reading", "revision", "parent", "parents", "item", "from", "to", "role", "code", "start", "end",
    "kind", "type", "date", "language", "comparator", "valueKind", "commitment", "level", "sha256", "low", "high",
    "score",
    "redacted",
  ]

  private(set) var body: JSONObject
  private let secrets: Secrets
  private var found: [Redacted] = []

  init(_ body: JSONObject, _ secrets: Secrets) {
    self.body = body
    self.secrets = secrets
  }

  /// Covers the strings of every member but those named.
  mutating func cover(except members: [String] = []) {
    for (key, value) in body.members where !members.contains(key) && !RedactedRecord.structural.contains(key) {
      body[key] = covered(value, "/" + RedactedRecord.pointer(key), isFree: RedactedRecord.isFree(key))
    }
  }

  mutating func set(_ key: String, _ value: JSON?) { body[key] = value }

  mutating func note(_ redacted: Redacted) { if redacted.count > 0 { found.append(redacted) } }

  /// Adds what was taken out to what was taken out before.
  mutating func seal() {
    var counts: [Redacted: Int] = [:]
    for one in Redacted.all(of: body) + found {
      counts[Redacted(one.rule, path: one.path, count: 1), default: 0] += one.count
    }
    let all = counts.map { Redacted($0.key.rule, path: $0.key.path, count: $0.value) }
      .sorted { a, b in a.path == b.path ? a.rule.rawValue < b.rule.rawValue : utf8Order(a.path ?? "", b.path ?? "") }
    body["redacted"] = all.isEmpty ? nil : .array(all.map { .object($0.json) })
  }

  /// What was taken out this time.
  var news: [Redacted] { found }

  /// Members whose values are anybody's: their keys say nothing about what they hold.
  private static func isFree(_ key: String) -> Bool { key.hasPrefix("x-") || key == "evidence" }

  private mutating func covered(_ value: JSON, _ path: String, isFree: Bool) -> JSON {
    switch value {
    case .string(let string): return .string(covered(string, path))
    case .integer(let number):
      // A number of an extension has no place for a cover.
      return isFree && !secrets.matches(in: Array(String(number).unicodeScalars)).isEmpty
        ? .string(covered(String(number), path)) : value
    case .bool: return value
    case .array(let elements):
      return .array(elements.enumerated().map { covered($1, "\(path)/\($0)", isFree: isFree) })
    case .object(let object):
      var out = JSONObject()
      for (key, inner) in object.members {
        let isKept = !isFree && RedactedRecord.structural.contains(key)
        let name = isFree ? coveredKey(key, path) : key
        let below = path + "/" + RedactedRecord.pointer(name)
        out[name] = isKept ? inner : covered(inner, below, isFree: isFree || RedactedRecord.isFree(key))
      }
      return .object(out)
    }
  }

  private mutating func covered(_ string: String, _ path: String) -> String {
    let (scalars, counts) = secrets.covering(Array(string.unicodeScalars))
    guard !counts.isEmpty else { return string }
    for rule in Redacted.Rule.allCases { note(Redacted(rule, path: path, count: counts[rule] ?? 0)) }
    return String(String.UnicodeScalarView(scalars))
  }

  /// Keys of `evidence` are ASCII, which the cover is not.
  private mutating func coveredKey(_ key: String, _ path: String) -> String {
    let scalars = covered(key, path).unicodeScalars.map { $0 == SecretForm.cover ? "_" : $0 }
    return String(String.UnicodeScalarView(scalars))
  }

  /// RFC 6901.
  private static func pointer(_ key: String) -> String {
    var out = String.UnicodeScalarView()
    for scalar in key.unicodeScalars {
      switch scalar {
      case "~": out.append(contentsOf: "~0".unicodeScalars)
      case "/": out.append(contentsOf: "~1".unicodeScalars)
      default: out.append(scalar)
      }
    }
    return String(out)
  }
}
