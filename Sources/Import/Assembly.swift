import AdapterKit
import Archive
import ChineseText
import Packaging
import Plan
import Vocabulary

/// The records that one reading of a document gives, and how its draft's items are called.
public struct Assembly: Sendable {
  public let document: Record
  public private(set) var records: [Record] = []
  public private(set) var contacts: [Contact] = []
  /// The id of each of the draft's items.
  public private(set) var ids: [String] = []
  public let text: [UInt8]
  /// Whether the previous reading was of the same bytes and says the same: then nothing is new.
  public let isKnown: Bool
  private let themes: ThemeReader

  /// - Parameters:
  ///   - themes: tells what items are about.
  ///   - previous: the reading that this one follows, where there is one.
  public init(
    _ reading: DocumentReading, given: Given, themes: ThemeReader = .standard, onto previous: PreviousReading? = nil
  ) throws(ImportError) {
    self.themes = themes
    text = Array(reading.repaired.text.string(0..<reading.repaired.text.count).utf8)
    let described = try Assembly.describe(reading, given: given, text: text)
    let said = Assembly.said(described.json)
    isKnown = previous.map { Assembly.said($0.document.body) == said } ?? false
    if let previous, isKnown {
      document = previous.document
    } else {
      document = Record(.document, described.json, parents: previous.map { [$0.document.revision] } ?? [])
    }
    records.append(document)
    contacts = reading.draft.people.compactMap {
      guard $0.name != nil || $0.phone != nil || $0.email != nil else { return nil }
      return Contact(document: described.id, role: $0.role, name: $0.name, phone: $0.phone, email: $0.email)
    }
    addItems(of: reading, described, previous)
  }

  /// All of a document's record but what it replaces and how the file was called.
  private static func said(_ document: JSONObject) -> JSONObject {
    var body = document.without(["parents"])
    body["source"] = body["source"]?.object.map { .object($0.without(["path"])) }
    return body
  }

  // MARK: The document

  /// The id that a reading's document will have.
  public static func documentID(_ reading: DocumentReading, given: Given) throws(ImportError) -> String {
    try describe(reading, given: given, text: []).id
  }

  private static func describe(_ reading: DocumentReading, given: Given, text: [UInt8]) throws(ImportError) -> Document
  {
    let draft = reading.draft
    guard let city = draft.city else { throw .missing(.city) }
    guard let organization = draft.organization, !organization.value.isEmpty else { throw .missing(.organization) }
    guard let period = draft.period, let year = period.value.year else { throw .missing(.year) }
    let kind = draft.kind ?? reading.adapter.kind
    var last = given.name
    if last == nil, let number = draft.number { last = "n" + number }
    if last == nil, kind == .meetingReport {
      guard let date = draft.date else { throw .missing(.meetingDate) }
      last = "d" + date.value.compact
    }
    let province = Cities.standard.province(of: city.value)
    // One bureau has one id, in whichever characters it writes its name.
    let name = reading.isTraditional ? inSimplified(organization.value) : organization.value
    let id = Identity.document(
      cityCode: city.value.code, organization: name,
      cutting: [[province?.name, province?.shortName].compactMap { $0 }, [shortName(of: city.value)]],
      year: year, kind: kind, last: last)
    let title = draft.title ?? Fact(organization.value, inferred: true)
    var inferred: [String] = []
    if city.isInferred { inferred.append("city") }
    if draft.date?.isInferred ?? false { inferred.append("date") }
    if organization.isInferred { inferred.append("organization") }
    if period.isInferred { inferred.append("period") }
    if title.isInferred { inferred.append("title") }
    let textHash = SHA256Hex.of(text)
    return Document(
      id: id, kind: kind, title: title.value, city: CityReference(code: city.value.code, name: city.value.name),
      organization: organization.value, period: period.value, date: draft.date?.value.description,
      number: draft.number, language: reading.isTraditional ? "zh-Hant" : "zh-Hans", inferred: inferred,
      marks: reading.marks.map { Document.Mark(text: reading.repaired.text.string($0.range), span: Span($0.range)) },
      source: Document.Source(
        path: reading.file.name, sha256: SHA256Hex.of(reading.file.bytes), mediaType: reading.text.file.mediaType,
        encoding: reading.text.file.encoding, scalars: reading.text.file.scalars.count),
      text: Document.Text(
        path: BundleContents.textPath(textHash), sha256: textHash, scalars: reading.repaired.text.count),
      adapter: Document.Adapter(id: reading.adapter.id, version: reading.adapter.version))
  }

  /// The city's name without 市, which an organisation's name begins with.
  private static func shortName(of city: City) -> String {
    city.name.hasSuffix("市") ? String(city.name.dropLast()) : city.name
  }

  // MARK: Items and indicators

