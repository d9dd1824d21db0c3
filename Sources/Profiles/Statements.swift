import AdapterKit
import ChineseText

/// Cuts a cell's words: what its labels part off, its sentences, the parts of a counted list.
struct Statements {
  let source: SourceText
  let words: ShapeWords

  struct Statement {
    var range: Range<Int>
    /// With the number before it.
    var whole: Range<Int>
    var mark: Range<Int>?
    var number: Int?
  }

  /// A cell's words and the labelled fields that stand among them.
  struct Parts {
    var bodies: [Range<Int>] = []
    var fields: [LabelledField<Profile.Column>] = []
    /// Brackets around fields.
    var marks: [Range<Int>] = []
  }

  private static let counting: Set<Enumerator.Style> = [.digitPoint, .digitBracket, .hanPoint, .hanBracket, .circled]

  // MARK: Labels

  /// 推进港口建设（责任单位：某局）: the words, and what labels say.
  func parts(of cell: Range<Int>) -> Parts {
    var parts = Parts()
    var start = cell.lowerBound
    for at in cell where at >= start && "（(【[".unicodeScalars.contains(source.scalars[at]) {
      guard let close = source.scalars[at..<cell.upperBound].firstIndex(where: { "）)】]".unicodeScalars.contains($0) })
      else { break }
      let end = closing(at, cell) ?? close
      let inner = at + 1..<end
      let fields = words.labels.fields(in: source, inner)
      guard fields.first?.labelRange.lowerBound == inner.lowerBound else { continue }
      addBody(start..<at, to: &parts)
      parts.marks += [at..<at + 1, end..<end + 1]
      parts.fields += fields
      start = end + 1
    }
    addBody(start..<cell.upperBound, to: &parts)
    return parts
  }

  /// Where the bracket that opens at a place closes: 各区（市） may stand within.
  private func closing(_ open: Int, _ cell: Range<Int>) -> Int? {
    var depth = 0
    for at in open..<cell.upperBound {
      if "（(【[".unicodeScalars.contains(source.scalars[at]) { depth += 1 }
      if "）)】]".unicodeScalars.contains(source.scalars[at]) { depth -= 1 }
      if depth == 0 { return at }
    }
    return nil
  }

  private func addBody(_ stretch: Range<Int>, to parts: inout Parts) {
    let body = source.scalars.trimmed(stretch)
    guard !body.isEmpty else { return }
    let fields = words.labels.fields(in: source, body)
    let end = fields.first?.labelRange.lowerBound ?? body.upperBound
    let before = source.scalars.trimmed(body.lowerBound..<end)
    // A full stop behind a remark in brackets ends nothing more.
    if before.count == 1, !source.scalars[before].contains(where: \.isHan) {
      parts.marks.append(before)
    } else if !before.isEmpty {
      parts.bodies.append(before)
    }
    parts.fields += fields
  }

  // MARK: Sentences

  /// The sentences; lines and parts that are counted stand for themselves.
  func statements(in body: Range<Int>) -> [Statement] {
    var out: [Statement] = []
    for piece in pieces(of: body) {
      out += sentences(in: source.scalars, piece).map(counted).filter { statement in
        statement.range.contains { source.scalars[$0].isHan || source.scalars[$0].isDigit }
      }
    }
    return out
  }

  /// Cut before each mark that opens a line or follows a pause, and where a line ends a sentence.
  private func pieces(of body: Range<Int>) -> [Range<Int>] {
    let text = source.scalars
    var cuts = [body.lowerBound]
    var style = counting(at: body.lowerBound, before: body.upperBound)?.style
    var at = body.lowerBound
    while at < body.upperBound {
      defer { at += 1 }
      let scalar = text[at]
      let isLineEnd = scalar.isLineEnd
      guard isLineEnd || "；;。：:，,".unicodeScalars.contains(scalar) || scalar.isBlank else { continue }
      var next = at + 1
      while next < body.upperBound, text[next].isBlank || text[next].isLineEnd { next += 1 }
      guard next < body.upperBound else { break }
      if let mark = counting(at: next, before: body.upperBound) {
        // Behind a comma or a blank only a list that goes on, or begins with one in brackets.
        let isBracketed = mark.style == .digitBracket || mark.style == .circled || mark.style == .hanBracket
        let isCut =
          isLineEnd || "；;。".unicodeScalars.contains(scalar) || (style == mark.style || mark.number == 1) && isBracketed
          || style == mark.style && !scalar.isBlank
        if isCut {
          if cuts.last != next { cuts.append(next) }
          style = mark.style
        }
      } else if isLineEnd, at > body.lowerBound, endsStatement(at, from: body.lowerBound) {
        if cuts.last != next { cuts.append(next) }
      }
    }
    let ends = cuts.dropFirst() + [body.upperBound]
    return zip(cuts, ends).map { text.trimmed($0..<$1) }.filter { !$0.isEmpty }
  }

  private func endsStatement(_ lineEnd: Int, from start: Int) -> Bool {
    var at = lineEnd - 1
    while at > start, source.scalars[at].isBlank || source.scalars[at].isLineEnd { at -= 1 }
    return "。！？；;!?".unicodeScalars.contains(source.scalars[at])
  }

  private func counting(at offset: Int, before end: Int) -> Enumerator? {
    enumerator(in: source.scalars, at: offset, before: end).flatMap {
      Statements.counting.contains($0.style) ? $0 : nil
    }
  }

  /// A stretch without the number that may stand before it.
  func counted(_ stretch: Range<Int>) -> Statement {
    let whole = source.scalars.trimmed(stretch)
    guard let mark = counting(at: whole.lowerBound, before: whole.upperBound), mark.range.upperBound < whole.upperBound
    else { return Statement(range: whole, whole: whole) }
    let range = source.scalars.trimmed(mark.range.upperBound..<whole.upperBound)
    return Statement(range: range, whole: whole, mark: mark.range, number: mark.number)
  }

  /// A name without the marks behind it.
  func withoutEnd(_ range: Range<Int>) -> Range<Int> {
    var range = source.scalars.trimmed(range)
    while let last = range.last, range.count > 1, "。：:；;，,".unicodeScalars.contains(source.scalars[last]) {
      range = source.scalars.trimmed(range.lowerBound..<last)
    }
    return range
  }

  /// What a task is called, and what its cell says beyond that.
  func name(of body: Range<Int>) -> (title: Statement, rest: Range<Int>?) {
    let first = counted(body)
    let all = statements(in: body)
    let colon = first.range.prefix(40).first { "：:".unicodeScalars.contains(source.scalars[$0]) }
    if let colon, body.upperBound - colon > 10, colon - first.range.lowerBound >= 3,
      !(source.scalars[min(colon + 1, source.scalars.count - 1)].isDigit && colon > 0
        && source.scalars[colon - 1].isDigit)
    {
      var title = first
      title.range = withoutEnd(first.range.lowerBound..<colon + 1)
      return (title, source.scalars.trimmed(colon + 1..<body.upperBound))
    }
    guard var title = all.first, all.count > 1 else {
      var title = first
      title.range = withoutEnd(first.range)
      return (title, nil)
    }
    let rest = source.scalars.trimmed(title.whole.upperBound..<body.upperBound)
    title.range = withoutEnd(title.range)
    return (title, rest.isEmpty ? nil : rest)
  }
}
