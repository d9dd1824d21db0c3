/// Terms of plans that name one thing: 改厕 and 厕所革命.
///
/// They are for comparing. Records keep every term as it is written.
public struct Synonyms: Sendable {
  /// The terms of each thing, two at least, in the order of the file.
  public let groups: [[String]]

  /// The terms of this version of the format; a damaged file ends the process.
  public static let standard = builtIn("synonyms", PackageResources.synonyms_yaml, Synonyms.init(yaml:))
}

extension Synonyms {
  /// Reads the vocabulary file `synonyms.yaml`; its header comment tells what the lines mean.
  ///
  /// A term stands once in the file.
  public init(yaml: [UInt8]) throws(VocabularyError) {
    let root = try YAMLNode.vocabulary(yaml)
    try root.allow(["synonyms"])
    var seen: Set<[UInt8]> = []
    var groups: [[String]] = []
    for node in try root.required("synonyms").requiredSequence() {
      var terms: [String] = []
      for (term, place) in try node.strings() {
        guard seen.insert(Array(term.utf8)).inserted else {
          throw .duplicate(line: place.line, column: place.column, term: term)
        }
        terms.append(term)
      }
      guard terms.count > 1 else { throw node.shapeError("two terms or more") }
      groups.append(terms)
    }
    self.groups = groups
  }
}
