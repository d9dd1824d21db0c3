import Packaging
import Plan

/// JSON Lines: all revisions, people and texts of a bundle in one file, each line telling what it holds.
///
///     {"format":"jdx-records","version":"1.0"}
///     {"record":{"id":…},"type":"item"}
///     {"history":true,"record":{"id":…},"type":"item"}
///     {"record":{"document":…,"name":…},"type":"contact"}
///     {"text":"…","type":"text"}
///
/// `record` is the line of the bundle's file, member for member; `history` is there on what is no row of the view.
public enum RecordLines {
  /// Writes what a bundle holds but its original files.
  ///
  /// - Parameter withContacts: whether the people named by the documents go along.
  public static func written(_ contents: BundleContents, _ view: View, withContacts: Bool) -> [UInt8] {
    var header = JSONObject()
    header["format"] = .string(ExchangeForm.marker)
    header["version"] = .string(BundleFormat.version)
    var out = line(header)
    for type in RecordType.allCases {
      for row in view.rows(type) { out += line(type.rawValue, row.line) }
      for record in view.history[type] ?? [] { out += line(type.rawValue, record.line, isPast: true) }
    }
    if withContacts { for contact in contents.sortedContacts { out += line("contact", contact) } }
    for text in contents.sortedTexts {
      var object = JSONObject()
      object["text"] = .string(text)
      object["type"] = .string("text")
      out += line(object)
    }
    return out
  }

  private static func line(_ type: String, _ record: JSONObject, isPast: Bool = false) -> [UInt8] {
    var object = JSONObject()
    if isPast { object["history"] = .bool(true) }
    object["record"] = .object(record)
    object["type"] = .string(type)
    return line(object)
  }

  private static func line(_ object: JSONObject) -> [UInt8] { object.canonical + [UInt8(ascii: "\n")] }

  // MARK: Reading

  static func begins(_ bytes: [UInt8]) -> Bool {
    guard bytes.first == UInt8(ascii: "{") else { return false }
    let first = bytes.prefix(200).prefix { $0 != UInt8(ascii: "\n") }
    return (try? JSON.parse(Array(first)))?.object?["format"] == .string(ExchangeForm.marker)
  }

  /// Reads what `written` wrote; blank lines, other orders of lines and members, and CRLF are welcome.
  public static func read(_ bytes: [UInt8]) throws(InteropError) -> BundleContents {
    var collector = RecordCollector()
    var number = 0
    for line in bytes.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false) {
      number += 1
      if line.allSatisfy({ $0 == 0x20 || $0 == 0x09 || $0 == 0x0D }) { continue }
      // The envelope is one level; a joint row holds what revisions hold.
      let limit = JSON.depthLimit + Row.Conflict.depth + 1
      guard let object = (try? JSON.parse(Array(line), depthLimit: limit))?.object else { throw .notJSON(line: number) }
      try take(object, number, into: &collector)
    }
    return try collector.finished()
  }

  private static func take(_ object: JSONObject, _ line: Int, into collector: inout RecordCollector)
    throws(InteropError)
  {
    if object["format"] == .string(ExchangeForm.marker) {
      return try checkVersion(object["version"]?.string ?? "")
    }
    guard let type = object["type"]?.string else { throw .wrongForm(what: "type", line: line) }
    if type == "text" {
      guard let text = object["text"]?.string else { throw .wrongForm(what: "text", line: line) }
      collector.add(text: text)
      return
    }
    guard let record = object["record"]?.object else { throw .wrongForm(what: "record", line: line) }
    if type == "contact" {
      collector.add(contact: record, at: "line \(line)")
    } else if let type = RecordType(rawValue: type) {
      collector.add(type, record, at: "line \(line)")
    } else {
      throw .unknown(what: type, line: line)
    }
  }
}

/// Fails on a version of the format that this program does not know.
func checkVersion(_ version: String) throws(InteropError) {
  guard version.utf8.starts(with: "1.".utf8) else { throw .version(version) }
}

extension BundleContents {
  var sortedContacts: [JSONObject] {
    contacts.keys.sorted { $0.lexicographicallyPrecedes($1) }.compactMap { contacts[$0] }
  }

  /// The texts, by hash; bytes that are no UTF-8 belong to no record.
  var sortedTexts: [String] {
    texts.keys.sorted().compactMap { texts[$0].flatMap { String(validating: $0, as: UTF8.self) } }
  }
}
