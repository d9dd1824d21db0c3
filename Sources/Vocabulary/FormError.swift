/// Why a file that a person wrote in YAML can't be used, and where: line and column from 1.
public struct FormError: Error, Sendable {
  public enum Problem: Sendable {
    case yaml(YAMLError.Problem)
    case missing(field: String)
    case unknownField(String)
    /// The value has another form than the field asks for.
    case wrongForm(field: String)
    case unknownCity(String)
    /// A word that is none of those that the field takes.
    case unknownWord(String, known: [String])
    /// The same stands further above.
    case duplicate(firstLine: Int)
  }

  public let line: Int
  public let column: Int
  public let problem: Problem

  /// An error at a node's place.
  public init(_ node: YAMLNode, _ problem: Problem) { (line, column, self.problem) = (node.line, node.column, problem) }

  /// A file that is no YAML.
  public init(_ error: YAMLError) { (line, column, problem) = (error.line, error.column, .yaml(error.problem)) }
}

extension YAMLNode {
  /// A form that a person fills in.
  package static func form(_ yaml: [UInt8]) throws(FormError) -> YAMLNode {
    do throws(YAMLError) { return try parse(yaml) } catch { throw FormError(error) }
  }

  /// Refuses what is no mapping, and a mapping with other keys than these.
  package func refuseOthers(than known: [String]) throws(FormError) {
    guard let pairs = mapping else { throw FormError(self, .wrongForm(field: known.joined(separator: ", "))) }
    for pair in pairs where !known.contains(where: { $0.utf8.elementsEqual(pair.key.utf8) }) {
      throw FormError(pair.keyNode, .unknownField(pair.key))
    }
  }

  /// The words of a field; `nil` where it is not there.
  package func text(_ field: String) throws(FormError) -> String? {
    guard let node = self[field] else { return nil }
    guard let string = node.string, !string.isEmpty else { throw FormError(node, .wrongForm(field: field)) }
    return string
  }

  /// The city of a field, by code, full or short name; `nil` where the field is not there.
  package func city(_ field: String) throws(FormError) -> City? {
    guard let name = try text(field), let node = self[field] else { return nil }
    guard let city = Cities.standard.city(named: name) else { throw FormError(node, .unknownCity(name)) }
    return city
  }
}
