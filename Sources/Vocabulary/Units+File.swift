extension Units {
  /// Reads the vocabulary file `units.yaml`; its header comment describes the shape.
  public init(yaml: [UInt8]) throws(VocabularyError) {
    let root = try YAMLNode.vocabulary(yaml)
    var scales: [ScaleWord] = []
    for pair in try root.required("scales").requiredMapping() {
      let factor = try pair.value.requiredString()
      guard factor.utf8.first == UInt8(ascii: "1"), factor.utf8.dropFirst().allSatisfy({ $0 == UInt8(ascii: "0") })
      else { throw pair.value.shapeError("a power of ten") }
      scales.append(ScaleWord(term: pair.key, factor: factor, power: factor.utf8.count - 1))
    }
    var terms: [UnitTerm] = []
    var seen: Set<[UInt8]> = []
    for section in try root.required("terms").requiredMapping() {
      guard let kind = UnitKind(rawValue: section.key) else { throw section.keyNode.shapeError("a kind of unit") }
      for node in try Units.entries(section.value) {
        let term = try Units.term(node, kind: kind)
        guard seen.insert(Array(term.term.utf8)).inserted else {
          throw .duplicate(line: node.line, column: node.column, term: term.term)
        }
        terms.append(term)
      }
    }
    self.init(terms: terms, scales: scales, conversions: try Units.conversions(root["conversions"], between: terms))
  }

  private static func conversions(
    _ node: YAMLNode?, between terms: [UnitTerm]
  ) throws(VocabularyError) -> [UnitConversion] {
    var conversions: [UnitConversion] = []
    for entry in try node?.requiredSequence() ?? [] {
      func base(_ key: String) throws(VocabularyError) -> String {
        let name = try entry.required(key).requiredString()
        guard terms.contains(where: { $0.base == name }) else { throw entry.shapeError("a base of some unit") }
        return name
      }
      let parts = try entry.required("ratio").requiredString().split(separator: "/", omittingEmptySubsequences: false)
      guard parts.count <= 2, let numerator = parts.first.flatMap({ Int($0) }),
        let denominator = parts.count > 1 ? Int(parts[1]) : 1, numerator > 0, denominator > 0
      else { throw entry.shapeError("a ratio that is a whole number or a fraction") }
      conversions.append(
        UnitConversion(from: try base("from"), to: try base("to"), numerator: numerator, denominator: denominator))
    }
    return conversions
  }

  /// The entries of a list, those of the lists within it included.
  private static func entries(_ node: YAMLNode) throws(VocabularyError) -> [YAMLNode] {
    var found: [YAMLNode] = []
    for element in try node.requiredSequence() {
      if element.sequence != nil { found += try entries(element) } else { found.append(element) }
    }
    return found
  }

  private static func term(_ node: YAMLNode, kind: UnitKind) throws(VocabularyError) -> UnitTerm {
    if node.string != nil {
      let term = try node.requiredString()
      return UnitTerm(term: term, kind: kind, symbol: term, base: term, factor: "1")
    }
    let term = try node.required("term").requiredString()
    let factor = try node.optionalString("factor") ?? "1"
    guard isPositiveDecimal(factor) else { throw node.shapeError("a factor that is a positive decimal string") }
    return UnitTerm(
      term: term, kind: kind, symbol: try node.optionalString("as") ?? term,
      base: try node.optionalString("base") ?? term, factor: factor)
  }
}

/// True for `1`, `0.5`, `1000`: digits, at most one point with digits on both sides, and not zero.
func isPositiveDecimal(_ text: String) -> Bool {
  let parts = text.utf8.split(separator: UInt8(ascii: "."), omittingEmptySubsequences: false)
  guard parts.count <= 2 else { return false }
  let areDigits = parts.allSatisfy { !$0.isEmpty && $0.allSatisfy { (0x30...0x39).contains($0) } }
  return areDigits && text.utf8.contains { (0x31...0x39).contains($0) }
}
