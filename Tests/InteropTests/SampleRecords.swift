import Packaging
import Plan

/// Contents with what a bundle can hold but original files: a tree, figures, a correction, a conflict, a tombstone, a
/// link, a contact, text of several lines.
struct SampleRecords {
  static let sheet = "cn370200.市示例局.2031.targetSheet"
  static let text = "修建栈道十二公里\n\t新增12.50公里以上\r\n种树300棵\n"

  var contents = BundleContents()

  /// - Parameters:
  ///   - value: for the member `x-test` of the goal.
  ///   - conflict: whether two people corrected a figure in different ways, and another one is gone.
  init(
    extension value: JSON? = nil, conflict: Bool = true, secondMeasure: Bool = false, title: String = "修建栈道十二公里"
  ) {
    let sha256 = contents.add(text: Array(SampleRecords.text.utf8))
    let count = SampleRecords.text.unicodeScalars.count
    let document = Record(
      .document,
      Document(
        id: SampleRecords.sheet, kind: .targetSheet, title: "示例", city: CityReference(code: "370200", name: "青岛市"),
        organization: "示例单位", period: Period(year: 2031), date: "2031-01-05", number: "12", inferred: ["city"],
        source: Document.Source(
          path: "示例.txt", sha256: sha256, mediaType: "text/plain", encoding: "UTF-8", scalars: count),
        text: Document.Text(path: BundleContents.textPath(sha256), sha256: sha256, scalars: count),
        adapter: Document.Adapter(id: "sample.sheet", version: 1)
      ).json)
    contents.revisions.insert(document)
    let goal = SampleRecords.sheet + ".key-1"
    var body = Item(
      id: goal, document: SampleRecords.sheet, reading: document.revision, role: .goal,
      category: Item.Category(code: "key", label: "重点目标"), number: 1, title: title,
      period: Period(year: 2031), due: Item.Due(date: "2031-10-31", text: "10月底前"),
      parties: [Item.Party(name: "示例处", role: .lead), Item.Party(name: "示例站", role: .cooperating)],
      themes: ["harbour"], benchmarkCities: [CityReference(code: "370600", name: "烟台市")],
      spans: [Span(start: 0, end: 8)]
    ).json
    body["x-test"] = value
    let first = Record(.item, body)
    contents.revisions.insert(first)
    let measure = Record(
      .item,
      Item(
        id: goal + ".m1", document: SampleRecords.sheet, reading: document.revision, parent: goal, role: .measure,
        text: "新增12.50公里以上\n种树300棵", spans: [Span(start: 10, end: 21), Span(start: 23, end: 29)]
      ).json)
    contents.revisions.insert(measure)
    if secondMeasure {
      var other = measure.body
      other["id"] = .string(goal + ".m2")
      contents.revisions.insert(Record(.item, other))
    }
    let figure = Record(
      .indicator,
      Indicator(
        id: goal + ".m1.i1", item: goal + ".m1", reading: document.revision, role: .target, subject: "栈道",
        comparator: .ge, low: "12.50", high: nil, unit: "公里", valueKind: .level, commitment: .stretch,
        quote: "12.50公里以上", spans: [Span(start: 12, end: 21)]
      ).json)
    let trees = Record(
      .indicator,
      Indicator(
        id: goal + ".m1.i2", item: goal + ".m1", reading: document.revision, role: .target, subject: "树",
        comparator: .eq, low: "300", high: "300", unit: "棵", valueKind: .level, commitment: .firm,
        quote: "300棵", spans: [Span(start: 25, end: 29)]
      ).json)
    contents.revisions.insert(figure)
    contents.revisions.insert(trees)
    if conflict { contents.revisions.insert(Record(removing: trees.id, .indicator, parents: [trees.revision])) }
    for (name, by) in [("修建栈道", "甲"), ("修建木栈道", "乙")] where conflict {
      var edited = figure.body
      edited["subject"] = .string(name)
      contents.revisions.insert(
        Record(
          .indicator, edited, parents: [figure.revision], change: Change(by: by, why: "更正", date: "2031-03-04")))
    }
    var link = JSONObject()
    link["id"] = .string("\(goal).continues.\(goal)")
    link["type"] = .string("continues")
    link["from"] = .string(goal)
    link["to"] = .string(goal)
    link["score"] = .string("0.75")
    var evidence = JSONObject()
    evidence["shared"] = .integer(12)
    evidence["sure"] = .bool(true)
    link["evidence"] = .object(evidence)
    contents.revisions.insert(Record(.link, link))
    contents.add(
      contact: Contact(
        document: SampleRecords.sheet, role: .contact, name: "张示例", phone: "0532-0000000", email: nil
      ).json)
  }
}
