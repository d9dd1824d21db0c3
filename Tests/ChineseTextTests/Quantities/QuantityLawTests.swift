import ChineseText
import Testing

/// Mixes of everything a figure is made of: nothing traps and the laws of the result hold.
struct QuantityLawTests {
  private static let pieces: [String] = [
    "12345678901234567", "98765432109876543210", "0", "1", "2", "7", "9", "12", "350", "1,000", "1 500", "2021", "3.5",
    "98.50", "０", "５６", "．", ".", ",", "，", "、",
    "。", "；", "：", "-",
    "—", "——", "~", "～", "至", "到", "一", "二", "两", "三", "十", "百", "千", "万", "亿", "万亿", "零", "〇", "廿", "点", "几", "数", "多",
    "余",
    "个", "项", "家", "亿元", "万亩", "%", "％", "‰", "个百分点", "倍", "成", "半", "番", "翻", "分之", "百分之", "千分之", "年", "月", "日", "号",
    "个工作日", "吨级", "元/亩", "台（套）", "以上", "以下", "以内", "左右", "不少于", "超过", "约", "近", "上", "过", "≥", "(含)", "（含）以上",
    "项目", "投资额", "产值", "的", "和", "分别", "达到", "增长", "下降", "提高到", "由", "从", "比", "力争", "争取", "确保", "给予", "补助",
    "“", "”", "\"", "《", "》", "〔", "〕", "（", "）", "(", ")", "第", "前", "等", "每", "G", "PM", "km", "+", "/", ":", " ",
    "\u{A0}", "\n", "\t",
    "居全国", "位", "年内", "一季度", "十四五", "😀", "𠀀", "\u{301}",
  ]

  private struct Generator {
    var state: UInt64
    mutating func next(below bound: Int) -> Int {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return Int((state >> 33) % UInt64(bound))
    }
  }

  private static func line(_ generator: inout Generator, of length: Int) -> [Unicode.Scalar] {
    var text: [Unicode.Scalar] = []
    for _ in 0..<length { text += Array(pieces[generator.next(below: pieces.count)].unicodeScalars) }
    return text
  }

  @Test(arguments: [UInt64(1), 2, 3, 4, 5, 6, 7, 8])
  func lawsHoldForAnyMix(seed: UInt64) {
    var generator = Generator(state: seed)
    for _ in 0..<1500 {
      let text = Self.line(&generator, of: 1 + generator.next(below: 40))
      let found = quantities(in: text, context: QuantityContext(year: 2031, guessesRole: seed % 2 == 0))
      if let broken = Self.broken(found, text) {
        Issue.record("\(broken): \(String(String.UnicodeScalarView(text)))")
      }
    }
  }

  @Test func aLongLineWithoutMarksIsReadWhole() {
    var text: [Unicode.Scalar] = []
    for _ in 0..<5000 { text += Array("投资额5亿元以上".unicodeScalars) }
    #expect(Self.broken(quantities(in: text, context: QuantityContext()), text) == nil)
    for digit in ["7", "七"] as [Unicode.Scalar] {
      #expect(quantities(in: Array(repeating: digit, count: 100_000), context: QuantityContext()).isEmpty)
    }
  }

  /// Each part was read inside the one before it, until the stack was full.
  @Test func numbersOfAnyManyPartsEnd() {
    for piece in ["1万", "3亿5万", "1,111万", "5万亿", "2万2"] {
      let text = Array(String(repeating: piece, count: 50_000).unicodeScalars) + ["个"]
      #expect(Self.broken(quantities(in: text, context: QuantityContext()), text) == nil)
    }
    let sum = quantities(in: Array("投资3亿5000万2000元".unicodeScalars), context: QuantityContext())
    #expect(sum.map(\.low) == ["350002000"])
  }

  /// What is wrong with a result, or nil.
  private static func broken(_ found: [Quantity], _ text: [Unicode.Scalar]) -> String? {
    var end = 0
    for quantity in found {
      guard quantity.range.lowerBound >= end, !quantity.range.isEmpty, quantity.range.upperBound <= text.count else {
        return "out of order at \(quantity.range)"
      }
      end = quantity.range.upperBound
      guard Array(quantity.quote.unicodeScalars) == Array(text[quantity.range]) else {
        return "quote \(quantity.quote)"
      }
      let bounds =
        [(quantity.comparator, quantity.low, quantity.high)]
        + quantity.qualifiers.map { ($0.comparator, $0.low, $0.high) }
      for (comparator, low, high) in bounds {
        if let reason = broken(comparator, low, high) { return "\(reason) in \(quantity.quote)" }
      }
      if quantity.subject?.isEmpty == true { return "empty subject" }
    }
    return nil
  }

  private static func broken(_ comparator: Quantity.Comparator, _ low: String?, _ high: String?) -> String? {
    for value in [low, high] { if let value, !isDecimal(value) { return "value \(value)" } }
    switch comparator {
    case .eq, .approx: return low != nil && low == high ? nil : "\(comparator) of two values"
    case .ge, .gt: return low != nil && high == nil ? nil : "\(comparator) with the wrong bound"
    case .le, .lt: return low == nil && high != nil ? nil : "\(comparator) with the wrong bound"
    case .between:
      guard let low = low.flatMap(Double.init), let high = high.flatMap(Double.init), low <= high else {
        return "a range backwards"
      }
      return nil
    }
  }

  private static func isDecimal(_ text: String) -> Bool {
    var bytes = Array(text.utf8)
    if bytes.first == 0x2D { bytes.removeFirst() }
    let parts = bytes.split(separator: 0x2E, maxSplits: 1, omittingEmptySubsequences: false)
    guard let whole = parts.first, !whole.isEmpty,
      parts.allSatisfy({ !$0.isEmpty && $0.allSatisfy { (0x30...0x39).contains($0) } })
    else { return false }
    return whole.count == 1 || whole.first != 0x30
  }
}
