import Archive
import Plan
import Vocabulary

/// Why a trust file can't be used, and where: line and column from 1.
public struct TrustError: Error, Sendable {
  public enum Problem: Sendable {
    case yaml(YAMLError.Problem)
    case missing(field: String)
    case unknownField(String)
    /// The value has another form than the field asks for.
    case wrongForm(field: String)
    case unknownCity(String)
    /// The same key stands further above.
    case duplicate(firstLine: Int)
  }

  public let line: Int
  public let column: Int
  public let problem: Problem

  init(_ node: YAMLNode, _ problem: Problem) { (line, column, self.problem) = (node.line, node.column, problem) }

  init(_ error: YAMLError) { (line, column, problem) = (error.line, error.column, .yaml(error.problem)) }
}

extension TrustFile {
  /// Reads the YAML of a trust file.
  public init(yaml: [UInt8]) throws(TrustError) {
    let root: YAMLNode
    do throws(YAMLError) { root = try YAMLNode.parse(yaml) } catch { throw TrustError(error) }
    try root.refuseOthers(than: ["keys"])
    guard let list = root["keys"] else { throw TrustError(root, .missing(field: "keys")) }
    guard let entries = list.sequence else { throw TrustError(list, .wrongForm(field: "keys")) }
    var keys: [String: Key] = [:]
    var lines: [String: Int] = [:]
    for entry in entries {
      let key = try Key(entry)
      if let first = lines.updateValue(entry.line, forKey: key.id) {
        throw TrustError(entry, .duplicate(firstLine: first))
      }
      keys[key.id] = key
    }
    self.keys = keys
  }
}

extension TrustFile.Key {
  init(_ entry: YAMLNode) throws(TrustError) {
    try entry.refuseOthers(than: ["city", "holder", "key", "publicKey", "from", "to", "revoked"])
    id = try TrustFile.Key.id(entry)
    holder = try entry.text("holder")
    city = try TrustFile.Key.city(entry)
    from = try entry.day("from")
    to = try entry.day("to")
    if let from, let to, let node = entry["to"], to < from { throw TrustError(node, .wrongForm(field: "to")) }
    revoked = try entry["revoked"].map { (node) throws(TrustError) in
      try node.refuseOthers(than: ["date", "reason"])
      guard let date = try node.day("date") else { throw TrustError(node, .missing(field: "date")) }
      return TrustFile.Revocation(date: date, reason: try node.text("reason"))
    }
  }

  /// The id that stands there, or that of the public key that does; where both do, they are one.
  private static func id(_ entry: YAMLNode) throws(TrustError) -> String {
    let stated = try entry.text("key")
    if let stated, let node = entry["key"], !SHA256Hex.isHex(stated.utf8) {
      throw TrustError(node, .wrongForm(field: "key"))
    }
    guard let node = entry["publicKey"] else {
      guard let stated else { throw TrustError(entry, .missing(field: "key")) }
      return stated
    }
    guard let pem = node.string, let key = PublicKey(pem: Array(pem.utf8)), stated == nil || stated == key.id else {
      throw TrustError(node, .wrongForm(field: "publicKey"))
    }
    return key.id
  }

  private static func city(_ entry: YAMLNode) throws(TrustError) -> CityReference? {
    guard let node = entry["city"], let name = try entry.text("city") else { return nil }
    guard let city = Cities.standard.city(named: name) else { throw TrustError(node, .unknownCity(name)) }
    return CityReference(code: city.code, name: city.name)
  }
}

extension YAMLNode {
  fileprivate func refuseOthers(than known: [String]) throws(TrustError) {
    guard let pairs = mapping else { throw TrustError(self, .wrongForm(field: known.joined(separator: ", "))) }
    for pair in pairs where !known.contains(pair.key) { throw TrustError(pair.keyNode, .unknownField(pair.key)) }
  }

  fileprivate func text(_ field: String) throws(TrustError) -> String? {
    guard let node = self[field] else { return nil }
    guard let string = node.string, !string.isEmpty else { throw TrustError(node, .wrongForm(field: field)) }
    return string
  }

  fileprivate func day(_ field: String) throws(TrustError) -> CalendarDate? {
    guard let node = self[field], let string = try text(field) else { return nil }
    guard let day = CalendarDate(string) else { throw TrustError(node, .wrongForm(field: field)) }
    return day
  }
}
