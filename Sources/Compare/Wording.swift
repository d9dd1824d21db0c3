import ChineseText
import Plan

extension Item {
  /// All that the item says itself: title, aim and text.
  var wording: String { [title, aim, text].compactMap { $0 }.joined(separator: "。") }
}

/// A goal's words without what is no change: marks, blanks, width, and the form of figures.
struct Wording: Sendable {
  /// The title with figures by meaning, and years taken out: 2023年 and 2024年 make no other name.
  let title: [Unicode.Scalar]?
  /// The title with figures by meaning.
  let fullTitle: [Unicode.Scalar]?
  /// All the rest with figures by meaning.
  let body: [Unicode.Scalar]
  /// Exactly what stands there, for telling a changed comma from no change.
  let written: [[Unicode.Scalar]]

  init(_ goal: Goal) {
    var figures: [Int: [Indicator]] = [:]
    for figure in goal.figures { figures[figure.part, default: []].append(figure.indicator) }
    var body: [Unicode.Scalar] = []
    var written: [[Unicode.Scalar]] = []
    var title: [Unicode.Scalar]?
    for (index, part) in goal.parts.enumerated() {
      var waiting = figures[index] ?? []
      let texts = [part.item.title, part.item.aim, part.item.text]
      for (field, text) in texts.enumerated() {
        guard let text else { continue }
        let scalars = Array(text.unicodeScalars)
        written.append(scalars)
        let plain = Wording.byMeaning(BareText.bare(scalars), &waiting)
        if index == 0, field == 0 {
          title = plain
          continue
        }
        if let last = body.last, let first = plain.first, last.isASCIIDigit, first.isASCIIDigit { body.append(",") }
        body += plain
      }
    }
    self.fullTitle = title
    self.title = title.map(Wording.withoutYears)
    self.body = body
    self.written = written
  }

  var isTitled: Bool { title?.isEmpty == false }

  /// Puts each figure's meaning, between marks that no bare text holds, where its quote stands.
  private static func byMeaning(_ text: [Unicode.Scalar], _ figures: inout [Indicator]) -> [Unicode.Scalar] {
    var out: [Unicode.Scalar] = []
    var at = 0
    var elsewhere: [Indicator] = []
    for figure in figures {
      let quote = BareText.bare(figure.quote)
      guard let found = place(of: quote, in: text, from: at) else {
        elsewhere.append(figure)
        continue
      }
      out += text[at..<found]
      out.append("\u{1}")
      out += FigureMeaning(figure).key
      out.append("\u{2}")
      at = found + quote.count
    }
    figures = elsewhere
    return out + text[at...]
  }

  /// Where the quote stands as a whole, not inside a longer number.
  private static func place(of quote: [Unicode.Scalar], in text: [Unicode.Scalar], from start: Int) -> Int? {
    guard let first = quote.first, let last = quote.last, quote.count <= text.count - start else { return nil }
    for at in start...(text.count - quote.count) where text[at] == first && text[at..<at + quote.count] == quote[...] {
      let end = at + quote.count
      let cutsBefore = first.isASCIIDigit && at > 0 && (text[at - 1].isASCIIDigit || text[at - 1] == ".")
      let cutsAfter = last.isASCIIDigit && end < text.count && text[end].isASCIIDigit
      if !cutsBefore, !cutsAfter { return at }
    }
    return nil
  }

  private static func withoutYears(_ title: [Unicode.Scalar]) -> [Unicode.Scalar] {
    var out: [Unicode.Scalar] = []
    var at = 0
    while at < title.count {
      var end = at
      while end < title.count, title[end].isASCIIDigit { end += 1 }
      if end - at == 4, title[at] == "1" || title[at] == "2" {
        if end < title.count, title[end] == "年" { end += 1 }
        if end < title.count, title[end] == "度" { end += 1 }
      } else {
        end = max(end, at + 1)
        out += title[at..<end]
      }
      at = end
    }
    return out
  }
}
