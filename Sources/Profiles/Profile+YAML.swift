import Plan
import Vocabulary

extension Profile {
  /// How large a profile may be.
  public static let limits = YAMLLimits(depth: 8, nodes: 20_000, bytes: 1 << 20)

  /// Reads a profile; everything that is wrong with it is told at once.
  public init(yaml: [UInt8]) throws(ProfileError) {
    var reader = ProfileReader()
    let root = try ProfileReader.parse(yaml)
    let profile = reader.profile(root)
    guard let profile, reader.problems.isEmpty else {
      throw ProfileError(problems: reader.problems.sorted { ($0.line, $0.column) < ($1.line, $1.column) })
    }
    self = profile
  }
}

extension Profile.Words {
  /// Reads the words of a shape, which stand at the top of a file of their own.
  init(yaml: [UInt8]) throws(ProfileError) {
    var reader = ProfileReader()
    let root = try ProfileReader.parse(yaml)
    reader.refuseOthers(root, than: ProfileReader.wordKeys)
    self = reader.words(root)
    guard reader.problems.isEmpty else { throw ProfileError(problems: reader.problems) }
  }
}

/// Turns the values of a profile's file into a profile and notes what is wrong with them.
struct ProfileReader {
  private(set) var problems: [ProfileProblem] = []

  static let wordKeys = ["columns", "labels", "form", "parts", "boilerplate", "unitEndings", "categories"]
  private static let keys = ["profile", "version", "name", "summary", "kind", "shape", "evidence"] + wordKeys
  private static let signs = ["title", "columns", "header", "heading", "parts", "labels", "words"]

  static func parse(_ yaml: [UInt8]) throws(ProfileError) -> YAMLNode {
    do throws(YAMLError) { return try YAMLNode.parse(yaml, limits: Profile.limits) } catch {
      throw ProfileError(
        problems: [ProfileProblem(line: error.line, column: error.column, rule: .yaml(error.problem))])
    }
  }

  private mutating func note(_ node: YAMLNode, _ rule: ProfileProblem.Rule) {
    problems.append(ProfileProblem(line: node.line, column: node.column, rule: rule))
  }

  // MARK: The whole

  mutating func profile(_ root: YAMLNode) -> Profile? {
    guard root.mapping != nil else {
      note(root, .wrongForm(.mapping))
      return nil
    }
    refuseOthers(root, than: ProfileReader.keys)
    let id = required("profile", in: root).flatMap { identifier($0) }
    let version = required("version", in: root).flatMap { whole($0, 1...1_000_000) }
    let name = required("name", in: root).flatMap { phrase($0) }
    let summary = required("summary", in: root).flatMap { phrase($0) }
    let kind = required("kind", in: root).flatMap { choice($0, Document.Kind.self) }
    let shape = required("shape", in: root).flatMap { choice($0, Profile.Shape.self) }
    let evidence = required("evidence", in: root).map { self.evidence($0) }
    let words = self.words(root)
    guard let id, let version, let name, let summary, let kind, let shape, let evidence else { return nil }
    return Profile(
      id: id, version: version, name: name, summary: summary, kind: kind, shape: shape, evidence: evidence,
      words: words)
  }

  mutating func words(_ root: YAMLNode) -> Profile.Words {
    var words = Profile.Words()
    words.columns = byKey(root["columns"], Profile.Column.self) { $0.patterns($1, &$2) }
    words.labels = byKey(root["labels"], Profile.Column.self) { $0.strings($1, &$2) }
    words.form = byKey(root["form"], Profile.Field.self) { $0.strings($1, &$2) }
    words.parts = byKey(root["parts"], Profile.Part.self) { $0.patterns($1, &$2) }
    var seen: [String: Int] = [:]
    words.boilerplate = root["boilerplate"].map { patterns($0, &seen) } ?? []
    seen = [:]
    words.unitEndings = root["unitEndings"].map { strings($0, &seen) } ?? []
    words.categories = categories(root["categories"])
    return words
  }

  // MARK: Parts

  private mutating func evidence(_ node: YAMLNode) -> [Profile.Evidence] {
    guard let entries = list(node) else { return [] }
    return entries.compactMap { entry in
      guard entry.mapping != nil else {
        note(entry, .wrongForm(.mapping))
        return nil
      }
      refuseOthers(entry, than: ["points"] + ProfileReader.signs)
      let points = required("points", in: entry).flatMap { whole($0, -100...100) }
      let stated = ProfileReader.signs.filter { entry[$0] != nil }
      guard let points, stated.count == 1, let sign = stated.first, let value = entry[sign] else {
        if stated.count != 1 { note(entry, .oneSign(known: ProfileReader.signs)) }
        return nil
      }
      var seen: [String: Int] = [:]
      switch sign {
      case "title": return Profile.Evidence(points: points, sign: .title(patterns(value, &seen)))
      case "header": return Profile.Evidence(points: points, sign: .header(patterns(value, &seen)))
      case "heading": return Profile.Evidence(points: points, sign: .heading(patterns(value, &seen)))
      case "words": return Profile.Evidence(points: points, sign: .words(strings(value, &seen)))
      case "parts": return Profile.Evidence(points: points, sign: .parts(choices(value, Profile.Part.self)))
      case "labels": return Profile.Evidence(points: points, sign: .labels(choices(value, Profile.Column.self)))
      default: return Profile.Evidence(points: points, sign: .columns(choices(value, Profile.Column.self)))
      }
    }
  }

