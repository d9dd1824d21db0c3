/// A light and its word.
public struct Light: Sendable, Equatable {
  /// The code in JSON: `green`.
  public let code: String
  /// What it is called: it is never shown without.
  public let label: Localized
}

/// Which light shows how a target stands.
public struct LightRules: Sendable {
  /// What has to hold for a light; what is absent is not asked.
  public struct Rule: Sendable {
    public let light: Light
    public let verdicts: [String]
    public let standing: String?
    public let commitment: String?
    /// At most so many points behind, a decimal string.
    public let lag: String?
    /// At least so many percent of the target, a decimal string.
    public let reached: String?
    public let isContradicted: Bool?
  }

  /// In the order of the file: the first that fits counts.
  public let rules: [Rule]
  /// In the order of the file.
  public let lights: [Light]

  /// The rules of this version of the program.
  public static let standard = builtIn("lights", PackageResources.lights_yaml, LightRules.init(yaml:))

  /// The words of verdicts, as `track` writes them.
  public static let verdicts = ["met", "exceeded", "missed", "partly", "notReported", "notComparable", "notJudged"]
  /// The words of standings.
  public static let standings = ["inTime", "behind"]
}

extension LightRules {
  /// Reads a file of the form of `lights.yaml`; its header comment tells what the keys mean.
  public init(yaml: [UInt8]) throws(VocabularyError) {
    let root = try YAMLNode.vocabulary(yaml)
    try root.allow(["lights", "rules"])
    var lights: [Light] = []
    for node in try root.required("lights").requiredSequence() {
      try node.allow(["code", "zh", "en"])
      let code = try node.required("code")
      let light = Light(code: try code.requiredString(), label: try Localized(node))
      guard !lights.contains(where: { $0.code.utf8.elementsEqual(light.code.utf8) }) else {
        throw .duplicate(line: code.line, column: code.column, term: light.code)
      }
      lights.append(light)
    }
    var rules: [Rule] = []
    for node in try root.required("rules").requiredSequence() {
      try node.allow(["light", "verdicts", "standing", "commitment", "lag", "reached", "contradicted"])
      let name = try node.required("light").choice(lights.map(\.code))
      guard let light = lights.first(where: { $0.code.utf8.elementsEqual(name.utf8) }) else { continue }
      var verdicts: [String] = []
      for verdict in try node["verdicts"]?.requiredSequence() ?? [] {
        verdicts.append(try verdict.choice(Self.verdicts))
      }
      let contradicted = node["contradicted"]
      if let contradicted, contradicted.bool == nil { throw contradicted.shapeError("true, false") }
      rules.append(
        Rule(
          light: light, verdicts: verdicts, standing: try node["standing"]?.choice(Self.standings),
          commitment: try node["commitment"]?.choice(["firm", "stretch"]), lag: try node["lag"]?.decimal(),
          reached: try node["reached"]?.decimal(), isContradicted: contradicted?.bool))
    }
    self.init(rules: rules, lights: lights)
  }
}

extension Localized {
  /// `zh` and `en` of a mapping.
  init(_ node: YAMLNode) throws(VocabularyError) {
    self.init(zh: try node.required("zh").requiredString(), en: try node.required("en").requiredString())
  }
}

extension YAMLNode {
  /// Refuses a mapping with other keys than these.
  func allow(_ keys: [String]) throws(VocabularyError) {
    for pair in try requiredMapping() where !keys.contains(where: { $0.utf8.elementsEqual(pair.key.utf8) }) {
      throw .unknown(line: pair.keyNode.line, column: pair.keyNode.column, word: pair.key, known: keys)
    }
  }

  /// One of some words.
  func choice(_ known: [String]) throws(VocabularyError) -> String {
    let word = try requiredString()
    guard known.contains(where: { $0.utf8.elementsEqual(word.utf8) }) else {
      throw .unknown(line: line, column: column, word: word, known: known)
    }
    return word
  }

  /// A decimal string that is not negative.
  func decimal() throws(VocabularyError) -> String {
    let text = try requiredString()
    guard isPositiveDecimal(text) || text.utf8.elementsEqual("0".utf8) else { throw shapeError("a decimal number") }
    return text
  }
}
