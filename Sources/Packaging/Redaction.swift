import Plan

/// A bundle without the people in it and without whatever would tell them: for those who may see the goals only.
///
/// What is left is what the view shows, in revisions without a past: contacts, original files, submissions and history
/// are left out, and names, telephone and identity numbers and e-mail addresses are covered in texts and records. Every
/// hash in it is of something that it holds, so that none can be tried for what is gone. Doing it twice changes nothing.
public struct Redaction: Sendable {
  public private(set) var contents = BundleContents()
  /// What was taken out, over all records.
  public private(set) var counts: [Redacted.Rule: Int] = [:]
  /// Ids that hold a secret: other bundles name them, and so they stay.
  public private(set) var tellingIds: [String] = []

  private let original: RevisionSet
  private var secrets: Secrets
  /// Each text covered, by the hash of the original.
  private var texts: [String: CoveredText] = [:]
  /// The new revision of each document revision that something can be read by.
  private var readings: [String: (revision: String, text: CoveredText)] = [:]

  /// - Parameter view: what the contents give.
  public init(of contents: BundleContents, view: View) {
    original = contents.revisions
    secrets = Secrets(contacts: contents.contacts.values)
    self.contents.minorVersion = contents.minorVersion
    let shown = RecordType.allCases.reduce(into: [RecordType: [Shown]]()) { shown, type in
      shown[type] = view.rows(type).flatMap(Shown.all)
    }
    learn(contents, shown)
    addDocuments(shown, contents)
    let figures = addIndicators(shown[.indicator] ?? [], items: shown[.item] ?? [])
    addItems(shown[.item] ?? [], figures: figures)
    for link in shown[.link] ?? [] {
      var record = RedactedRecord(link.body, secrets)
      record.cover()
      add(.link, record, link)
    }
  }

  /// What one place shows to be a secret is one at every place, whatever stands around it there.
  private mutating func learn(_ contents: BundleContents, _ shown: [RecordType: [Shown]]) {
    var known = secrets
    let learnFrom = { (scalars: [Unicode.Scalar], secrets: Secrets) in
      for (range, rule) in secrets.matches(in: scalars) { known.add(Array(scalars[range]), rule) }
    }
    for document in original.ids(.document) {
      for record in original.revisions(.document, document).values {
        if let scalars = contents.scalars(ofText: CoveredText.hash(of: record.body)) { learnFrom(scalars, secrets) }
      }
    }
    for body in shown.values.joined().map(\.body) {
      for string in JSON.object(body).strings { learnFrom(Array(string.unicodeScalars), secrets) }
    }
    secrets = known
    tellingIds = RecordType.allCases.filter { $0 != .link }.flatMap { shown[$0] ?? [] }.map(\.id)
      .filter { !known.matches(in: Array($0.unicodeScalars)).isEmpty }
  }

  // MARK: Documents

  private mutating func addDocuments(_ shown: [RecordType: [Shown]], _ contents: BundleContents) {
    let needed = Set([.item, .indicator].flatMap { shown[$0] ?? [] }.compactMap { $0.body["reading"]?.string })
    var groups: [String: [Shown]] = [:]
    for document in shown[.document] ?? [] { groups[document.id, default: []].append(document) }
    for id in groups.keys.sorted(by: utf8Order) {
      let heads = groups[id] ?? []
      let known = original.revisions(.document, id)
      let ancestors = heads.map { self.ancestors(of: $0.heads, known) }
      let hash = { (revision: String) in known[revision].map { CoveredText.hash(of: $0.body) } }
      let covers = { (index: Int, revision: String) in
        ancestors[index].contains(revision) && hash(revision) == CoveredText.hash(of: heads[index].body)
      }
      // An earlier reading stays where its text is still pointed into: heads in conflict can count in several.
      let earlier = needed.filter { revision in
        known[revision] != nil && !heads.indices.contains { covers($0, revision) }
      }
      let gone = known.count - heads.count - earlier.count
      let people = contents.contacts.values.count { $0["document"]?.string?.utf8.elementsEqual(id.utf8) ?? false }
      for revision in earlier.sorted() {
        guard let record = known[revision] else { continue }
        add(document: Shown(record), for: [revision], parents: [], contents, history: 0, people: 0)
      }
      for (index, head) in heads.enumerated() {
        let parents = earlier.filter { ancestors[index].contains($0) }.compactMap { readings[$0]?.revision }
        let readBy = ancestors[index].filter { covers(index, $0) && readings[$0] == nil }.union(head.heads)
        let isFirst = index == 0
        add(
          document: head, for: readBy, parents: parents, contents, history: isFirst ? gone : 0,
          people: isFirst ? people : 0)
      }
    }
  }

