/// The words that stand side by side on a page, in a column or in a cell.
struct PageLine {
  /// From left to right, none of them empty.
  private(set) var words: [PageWord]
  private(set) var box: Box
  /// From 1.
  let page: Int
  /// The width of a full-width character of the line's longest word.
  let em: Int
  let text: String
  private let first: Unicode.Scalar
  private let last: Unicode.Scalar

  init?(_ unsorted: [PageWord], page: Int) {
    words = unsorted.filter { word in word.text.unicodeScalars.contains { !isWhiteSpace($0) } }
    words.sort { ($0.box.left, $0.box.top) < ($1.box.left, $1.box.top) }
    guard let leftmost = words.first, let longest = words.max(by: { $0.box.width < $1.box.width }) else { return nil }
    box = words.reduce(leftmost.box) { $0.union($1.box) }
    em = longest.em
    self.page = page
    let stretch = stretch(of: words)
    var text = ""
    var previous: PageWord?
    for word in words {
      let trimmed = trimmedWhiteSpace(word.text)
      if let previous, let end = text.unicodeScalars.last, let start = trimmed.first,
        isBlank(
          word.box.left - previous.box.right, between: end, and: start, em: min(previous.em, word.em), stretch: stretch)
      {
        text += " "
      }
      text.unicodeScalars += trimmed
      previous = word
    }
    guard let first = text.unicodeScalars.first, let last = text.unicodeScalars.last else { return nil }
    (self.text, self.first, self.last) = (text, first, last)
  }

  /// What stands between this line's text and the next one's where a paragraph goes on: nothing in Chinese.
  func glue(to next: PageLine) -> String {
    isSpaced(last) && isSpaced(next.first) && last != "-" ? " " : ""
  }

  /// Whether the line ends a sentence or a list's entry.
  var isFinished: Bool { "。；！？：!?;:".unicodeScalars.contains(last) }

  /// 一, 二, 八 and 十 may come as radicals.
  private static let digits = "0123456789一二三四五六七八九十\u{2F00}\u{2F06}\u{2F0B}\u{2F17}".unicodeScalars

  /// Whether the line begins with the mark of a list's entry: 一、 （一） 1. ① 第一，.
  var beginsEntry: Bool {
    let head = Array(text.unicodeScalars.prefix(6))
    guard let first = head.first else { return false }
    if (0x2460...0x249B).contains(first.value) { return true }
    let marks = head.drop { "（(".unicodeScalars.contains($0) }
    let number = marks.prefix { PageLine.digits.contains($0) }
    let rest = marks.dropFirst(number.count)
    guard !number.isEmpty, let mark = rest.first else { return false }
    // A number with decimals is none.
    if mark == ".", let next = rest.dropFirst().first, (0x30...0x39).contains(next.value) { return false }
    return marks.count < head.count ? "）)".unicodeScalars.contains(mark) : "、.．".unicodeScalars.contains(mark)
  }

  /// Whether the line ends a sentence.
  var endsSentence: Bool { sentenceMarks.contains(last) }

  /// Whether a sentence ends in it and another one begins.
  var holdsTwoSentences: Bool { text.unicodeScalars.dropLast().contains { sentenceMarks.contains($0) } }

  /// Where the line ends, a closing mark left out: it may hang over the margin.
  var rightWithoutMark: Int { closingMarks.contains(last) ? box.right - em : box.right }

  /// How wide the first piece is that a line break cannot part: a character or a Latin word with the marks that open
  /// before it and close behind it, and what a quotation mark or a mark before a Latin word ties to it.
  var firstPieceWidth: Int {
    var rest = text.unicodeScalars.prefix(60)[...]
    var width = 0
    // A quotation mark clings to both of its neighbours, whichever side it belongs to.
    var isTied = false
    func take(while isTaken: (Unicode.Scalar) -> Bool) -> Int {
      let taken = rest.prefix(while: isTaken)
      isTied = taken.last.map { quotationMarks.contains($0) } ?? false
      rest = rest[taken.endIndex...]
      return taken.count
    }
    while !rest.isEmpty {
      width += take { openingMarks.contains($0) } * em
      let latin = take { isSpaced($0) && $0 != " " && !closingMarks.contains($0) }
      width += latin * narrowWidth
      if latin == 0, rest.popFirst() != nil { width += em }
      let closing = take { closingMarks.contains($0) }
      width += closing * em
      guard let next = rest.first,
        isTied || quotationMarks.contains(next) || closing > 0 && isSpaced(next) && next != " "
      else {
        break
      }
    }
    return width
  }

  /// The width of a Latin character at the line's begin.
  private var narrowWidth: Int {
    guard let word = words.first else { return em / 2 }
    let narrow = word.text.unicodeScalars.count { $0.value < 0x2E80 }
    let wide = word.text.unicodeScalars.count - narrow
    guard narrow > 0 else { return em * 11 / 20 }
    return min(max((word.box.width - wide * em) / narrow, em * 3 / 10), em * 4 / 5)
  }
}

private let sentenceMarks = "。！？".unicodeScalars
private let quotationMarks = "“”‘’".unicodeScalars
private let openingMarks = "（《“‘「『【〔(".unicodeScalars
private let closingMarks = "，。、；：！？）》”’」』】〕),.;:!?%％".unicodeScalars

/// Puts words into lines, from top to bottom.
func lines(of words: [PageWord], page: Int) -> [PageLine] {
  var found: [[PageWord]] = []
  var middle = 0
  var height = 0
  for word in words.sorted(by: { ($0.box.middle.y, $0.box.left) < ($1.box.middle.y, $1.box.left) }) {
    let distance = abs(word.box.middle.y - middle)
    if let last = found.indices.last, distance * 5 <= min(height, word.box.height) * 2 {
      found[last].append(word)
      // Higher words decide where the line is; a small one beside them is an exponent or a comma.
      if word.box.height > height { (middle, height) = (word.box.middle.y, word.box.height) }
    } else {
      found.append([word])
      (middle, height) = (word.box.middle.y, word.box.height)
    }
  }
  return found.compactMap { PageLine($0, page: page) }
}

/// Whether a gap is a blank: Chinese has none, but for a little room beside Latin letters and digits.
///
/// - Parameter stretch: the gap between all characters of the line, which fills it up to the margin.
private func isBlank(
  _ gap: Int, between left: Unicode.Scalar, and right: Unicode.Scalar, em: Int, stretch: Int
) -> Bool {
  switch (isSpaced(left), isSpaced(right)) {
  case (true, true): gap * 100 > em * 14
  case (false, false): gap * 100 > min(max(em * 20, stretch * 160), em * 45)
  default: gap * 100 > em * 40
  }
}

/// The usual gap of a line whose characters stand apart; 0 for any other line.
private func stretch(of words: [PageWord]) -> Int {
  let characters = words.reduce(0) { $0 + $1.text.unicodeScalars.count }
  guard words.count >= 3, words.count * 2 > characters else { return 0 }
  let gaps = zip(words, words.dropFirst()).map { max(0, $1.box.left - $0.box.right) }.sorted()
  return gaps[gaps.count / 2]
}

/// Whether the script of a scalar parts words by blanks.
private func isSpaced(_ scalar: Unicode.Scalar) -> Bool {
  scalar.value < 0x2E80 && !(0x2000...0x2BFF).contains(scalar.value)
}

private func trimmedWhiteSpace(_ text: String) -> [Unicode.Scalar] {
  let scalars = Array(text.unicodeScalars)
  return Array(scalars[trim(0..<scalars.count, in: scalars)].map { isWhiteSpace($0) ? " " : $0 })
}
