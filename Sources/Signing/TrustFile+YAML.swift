import Archive
import Plan
import Vocabulary

extension TrustFile {
  /// Reads the YAML of a trust file.
  public init(yaml: [UInt8]) throws(FormError) {
    let root = try YAMLNode.form(yaml)
    try root.refuseOthers(than: ["keys"])
    guard let list = root["keys"] else { throw FormError(root, .missing(field: "keys")) }
    guard let entries = list.sequence else { throw FormError(list, .wrongForm(field: "keys")) }
    var keys: [String: Key] = [:]
    var lines: [String: Int] = [:]
    for entry in entries {
      let key = try Key(entry)
      if let first = lines.updateValue(entry.line, forKey: key.id) {
        throw FormError(entry, .duplicate(firstLine: first))
      }
      keys[key.id] = key
    }
    self.keys = keys
  }
}

extension TrustFile.Key {
  init(_ entry: YAMLNode) throws(FormError) {
    try entry.refuseOthers(than: ["city", "holder", "key", "publicKey", "from", "to", "revoked"])
    id = try TrustFile.Key.id(entry)
    holder = try entry.text("holder")
    city = try entry.city("city").map { CityReference(code: $0.code, name: $0.name) }
    from = try entry.day("from")
    to = try entry.day("to")
    if let from, let to, let node = entry["to"], to < from { throw FormError(node, .wrongForm(field: "to")) }
    revoked = try entry["revoked"].map { (node) throws(FormError) in
      try node.refuseOthers(than: ["date", "reason"])
      guard let date = try node.day("date") else { throw FormError(node, .missing(field: "date")) }
      return TrustFile.Revocation(date: date, reason: try node.text("reason"))
    }
  }

  /// The id that stands there, or that of the public key that does; where both do, they are one.
  package static func id(_ entry: YAMLNode) throws(FormError) -> String {
    let stated = try entry.text("key")
    if let stated, let node = entry["key"], !SHA256Hex.isHex(stated.utf8) {
      throw FormError(node, .wrongForm(field: "key"))
    }
    guard let node = entry["publicKey"] else {
      guard let stated else { throw FormError(entry, .missing(field: "key")) }
      return stated
    }
    guard let pem = node.string, let key = PublicKey(pem: Array(pem.utf8)), stated == nil || stated == key.id else {
      throw FormError(node, .wrongForm(field: "publicKey"))
    }
    return key.id
  }
}

extension YAMLNode {
  /// The day of a field; `nil` where it is not there.
  package func day(_ field: String) throws(FormError) -> CalendarDate? {
    guard let node = self[field], let string = try text(field) else { return nil }
    guard let day = CalendarDate(string) else { throw FormError(node, .wrongForm(field: field)) }
    return day
  }
}
