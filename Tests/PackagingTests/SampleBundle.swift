import TestSupport

import Archive
import Plan

@testable import Packaging

/// Contents with everything that a bundle can hold: two documents, a tree, figures, people, history, conflicts, a link.
struct SampleBundle {
  static let sheet = "cn370200.市示例局.2031.targetSheet"
  static let report = "cn371000.市示例站.2031.meetingReport.d20310203"

  var contents = BundleContents()
  var records: [String: Record] = [:]

  init() {
    addSheet()
    addReport()
    addHistory()
  }

  /// The bytes of the bundle.
  static let bytes = packed(SampleBundle().contents)

  /// The same without what only explains it: quick to pack a thousand times, and no table says what the rows say.
  static let bare: [UInt8] = (try? Bag(bytes).bare.sealed.zipped) ?? []

  /// One document and one item: small enough to damage in every way there is.
  static let smallest: [UInt8] = {
    let sample = SampleBundle()
    var contents = BundleContents()
    for name in ["report", "task"] {
      if let record = sample.records[name] { contents.revisions.insert(record) }
    }
    contents.add(text: Array("一要把路修好\r\n".utf8))
    guard var bag = try? Bag(packed(contents)).bare else { return [] }
    bag.files["signatures/a.json"] = Array("{}\n".utf8)
    return (try? bag.sealed.zipped) ?? []
  }()

  private mutating func add(_ name: String, _ record: Record) {
    records[name] = record
    contents.revisions.insert(record)
  }

  private mutating func document(_ id: String, _ kind: Document.Kind, _ text: String, parents: [String] = []) -> Record
  {
    let sha256 = contents.add(text: Array(text.utf8))
    let source = contents.add(
      source: BundleContents.Source(bytes: Array("\u{FEFF}\(text)".utf8), fileExtension: "txt"))
    let document = Document(
      id: id, kind: kind, title: "示例", city: CityReference(code: "370200", name: "青岛市"), organization: "示例单位",
      period: Period(year: 2031), inferred: ["period"],
      source: Document.Source(
        path: "示例.txt", sha256: source, mediaType: "text/plain", encoding: "UTF-8", scalars: text.unicodeScalars.count),
      text: Document.Text(
        path: BundleContents.textPath(sha256), sha256: sha256, scalars: text.unicodeScalars.count),
      adapter: Document.Adapter(id: "sample.sheet", version: 1))
    return Record(.document, document.json, parents: parents)
  }

  private mutating func addSheet() {
    let text = "修建栈道12公里以上\n种树300棵\n"
    let document = document(SampleBundle.sheet, .targetSheet, text)
    add("sheet", document)
    let reading = document.revision
    add(
      "goal",
      Record(
        .item,
        Item(
          id: SampleBundle.sheet + ".key-1", document: SampleBundle.sheet, reading: reading, role: .goal,
          category: Item.Category(code: "key", label: "重点目标"), number: 1, title: "修建栈道12公里以上",
          period: Period(year: 2031), spans: [Span(start: 0, end: 10)]
        ).json))
    add(
      "measure",
      Record(
        .item,
        Item(
          id: SampleBundle.sheet + ".key-1.m1", document: SampleBundle.sheet, reading: reading,
          parent: SampleBundle.sheet + ".key-1", role: .measure, text: "种树300棵", spans: [Span(start: 11, end: 17)]
        ).json))
    add("figure", figure(SampleBundle.sheet + ".key-1", reading, .ge, "12", nil, "公里", "12公里以上", 4..<10))
    add("trees", figure(SampleBundle.sheet + ".key-1.m1", reading, .eq, "300", "300", "棵", "300棵", 13..<17))
    contents.add(
      contact: Contact(document: SampleBundle.sheet, role: .head, name: "某某某", phone: nil, email: nil).json)
    contents.add(
      contact: Contact(document: SampleBundle.sheet, role: .contact, name: "某某", phone: "00000000", email: nil).json)
  }

  private func figure(
    _ item: String, _ reading: String, _ comparator: Indicator.Comparator, _ low: String?, _ high: String?,
    _ unit: String, _ quote: String, _ range: Range<Int>
  ) -> Record {
    Record(
      .indicator,
      Indicator(
        id: item + ".i1", item: item, reading: reading, role: .target, subject: "示例", comparator: comparator, low: low,
        high: high, unit: unit, valueKind: .level, commitment: .firm, quote: quote, spans: [Span(range)]
      ).json)
  }

  private mutating func addReport() {
    let document = document(SampleBundle.report, .meetingReport, "一要把路修好\r\n")
    add("report", document)
    add(
      "task",
      Record(
        .item,
        Item(
          id: SampleBundle.report + ".task-1", document: SampleBundle.report, reading: document.revision, role: .task,
          number: 1, title: "把路修好", period: Period(year: 2031), spans: [Span(start: 2, end: 6)]
        ).json))
    var link = JSONObject()
    link["id"] = .string("\(SampleBundle.sheet).key-1.contributesTo.\(SampleBundle.report).task-1")
    link["type"] = .string("contributesTo")
    link["from"] = .string(SampleBundle.sheet + ".key-1")
    link["to"] = .string(SampleBundle.report + ".task-1")
    link["score"] = .string("0.75")
    add("link", Record(.link, link))
  }

  /// A corrected figure, a title that two people changed differently, a row that is gone.
  private mutating func addHistory() {
    edit("figure", "figure-a", "subject", .string("木栈道"), by: "甲")
    edit("task", "task-a", "title", .string("把路修宽"), by: "甲")
    edit("task", "task-b", "title", .string("把桥修好"), by: "乙")
    if let trees = records["trees"] {
      add("gone", Record(removing: trees.id, .indicator, parents: [trees.revision]))
    }
  }

  private mutating func edit(_ of: String, _ name: String, _ field: String, _ value: JSON, by: String) {
    guard let old = records[of] else { return }
    var body = old.body
    body[field] = value
    add(
      name,
      Record(
        old.type, body, parents: [old.revision], change: Change(by: by, why: "更正", date: "2031-03-04")))
  }
}

/// The bytes of a bundle; empty where it can't be written.
func packed(_ contents: BundleContents) -> [UInt8] {
  let sink = MemorySink()
  do { try writeBundle(contents, to: sink) } catch { return [] }
  return sink.bytes
}

extension BundleContents {
  static func == (a: BundleContents, b: BundleContents) -> Bool {
    let revisions = { (contents: BundleContents) in Set(contents.revisions.all.map(\.revision)) }
    return revisions(a) == revisions(b) && Set(a.contacts.keys) == Set(b.contacts.keys) && a.texts == b.texts
      && a.sources == b.sources
  }
}

typealias Seeded = SeededGenerator
