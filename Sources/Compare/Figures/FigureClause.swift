import ChineseText
import Plan

/// The words beside a figure in its item: what tells whether it rose or fell, and what is claimed of it.
struct FigureClause: Sendable {
  /// From the last mark before the figure to the figure.
  let before: [Unicode.Scalar]
  /// From the figure to the next mark, brackets included.
  let after: [Unicode.Scalar]
  /// The clause after that one, where no other figure of the item stands in it.
  let next: [Unicode.Scalar]

  /// The last clause of the sentence, where no figure stands in it: what is said of all of them.
  let closing: [Unicode.Scalar]

  static let none = FigureClause(before: [], after: [], next: [], closing: [])

  /// The clauses of all figures of one item, in their order; a quote that is not found has none.
  static func all(of item: Item, _ quotes: [String]) -> [FigureClause] {
    let text = Array(item.wording.unicodeScalars)
    var at = 0
    let places = quotes.map { quote -> Range<Int>? in
      let found = text.first(quote, in: at..<text.count) ?? text.first(quote, in: 0..<text.count)
      if let found { at = max(at, found.upperBound) }
      return found
    }
    return places.map { place in
      guard let place else { return .none }
      let start = text[..<place.lowerBound].lastIndex(where: isMark).map { $0 + 1 } ?? 0
      let end = text[place.upperBound...].firstIndex(where: isMark) ?? text.count
      let following = end < text.count && !isStop(text[end]) ? end + 1 : text.count
      var limit = following < text.count ? text[following...].firstIndex(where: isMark) ?? text.count : following
      if places.contains(where: { other in
        other.map { $0.lowerBound >= following && $0.lowerBound < limit } ?? false
      }), !Claim.isRatioOfPlan(Array(text[following..<limit])) {
        limit = following
      }
      let stop = text[place.upperBound...].firstIndex(where: isStop) ?? text.count
      let last = text[place.upperBound..<stop].lastIndex(where: isMark).map { $0 + 1 } ?? stop
      let isPlain = places.allSatisfy { $0.map { $0.upperBound <= last || $0.lowerBound >= stop } ?? true }
      return FigureClause(
        before: Array(text[start..<place.lowerBound]), after: Array(text[place.upperBound..<end]),
        next: Array(text[min(following, limit)..<limit]), closing: isPlain ? Array(text[last..<stop]) : [])
    }
  }

  private init(
    before: [Unicode.Scalar], after: [Unicode.Scalar], next: [Unicode.Scalar], closing: [Unicode.Scalar]
  ) {
    (self.before, self.after, self.next, self.closing) = (before, after, next, closing)
  }

  private static func isStop(_ scalar: Unicode.Scalar) -> Bool { "。；;！\n".unicodeScalars.contains(scalar) }
  private static func isMark(_ scalar: Unicode.Scalar) -> Bool {
    isStop(scalar) || "，,：:、！？".unicodeScalars.contains(scalar)
  }
}

extension FigureClause {
  /// Which way a figure counts.
  enum Sense: Sendable, Equatable {
    /// More is better, or nothing tells otherwise.
    case rising
    /// Less is better: a fall is wanted (下降10%), or a level that is to be kept down (降至4%).
    case falling
  }

  private static let rises = ["增长", "提高", "提升", "上升", "增加", "上涨", "扩大", "增至", "升至", "增幅", "增速"]
  private static let falls = [
    "下降", "降低", "减少", "压减", "压降", "缩减", "缩短", "削减", "回落", "降幅", "压缩", "递减", "减至", "降至", "降到", "减到", "缩至",
    "负增长", "收窄",
  ]
  private static let caps = ["控制在", "保持在较低", "不高于", "低于"]
  /// What nobody wants more of.
  private static let unwanted = [
    "失业率", "事故", "死亡", "能耗", "水耗", "排放", "浓度", "超标", "投诉", "发病率", "返贫", "案件", "不良率", "债务率", "负债率", "火灾", "涨幅",
    "时限", "时长", "用时", "积压", "隐患数", "漏损率", "病死率", "流失率", "空置率",
  ]
  /// What makes a good thing of it: 事故下降, 能耗降低率, 隐患整改率, 减排.
  private static let remedies = [
    "率下降", "降低率", "下降率", "降幅", "减少率", "整改", "治理", "办结", "处置", "查处", "化解", "销号", "救助", "破案", "达标", "优良", "减排", "回收",
  ]

  /// The word of rising or falling that stands nearest before the figure, else what the subject itself tells.
  func sense(subject: String?, valueKind: Indicator.ValueKind) -> Sense {
    let fall = Self.falls.compactMap { before.last($0) }.max() ?? -1
    let rise = Self.rises.compactMap { before.last($0) }.max() ?? -1
    if valueKind == .change { return fall > rise ? .falling : .rising }
    if fall > rise || Self.caps.contains(where: { before.last($0) != nil }) { return .falling }
    let named = Array((subject ?? "").unicodeScalars)
    guard Self.unwanted.contains(where: { named.last($0) != nil }) else { return .rising }
    return Self.remedies.contains { named.last($0) != nil } ? .rising : .falling
  }
}

extension Array where Element == Unicode.Scalar {
  /// Where a word stands last.
  fileprivate func last(_ word: String) -> Int? {
    var from = 0
    var found: Int?
    while let range = first(word, in: from..<count) {
      found = range.lowerBound
      from = range.lowerBound + 1
    }
    return found
  }
}