  /// - Parameter revisions: the original ones that the new one stands for.
  private mutating func add(
    document: Shown, for revisions: Set<String>, parents: [String], _ contents: BundleContents, history: Int,
    people: Int
  ) {
    var record = RedactedRecord(document.body.without(["change"]), secrets)
    record.cover(except: ["source", "text", "marks"])
    if var source = document.body["source"]?.object {
      var outer = RedactedRecord(JSONObject(), secrets)
      if source["sha256"] != nil { record.note(Redacted(.source, path: "/source/sha256", count: 1)) }
      source["sha256"] = nil
      outer.set("source", .object(source))
      outer.cover()
      outer.news.forEach { record.note($0) }
      record.set("source", outer.body["source"])
    }
    let text = coveredText(CoveredText.hash(of: document.body), contents)
    for rule in Redacted.Rule.allCases { record.note(Redacted(rule, path: "/text", count: text.counts[rule] ?? 0)) }
    if var stated = document.body["text"]?.object {
      stated["sha256"] = .string(text.sha256)
      stated["path"] = .string(BundleContents.textPath(text.sha256))
      record.set("text", .object(stated))
    }
    if let marks = document.body["marks"]?.array {
      record.set("marks", .array(marks.map { text.mark($0) }))
    }
    record.note(Redacted(.contact, count: people))
    record.note(Redacted(.history, count: history))
    let made = insert(.document, record, parents: parents, change: nil)
    for revision in revisions { readings[revision] = (made.revision, text) }
  }

  private mutating func coveredText(_ sha256: String, _ contents: BundleContents) -> CoveredText {
    if let known = texts[sha256] { return known }
    let (scalars, counts) = secrets.covering(contents.scalars(ofText: sha256) ?? [])
    let bytes = Array(String(String.UnicodeScalarView(scalars)).utf8)
    let text = CoveredText(scalars: scalars, counts: counts, sha256: self.contents.add(text: bytes))
    texts[sha256] = text
    return text
  }

  private func ancestors(of heads: Set<String>, _ known: [String: Record]) -> Set<String> {
    var (seen, open): (Set<String>, [String]) = ([], Array(heads))
    while let next = open.popLast() {
      if let record = known[next], seen.insert(next).inserted { open += record.parents }
    }
    return seen
  }

  // MARK: Items and their figures

  /// A figure that is a secret, or part of one, goes as a whole: its bounds would tell it.
  ///
  /// - Returns: how many went, by item.
  private mutating func addIndicators(_ shown: [Shown], items: [Shown]) -> [String: Int] {
    var gone: [String: Int] = [:]
    let owners = Set(items.map(\.id))
    for indicator in shown {
      let owner = indicator.body["item"]?.string ?? ""
      guard owners.contains(owner), let reading = readings[indicator.body["reading"]?.string ?? ""] else { continue }
      if tells(indicator.body, reading.text) {
        gone[owner, default: 0] += 1
        continue
      }
      var record = RedactedRecord(indicator.body, secrets)
      record.cover()
      record.set("reading", .string(reading.revision))
      add(.indicator, record, indicator)
    }
    return gone
  }

  private func tells(_ indicator: JSONObject, _ text: CoveredText) -> Bool {
    let numbers = [indicator] + [indicator["base"]?.object].compactMap { $0 }
    let qualifiers = (indicator["qualifiers"]?.array ?? []).compactMap(\.object)
    let values =
      (numbers + qualifiers).flatMap { [$0["low"]?.string, $0["high"]?.string] } + [indicator["quote"]?.string]
    return values.compactMap { $0 }.contains { !secrets.matches(in: Array($0.unicodeScalars)).isEmpty }
      || (indicator["spans"]?.array ?? []).contains {
        text.isCovered($0.object, where: indicator["quote"]?.string ?? "")
      }
  }

