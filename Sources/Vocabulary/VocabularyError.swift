/// Why a vocabulary file was refused.
public enum VocabularyError: Error, Sendable, Equatable {
  /// The file is no YAML document that is accepted here.
  case yaml(YAMLError)
  /// The value at this place is missing or of another shape than the one named.
  case shape(line: Int, column: Int, expected: String)
  /// The term stands twice in the file.
  case duplicate(line: Int, column: Int, term: String)
  /// The word at this place is none of the known ones; of keys and codes that people write.
  case unknown(line: Int, column: Int, word: String, known: [String])

  /// Where in the file, both from 1.
  public var place: (line: Int, column: Int) {
    switch self {
    case .yaml(let error): (error.line, error.column)
    case .shape(let line, let column, _), .duplicate(let line, let column, _),
      .unknown(let line, let column, _, _):
      (line, column)
    }
  }
}

extension YAMLNode {
  static func vocabulary(_ bytes: [UInt8]) throws(VocabularyError) -> YAMLNode {
    do {
      return try parse(bytes)
    } catch {
      throw .yaml(error)
    }
  }

  func shapeError(_ expected: String) -> VocabularyError {
    .shape(line: line, column: column, expected: expected)
  }

  func requiredString() throws(VocabularyError) -> String {
    guard let string, !string.utf8.isEmpty else { throw shapeError("a string") }
    return string
  }

  func requiredSequence() throws(VocabularyError) -> [YAMLNode] {
    guard let sequence else { throw shapeError("a list") }
    return sequence
  }

  func requiredMapping() throws(VocabularyError) -> [YAMLPair] {
    guard let mapping else { throw shapeError("a mapping") }
    return mapping
  }

  func required(_ key: String) throws(VocabularyError) -> YAMLNode {
    guard let value = self[key] else { throw shapeError("a mapping with \(key)") }
    return value
  }

  /// The text of `key`, or nil where the key is absent; an error where it is no string.
  func optionalString(_ key: String) throws(VocabularyError) -> String? {
    guard let value = self[key] else { return nil }
    return try value.requiredString()
  }

  /// The strings of a list, or of lists within it.
  func strings() throws(VocabularyError) -> [(text: String, node: YAMLNode)] {
    guard let sequence else { return [(try requiredString(), self)] }
    var found: [(text: String, node: YAMLNode)] = []
    for element in sequence { found += try element.strings() }
    return found
  }
}
