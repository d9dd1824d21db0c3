import Vocabulary

/// The words of what may be a mark: 秘密★1年, 密级：机密, 内部资料，注意保存.
struct MarkPhrase {
  /// The degree that stands alone, without star, period or label.
  private(set) var bareLevel: [Unicode.Scalar]?
  private(set) var range: Range<Int>
  /// The widest gap inside a word, in columns.
  private(set) var gap = 0
  private(set) var hasStar = false
  private(set) var hasPeriod = false
  private(set) var isLabelled = false
  private(set) var isBracketed = false
  /// Whether the words are a mark on a line of their own only, not in a cell: 密件, （内部）.
  private(set) var isWholeLine = false
  private var parts = 0
  private var hasLevel = false
  private var isStatement = false

  /// `nil` where no words of a mark begin.
  init?(at start: Int, in text: MarkText) {
    range = start..<start
    var next: Int? = start
    while parts < MarkPhrase.mostParts, let at = next, let end = part(at: at, in: text) {
      parts += 1
      range = start..<end
      next = MarkPhrase.skippingSeparators(end, in: text)
    }
    guard parts > 0 else { return nil }
    if parts == 1, !hasStar, !hasPeriod, !isLabelled, text.word(.level, at: start)?.end == range.upperBound {
      bareLevel = text.scalars[range].filter(\.isHan)
    }
    takeSurroundings(in: text)
  }

  // MARK: Parts

  /// The end of one part of a mark.
  private mutating func part(at start: Int, in text: MarkText) -> Int? {
    if let label = text.word(.label, at: start) { return value(of: label.end, in: text) }
    if let label = text.word(.periodLabel, at: start) {
      guard let value = MarkPhrase.colon(label.end, in: text) ?? MarkPhrase.nextCell(label.end, in: text),
        let end = MarkPeriod.end(at: value, in: text)
      else { return nil }
      (isLabelled, hasPeriod) = (true, true)
      return end
    }
    if let end = opened(at: start, in: text) { return end }
    if let end = paper(at: start, in: text) { return end }
    if let word = text.word(.alone, at: start) {
      isWholeLine = true
      return word.end
    }
    guard let word = text.word(.level, .starred, .notice, .caution, .rider, at: start) else { return nil }
    if word.kind == .rider, parts == 0 { return nil }
    // 绝密、机密、秘密: a list speaks of them.
    if word.kind == .level, hasLevel { return nil }
    if word.kind == .starred {
      guard let next = text[text.skippingBlanks(word.end)] else { return nil }
      if let opener = text[text.skippingBlanks(before: start) - 1], MarkPhrase.closers[opener] == next {
        isWholeLine = true
        return word.end
      }
      guard MarkPhrase.stars.contains(next) else { return nil }
    }
    gap = max(gap, word.gap)
    return word.kind == .level || word.kind == .starred ? degree(word.end, in: text) : word.end
  }

  /// 机密文件 counts where the reader is asked for something behind it: 机密文件 注意保存.
  private func paper(at start: Int, in text: MarkText) -> Int? {
    guard parts == 0, let word = text.word(.paper, at: start) else { return nil }
    let next = MarkPhrase.skippingSeparators(word.end, in: text)
    return next > word.end && text.word(.caution, at: next) != nil ? word.end : nil
  }

  /// Words that lead to those of the mark: 仅供内部使用, 备注：秘密.
  private mutating func opened(at start: Int, in text: MarkText) -> Int? {
    guard let opener = text.word(.opener, at: start) else { return nil }
    var at = text.skippingBlanks(opener.end)
    let hasColon = text[at] == ":"
    if hasColon { at = text.skippingBlanks(at + 1) }
    guard let word = text.word(.notice, .caution, .level, at: at), hasColon || word.kind != .level else { return nil }
    gap = max(gap, word.gap)
    return word.kind == .level ? degree(word.end, in: text) : word.end
  }

  /// Behind a degree: the star, and for how long.
  private mutating func degree(_ end: Int, in text: MarkText) -> Int {
    hasLevel = true
    var at = text.skippingBlanks(end)
    var starEnd = end
    while let scalar = text[at], MarkPhrase.stars.contains(scalar) {
      starEnd = at + 1
      at = text.skippingBlanks(starEnd)
    }
    if starEnd > end { hasStar = true }
    if let scalar = text[at], starEnd == end, MarkPhrase.otherStars.contains(scalar) {
      at = text.skippingBlanks(at + 1)
    }
    guard let periodEnd = MarkPeriod.end(at: at, in: text, behindStar: hasStar) else { return starEnd }
    hasPeriod = true
    return periodEnd
  }

  /// Behind a label: its colon and the degree.
  private mutating func value(of label: Int, in text: MarkText) -> Int? {
    guard let colon = MarkPhrase.colon(label, in: text) ?? copula(label, in: text) ?? boxes(behind: label, in: text)
    else { return nil }
    let start = text[colon].flatMap { MarkPhrase.closers[$0] } == nil ? colon : text.skippingBlanks(colon + 1)
    guard let at = MarkPhrase.ticked(from: start, in: text), let word = text.word(.level, .starred, .notice, at: at)
    else { return nil }
    isLabelled = !isStatement
    gap = max(gap, word.gap)
    var end = text[word.end] == "级" ? word.end + 1 : word.end
    if text[text.skippingBlanks(end)].flatMap({ MarkPhrase.boxes[$0] }) == true { end = text.skippingBlanks(end) + 1 }
    return degree(end, in: text)
  }

  /// The boxes to tick in the cell behind a label's.
  private func boxes(behind label: Int, in text: MarkText) -> Int? {
    guard let at = MarkPhrase.nextCell(label, in: text), text[at].flatMap({ MarkPhrase.boxes[$0] }) != nil else {
      return nil
    }
    return at
  }

