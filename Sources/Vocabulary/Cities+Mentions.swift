/// A place in a text where a division is named.
public struct CityMention: Sendable, Equatable {
  /// The division; where a short name is shared, the province.
  public let city: City
  /// Every division the name may mean, `city` first.
  public let candidates: [City]
  /// Where the name stands, in scalars.
  public let range: Range<Int>
  /// True where the full name stands there.
  public let isFullName: Bool
}

extension Cities {
  /// The divisions named in a text, in its order; of names that begin at one place the longest counts.
  ///
  /// A short name is passed over where it is part of another word: before a suffix of smaller divisions (朝阳区),
  /// between two common words that meet there (以上海洋), and where the vocabulary names the word that follows.
  public func mentions(in text: [Unicode.Scalar]) -> [CityMention] {
    var found: [CityMention] = []
    var index = 0
    while index < text.count {
      if let mention = mention(in: text, at: index) {
        found.append(mention)
        index = mention.range.upperBound
      } else {
        index += 1
      }
    }
    return found
  }

  /// The mention that begins at one place of the text.
  public func mention(in text: [Unicode.Scalar], at start: Int) -> CityMention? {
    for (length, name) in names.all(in: text, at: start) {
      let range = start..<start + length
      let isRead = name.isFull ? !isCutShort(text, range) : !isPartOfWord(text, range)
      if isRead, let city = name.cities.first {
        return CityMention(city: city, candidates: name.cities, range: range, isFullName: name.isFull)
      }
    }
    return nil
  }

  /// True for 深圳市 in 深圳市场: the 市 belongs to the word after it.
  private func isCutShort(_ text: [Unicode.Scalar], _ range: Range<Int>) -> Bool {
    guard range.upperBound < text.count, let last = text[range].last else { return false }
    return last == "市" && text[range.upperBound] == "场"
  }

  private func isPartOfWord(_ text: [Unicode.Scalar], _ range: Range<Int>) -> Bool {
    let name = Array(text[range])
    if alsoWords.contains(name) { return true }
    let rest = text[range.upperBound...]
    if let words = notBefore[name], words.contains(where: { rest.starts(with: $0) }) { return true }
    guard let next = rest.first, let first = name.first, let last = name.last else { return false }
    if "区县镇乡旗州盟".unicodeScalars.contains(next) {
      // 青岛区域 and 青岛县域 speak of the city, 朝阳区 and 长沙县 do not.
      let after = rest.dropFirst().first
      return !(after.map { "域级市县街村间".unicodeScalars.contains($0) } ?? false)
    }
    guard range.lowerBound > 0 else { return false }
    let lexicon = Lexicon.standard
    return lexicon.contains(text[range.lowerBound - 1], first) && lexicon.contains(last, next)
  }
}
