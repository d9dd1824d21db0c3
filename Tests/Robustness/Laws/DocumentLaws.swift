import AdapterKit
import ChineseText
import Import
import Plan

extension Breaches {
  /// What holds for every document that is read, whatever it says.
  ///
  /// - Parameter isDamaged: whether words of a contact's field may have been put into a goal's text as well; what the
  ///   text says twice is then no secret.
  package mutating func checkDocument(_ session: ImportSession, isDamaged: Bool = true) {
    for imported in session.imported {
      checkText(imported)
      checkAccounting(imported.reading)
      checkRecords(session, imported)
      checkPeople(imported, isDamaged: isDamaged)
    }
  }

  /// Spans point into what `jdx text` prints, and undoing the repairs gives the source.
  private mutating func checkText(_ imported: ImportedDocument) {
    let repaired = imported.reading.repaired
    let printed = try? TextReading(imported.reading.file.bytes).bytes
    check(printed == imported.assembly.text, "the text that spans point into is what `jdx text` prints")
    check(repaired.source == imported.reading.text.file.scalars, "the source is the decoded file")
    var undone: [Unicode.Scalar] = []
    var at = 0
    for repair in repaired.repairs {
      let kept = repair.range.lowerBound - undone.count
      undone += repaired.text[at..<at + kept] + repair.original
      at += kept + repair.replacement.count
    }
    check(undone + repaired.text[at...] == repaired.source, "undoing every repair gives the source")
  }

  /// Every scalar of the source stands in exactly one segment, and each segment says why.
  private mutating func checkAccounting(_ reading: DocumentReading) {
    var at = 0
    for segment in reading.segments {
      check(segment.range.lowerBound == at && !segment.range.isEmpty, "segments adjoin at \(at)")
      check((segment.class == .record) == (segment.owner != nil), "a record's segment has an owner at \(at)")
      let isRuled = segment.class != .record && segment.class != .unclaimed
      check(isRuled == (segment.rule != nil), "structure, boilerplate and noise name their rule at \(at)")
      at = segment.range.upperBound
    }
    check(at == reading.repaired.source.count, "the segments cover the source")
    let noise = reading.segments.filter { $0.class == .noise }.reduce(0) { $0 + $1.range.count }
    let removed = reading.repaired.repairs.reduce(0) { $0 + max(0, $1.range.count - $1.replacement.count) }
    check(noise == removed, "what repairs removed is noise")
  }

  /// The records obey the format, and their words stand where their spans say.
  private mutating func checkRecords(_ session: ImportSession, _ imported: ImportedDocument) {
    let text = imported.reading.repaired.text
    let faults = Validation.faults(in: session.contents.revisions) { session.contents.scalars(ofText: $0) }
    check(faults.isEmpty, "the records obey the rules: \(faults.prefix(3))")
    let records = imported.assembly.records
    for record in records {
      let faults = Record.read(record.type, record.line).faults
      check(faults.isEmpty, "\(record.id) is a legal record: \(faults.prefix(3))")
    }
    check(Set(records.map(\.id)).count == records.count, "ids are given once")
    for item in records.compactMap(\.item) {
      let there = item.spans.map { text.string($0.start..<$0.end) }.joined()
      let said = [item.title, item.aim, item.text].compactMap { $0 }.joined()
      check(bare(there) == bare(said), "the words of \(item.id) stand at its spans")
    }
    for indicator in records.compactMap(\.indicator) {
      let there = indicator.spans.map { text.string($0.start..<$0.end) }
      check(there == [indicator.quote], "\(indicator.id) quotes its span")
    }
  }

  /// No name and no number of a contact stands in a record.
  private mutating func checkPeople(_ imported: ImportedDocument, isDamaged: Bool) {
    let text = imported.reading.repaired.text
    let values = imported.assembly.records.map {
      Array(String(decoding: JSON.object($0.body.without(["id"])).canonical, as: UTF8.self).unicodeScalars)
    }
    for contact in imported.assembly.contacts {
      for value in [contact.name, contact.phone, contact.email].compactMap({ $0 }) where value.unicodeScalars.count > 2
      {
        let first = text.first(value, in: 0..<text.count)?.upperBound ?? text.count
        if isDamaged, text.first(value, in: first..<text.count) != nil { continue }
        check(
          values.allSatisfy { $0.first(value, in: 0..<$0.count) == nil }, "\(value) is a contact's and in no record")
      }
    }
  }

  private func bare(_ string: String) -> [Unicode.Scalar] {
    string.unicodeScalars.filter { !$0.properties.isWhitespace }
  }
}
