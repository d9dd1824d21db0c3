import AdapterKit
import ChineseText

/// A sentence that lists goals or tasks behind the words that say so: 主要预期目标是：生产总值增长6%，….
struct OutlineList {
  /// `targets` or `tasks`.
  let part: OutlinePart
  /// 主要预期目标
  let lead: Range<Int>
  /// 主要预期目标是：
  let opening: Range<Int>
  let rest: Range<Int>

  private static let stops: Set<Unicode.Scalar> = ["：", ":"]
  private static let linking = ["如下", "包括", "分别是", "是", "为", "，", ","]
  /// What goes on with the clause before it.
  private static let continuing = [
    "在实际", "达到", "突破", "其中", "增长", "同比", "比上年", "较上年", "控制在", "保持在", "稳定在", "年均", "总量", "并", "且", "占", "高于", "快于", "好于",
    "不低于", "不高于", "超过", "均", "降至", "降到", "增至", "提高到", "提高至", "取得更", "更好", "更快", "更高", "比", "超", "在",
  ]
  /// The same where one of these stands before it.
  private static let striving = ["力争", "努力", "争取", "确保", "实现"]
  static let words = linking + continuing + striving + settled
  private static let settled = ["同步", "持平", "稳定", "完成", "目标", "增长", "快于", "下降", "提高", "改善"]

  init?(of sentence: OutlineSentence, _ source: SourceText, _ words: ShapeWords) {
    let text = source.scalars
    guard let range = sentence.ranges.first, sentence.ranges.count == 1,
      let colon = range.first(where: { OutlineList.stops.contains(text[$0]) }), colon - range.lowerBound <= 60,
      colon + 1 < range.upperBound
    else { return nil }
    var end = colon
    let whole = LinePattern.plain(text[range.lowerBound..<end])
    guard let named = words.part(whole) else { return nil }
    switch named {
    case .targets: part = .targets
    case .tasks: part = .tasks
    default: return nil
    }
    while let word = OutlineList.linking.first(where: { text.string(range.lowerBound..<end).hasSuffix($0) }) {
      end -= word.unicodeScalars.count
    }
    lead = text.trimmed(range.lowerBound..<max(end, range.lowerBound))
    opening = range.lowerBound..<colon + 1
    rest = text.trimmed(colon + 1..<range.upperBound)
    if lead.isEmpty { return nil }
  }

  /// The clauses, each without the mark behind it.
  static func clauses(of stretch: Range<Int>, as part: OutlinePart, in source: SourceText) -> [Range<Int>] {
    let text = source.scalars
    var out: [Range<Int>] = []
    for piece in text.pieces(of: stretch, partedBy: { "；;。".unicodeScalars.contains($0) }) {
      guard part == .targets else {
        out.append(piece)
        continue
      }
      let count = out.count
      for clause in text.pieces(of: piece, partedBy: { "，,".unicodeScalars.contains($0) }) {
        if out.count > count, let last = out.last, !standsAlone(clause, in: source) {
          out[out.count - 1] = last.lowerBound..<clause.upperBound
        } else {
          out.append(clause)
        }
      }
    }
    return out.filter { source.scalars[$0].contains(where: \.isHan) }
  }

  /// Whether a clause states a target of its own.
  private static func standsAlone(_ clause: Range<Int>, in source: SourceText) -> Bool {
    var start = clause.lowerBound
    while let word = striving.first(where: { source.scalars.stands($0, at: start, before: clause.upperBound) }) {
      start += word.unicodeScalars.count
    }
    if continuing.contains(where: { source.scalars.stands($0, at: start) }) { return false }
    return source.scalars[clause].contains(where: \.isDigit) || source.holds(settled, in: clause)
  }
}
