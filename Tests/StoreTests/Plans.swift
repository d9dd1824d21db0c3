import Archive
import Packaging
import Plan
import TestSupport

/// Bundles of invented plans, small ones, that share documents, edits and sources as chance has it.
struct Plans {
  struct Figure {
    var subject: String
    var low: String
    var unit: String
    var comparator = Indicator.Comparator.ge
  }
  struct Goal {
    var title: String
    var text: String
    var figures: [Figure] = []
    var themes: [String] = []
  }

  /// The revisions of one document of a bureau, first reading.
  static func document(
    _ organization: String, year: Int, city: CityReference = CityReference(code: "370200", name: "青岛市"),
    source: String? = nil, adapter: Int = 1, goals: [Goal], into contents: inout BundleContents
  ) -> [Record] {
    let text = goals.map { $0.title + $0.text + $0.figures.map { $0.low + $0.unit }.joined() }.joined(separator: "\n")
    let sha256 = contents.add(text: Array(text.utf8))
    let bytes = Array((source ?? organization + String(year) + text).utf8)
    let file = contents.add(source: BundleContents.Source(bytes: bytes, fileExtension: "txt"))
    let id = "cn\(city.code).\(organization).\(year).targetSheet"
    let scalars = text.unicodeScalars.count
    let record = Record(
      .document,
      Document(
        id: id, kind: .targetSheet, title: organization + "目标", city: city, organization: organization,
        period: Period(year: year),
        source: Document.Source(
          path: "目标.txt", sha256: file, mediaType: "text/plain", encoding: "UTF-8", scalars: scalars),
        text: Document.Text(path: BundleContents.textPath(sha256), sha256: sha256, scalars: scalars),
        adapter: Document.Adapter(id: "sample", version: adapter)
      ).json)
    var records = [record]
    var at = 0
    for (number, goal) in goals.enumerated() {
      let item = "\(id).key-\(number + 1)"
      let length = (goal.title + goal.text).unicodeScalars.count
      records.append(
        Record(
          .item,
          Item(
            id: item, document: id, reading: record.revision, role: .goal, number: number + 1, title: goal.title,
            text: goal.text, period: Period(year: year), themes: goal.themes, spans: [Span(at..<at + length)]
          ).json))
      at += length
      for (place, figure) in goal.figures.enumerated() {
        let quote = figure.low + figure.unit
        let end = at + quote.unicodeScalars.count
        let isUpper = figure.comparator == .le || figure.comparator == .lt
        let isEqual = figure.comparator == .eq
        records.append(
          Record(
            .indicator,
            Indicator(
              id: "\(item).i\(place + 1)", item: item, reading: record.revision, role: .target, subject: figure.subject,
              comparator: figure.comparator, low: isUpper ? nil : figure.low,
              high: isUpper || isEqual ? figure.low : nil, unit: figure.unit, valueKind: .level, commitment: .firm,
              quote: quote, spans: [Span(at..<end)]
            ).json))
        at = end
      }
      at += 1
    }
    for record in records { contents.revisions.insert(record) }
    return records
  }

  static func bundle(_ organization: String, year: Int, goals: [Goal]) -> [UInt8] {
    var contents = BundleContents()
    _ = document(organization, year: year, goals: goals, into: &contents)
    return packed(contents)
  }

  /// Contents of which several bundles have the same documents: read by two adapters, edited by two people, sent twice
  /// under two names, with goals that somebody took out.
  static func random(_ chance: inout SeededGenerator) -> BundleContents {
    var contents = BundleContents()
    for _ in 0..<Int.random(in: 1...2, using: &chance) {
      let number = Int.random(in: 1...3, using: &chance)
      let goals = (1...2).map {
        Goal(title: "示例工程\($0)", text: "建成渡口", figures: [Figure(subject: "渡口", low: "\($0)", unit: "处")])
      }
      let records = document(
        "市示例\(number)局", year: 2031, source: Bool.random(using: &chance) ? "一份文件" : nil,
        adapter: Int.random(in: 1...2, using: &chance), goals: goals, into: &contents)
      for record in records where record.type != .document && Int.random(in: 0..<4, using: &chance) == 0 {
        let change = Change(by: "示例员", why: "核对", date: "2031-02-0\(Int.random(in: 1...3, using: &chance))")
        var body = record.body
        let field = record.type == .item ? "text" : "subject"
        body[field] = .string("改为\(Int.random(in: 1...2, using: &chance))处渡口")
        contents.revisions.insert(
          Bool.random(using: &chance)
            ? Record(removing: record.id, record.type, parents: [record.revision])
            : Record(record.type, body, parents: [record.revision], change: change))
      }
    }
    return contents
  }
}

func packed(_ contents: BundleContents) -> [UInt8] {
  let sink = MemorySink()
  do { try writeBundle(contents, to: sink) } catch { return [] }
  return sink.bytes
}
