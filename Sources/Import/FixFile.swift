import Plan
import Vocabulary

/// Corrections that a person makes to what was read: who, when, and field by field why.
///
///     by: 示例单位
///     date: 2031-02-01
///     fixes:
///       - quote: 800批次以上
///         set: {subject: 水产品抽检}
///         why: 主语识别有误
public struct FixFile: Sendable {
  public struct Fix: Sendable {
    public enum Target: Sendable, Equatable {
      case id(String)
      /// The nth place, from 1, where the words stand in a document's text; `nil` where there should be only one.
      case quote(String, nth: Int?)
    }

    public var target: Target
    /// What to set; `nil` removes the field.
    public var fields: [(name: String, value: JSON?)]
    public var why: String
    /// Where it stands in the file.
    public var line: Int

    public init(target: Target, fields: [(name: String, value: JSON?)], why: String, line: Int) {
      self.target = target
      self.fields = fields
      self.why = why
      self.line = line
    }
  }

  public let by: String
  public let date: String
  public let fixes: [Fix]

  public init(by: String, date: String, fixes: [Fix]) {
    self.by = by
    self.date = date
    self.fixes = fixes
  }
}

/// Why a file of corrections can't be used; lines count from 1.
public enum FixError: Error, Sendable {
  case yaml(YAMLError)
  case missing(field: String, line: Int)
  case unknownField(String, line: Int)
  case wrongForm(field: String, line: Int)
  /// It names nothing in what was imported.
  case fitsNothing(String, line: Int)
  /// Its words stand at several places, and it does not say at which one it means.
  case fitsSeveral(String, places: Int, line: Int)
  /// There are fewer places than it counts.
  case fitsFewer(String, places: Int, line: Int)
  /// Another correction sets the same field of the same record.
  case setTwice(field: String, record: String, line: Int)
  /// It names no field of a record that stands there.
  case notAField(String, of: String, known: [String], line: Int)
  /// What it gives is no legal record.
  case breaksRules([Fault], line: Int)
}

extension FixFile {
  /// Reads the YAML of a file of corrections.
  public init(yaml: [UInt8]) throws(FixError) {
    let root: YAMLNode
    do throws(YAMLError) { root = try YAMLNode.parse(yaml) } catch { throw .yaml(error) }
    let entries: [YAMLNode]
    (by, date, entries) = try FixFile.head(of: root, list: "fixes")
    var fixes: [Fix] = []
    for entry in entries { fixes.append(try FixFile.fix(entry)) }
    self.fixes = fixes
  }

  /// Who, when, and the list of a file of what a person decides.
  static func head(of root: YAMLNode, list name: String) throws(FixError) -> (String, String, [YAMLNode]) {
    try refuseUnknown(root, ["by", "date", name])
    let by = try text(root, "by")
    let date = try text(root, "date")
    guard CalendarDate.isWellFormed(date) else {
      throw .wrongForm(field: "date", line: root["date"]?.line ?? root.line)
    }
    guard let list = root[name] else { throw .missing(field: name, line: root.line) }
    guard let entries = list.sequence else { throw .wrongForm(field: name, line: list.line) }
    return (by, date, entries)
  }

  private static func fix(_ entry: YAMLNode) throws(FixError) -> Fix {
    try refuseUnknown(entry, ["id", "quote", "nth", "set", "why"])
    let target: Fix.Target
    if let id = entry["id"] {
      for other in ["quote", "nth"] {
        if let given = entry[other] { throw .wrongForm(field: other, line: given.line) }
      }
      guard let string = id.string else { throw .wrongForm(field: "id", line: id.line) }
      target = .id(string)
    } else if let quote = entry["quote"]?.string, !quote.isEmpty {
      let nth = entry["nth"]?.int
      if let given = entry["nth"], nth.map({ $0 < 1 }) ?? true { throw .wrongForm(field: "nth", line: given.line) }
      target = .quote(quote, nth: nth)
    } else {
      throw .missing(field: "id, quote", line: entry.line)
    }
    guard let set = entry["set"] else { throw .missing(field: "set", line: entry.line) }
    return Fix(target: target, fields: try fields(set), why: try text(entry, "why"), line: entry.line)
  }

  /// What a mapping `set` sets.
  static func fields(_ set: YAMLNode) throws(FixError) -> [(name: String, value: JSON?)] {
    guard let pairs = set.mapping, !pairs.isEmpty else { throw .wrongForm(field: "set", line: set.line) }
    return pairs.map { ($0.key, value($0.value)) }
  }

  /// A scalar is a string; `~` and an empty list remove a field.
  private static func value(_ node: YAMLNode) -> JSON? {
    if let list = node.sequence {
      let values = list.compactMap { value($0) }
      return values.isEmpty ? nil : .array(values)
    }
    if let pairs = node.mapping {
      var object = JSONObject()
      for pair in pairs { object[pair.key] = value(pair.value) }
      return .object(object)
    }
    guard let string = node.string, !node.isNull else { return nil }
    return .string(string)
  }

  static func text(_ node: YAMLNode, _ field: String) throws(FixError) -> String {
    guard let found = node[field] else { throw .missing(field: field, line: node.line) }
    guard let string = found.string, !string.isEmpty else { throw .wrongForm(field: field, line: found.line) }
    return string
  }

  static func refuseUnknown(_ node: YAMLNode, _ known: [String]) throws(FixError) {
    guard let pairs = node.mapping else { throw .wrongForm(field: known.joined(separator: ", "), line: node.line) }
    for pair in pairs where !known.contains(pair.key) { throw .unknownField(pair.key, line: pair.keyNode.line) }
  }
}
