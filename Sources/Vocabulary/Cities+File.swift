extension Cities {
  /// Reads the vocabulary file `cities.yaml`; its comments describe the shape.
  public init(yaml: [UInt8]) throws(VocabularyError) {
    let root = try YAMLNode.vocabulary(yaml)
    let peoples = try root.required("peoples").strings().map(\.text)
    var cities: [City] = []
    var seen: Set<String> = []
    for pair in try root.required("divisions").requiredMapping() {
      let name = try pair.value.requiredString()
      cities.append(try City(pair.keyNode, name: name, successor: nil, peoples: peoples))
      guard seen.insert(name).inserted else {
        throw .duplicate(line: pair.value.line, column: pair.value.column, term: name)
      }
    }
    for pair in try root.required("former").requiredMapping() {
      let name = try pair.value.required("name").requiredString()
      let into = try pair.value.required("into").requiredString()
      cities.append(try City(pair.keyNode, name: name, successor: into, peoples: peoples))
    }
    var notBefore: [[Unicode.Scalar]: [[Unicode.Scalar]]] = [:]
    for pair in try root.required("notBefore").requiredMapping() {
      notBefore[Array(pair.key.unicodeScalars)] = try pair.value.strings().map { Array($0.text.unicodeScalars) }
    }
    self.init(
      all: cities, edition: try root.required("edition").requiredString(),
      alsoWords: Set(try root.required("alsoWords").strings().map { Array($0.text.unicodeScalars) }),
      notBefore: notBefore)
  }
}

extension City {
  init(_ key: YAMLNode, name: String, successor: String?, peoples: [String]) throws(VocabularyError) {
    let code = try key.requiredString()
    guard code.utf8.count == 6, code.utf8.allSatisfy({ (0x30...0x39).contains($0) }), code.hasSuffix("00") else {
      throw key.shapeError("a code of six digits that ends in 00")
    }
    self.code = code
    self.name = name
    self.successor = successor
    shortName = City.shortName(name, peoples: peoples)
    level =
      if !code.hasSuffix("0000") { .prefecture } else if name.hasSuffix("市") { .municipality } else { .province }
  }

  /// Cuts the kind of division and the peoples' names; an autonomous prefecture keeps 州 (海南州 is not 海南), and two
  /// characters always stay (内蒙古 is not 内).
  static func shortName(_ name: String, peoples: [String]) -> String {
    func stem(_ suffix: String) -> String? {
      guard name.hasSuffix(suffix), name.unicodeScalars.count > suffix.unicodeScalars.count + 1 else { return nil }
      return String(name.dropLast(suffix.count))
    }
    func withoutPeoples(_ name: String) -> String {
      var name = name
      while let people = peoples.first(where: { name.hasSuffix($0) && name.count > $0.count + 1 }) {
        name = String(name.dropLast(people.count))
      }
      return name
    }
    if let stem = stem("自治州") { return withoutPeoples(stem) + "州" }
    if let stem = stem("自治区") { return withoutPeoples(stem) }
    return stem("特别行政区") ?? stem("地区") ?? stem("省") ?? stem("市") ?? name
  }
}
