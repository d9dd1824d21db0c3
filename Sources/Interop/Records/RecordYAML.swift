import Packaging
import Plan
import Vocabulary

/// YAML: all revisions, people and texts of a bundle in one file that a person can read and edit.
///
///     format: jdx-records
///     version: "1.0"
///     documents: […]
///     items: […]
///     indicators: […]
///     links: […]
///     history: {documents: […], …}
///     contacts: […]
///     texts: […]
///
/// Members are those of the records; quantities stay strings.
public enum RecordYAML {
  /// Beyond it a file is better carried as JSON Lines.
  static let limits = YAMLLimits(depth: 100, nodes: 4_000_000, bytes: 128 << 20)

  /// Writes what a bundle holds but its original files.
  ///
  /// - Parameter withContacts: whether the people named by the documents go along.
  public static func written(_ contents: BundleContents, _ view: View, withContacts: Bool) -> [UInt8] {
    let writer = YAMLWriter()
    writer.mapping {
      writer.plain("format")
      writer.string(ExchangeForm.marker)
      writer.plain("version")
      writer.string(BundleFormat.version)
      for type in RecordType.allCases { list(type.plural, view.rows(type).map(\.line), writer) }
      let past = RecordType.allCases.filter { !(view.history[$0] ?? []).isEmpty }
      if !past.isEmpty {
        writer.plain("history")
        writer.mapping { for type in past { list(type.plural, view.history[type]?.map(\.line) ?? [], writer) } }
      }
      if withContacts { list("contacts", contents.sortedContacts, writer) }
      let texts = contents.sortedTexts
      if !texts.isEmpty {
        writer.plain("texts")
        writer.sequence { for text in texts { writer.string(text) } }
      }
    }
    return writer.finished()
  }

  private static func list(_ name: String, _ records: [JSONObject], _ writer: borrowing YAMLWriter) {
    guard !records.isEmpty else { return }
    writer.plain(name)
    writer.sequence { for record in records { write(.object(record), writer) } }
  }

  /// What a person looks for first; all other members follow by name, hashes last.
  private static let order = [
    "id", "kind", "type", "role", "category", "number", "title", "aim", "text", "subject", "comparator", "low", "high",
    "unit", "valueKind", "commitment", "quote",
  ]
  private static let last = ["spans", "source", "adapter", "reading", "parents", "heads", "revision"]

  private static func write(_ value: JSON, _ writer: borrowing YAMLWriter) {
    switch value {
    case .string(let text): writer.string(text)
    case .integer(let number): writer.plain(String(number))
    case .bool(let truth): writer.plain(truth ? "true" : "false")
    case .array(let values): writer.sequence { for value in values { write(value, writer) } }
    case .object(let object):
      let keys = object.members.map(\.key)
      let middle = keys.filter { !order.contains($0) && !last.contains($0) }
      writer.mapping {
        for key in order.filter(keys.contains) + middle + last.filter(keys.contains) {
          guard let value = object[key] else { continue }
          writer.string(key)
          write(value, writer)
        }
      }
    }
  }

  // MARK: Reading

  static func begins(_ bytes: [UInt8]) -> Bool {
    let start = String(decoding: bytes.prefix(4096), as: UTF8.self)
    return start.split(whereSeparator: \.isNewline).contains { line in
      line == "format: \(ExchangeForm.marker)" || line == "format: \"\(ExchangeForm.marker)\""
    }
  }

  /// Reads what `written` wrote.
  public static func read(_ bytes: [UInt8]) throws(InteropError) -> BundleContents {
    let root = try parse(bytes)
    var collector = RecordCollector()
    for pair in root.mapping ?? [] {
      if let type = type(ofList: pair.key) {
        try add(pair.value, type, to: &collector)
        continue
      }
      switch pair.key {
      case "format", "version": break
      case "history":
        for past in try mapping(pair.value, "history") {
          guard let type = type(ofList: past.key) else {
            throw .unknown(what: past.key, line: past.keyNode.line)
          }
          try add(past.value, type, to: &collector)
        }
      case "contacts":
        for node in try sequence(pair.value, "contacts") {
          collector.add(contact: try object(node, .link), at: "line \(node.line)")
        }
      case "texts":
        for node in try sequence(pair.value, "texts") {
          guard let text = node.string else { throw .wrongForm(what: "texts", line: node.line) }
          collector.add(text: text)
        }
      default: throw .unknown(what: pair.key, line: pair.keyNode.line)
      }
    }
    return try collector.finished()
  }

  /// The records of one type that stand as rows in a file, with the lines where they begin.
  static func rows(_ root: YAMLNode, _ type: RecordType) throws(InteropError) -> [(object: JSONObject, line: Int)] {
    guard let list = root[type.plural] else { return [] }
    var rows: [(object: JSONObject, line: Int)] = []
    for node in try sequence(list, type.plural) { rows.append((try object(node, type), node.line)) }
    return rows
  }

  /// The tree of a file of ours, its version checked.
  static func parse(_ bytes: [UInt8]) throws(InteropError) -> YAMLNode {
    let root: YAMLNode
    do throws(YAMLError) { root = try YAMLNode.parse(bytes, limits: limits) } catch { throw .yaml(error) }
    try checkVersion(root["version"]?.string ?? "")
    return root
  }

  private static func type(ofList name: String) -> RecordType? { RecordType.allCases.first { $0.plural == name } }

  private static func add(_ list: YAMLNode, _ type: RecordType, to collector: inout RecordCollector)
    throws(InteropError)
  {
    for node in try sequence(list, type.plural) {
      collector.add(type, try object(node, type), at: "line \(node.line)")
    }
  }

  private static func sequence(_ node: YAMLNode, _ what: String) throws(InteropError) -> [YAMLNode] {
    guard let nodes = node.sequence else { throw .wrongForm(what: what, line: node.line) }
    return nodes
  }

  private static func mapping(_ node: YAMLNode, _ what: String) throws(InteropError) -> [YAMLPair] {
    guard let pairs = node.mapping else { throw .wrongForm(what: what, line: node.line) }
    return pairs
  }

  private static func object(_ node: YAMLNode, _ type: RecordType) throws(InteropError) -> JSONObject {
    guard let object = json(node, under: "", type, isOpen: false)?.object else {
      throw .wrongForm(what: type.plural, line: node.line)
    }
    return object
  }

  /// A value by what its member holds: `low: 12` is the string `12`, whoever typed it without quotes.
  ///
  /// - Parameter isOpen: inside an extension or a link's evidence, where the form of a scalar alone tells.
  private static func json(_ node: YAMLNode, under key: String, _ type: RecordType, isOpen: Bool) -> JSON? {
    if let nodes = node.sequence { return .array(nodes.compactMap { json($0, under: key, type, isOpen: isOpen) }) }
    if let pairs = node.mapping {
      var object = JSONObject()
      for pair in pairs {
        let opens = isOpen || pair.key.hasPrefix("x-") || pair.key == "evidence"
        object[pair.key] = json(pair.value, under: pair.key, type, isOpen: opens)
      }
      return .object(object)
    }
    if node.isNull { return nil }
    let counts = ["start", "end", "scalars", "version"]
    if isOpen || counts.contains(key) || key == "number" && type == .item, let number = node.int,
      abs(Double(number)) < 0x1p53, String(number) == node.string
    {
      return .integer(number)
    }
    if isOpen || key == "removed", let truth = node.bool { return .bool(truth) }
    return node.string.map(JSON.string)
  }
}
