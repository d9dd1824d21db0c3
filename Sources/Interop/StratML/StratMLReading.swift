import Archive
import Packaging
import Plan
import Reading
import Vocabulary

extension StratML {
  /// Reads a plan of either part as a document with its items and indicators, the file as its source.
  ///
  /// The text that spans count in is all text of the file, an element a line.
  ///
  /// - Parameter path: the file's name, if any.
  public static func read(_ bytes: [UInt8], path: String?, given: Given) throws(InteropError) -> BundleContents {
    let root: XMLElement
    do throws(ReadingError) {
      root = try readXML(
        bytes, attributes: ["Type", "StakeholderTypeType", "RelationshipType", "ValueChainStage"])
    } catch {
      if case .damaged(_, _, let line) = error { throw .wrongForm(what: "XML", line: line ?? 1) }
      throw .unreadable(error)
    }
    guard roots.contains(root.name), namespaces.contains(root.namespace) else {
      throw .unknown(what: root.name, line: 1)
    }
    var reading = PlanReading(root, given)
    return try reading.contents(bytes, path: path)
  }
}

extension XMLElement {
  subscript(name: String) -> XMLElement? { children.first { $0.name == name } }
  func all(_ name: String) -> [XMLElement] { children.filter { $0.name == name } }
  /// The text of an element in it; `nil` where there is none or it is blank.
  func words(_ name: String) -> String? {
    guard let text = self[name]?.text.trimmed, !text.isEmpty else { return nil }
    return text
  }
}

/// Turns the elements of a plan into records.
struct PlanReading {
  /// A record on its way: all but what the finished text gives.
  struct Draft {
    var body: JSONObject
    let type: RecordType
  }

  let root: XMLElement
  let given: StratML.Given
  private(set) var document = ""
  private(set) var organization = ""
  private(set) var text = String.UnicodeScalarView()
  private var count = 0
  private var drafts: [Draft] = []
  private var ordinals: [String: Int] = [:]
  private var ids: Set<String> = []

  init(_ root: XMLElement, _ given: StratML.Given) {
    self.root = root
    self.given = given
  }

  mutating func contents(_ bytes: [UInt8], path: String?) throws(InteropError) -> BundleContents {
    var document = try described()
    self.document = document["id"]?.string ?? ""
    organization = document["organization"]?.object?["name"]?.string ?? ""
    _ = line(document["title"]?.string ?? "")
    readHeads()
    for goal in root["StrategicPlanCore"]?.all("Goal") ?? [] { read(goal: goal) }
    let contacts = readSubmitters()
    var collector = RecordCollector()
    let sha256 = collector.add(text: String(text))
    let source = collector.add(source: BundleContents.Source(bytes: bytes, fileExtension: "xml"))
    document["source"] = .object(
      JSONObject(
        named: [
          "path": path.map(JSON.string), "sha256": .string(source), "mediaType": .string("application/xml"),
          "encoding": .string("UTF-8"), "scalars": .integer(count),
        ]))
    document["text"] = .object(
      JSONObject(
        named: [
          "path": .string(BundleContents.textPath(sha256)), "sha256": .string(sha256), "scalars": .integer(count),
        ]))
    document["adapter"] = .object(JSONObject(named: ["id": .string("stratml"), "version": .integer(1)]))
    let record = Record(.document, document)
    collector.add(.document, record.line, at: record.id)
    for draft in drafts {
      var body = draft.body
      body["reading"] = .string(record.revision)
      let made = Record(draft.type, body)
      collector.add(draft.type, made.line, at: made.id)
    }
    for contact in contacts { collector.add(contact: contact, at: self.document) }
    return try collector.finished()
  }

  // MARK: The document

