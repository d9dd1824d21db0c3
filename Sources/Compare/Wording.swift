import ChineseText
import Plan

extension Item {
  /// All that the item says itself: title, aim and text.
  var wording: String { [title, aim, text].compactMap { $0 }.joined(separator: "。") }
}

/// A goal's words without what is no change: marks, blanks, width, and the form of figures.
struct Wording: Sendable {
  /// The title as a name: without years, numbers and the verbs before these; 达到50家 and 突破60家 make no other name.
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
    self.title = title.map { Wording.withoutYears(Wording.withoutNumbers($0)) }
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

  /// Leaves the marks around each figure, and neither its number nor the word by which it is reached.
  private static func withoutNumbers(_ title: [Unicode.Scalar]) -> [Unicode.Scalar] {
    var out: [Unicode.Scalar] = []
    var isInside = false
    for scalar in title {
      switch scalar {
      case "\u{1}":
        while let verb = reaching.first(where: { out.count > $0.count && out.suffix($0.count) == $0[...] }) {
          out.removeLast(verb.count)
        }
        isInside = true
        out.append(scalar)
      case "\u{2}":
        isInside = false
        out.append(scalar)
      default: if !isInside { out.append(scalar) }
      }
    }
    return out
  }

  private static let reaching = ["达到", "提高到", "提升到", "增加到", "扩大到", "稳定在", "保持在", "控制在", "力争", "完成", "实现", "达"].map {
    Array($0.unicodeScalars)
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
