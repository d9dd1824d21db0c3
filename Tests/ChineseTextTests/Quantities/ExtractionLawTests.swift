import ChineseText
import TestSupport
import Testing

/// What is read does not depend on the width of digits and marks nor on a blank between number and unit, and never goes
/// over the border of a cell.
struct ExtractionLawTests {
  /// A clause in the pieces between which a blank may stand (`|`) or must not.
  private struct Clause {
    var lead: String
    var groups: [String]
    var unit: String
    var tail: String

    func text(blanks: Bool = false, cut: String = "") -> String {
      lead + groups.joined(separator: blanks ? " " : cut) + (blanks ? " " : cut) + unit + tail
    }
  }

  private static let leads = [
    "新建码头", "海洋生产总值达到", "增殖放流不少于", "合格率保持", "引进企业", "其中投资超过", "能耗下降", "吞吐量增长到", "力争培训渔民", "带动就业约", "改造泊位（深水）", "完成产值",
    "争取“蓝湾”项目资金",
    "占比提高", "全年检查渔船", "到2031年底养殖面积稳定在",
  ]
  private static let units = [
    "个", "家", "亿元", "万亩", "%", "‰", "个百分点", "倍", "公里", "吨", "万标准箱", "人次", "艘", "项", "平方米", "批次", "万元/亩", "TEU", "千瓦",
  ]
  private static let tails = ["", "以上", "左右", "以内", "", ""]
  private static let marks = ["，", "；", "。", "，", "："]

  private static func clause(_ generator: inout SeededGenerator) -> Clause {
    func pick(_ list: [String]) -> String { list[Int.random(in: 0..<list.count, using: &generator)] }
    var groups = [String(Int.random(in: 1...999, using: &generator))]
    switch Int.random(in: 0..<6, using: &generator) {
    case 0: groups.append(String(String(Int.random(in: 1000...1999, using: &generator)).dropFirst()))
    case 1: groups[0] += ".\(Int.random(in: 1...99, using: &generator))"
    case 2: groups[0] = "\(Int.random(in: 2...9, using: &generator))—\(Int.random(in: 10...99, using: &generator))"
    case 3: groups = [NumeralPrinter.chinese(Int.random(in: 1...99_999, using: &generator), two: "两")]
    default: break
    }
    return Clause(lead: pick(leads), groups: groups, unit: pick(units), tail: pick(tails))
  }

  private typealias Rendering = @Sendable ([Clause], [String]) -> String

  private static let plain: Rendering = { clauses, marks in zip(clauses, marks).map { $0.text() + $1 }.joined() }

  private static func figures(_ text: String) -> [String] {
    quantities(in: Array(text.unicodeScalars), context: QuantityContext(year: 2031)).map {
      "\($0.comparator) \($0.low ?? "")..\($0.high ?? "") \($0.unit) \($0.role) \($0.valueKind)"
    }
  }

  /// Reads many lines both ways; of a line that differs, the fewest clauses that still do are reported.
  private func holds(_ seed: UInt64, _ name: String, _ other: Rendering) {
    var generator = SeededGenerator(seed: seed)
    for _ in 0..<400 {
      var clauses = (0..<Int.random(in: 1...5, using: &generator)).map { _ in Self.clause(&generator) }
      var marks = clauses.map { _ in Self.marks[Int.random(in: 0..<Self.marks.count, using: &generator)] }
      func differs(_ clauses: [Clause], _ marks: [String]) -> Bool {
        Self.figures(Self.plain(clauses, marks)) != Self.figures(other(clauses, marks))
      }
      guard differs(clauses, marks) else { continue }
      var index = 0
      while index < clauses.count {
        var (fewer, fewerMarks) = (clauses, marks)
        fewer.remove(at: index)
        fewerMarks.remove(at: index)
        if differs(fewer, fewerMarks) { (clauses, marks) = (fewer, fewerMarks) } else { index += 1 }
      }
      let (first, second) = (Self.plain(clauses, marks), other(clauses, marks))
      Issue.record("\(name): \(first) \(Self.figures(first)) but \(second) \(Self.figures(second))")
      return
    }
  }

  @Test(arguments: [UInt64(1), 2, 3])
  func fullWidthDigitsAreDigits(seed: UInt64) {
    holds(seed, "digits") { clauses, marks in
      Self.replaced(Self.plain(clauses, marks)) {
        (0x30...0x39).contains($0.value) || (0x41...0x5A).contains($0.value) || $0 == "." || $0 == "%" || $0 == "/"
      }
    }
  }

  @Test(arguments: [UInt64(4), 5, 6])
  func marksOfEitherWidthPartAlike(seed: UInt64) {
    let narrow: [Character: Character] = ["，": ",", "；": ";", "：": ":", "（": "(", "）": ")"]
    holds(seed, "marks") { clauses, marks in String(Self.plain(clauses, marks).map { narrow[$0] ?? $0 }) }
  }

  @Test(arguments: [UInt64(7), 8, 9])
  func aBlankBetweenGroupsAndBeforeTheUnitChangesNothing(seed: UInt64) {
    holds(seed, "blanks") { clauses, marks in zip(clauses, marks).map { $0.text(blanks: true) + $1 }.joined() }
  }

  /// A row of cells is read as its cells are, one by one.
  @Test(arguments: ["\t", "\n"])
  func nothingGoesOverTheBorderOfACell(border: String) {
    var generator = SeededGenerator(seed: 10)
    func values(_ text: String) -> [String] {
      quantities(in: Array(text.unicodeScalars), context: QuantityContext(year: 2031)).map {
        "\($0.quote) \($0.comparator) \($0.low ?? "")..\($0.high ?? "") \($0.unit)"
      }
    }
    for _ in 0..<600 {
      let line = Self.clause(&generator).text() + "，" + Self.clause(&generator).text()
      var text = Array(line)
      for _ in 0..<Int.random(in: 1...3, using: &generator) {
        text.insert(contentsOf: border, at: Int.random(in: 0...text.count, using: &generator))
      }
      let row = String(text)
      let cells = row.components(by: border)
      if values(row) != cells.flatMap(values) {
        Issue.record("\(row.debugDescription) \(values(row)) but by cells \(cells.flatMap(values))")
        return
      }
    }
  }

  private static func replaced(_ text: String, where isWidened: (Unicode.Scalar) -> Bool) -> String {
    var result = String.UnicodeScalarView()
    for scalar in text.unicodeScalars {
      result.append(isWidened(scalar) ? Unicode.Scalar(scalar.value + 0xFEE0) ?? scalar : scalar)
    }
    return String(result)
  }
}

extension String {
  fileprivate func components(by border: String) -> [String] {
    split(separator: Character(border), omittingEmptySubsequences: false).map(String.init)
  }
}
