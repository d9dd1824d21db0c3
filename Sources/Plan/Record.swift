import Crypto

/// The four kinds of record.
public enum RecordType: String, Sendable, CaseIterable {
  case document, item, indicator, link

  /// The stem of its files: `records/documents.jsonl`.
  public var plural: String { rawValue + "s" }
}

/// The hash that names one state of a record.
public enum Revision {
  /// SHA-256, lower-case hex, of the record's canonical JSON without `revision`.
  public static func of(_ body: JSONObject) -> String {
    hex(SHA256.hash(data: body.without(["revision"]).canonical))
  }

  static func hex(_ digest: some Sequence<UInt8>) -> String {
    let digit = { (value: UInt8) in value < 10 ? UInt8(ascii: "0") + value : UInt8(ascii: "a") - 10 + value }
    return String(unsafeUninitializedCapacity: 64) { digits in
      var count = 0
      for byte in digest where count + 1 < digits.count {
        digits.initializeElement(at: count, to: digit(byte >> 4))
        digits.initializeElement(at: count + 1, to: digit(byte & 15))
        count += 2
      }
      return count
    }
  }

  static func isWellFormed(_ string: String) -> Bool {
    string.utf8.count == 64 && string.utf8.allSatisfy { (48...57).contains($0) || (97...102).contains($0) }
  }
}

/// One revision of one record: an immutable value named by its hash.
public struct Record: Sendable {
  public let type: RecordType
  /// All members but `revision`.
  public let body: JSONObject
  public let id: String
  /// SHA-256 of `body`, computed, never taken on trust.
  public let revision: String
  /// The revisions it replaces, ascending.
  public let parents: [String]
  /// Whether it is a tombstone: the record was in an earlier reading and is gone.
  public let isRemoved: Bool
  /// The revision of the document record by whose text its spans count; absent on documents and tombstones.
  public let reading: String?
  /// Whether a person made it.
  public let isEdit: Bool

  /// A record as an import or a person makes it.
  public init(_ type: RecordType, _ content: JSONObject, parents: [String] = [], change: Change? = nil) {
    var body = content.without(["revision"])
    body.set("parents", Array(Set(parents)).sorted())
    body.set("change", change?.json)
    self.init(type, body: body)
  }

  /// A tombstone.
  public init(removing id: String, _ type: RecordType, parents: [String]) {
    var body = JSONObject()
    body.set("id", id)
    body["removed"] = .bool(true)
    self.init(type, body, parents: parents)
  }

  /// - Parameter revision: that of the body, where it is known.
  private init(_ type: RecordType, body: JSONObject, revision: String? = nil) {
    self.type = type
    self.body = body
    id = body["id"]?.string ?? ""
    self.revision = revision ?? Revision.of(body)
    parents = body["parents"]?.array?.compactMap(\.string) ?? []
    isRemoved = body["removed"] == .bool(true)
    reading = body["reading"]?.string
    isEdit = body["change"] != nil
  }

  /// A record read back; faults say what is wrong with it, the revision among them.
  public static func read(_ type: RecordType, _ object: JSONObject) -> (record: Record, faults: [Fault]) {
    read(type, object, revision: nil)
  }

  /// The same of a line of a file.
  public static func read(_ type: RecordType, _ line: RecordLine) -> (record: Record, faults: [Fault]) {
    read(type, line.object, revision: line.revision)
  }

  private static func read(
    _ type: RecordType, _ object: JSONObject, revision: String?
  ) -> (record: Record, faults: [Fault]) {
    var body = object
    body["revision"] = nil
    let record = Record(type, body: body, revision: revision)
    var field = FieldReader(object)
    let stated = field.sha256("revision", required: true)
    if let stated, stated != record.revision { field.fault(.revision, "revision", record.revision) }
    let parents = field.strings("parents")
    for (index, parent) in parents.enumerated() where !Revision.isWellFormed(parent) {
      field.fault(.sha256, "parents/\(index)", parent)
    }
    if parents.count > 1, parents != Array(Set(parents)).sorted() { field.fault(.order, "parents") }
    _ = field.change()
    if record.isRemoved {
      _ = field.raw("removed")
      _ = field.identifier()
      if parents.isEmpty { field.fault(.missing, "parents") }
    } else {
      _ = field.redacted()
      switch type {
      case .document: _ = Document(&field)
      case .item: _ = Item(&field)
      case .indicator: _ = Indicator(&field)
      case .link: Link.check(&field)
      }
    }
    field.refuseUnknown()
    return (record, field.faults.map { Fault($0.code, record: record.id, path: $0.path, detail: $0.detail) })
  }

  /// The record as it stands on a line of its own: body and revision.
  public var line: JSONObject {
    var object = body
    object.set("revision", revision)
    return object
  }

  public var document: Document? { decode(.document, Document.init) }
  public var item: Item? { decode(.item, Item.init) }
  public var indicator: Indicator? { decode(.indicator, Indicator.init) }

  private func decode<T>(_ wanted: RecordType, _ make: (inout FieldReader) -> T) -> T? {
    guard type == wanted, !isRemoved else { return nil }
    var field = FieldReader(body)
    return make(&field)
  }
}

/// What relates two records; links are made by matching and travel like every other record.
public enum Link {
  public enum Kind: String, Sendable, CaseIterable {
    case continues, renames, splits, merges, fulfils, contributesTo, sameAs
  }

  static func check(_ field: inout FieldReader) {
    _ = field.identifier()
    _ = field.choice("type", Kind.self, required: true)
    _ = field.reference("from")
    _ = field.reference("to")
    _ = field.decimal("score")
    _ = field.nested("evidence") { $0.acceptAll() }
  }
}