  private mutating func addItems(_ shown: [Shown], figures: [String: Int]) {
    let kept = Set(shown.map(\.id))
    var figures = figures
    for item in shown {
      guard let reading = readings[item.body["reading"]?.string ?? ""] else { continue }
      var record = RedactedRecord(item.body, secrets)
      record.cover()
      record.set("reading", .string(reading.revision))
      // What stood above it was removed, and with the history it is gone.
      if let parent = item.body["parent"]?.string, !kept.contains(parent) { record.set("parent", nil) }
      record.note(Redacted(.figure, count: figures.removeValue(forKey: item.id) ?? 0))
      add(.item, record, item)
    }
  }

  private mutating func add(_ type: RecordType, _ record: RedactedRecord, _ shown: Shown) {
    var record = record
    record.note(Redacted(.history, count: shown.replaced))
    let change = record.body["change"]?.object.map {
      Change(by: $0["by"]?.string ?? "", why: $0["why"]?.string ?? "", date: $0["date"]?.string ?? "")
    }
    insert(type, record, parents: [], change: change)
  }

  @discardableResult
  private mutating func insert(_ type: RecordType, _ record: RedactedRecord, parents: [String], change: Change?)
    -> Record
  {
    var sealed = record
    sealed.seal()
    for one in sealed.news { counts[one.rule, default: 0] += one.count }
    let made = Record(type, sealed.body, parents: parents, change: change)
    contents.revisions.insert(made)
    return made
  }
}

/// A text after redaction.
private struct CoveredText: Sendable {
  let scalars: [Unicode.Scalar]
  let counts: [Redacted.Rule: Int]
  let sha256: String

  static func hash(of document: JSONObject) -> String { document["text"]?.object?["sha256"]?.string ?? "" }

  /// A mark as it stands at its place now.
  func mark(_ mark: JSON) -> JSON {
    guard var object = mark.object, let range = range(object) else { return mark }
    object["text"] = .string(String(String.UnicodeScalarView(scalars[range])))
    return .object(object)
  }

  /// Whether a cover lies in a span that the quote does not have itself.
  func isCovered(_ span: JSONObject?, where quote: String) -> Bool {
    guard let span, let range = range(span) else { return false }
    return scalars[range].contains(SecretForm.cover) && !quote.unicodeScalars.contains(SecretForm.cover)
  }

  private func range(_ span: JSONObject) -> Range<Int>? {
    guard let start = span["start"]?.integer, let end = span["end"]?.integer, start >= 0, start <= end,
      end <= scalars.count
    else { return nil }
    return start..<end
  }
}

/// What a view shows of a record, as one revision: a row, or each side of one in conflict.
private struct Shown {
  let id: String
  let body: JSONObject
  /// The revisions whose words these are.
  let heads: Set<String>
  /// How many revisions of the record it replaces beside itself.
  var replaced = 0

  init(_ record: Record) {
    id = record.id
    body = record.body.without(["parents"])
    heads = [record.revision]
    replaced = record.parents.isEmpty ? 0 : 1
  }

  static func all(of row: Row) -> [Shown] {
    let standing = row.heads.filter { !$0.isRemoved }
    guard row.conflicts.isEmpty, row.heads.count > 1 else { return standing.map(Shown.init) }
    return [Shown(joint: row)]
  }

  private init(joint row: Row) {
    id = row.id
    var joint = row.line.without(["heads", "conflicts", "revision", "parents"])
    // Words that a person changed need not stand in the text.
    joint["change"] = row.heads.first(where: \.isEdit)?.body["change"]
    body = joint
    heads = Set(row.heads.map(\.revision))
    replaced = row.heads.count
  }
}

extension JSON {
  /// Every string in it.
  fileprivate var strings: [String] {
    switch self {
    case .string(let string): [string]
    case .integer, .bool: []
    case .array(let elements): elements.flatMap(\.strings)
    case .object(let object): object.members.flatMap { $0.value.strings }
    }
  }
}
