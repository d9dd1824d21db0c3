import AdapterKit
import ChineseText
import Plan

/// Finds in a paragraph what says who answers for it and until when.
struct OutlineNotes {
  let source: SourceText
  let words: ShapeWords
  private let statements: Statements
  private let units: UnitNames

  /// A stretch of text and what is noted behind it; one of both may be missing.
  struct Piece {
    var text: Range<Int>?
    var note: OutlineNote?
  }

  static let words = roleWords + unitBeginnings + done
  private static let roleWords = ["牵头", "负责", "配合", "落实", "承办", "协办", "主办", "参与", "协同", "督导"]
  private static let done = ["完成", "完工", "办结", "落实"]
  private static let unitBeginnings = ["市", "省", "各", "局", "区", "县"]

  init(source: SourceText, words: ShapeWords) {
    self.source = source
    self.words = words
    statements = Statements(source: source, words: words)
    units = UnitNames(source: source, words: words)
  }

  /// The paragraph cut behind each of its notes.
  func pieces(of paragraph: Range<Int>) -> [Piece] {
    let parts = statements.parts(of: paragraph)
    var texts: [(range: Range<Int>, note: OutlineNote?)] = parts.bodies.flatMap { parted($0) }
    var line = OutlineNote()
    for field in parts.fields {
      let noted = OutlineNote.LabelledNote(column: field.label, label: field.labelRange, value: field.value)
      if let at = texts.lastIndex(where: { $0.range.upperBound <= field.labelRange.lowerBound }) {
        texts[at].note = texts[at].note ?? OutlineNote()
        texts[at].note?.fields.append(noted)
        texts[at].note?.marks.append(field.marks)
      } else {
        line.fields.append(noted)
        line.marks.append(field.marks)
      }
    }
    for mark in parts.marks {
      if let at = texts.lastIndex(where: { $0.range.upperBound <= mark.lowerBound }), texts[at].note != nil {
        texts[at].note?.marks.append(mark)
      } else {
        line.marks.append(mark)
      }
    }
    let lines = line.fields.isEmpty ? [] : [Piece(text: nil, note: line)]
    return lines + texts.map { Piece(text: $0.range, note: $0.note) }
  }

  /// Whether a line begins with a label.
  func isNote(_ line: Range<Int>) -> Bool { words.labels.begin(line, of: source) }

  // MARK: Brackets

  /// A text cut behind brackets that name units: 建成泊位3个。（市交通运输局牵头）
  private func parted(_ body: Range<Int>) -> [(range: Range<Int>, note: OutlineNote?)] {
    let text = source.scalars
    var out: [(range: Range<Int>, note: OutlineNote?)] = []
    var start = body.lowerBound
    var open: [Int] = []
    for at in body {
      if "（(【[".unicodeScalars.contains(text[at]) { open.append(at) }
      guard "）)】]".unicodeScalars.contains(text[at]), let first = open.popLast(), open.isEmpty, first >= start else {
        continue
      }
      let inner = text.trimmed(first + 1..<at)
      guard standsApart(first, at, in: body), namesUnits(inner) else { continue }
      let before = text.trimmed(start..<first)
      var end = at + 1
      while end < body.upperBound, isStop(text[end]) || text[end].isBlank { end += 1 }
      var note = OutlineNote(marks: [first..<end])
      note.fields = fields(in: inner)
      if before.isEmpty, let last = out.indices.last {
        out[last].note?.fields += note.fields
        out[last].note?.marks += note.marks
      } else {
        out.append((before, note))
      }
      start = end
    }
    let rest = text.trimmed(start..<body.upperBound)
    if !rest.isEmpty { out.append((rest, nil)) }
    return out
  }

  private func withoutPause(_ words: Range<Int>) -> Range<Int> {
    words.last.map { isStop(source.scalars[$0]) } ?? false ? words.lowerBound..<words.upperBound - 1 : words
  }

  private func isStop(_ scalar: Unicode.Scalar) -> Bool { "。；;，,.".unicodeScalars.contains(scalar) }

  /// Whether a bracket stands at a sentence's end, before its mark or behind it.
  private func standsApart(_ open: Int, _ close: Int, in body: Range<Int>) -> Bool {
    func isEnd(_ at: Int?) -> Bool { at.map { "。；;！!".unicodeScalars.contains(source.scalars[$0]) } ?? true }
    return isEnd((close + 1..<max(close + 1, body.upperBound)).first { !source.scalars[$0].isBlank })
      || isEnd((body.lowerBound..<open).last { !source.scalars[$0].isBlank })
  }

  /// Units, and until when: 甲局牵头，乙局配合，9月底前完成.
  private func fields(in inner: Range<Int>) -> [OutlineNote.LabelledNote] {
    guard let limit = limit(in: inner) else { return [OutlineNote.LabelledNote(column: nil, label: nil, value: inner)] }
    let before = source.scalars.trimmed(inner.lowerBound..<limit.clause.lowerBound)
    return [
      OutlineNote.LabelledNote(column: nil, label: nil, value: before),
      OutlineNote.LabelledNote(column: .deadline, label: nil, value: limit.words),
    ]
  }

  /// The clause at the end that tells until when, and its words without 完成.
  private func limit(in inner: Range<Int>) -> (clause: Range<Int>, words: Range<Int>)? {
    let clauses = source.scalars.pieces(of: inner) { "，,；;".unicodeScalars.contains($0) }
    guard clauses.count > 1, let last = clauses.last, deadline(in: source.scalars, last, year: 2000) != nil else {
      return nil
    }
    let done = OutlineNotes.done.first { source.string(last).hasSuffix($0) }
    return (last, last.lowerBound..<last.upperBound - (done?.unicodeScalars.count ?? 0))
  }

  /// Names of units and words for what they do, nothing else but a time limit.
  private func namesUnits(_ bracket: Range<Int>) -> Bool {
    let inner = limit(in: bracket).map { source.scalars.trimmed(bracket.lowerBound..<$0.clause.lowerBound) } ?? bracket
    guard (3...300).contains(inner.count) else { return false }
    let parties = units.parties(in: withoutPause(inner), role: .responsible)
    let names = parties.map { Array($0.name.unicodeScalars) }
    guard !names.isEmpty, names.allSatisfy({ $0.count >= 2 && words.endsAsUnit($0) }) else { return false }
    if OutlineNotes.roleWords.contains(where: { source.bare(inner).contains($0) }) { return true }
    // （示例区） behind a place's name is no unit that answers for something.
    return names.allSatisfy { name in
      name.count >= 3 && OutlineNotes.unitBeginnings.contains { name.starts(with: Array($0.unicodeScalars)) }
    }
  }
}
