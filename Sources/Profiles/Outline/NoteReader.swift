import AdapterKit
import ChineseText
import Plan

/// Reads what labels say of a task: units, time limit; people stand in no record.
struct NoteReader {
  let source: SourceText
  private let words: ShapeWords
  private let units: UnitNames

  init(source: SourceText, words: ShapeWords) {
    self.source = source
    self.words = words
    units = UnitNames(source: source, words: words)
  }

  /// - Parameter owners: the items that the note is of; the document's where there is none.
  func read(_ note: OutlineNote, of owners: [Int], into draft: inout DraftBuilder) {
    for mark in note.marks { draft.structure(mark, "separator") }
    for field in note.fields { draft.structure(field.value, "separator") }
    for field in note.fields {
      if let label = field.label { draft.structure(label, "label") }
      read(field, of: owners, into: &draft)
    }
  }

  private func read(_ field: OutlineNote.LabelledNote, of owners: [Int], into draft: inout DraftBuilder) {
    var field = field
    field.value = withoutStop(field.value)
    guard !field.value.isEmpty else { return }
    guard let first = owners.first, field.column != .leader, field.column != .phone else {
      return readPerson(field, into: &draft)
    }
    draft.claim(field.value, for: first)
    switch field.column {
    case .deadline:
      let due = Item.Due(date: lastDay(field.value, in: draft, of: first), text: source.written(field.value))
      for owner in owners { draft.update(owner) { $0.due = due } }
    case nil, .lead, .responsible, .cooperating, .supervising:
      let parties = units.parties(in: field.value, role: field.column?.party ?? .responsible)
      for owner in owners {
        draft.update(owner) { item in item.parties += parties.filter { !item.parties.contains($0) } }
      }
    default: draft.append(field.value, to: first, figures: .planned)
    }
  }

  private func withoutStop(_ value: Range<Int>) -> Range<Int> {
    var value = source.scalars.trimmed(value)
    while let last = value.last, "。；;，,".unicodeScalars.contains(source.scalars[last]) {
      value = source.scalars.trimmed(value.lowerBound..<last)
    }
    return value
  }

  private func readPerson(_ field: OutlineNote.LabelledNote, into draft: inout DraftBuilder) {
    draft.document(field.value)
    let names = source.scalars.pieces(of: field.value) { "、，,；;/".unicodeScalars.contains($0) || $0.isLineEnd }
    for name in names {
      if field.column == .leader { draft.contact(name: source.bareWritten(name)) }
      if field.column == .phone { draft.contact(phone: source.bareWritten(name)) }
    }
  }

  /// Of several time limits the last: 6月底前完成方案，年底前完工.
  private func lastDay(_ words: Range<Int>, in draft: DraftBuilder, of item: Int) -> String? {
    let period = draft.draft.items[item].period ?? draft.draft.period?.value
    return lastDeadline(in: source, words, year: period.flatMap { Int($0.end.prefix(4)) })
  }
}