  private mutating func categories(_ node: YAMLNode?) -> [String: [String]] {
    guard let pairs = node.flatMap({ mapping($0) }) else { return [:] }
    var out: [String: [String]] = [:]
    var seen: [String: Int] = [:]
    let known = Categories.standard.all.map(\.code)
    for pair in pairs {
      if known.contains(pair.key) {
        out[pair.key] = strings(pair.value, &seen)
      } else {
        note(pair.keyNode, .unknownKey(pair.key, near: nearMiss(of: pair.key, among: known), known: known))
      }
    }
    return out
  }

  /// A mapping whose keys are the cases of a type.
  private mutating func byKey<Key: RawRepresentable & CaseIterable & Hashable, Value>(
    _ node: YAMLNode?, _: Key.Type, _ read: (inout ProfileReader, YAMLNode, inout [String: Int]) -> Value
  ) -> [Key: Value] where Key.RawValue == String {
    guard let pairs = node.flatMap({ mapping($0) }) else { return [:] }
    var out: [Key: Value] = [:]
    var seen: [String: Int] = [:]
    let known = Key.allCases.map(\.rawValue)
    for pair in pairs {
      if let key = Key(rawValue: pair.key) {
        out[key] = read(&self, pair.value, &seen)
      } else {
        note(pair.keyNode, .unknownKey(pair.key, near: nearMiss(of: pair.key, among: known), known: known))
      }
    }
    return out
  }

  // MARK: Values

  mutating func refuseOthers(_ node: YAMLNode, than known: [String]) {
    for pair in node.mapping ?? [] where !known.contains(pair.key) {
      note(pair.keyNode, .unknownKey(pair.key, near: nearMiss(of: pair.key, among: known), known: known))
    }
  }

  private mutating func required(_ key: String, in node: YAMLNode) -> YAMLNode? {
    if let value = node[key] { return value }
    note(node, .missing(key: key))
    return nil
  }

  private mutating func mapping(_ node: YAMLNode) -> [YAMLPair]? {
    if let pairs = node.mapping { return pairs }
    note(node, .wrongForm(.mapping))
    return nil
  }

  private mutating func list(_ node: YAMLNode) -> [YAMLNode]? {
    if let nodes = node.sequence, !nodes.isEmpty { return nodes }
    note(node, .wrongForm(.list))
    return nil
  }

  private mutating func text(_ node: YAMLNode) -> String? {
    if let string = node.string, !node.isNull, !string.isEmpty { return string }
    note(node, .wrongForm(.text))
    return nil
  }

  private mutating func whole(_ node: YAMLNode, _ range: ClosedRange<Int>) -> Int? {
    guard let value = node.int else {
      note(node, .wrongForm(.wholeNumber))
      return nil
    }
    if range.contains(value) { return value }
    note(node, .outOfRange(value, least: range.lowerBound, most: range.upperBound))
    return nil
  }

  /// Lower-case words of letters, digits and hyphens, parted by a point.
  private mutating func identifier(_ node: YAMLNode) -> String? {
    guard let text = text(node) else { return nil }
    let words = text.split(separator: ".", omittingEmptySubsequences: false)
    let isName =
      words.count <= 4
      && words.allSatisfy { word in
        word.first?.isLowercase ?? false && word.utf8.count <= 40
          && word.utf8.allSatisfy { (0x61...0x7A).contains($0) || (0x30...0x39).contains($0) || $0 == 0x2D }
      }
    if isName { return text }
    note(node, .wrongForm(.identifier))
    return nil
  }

  private mutating func choice<Value: RawRepresentable & CaseIterable>(_ node: YAMLNode, _: Value.Type) -> Value?
  where Value.RawValue == String {
    guard let text = text(node) else { return nil }
    if let value = Value(rawValue: text) { return value }
    let known = Value.allCases.map(\.rawValue)
    note(node, .unknownValue(text, near: nearMiss(of: text, among: known), known: known))
    return nil
  }

  private mutating func choices<Value: RawRepresentable & CaseIterable>(_ node: YAMLNode, _ type: Value.Type) -> [Value]
  where Value.RawValue == String {
    (list(node) ?? []).compactMap { choice($0, type) }
  }

  private mutating func phrase(_ node: YAMLNode) -> Localized? {
    guard mapping(node) != nil else { return nil }
    refuseOthers(node, than: ["zh", "en"])
    let zh = required("zh", in: node).flatMap { text($0) }
    let en = required("en", in: node).flatMap { text($0) }
    guard let zh, let en else { return nil }
    return Localized(zh: zh, en: en)
  }

  /// The elements of a list, or of lists within it, which only keep its lines short.
  private mutating func leaves(_ node: YAMLNode) -> [YAMLNode] {
    (list(node) ?? []).flatMap { $0.sequence ?? [$0] }
  }

  private mutating func strings(_ node: YAMLNode, _ seen: inout [String: Int]) -> [String] {
    leaves(node).compactMap { element in
      guard let text = text(element) else { return nil }
      if let first = seen.updateValue(element.line, forKey: text) {
        note(element, .duplicate(text, firstLine: first))
      }
      return text
    }
  }

  private mutating func patterns(_ node: YAMLNode, _ seen: inout [String: Int]) -> [LinePattern] {
    leaves(node).compactMap { element in
      guard let text = text(element) else { return nil }
      if let first = seen.updateValue(element.line, forKey: text) {
        note(element, .duplicate(text, firstLine: first))
      }
      if let pattern = LinePattern(text) { return pattern }
      note(element, .boundless(text))
      return nil
    }
  }
}