  private func described() throws(InteropError) -> JSONObject {
    let administration = root["AdministrativeInformation"]
    let organizations = root["StrategicPlanCore"]?.all("Organization") ?? []
    let identifier = administration?.words("Identifier")
    let own = identifier.flatMap { OwnIdentifier($0) }
    let city = given.city ?? own?.city
    let organization = given.organization ?? organizations.compactMap { $0.words("Name") }.first
    let start = administration?.words("StartDate").flatMap { CalendarDate($0) }
    let end = administration?.words("EndDate").flatMap { CalendarDate($0) }
    let year = given.year ?? start?.year ?? end?.year ?? own?.year
    guard let city else { throw .missing(.city) }
    guard let organization, !organization.isEmpty else { throw .missing(.organization) }
    guard let year else { throw .missing(.year) }
    let type = root.attributes["Type"]
    let kind = own?.kind ?? (type == "Performance_Report" ? .workSummary : .workPlan)
    let whole = Period(year: year)
    let period = (start?.description ?? whole.start, end?.description ?? whole.end)
    let known = Cities.standard.city(code: city.code)
    let province = known.flatMap { Cities.standard.province(of: $0) }
    let id =
      given.name == nil && own != nil
      ? identifier ?? ""
      : Identity.document(
        cityCode: city.code, organization: organization,
        cutting: [[province?.name, province?.shortName].compactMap { $0 }, [known?.shortName].compactMap { $0 }],
        year: year, kind: kind, last: given.name)
    var stated = JSONObject(named: [
      "type": type.map(JSON.string), "source": administration?.words("Source").map(JSON.string),
    ])
    if own == nil { stated["identifier"] = identifier.map(JSON.string) }
    return JSONObject(named: [
      "id": .string(id), "kind": .string(kind.rawValue), "title": .string(root.words("Name") ?? organization),
      "city": .object(JSONObject(named: ["code": .string(city.code), "name": .string(city.name)])),
      "organization": .object(JSONObject(named: ["name": .string(organization)])),
      "period": .object(JSONObject(named: ["start": .string(period.0), "end": .string(max(period.0, period.1))])),
      "date": administration?.words("PublicationDate").flatMap { CalendarDate($0) }.map { .string($0.description) },
      "language": .string(Self.language(of: root)),
      StratML.member: stated.members.isEmpty ? nil : .object(stated),
    ])
  }

  /// Chinese where the name has a Chinese character; a plan does not say.
  private static func language(of root: XMLElement) -> String {
    let isChinese = (root["Name"]?.text ?? "").unicodeScalars.contains { (0x4E00...0x9FFF).contains($0.value) }
    return isChinese ? "zh-Hans" : "und"
  }

  // MARK: Text and drafts

  /// Adds a line and gives its place; `nil` for nothing.
  mutating func line(_ words: String) -> Span? {
    guard !words.isEmpty else { return nil }
    let start = count
    text.append(contentsOf: words.unicodeScalars)
    text.append("\n")
    count += words.unicodeScalars.count + 1
    return Span(start: start, end: count - 1)
  }

  /// Adds an item and gives its id; `nil` where it says nothing.
  @discardableResult
  mutating func add(
    _ role: Item.Role, under owner: String?, title: String? = nil, text: String? = nil, identifier: String? = nil,
    parties: [JSON] = [], stated: [String: JSON?] = [:], number: String? = nil
  ) -> String? {
    let spans = [title, text].compactMap { $0 }.compactMap { line($0) }
    guard !spans.isEmpty else { return nil }
    let above = owner ?? document
    var stated = JSONObject(named: stated)
    let ours = identifier.flatMap { $0.utf8.starts(with: (above + ".").utf8) && !ids.contains($0) ? $0 : nil }
    if ours == nil { stated["identifier"] = identifier.map(JSON.string) }
    let series = Identity.item(under: above, role: role, categoryCode: nil, ordinal: 0)
    var id = ours ?? ""
    while ours == nil, id.isEmpty || ids.contains(id) {
      ordinals[series, default: 0] += 1
      id = Identity.item(under: above, role: role, categoryCode: nil, ordinal: ordinals[series] ?? 1)
    }
    ids.insert(id)
    let integer = number.flatMap { Int($0) }.flatMap { String($0) == number ? $0 : nil }
    if integer == nil { stated["sequence"] = number.map(JSON.string) }
    drafts.append(
      Draft(
        body: JSONObject(named: [
          "id": .string(id), "document": .string(document), "parent": owner.map(JSON.string),
          "role": .string(role.rawValue), "number": integer.map(JSON.integer), "title": title.map(JSON.string),
          "text": text.map(JSON.string), "parties": parties.isEmpty ? nil : .array(parties),
          "spans": .array(spans.map(\.members)), StratML.member: stated.members.isEmpty ? nil : .object(stated),
        ]), type: .item))
    return id
  }

