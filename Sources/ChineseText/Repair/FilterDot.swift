import Vocabulary

/// Tells a middle dot that was put inside a word against a word filter from a genuine one.
///
/// A dot between two Han characters is dirt where the two join to a word (one of the lexicon's, or one that the same
/// document writes without a dot), and the dot does not stand between two words, nor inside a transliterated name.
/// So 建·设 is mended; a place and a word beside it (海阳·国际), a foreign name (卡尔·马克思) and a book with its part
/// (诗经·小雅) stay. Where nothing speaks for a word, the dot stays.
struct FilterDot {
  private static let dots: Set<Unicode.Scalar> = ["·", "•", "・", "‧", "∙", "⋅", "･"]
  /// Characters that transliterations are mostly written with.
  private static let transliterating = Set(
    "阿埃艾安奥巴贝比彼波伯布查达大戴丹德迪蒂丁杜多恩尔法菲费芬佛弗福盖戈格哈海亨华霍基吉加杰卡凯坎康科克肯库拉莱兰朗劳勒雷里理利莉列林琳卢鲁路伦罗洛马玛迈曼梅蒙米莫姆穆纳奈内尼娜诺欧帕佩皮普奇乔切琼萨塞桑莎山申圣史斯丝司思斯塔泰坦汤特蒂廷图托瓦万威韦维温沃乌西希夏肖谢辛休雪雅亚扬叶耶伊易英尤约扎詹珍朱兹佐"
      .unicodeScalars)

  private let text: [Unicode.Scalar]
  private let pairs: [UInt64: Int]

  /// - Parameter text: the document, of which the undotted writings are the evidence.
  init(text: [Unicode.Scalar]) {
    self.text = text
    guard text.contains(where: FilterDot.dots.contains) else {
      pairs = [:]
      return
    }
    var pairs: [UInt64: Int] = [:]
    for at in text.indices.dropLast() where text[at].isHan && text[at + 1].isHan {
      pairs[FilterDot.key(text[at], text[at + 1]), default: 0] += 1
    }
    self.pairs = pairs
  }

  private static func key(_ a: Unicode.Scalar, _ b: Unicode.Scalar) -> UInt64 { UInt64(a.value) << 32 | UInt64(b.value) }

  /// The offsets of the dots that stand inside a word.
  var findings: [Int] { text.indices.filter { FilterDot.dots.contains(text[$0]) && isInsideWord($0) } }

  private func isInsideWord(_ dot: Int) -> Bool {
    guard dot > 0, dot + 1 < text.count, text[dot - 1].isHan, text[dot + 1].isHan else { return false }
    let joined = Lexicon.standard.contains(text[dot - 1], text[dot + 1])
    let written = (pairs[FilterDot.key(text[dot - 1], text[dot + 1])] ?? 0) > 0
    guard joined || written else { return false }
    return !isName(dot) && !(endsWord(dot) && beginsWord(dot))
  }

  private func endsWord(_ dot: Int) -> Bool {
    guard dot >= 2 else { return false }
    return Lexicon.standard.contains(text[dot - 2], text[dot - 1])
      || (2...4).contains { isPlace(dot - $0..<dot) }
  }

  private func beginsWord(_ dot: Int) -> Bool {
    guard dot + 2 < text.count else { return false }
    return Lexicon.standard.contains(text[dot + 1], text[dot + 2])
      || (2...4).contains { isPlace(dot + 1..<dot + 1 + $0) }
  }

  private func isPlace(_ range: Range<Int>) -> Bool {
    guard range.lowerBound >= 0, range.upperBound <= text.count else { return false }
    let name = text.string(range)
    return Cities.standard.city(name: name) != nil || !Cities.standard.cities(shortName: name).isEmpty
  }

  /// At least two transliterating characters on each side.
  private func isName(_ dot: Int) -> Bool {
    let isPart = { at in text.indices.contains(at) && FilterDot.transliterating.contains(text[at]) }
    return isPart(dot - 1) && isPart(dot - 2) && isPart(dot + 1) && isPart(dot + 2)
  }
}