  private mutating func addItems(of reading: DocumentReading, _ described: Document, _ previous: PreviousReading?) {
    let draft = reading.draft
    let text = reading.repaired.text
    let apart = reading.text.apart
    // Words are looked up in simplified characters, whichever the document is written in.
    let plain = (reading.isTraditional ? simplified(text) : nil) ?? text
    var items = draft.items.map { content(of: $0, text, plain, described, draft.pieces, without: apart) }
    var alignment = previous.map { Alignment($0, items: items, parents: draft.items.map(\.parent)) }
    var numbering = Numbering()
    ids = items.map { _ in "" }
    for index in items.indices {
      let parent = draft.items[index].parent.flatMap { (0..<index).contains($0) ? ids[$0] : nil }
      let named = { (ordinal: Int) in
        Identity.item(
          under: parent ?? described.id, role: draft.items[index].role,
          categoryCode: draft.items[index].category?.code, ordinal: ordinal)
      }
      let (id, old) =
        alignment?.place(item: index, named) ?? (numbering.next(named), nil)
      ids[index] = id
      items[index].id = id
      items[index].parent = parent
      items[index].reading = document.revision
      records.append(Record(.item, items[index].json, parents: old.map { [$0.revision] } ?? []))
      addIndicators(draft.items[index], id, text, draft.pieces, oldItem: old, &alignment)
    }
    if let alignment { records += alignment.tombstones }
  }

  private func content(
    of item: Draft.Item, _ text: [Unicode.Scalar], _ plain: [Unicode.Scalar], _ described: Document,
    _ broken: [Range<Int>: [Range<Int>]], without apart: [Range<Int>]
  ) -> Item {
    // A page's header inside a cell is no word of the goal.
    let own = { (range: Range<Int>) in
      (broken[range] ?? [range]).flatMap { pieces(of: $0, without: apart) }
        .map { text.trimmed($0) }.filter { !$0.isEmpty }
    }
    let (title, aim) = (item.title.map(own), item.aim.map(own))
    let said = item.text.flatMap(own)
    let lines = item.text.flatMap { range in
      broken[range] == nil ? own(range).map { text.string($0) } : [oneLine(text, own(range))]
    }
    return Item(
      id: "", document: described.id, reading: document.revision, role: item.role, category: item.category,
      number: item.number, title: title.map { oneLine(text, $0) }, aim: aim.map { oneLine(text, $0) },
      text: said.isEmpty ? nil : lines.joined(separator: "\n"),
      period: item.period ?? (item.role == .goal || item.role == .task ? described.period : nil), due: item.due,
      parties: item.parties, themes: themes(of: plain, heading: (title ?? []) + (aim ?? []), said),
      benchmarkCities: item.benchmarkCities, review: item.review.map { Review(reason: $0) },
      spans: ((title ?? []) + (aim ?? []) + said).map { Span($0) })
  }

  /// The codes of what an item's own words are about; line ends and blanks may stand within a word.
  private func themes(of text: [Unicode.Scalar], heading: [Range<Int>], _ said: [Range<Int>]) -> [String] {
    let words = { (pieces: [Range<Int>]) in
      Array(pieces.map { text[$0].filter { !$0.isLineEnd && !$0.isBlank } }.joined(separator: ["\n"]))
    }
    let heading = words(heading)
    return themes.themes(of: heading + ["\n"] + words(said), heading: heading.count).map(\.code)
  }

  /// A name that a narrow cell broke over lines is one.
  private func oneLine(_ text: [Unicode.Scalar], _ pieces: [Range<Int>]) -> String {
    let line = pieces.flatMap { text[$0].filter { !$0.isLineEnd } }
    return line.string(0..<line.count)
  }

  private mutating func addIndicators(
    _ item: Draft.Item, _ owner: String, _ text: [Unicode.Scalar], _ broken: [Range<Int>: [Range<Int>]],
    oldItem: Record?, _ alignment: inout Alignment?
  ) {
    let figures = item.figures.sorted { $0.quantity.range.lowerBound < $1.quantity.range.lowerBound }
    var indicators = figures.map { figure in
      indicator(
        figure, text, broken[figure.quantity.range] ?? [figure.quantity.range], owner: owner,
        cities: item.benchmarkCities)
    }
    let placed = alignment?.place(indicators: indicators, of: owner, oldItem: oldItem)
    for index in indicators.indices {
      indicators[index].id = placed?[index].id ?? Identity.indicator(of: owner, ordinal: index + 1)
      let old = placed?[index].old
      records.append(Record(.indicator, indicators[index].json, parents: old.map { [$0.revision] } ?? []))
    }
  }

  private func indicator(
    _ figure: Draft.Figure, _ text: [Unicode.Scalar], _ pieces: [Range<Int>], owner: String, cities: [CityReference]
  ) -> Indicator {
    let quantity = figure.quantity
    return Indicator(
      id: "", item: owner, reading: document.revision, role: figure.role, subject: quantity.subject,
      comparator: Indicator.Comparator(rawValue: quantity.comparator.rawValue) ?? .eq, low: quantity.low,
      high: quantity.high, unit: quantity.unit,
      valueKind: Indicator.ValueKind(rawValue: quantity.valueKind.rawValue) ?? .level,
      qualifiers: quantity.qualifiers.map { qualifier in
        Indicator.Qualifier(
          subject: qualifier.subject,
          comparator: Indicator.Comparator(rawValue: qualifier.comparator.rawValue) ?? .eq, low: qualifier.low,
          high: qualifier.high, unit: qualifier.unit)
      },
      commitment: Indicator.Commitment(rawValue: quantity.commitment.rawValue) ?? .firm,
      period: quantity.period.map { Period(start: $0.start, end: $0.end) },
      benchmarkCity: figure.role == .benchmark && cities.count == 1 ? cities.first : nil,
      quote: pieces.map { text.string($0) }.joined(),
      review: quantity.doubt.map { Review(reason: $0) }, spans: pieces.map { Span($0) })
  }
}