  /// Adds an indicator of an item.
  mutating func add(indicator body: JSONObject, of item: String, at span: Span) {
    ordinals[item + ".i", default: 0] += 1
    var body = body
    body["id"] = .string(Identity.indicator(of: item, ordinal: ordinals[item + ".i"] ?? 1))
    body["item"] = .string(item)
    body["spans"] = .array([span.members])
    drafts.append(Draft(body: body, type: .indicator))
  }

  /// Takes `header：value` lines of ours into the last record; gives back the others.
  mutating func take(_ notes: String?, _ columns: [PlanColumn], into body: inout JSONObject) -> String? {
    var others: [Substring] = []
    for line in (notes ?? "").split(whereSeparator: \.isNewline) {
      let parts = line.split(separator: "：", maxSplits: 1)
      let column = columns.first { $0.header == parts.first.map { $0.trimmed } && parts.count == 2 }
      if let take = column?.take, take(parts[1].trimmed, &body) {
        _ = self.line(line.trimmed)
      } else {
        others.append(line)
      }
    }
    return others.isEmpty ? nil : others.joined(separator: "\n")
  }

  /// The same into the item added last, while `id` names it.
  mutating func take(_ notes: String?, into id: String?) -> String? {
    guard let id, let at = drafts.lastIndex(where: { $0.type == .item && $0.body["id"] == .string(id) }) else {
      return notes
    }
    var body = drafts[at].body
    let rest = take(notes, StratML.itemColumns, into: &body)
    drafts[at].body = body
    return rest
  }

  private func readSubmitters() -> [JSONObject] {
    let submitters = root.all("Submitter") + (root["AdministrativeInformation"]?.all("Submitter") ?? [])
    return submitters.compactMap { submitter in
      let names = ["GivenName", "FirstName", "Surname", "LastName"].compactMap { submitter.words($0) }
      let contact = Contact(
        document: document, role: .contact, name: names.isEmpty ? nil : names.joined(separator: " "),
        phone: submitter.words("PhoneNumber"), email: submitter.words("EmailAddress"))
      return contact.name == nil && contact.phone == nil && contact.email == nil ? nil : contact.json
    }
  }
}

/// The parts of a document's id that this program made: `cn370200.市示例局.2031.targetSheet`.
private struct OwnIdentifier {
  let city: CityReference
  let year: Int
  let kind: Document.Kind

  init?(_ identifier: String) {
    let parts = identifier.split(separator: ".", omittingEmptySubsequences: false)
    guard parts.count >= 4, parts[0].hasPrefix("cn"), let year = Int(parts[2]),
      let kind = Document.Kind(rawValue: String(parts[3])),
      let city = Cities.standard.city(code: String(parts[0].dropFirst(2)))
    else { return nil }
    self.city = CityReference(code: city.code, name: city.name)
    (self.year, self.kind) = (year, kind)
  }
}

extension JSONObject {
  /// The members that have a value.
  init(named members: [String: JSON?]) {
    self.init()
    for (key, value) in members { self[key] = value }
  }
}

extension Span {
  var members: JSON { .object(JSONObject(named: ["start": .integer(start), "end": .integer(end)])) }
}
