import AdapterKit
import ChineseText
import Import
import Plan
import Testing

/// What holds for every document that is read, whatever it says.
func checkLaws(_ session: ImportSession, _ comment: Comment) {
  guard case .imported(let imported) = session.outcomes.first?.outcome else { return }
  let text = imported.reading.repaired.text
  let view = View(of: session.contents.revisions)

  // Every scalar of the source stands in exactly one segment.
  var at = 0
  for segment in imported.reading.segments {
    #expect(segment.range.lowerBound == at && !segment.range.isEmpty, comment)
    #expect((segment.class == .record) == (segment.owner != nil), comment)
    #expect((segment.rule == nil) == (segment.class == .record || segment.class == .unclaimed), comment)
    at = segment.range.upperBound
  }
  #expect(at == imported.reading.repaired.source.count, comment)

  // The records obey the format: references, ids, places, quotes.
  let faults = Validation.faults(in: view, set: session.contents.revisions) { _ in text }
  #expect(faults.isEmpty, comment)
  let records = RecordType.allCases.flatMap { view.rows($0).flatMap(\.heads) }
  for record in records { #expect(Record.read(record.type, record.line).faults.isEmpty, comment) }
  let ids = records.map(\.id)
  #expect(Set(ids).count == ids.count, comment)

  for item in records.compactMap(\.item) {
    #expect(!item.spans.isEmpty, comment)
    let there = item.spans.map { text.string($0.start..<min($0.end, text.count)) }.joined()
    let said = [item.title, item.aim, item.text].compactMap { $0 }.joined()
    #expect(bare(there) == bare(said), comment)
  }
}

/// No name and no telephone of a contact stands in a record.
func checkPeople(_ session: ImportSession, _ comment: Comment) {
  let records = session.imported.flatMap(\.assembly.records)
  let values = records.map { String(decoding: JSON.object($0.body.without(["id"])).canonical, as: UTF8.self) }
  for contact in session.imported.flatMap(\.assembly.contacts) {
    for value in [contact.name, contact.phone, contact.email].compactMap({ $0 }) where value.unicodeScalars.count > 2 {
      #expect(!values.contains { $0.contains(value) }, comment)
    }
  }
}

private func bare(_ string: String) -> String {
  String(String.UnicodeScalarView(string.unicodeScalars.filter { !$0.properties.isWhitespace }))
}