  /// Where the cell behind a label's begins: on the same line, or on the next where cells are written downwards.
  private static func nextCell(_ label: Int, in text: MarkText) -> Int? {
    var at = text.skippingBlanks(label)
    guard text[at] != nil, text.isEdge(at) else { return nil }
    for _ in 0..<3 where text[at] != nil && text.isEdge(at) { at = text.skippingBlanks(at + 1) }
    return at
  }

  /// What follows 为 behind a label: the words are a sentence, to stand alone on their line.
  private mutating func copula(_ label: Int, in text: MarkText) -> Int? {
    guard text[label] == "为" else { return nil }
    isStatement = true
    return text.skippingBlanks(label + 1)
  }

  /// Where a value begins; of boxes to tick, before or behind their words, at the words of the ticked one.
  private static func ticked(from start: Int, in text: MarkText) -> Int? {
    let isBefore = text[start].flatMap { boxes[$0] } != nil
    if !isBefore, let word = text.word(.level, .starred, .notice, at: start) {
      guard text[text.skippingBlanks(word.end)].flatMap({ boxes[$0] }) != nil else { return start }
    }
    var (at, option) = (start, start)
    // Each box may have a cell of its own.
    while !text.isLineEnd(at), at - start < MarkPhrase.longestForm {
      if let tick = text[at].flatMap({ boxes[$0] }) {
        let next = text.skippingBlanks(at + 1)
        let words = isBefore ? next : option
        if tick, text.word(.level, .starred, .notice, at: words) != nil { return words }
        option = next
      }
      at += 1
    }
    return nil
  }

  /// What follows a label's colon, or the blanks or bracket that stand for one.
  private static func colon(_ label: Int, in text: MarkText) -> Int? {
    var at = text.skippingBlanks(label)
    if let scalar = text[at], closers.values.contains(scalar) { at = text.skippingBlanks(at + 1) }
    if text[at] == ":" { at = text.skippingBlanks(at + 1) }
    return at > label || text[at].flatMap({ boxes[$0] }) != nil ? at : nil
  }

  private static func skippingSeparators(_ end: Int, in text: MarkText) -> Int {
    var at = end
    while let scalar = text[at],
      separators.contains(scalar) || closers[scalar] != nil || closers.values.contains(scalar)
        || text.isBlank(at)
    {
      at += 1
    }
    return at
  }

  // MARK: What stands around the words

  /// Takes in brackets, stars and closing punctuation.
  private mutating func takeSurroundings(in text: MarkText) {
    for _ in 0..<MarkPhrase.mostParts {
      let left = text.skippingBlanks(before: range.lowerBound) - 1
      let right = text.skippingBlanks(range.upperBound)
      if let opener = text[left], let closer = MarkPhrase.closers[opener] {
        if text[right] == closer {
          isBracketed = true
          range = left..<right + 1
          continue
        }
        // 【密级】机密: the bracket was closed inside.
        if text.scalars[range].contains(closer) {
          range = left..<range.upperBound
          continue
        }
      }
      if let opener = text.scalars[range].first(where: { MarkPhrase.closers[$0] != nil }),
        let closer = MarkPhrase.closers[opener], text[right] == closer, !text.scalars[range].contains(closer)
      {
        range = range.lowerBound..<right + 1
        continue
      }
      if let dashed = MarkPhrase.dashed(left, right, in: text) {
        range = dashed
      } else if let scalar = text[left], MarkPhrase.stars.contains(scalar) || MarkPhrase.otherStars.contains(scalar) {
        range = left..<range.upperBound
      } else if let scalar = text[right], MarkPhrase.stars.contains(scalar) || scalar == "*" {
        range = range.lowerBound..<right + 1
      } else if text[right] == "!" || text[right] == "。" && (parts > 1 || isLabelled || hasStar) {
        range = range.lowerBound..<right + 1
      } else {
        return
      }
    }
  }

  /// The dashes on both sides: — 秘密 —.
  private static func dashed(_ left: Int, _ right: Int, in text: MarkText) -> Range<Int>? {
    var (start, end) = (left, right)
    while left - start < longestForm, let scalar = text[start], dashes.contains(scalar) { start -= 1 }
    while end - right < longestForm, let scalar = text[end], dashes.contains(scalar) { end += 1 }
    return start < left && end > right ? start + 1..<end : nil
  }

  /// Bounds that no mark reaches, so that whatever a file holds is read in one go.
  private static let mostParts = 16
  private static let longestForm = 120

  private static let stars: Set<Unicode.Scalar> = [
    "★", "☆", "✩", "✪", "✫", "✬", "✭", "✮", "✯", "✰", "⭐", "⋆", "✶", "✦", "✧",
  ]
  /// What a star turns into on its way through other programs; counts before a period only.
  private static let otherStars: Set<Unicode.Scalar> = [
    "*", "·", "•", "●", "■", "▲", "△", "◆", "◇", "※", "?", "\u{FFFD}",
  ]
  private static let separators: Set<Unicode.Scalar> = [
    ",", "、", "。", ";", "·", "•", "/", "-", "—", "★", "☆", "*", "!",
  ]
  private static let dashes: Set<Unicode.Scalar> = ["-", "–", "—", "―", "─", "━"]
  private static let closers: [Unicode.Scalar: Unicode.Scalar] = [
    "(": ")", "[": "]", "【": "】", "〔": "〕", "〖": "〗", "<": ">", "{": "}",
  ]
  /// Whether a box is ticked.
  private static let boxes: [Unicode.Scalar: Bool] = [
    "□": false, "○": false, "◯": false, "☐": false, "〇": false, "☑": true, "√": true, "✓": true, "✔": true, "■": true,
    "☒": true, "▣": true, "●": true, "◉": true,
  ]
}
