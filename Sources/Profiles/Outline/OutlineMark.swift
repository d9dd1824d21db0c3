import ChineseText

/// The mark that opens a heading or a point, and how deep marks of its kind stand.
struct OutlineMark: Equatable {
  /// 第一部分 is 0, 第一章 1, 第一节 2, 第一条 3, 一、 4, （一） 5, 1. 6, （1） 7, ① 8, 一是 9.
  var rank: Int
  var number: Int?
  var range: Range<Int>
  /// Whether it is the brackets around a whole line: 【展望2032】.
  var isBrackets = false
  /// Whether there is none, but the line names a part of the whole.
  var isPart = false

  init?(in text: [Unicode.Scalar], at offset: Int, before end: Int) {
    if let division = OutlineMark.division(text, offset, end) {
      self = division
    } else if let mark = enumerator(in: text, at: offset, before: end), let rank = OutlineMark.ranks[mark.style] {
      self.init(rank: rank, number: mark.number, range: mark.range)
    } else {
      return nil
    }
  }

  /// A short line in brackets stands as high as 第一部分.
  init?(brackets line: Range<Int>, of text: [Unicode.Scalar]) {
    guard (4...24).contains(line.count), text[line.lowerBound] == "【", text[line.upperBound - 1] == "】",
      text[line].count(where: { $0 == "【" }) == 1
    else { return nil }
    self.init(rank: 0, number: nil, range: line.lowerBound..<line.lowerBound + 1)
    isBrackets = true
  }

  /// A line that names a part stands as high as 第一部分.
  init(part place: Int) {
    self.init(rank: 0, number: nil, range: place..<place)
    isPart = true
  }

  private init(rank: Int, number: Int?, range: Range<Int>) {
    (self.rank, self.number, self.range) = (rank, number, range)
  }

  private static let ranks: [Enumerator.Style: Int] = [
    .hanPoint: 4, .hanBracket: 5, .digitPoint: 6, .digitBracket: 7, .circled: 8, .ordinalIs: pointRank,
    .ordinalMust: pointRank,
    .ordinal: pointRank,
  ]
  /// That of 一是 and 二要.
  static let pointRank = 9
  static let words = divisions
  private static let divisions = ["部分", "章", "节", "条"]

  /// 第一章 and its kin, at a paragraph's end or before a blank or a pause.
  private static func division(_ text: [Unicode.Scalar], _ offset: Int, _ end: Int) -> OutlineMark? {
    guard text.stands("第", at: offset, before: end) else { return nil }
    var at = offset + 1
    while at < end, at - offset <= 5, text[at].isDigit || "一二三四五六七八九十百零〇".unicodeScalars.contains(text[at]) { at += 1 }
    guard at > offset + 1, let rank = divisions.firstIndex(where: { text.stands($0, at: at, before: end) }) else {
      return nil
    }
    at += divisions[rank].unicodeScalars.count
    guard at == end || text[at].isBlank || "：:，,、".unicodeScalars.contains(text[at]) else { return nil }
    if at < end, !text[at].isBlank { at += 1 }
    return OutlineMark(rank: rank, number: nil, range: offset..<at)
  }
}
