import Vocabulary

/// Tells a middle dot that was put inside a word against a word filter from a genuine one.
///
/// Only a dot between two Han characters can be dirt. It is genuine
/// - between numerals (一二·九), in a title's marks (《诗经·小雅》), in a row of dots (山·海·城),
/// - inside a transliterated name: two such characters on each side (卡尔·马克思),
/// - between two words or a place and a word (海阳·国际).
///
/// Else it stands inside a word, and goes, where something speaks for the word: the lexicon has the two characters
/// (建·设), or the same document writes them undotted with a neighbour of theirs, or twice; or both are left over
/// between two other words (推进 拆·迁 工作). Where nothing does, the dot stays, and it is a doubt; but in a text that a
/// forum filled with anti-copy runs it came from the forum's word filter, and goes.
struct FilterDot {
  private static let numerals = Set("〇零一二三四五六七八九十百".unicodeScalars)
  /// Characters that transliterations are mostly written with.
  private static let transliterating = Set(
    "阿埃艾安奥巴贝比彼波伯布查达大戴丹德迪蒂丁杜多恩尔法菲费芬佛弗福盖戈格哈海亨华霍基吉加杰卡凯坎康科克肯库拉莱兰朗劳勒雷里理利莉列林琳卢鲁路伦罗洛马玛迈曼梅蒙米莫姆穆纳奈内尼娜诺欧帕佩皮普奇乔切琼萨塞桑莎山申圣史斯丝司思塔泰坦汤特蒂廷图托瓦万威韦维温沃乌西希夏肖谢辛休雪雅亚扬叶耶伊易英尤约扎詹珍朱兹佐"
      .unicodeScalars)

  private enum Verdict { case dirt, doubt, genuine }

  private let text: [Unicode.Scalar]
  /// The dots between two Han characters.
  private let candidates: [Int]
  private let isForumText: Bool
  /// How often two Han characters follow each other undotted, and which of these have a neighbour too.
  private let pairs: [UInt64: Int]
  private let triples: Set<[UInt32]>

  /// - Parameters:
  ///   - text: the document, of which the undotted writings are the evidence.
  ///   - isForumText: whether it came from a forum that puts in dirt.
  init(text: [Unicode.Scalar], isForumText: Bool = false) {
    self.text = text
    self.isForumText = isForumText
    var pairs: [UInt64: Int] = [:]
    var triples: Set<[UInt32]> = []
    candidates = text.indices.filter { FilterDot.isCandidate(text, $0) }
    let wanted = Set(candidates.map { FilterDot.key(text[$0 - 1], text[$0 + 1]) })
    if !wanted.isEmpty {
      for at in text.indices.dropLast() {
        let key = FilterDot.key(text[at], text[at + 1])
        guard wanted.contains(key) else { continue }
        pairs[key, default: 0] += 1
        if at > 0 { triples.insert(text[at - 1...at + 1].map(\.value)) }
        if at + 2 < text.count { triples.insert(text[at...at + 2].map(\.value)) }
      }
    }
    self.pairs = pairs
    self.triples = triples
  }

  /// The offsets of the dots that stand inside a word, and of those that may.
  var findings: (removals: [Int], doubts: [Int]) {
    var found: (removals: [Int], doubts: [Int]) = ([], [])
    for at in candidates {
      switch verdict(at) {
      case .dirt: found.removals.append(at)
      case .doubt: found.doubts.append(at)
      case .genuine: break
      }
    }
    return found
  }

  private func verdict(_ dot: Int) -> Verdict {
    let a = text[dot - 1]
    let b = text[dot + 1]
    if FilterDot.numerals.contains(a), FilterDot.numerals.contains(b) { return .genuine }
    if isInTitle(dot) || isName(dot) || hasCompanion(dot) { return .genuine }
    let joined = Lexicon.standard.contains(a, b) || isWritten(dot)
    if endsWord(dot), beginsWord(dot) { return joined ? .doubt : .genuine }
    if joined || isLeftOver(dot) { return .dirt }
    if endsWord(dot) || beginsWord(dot) { return .genuine }
    return isForumText ? .dirt : .doubt
  }

  private static func isDot(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar {
    case "·", "•", "・", "‧", "∙", "⋅", "･": true
    default: false
    }
  }

  private static func isCandidate(_ text: [Unicode.Scalar], _ at: Int) -> Bool {
    isDot(text[at]) && at > 0 && at + 1 < text.count && text[at - 1].isHan && text[at + 1].isHan
  }

  private static func key(_ a: Unicode.Scalar, _ b: Unicode.Scalar) -> UInt64 {
    UInt64(a.value) << 32 | UInt64(b.value)
  }

  private func isWord(_ first: Int, _ second: Int) -> Bool {
    text.indices.contains(first) && text.indices.contains(second)
      && Lexicon.standard.contains(text[first], text[second])
  }

  // MARK: What speaks for a word

  /// The document writes the two characters undotted, with the same neighbour or more than once.
  private func isWritten(_ dot: Int) -> Bool {
    guard let count = pairs[FilterDot.key(text[dot - 1], text[dot + 1])] else { return false }
    if count > 1 { return true }
    let before = dot >= 2 && triples.contains([text[dot - 2], text[dot - 1], text[dot + 1]].map(\.value))
    let after = dot + 2 < text.count && triples.contains([text[dot - 1], text[dot + 1], text[dot + 2]].map(\.value))
    return before || after
  }

  /// A word ends right before the two characters and another begins right behind them.
  private func isLeftOver(_ dot: Int) -> Bool { isWord(dot - 3, dot - 2) && isWord(dot + 2, dot + 3) }

  // MARK: What speaks against one

  private func endsWord(_ dot: Int) -> Bool {
    isWord(dot - 2, dot - 1) || (2...4).contains { isPlace(dot - $0..<dot) }
  }

  private func beginsWord(_ dot: Int) -> Bool {
    isWord(dot + 1, dot + 2) || (2...4).contains { isPlace(dot + 1..<dot + 1 + $0) }
  }

  private func isPlace(_ range: Range<Int>) -> Bool {
    guard range.lowerBound >= 0, range.upperBound <= text.count else { return false }
    let name = text.string(range)
    return Cities.standard.city(name: name) != nil || !Cities.standard.cities(shortName: name).isEmpty
  }

  /// At least two transliterating characters on each side.
  private func isName(_ dot: Int) -> Bool {
    [dot - 2, dot - 1, dot + 1, dot + 2].allSatisfy {
      text.indices.contains($0) && FilterDot.transliterating.contains(text[$0])
    }
  }

  /// Behind a 《 that is not closed yet.
  private func isInTitle(_ dot: Int) -> Bool {
    for at in stride(from: dot - 1, through: max(0, dot - 24), by: -1) {
      if text[at] == "》" || text[at].isLineEnd { return false }
      if text[at] == "《" { return true }
    }
    return false
  }

  /// Another dot two characters away.
  private func hasCompanion(_ dot: Int) -> Bool {
    [dot - 2, dot + 2].contains { text.indices.contains($0) && FilterDot.isDot(text[$0]) }
  }
}
