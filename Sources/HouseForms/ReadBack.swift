import AdapterKit
import Import
import Plan
import Vocabulary

/// A form that was written, read again as any other file, and held against the records that it was filled with.
///
/// Compared is what is said: of the document its title, city, organisation, period and date; of an item all but its themes
/// and its place; of a figure all but its place.
public struct ReadBack: Sendable {
  /// The ids of records that do not come back.
  public private(set) var missing: [String] = []
  /// The ids of records that come back with another value of these fields.
  public private(set) var changed: [(id: String, fields: [String])] = []
  /// The ids of records that were not there.
  public private(set) var added: [String] = []
  /// How many of the people do not come back.
  public private(set) var missingContacts = 0
  /// What has to be stated when the file is imported, since the form does not tell it.
  public private(set) var given = Given()
  /// Why the file is not imported at all.
  public private(set) var failure: ImportError?

  /// Whether every record comes back as it was.
  public var isWhole: Bool { missing.isEmpty && changed.isEmpty && added.isEmpty && failure == nil }

  /// Reads `bytes` with an adapter.
  public init(_ bytes: [UInt8], named name: String, with adapter: any Adapter, against records: DocumentRecords) {
    let file = SourceFile(displayPath: name, name: name, bytes: bytes)
    var session = ReadBack.session(file, adapter, given)
    let document = records.document
    if session.document?.city != document.city { given.city = Cities.standard.city(code: document.city.code) }
    if session.document?.organization != document.organization { given.organization = document.organization }
    if session.document?.period != document.period { given.year = Int(document.period.end.prefix(4)) }
    if given.city != nil || given.organization != nil || given.year != nil {
      session = ReadBack.session(file, adapter, given)
    }
    // cn370200.市教育局.2031.targetSheet.draft
    let parts = document.id.split(separator: ".")
    if let id = session.document?.id, id != document.id, parts.count > 4 {
      given.name = parts.dropFirst(4).joined(separator: ".")
      session = ReadBack.session(file, adapter, given)
    }
    guard let back = session.document else {
      failure = session.failure
      return
    }
    let old = Said(document, records.items.map(\.json), records.indicators.map(\.json))
    let new = Said(back, session.bodies(.item), session.bodies(.indicator))
    compare(old, new)
    let people = Set(session.imported.flatMap(\.assembly.contacts).map(ReadBack.person))
    missingContacts = records.contacts.count { !people.contains(ReadBack.person($0)) }
  }

  private static func person(_ contact: Contact) -> [String?] {
    [contact.role.rawValue, contact.name, contact.phone, contact.email]
  }

  private static func session(_ file: SourceFile, _ adapter: any Adapter, _ given: Given) -> ImportSession {
    var options = ImportSession.Options()
    options.adapterID = adapter.id
    options.allowMarked = true
    options.given = given
    var session = ImportSession(adapters: [adapter], options: options)
    session.run([file])
    return session
  }

  private mutating func compare(_ old: Said, _ new: Said) {
    for (id, said) in old.records {
      guard let other = new.values[id] else {
        missing.append(id)
        continue
      }
      let fields = Set(said.members.map(\.key) + other.members.map(\.key)).filter { said[$0] != other[$0] }
      if !fields.isEmpty { changed.append((id, fields.sorted())) }
    }
    added = new.records.map(\.id).filter { old.values[$0] == nil }
  }
}

/// What records say, by their ids without that of the document.
private struct Said {
  private(set) var records: [(id: String, said: JSONObject)] = []
  private(set) var values: [String: JSONObject] = [:]
  private let prefix: String

  private static let fields = [
    "parent", "item", "role", "category", "number", "title", "aim", "text", "period", "due", "parties", "benchmark",
    "subject", "comparator", "low", "high", "unit", "valueKind", "qualifiers", "commitment", "quote",
  ]

  init(_ document: Document, _ items: [JSONObject], _ indicators: [JSONObject]) {
    prefix = document.id
    let all = document.json
    var own = JSONObject()
    for key in ["title", "city", "organization", "period", "date"] { own[key] = all[key] }
    add(document.id, own)
    for body in items + indicators {
      var own = JSONObject()
      for key in Said.fields { own[key] = body[key] }
      for key in ["parent", "item"] { own[key] = body[key]?.string.map { .string(short($0)) } }
      add(short(body["id"]?.string ?? ""), own)
    }
  }

  private mutating func add(_ id: String, _ said: JSONObject) {
    records.append((id, said))
    values[id] = said
  }

  private func short(_ id: String) -> String {
    id.hasPrefix(prefix + ".") ? String(id.dropFirst(prefix.count + 1)) : id
  }
}

extension ImportSession {
  fileprivate var document: Document? { imported.first?.assembly.document.document }

  fileprivate var failure: ImportError? {
    if case .failed(let error) = outcomes.first?.outcome { error } else { nil }
  }

  fileprivate func bodies(_ type: RecordType) -> [JSONObject] {
    imported.first?.assembly.records.filter { $0.type == type }.map(\.body) ?? []
  }
}
