import AdapterKit
import ChineseText

/// A task's first sentence taken apart: what it is called, where it is to make its mark, and what else it says.
struct Titling {
  private(set) var title: Range<Int>
  private(set) var aim: Range<Int>?
  /// Measures that the first sentence holds already, with their closing marks.
  private(set) var rest: [Range<Int>] = []

  /// - Parameter said: the sentence without its mark.
  init(_ source: SourceText, said: Range<Int>) {
    let text = source.scalars
    var end = said.upperBound
    while end > said.lowerBound, Titling.ends.contains(text[end - 1]) || text[end - 1].isBlank { end -= 1 }
    let clauses = Titling.clauses(text, said.lowerBound..<end)
    let aims = clauses.indices.filter { Titling.isAim(source, clauses[$0]) }
    let titleIndex = clauses.indices.first { !aims.contains($0) } ?? 0
    title = clauses.isEmpty ? said : clauses[titleIndex]
    // Aims that stand side by side are one.
    guard let first = aims.first(where: { $0 != titleIndex }) else {
      addRest(text, clauses, after: titleIndex, said)
      return
    }
    var last = first
    while aims.contains(last + 1), last + 1 != titleIndex { last += 1 }
    aim = clauses[first].lowerBound..<clauses[last].upperBound
    if first > titleIndex + 1 {
      rest.append(clauses[titleIndex + 1].lowerBound..<clauses[first - 1].upperBound)
    }
    addRest(text, clauses, after: max(last, titleIndex), said)
  }

  private mutating func addRest(_ text: [Unicode.Scalar], _ clauses: [Range<Int>], after index: Int, _ said: Range<Int>)
  {
    guard index + 1 < clauses.count else { return }
    rest.append(text.trimmed(clauses[index + 1].lowerBound..<said.upperBound))
  }

  private static let ends: Set<Unicode.Scalar> = ["。", "；", ";", "！", "!", ".", "，", ",", "：", ":"]

  private static func clauses(_ text: [Unicode.Scalar], _ range: Range<Int>) -> [Range<Int>] {
    var out: [Range<Int>] = []
    var start = range.lowerBound
    while start < range.upperBound {
      let mark = firstClauseMark(in: text, start..<range.upperBound, marks: ["，", ",", "；", ";", "：", ":"])
      let clause = text.trimmed(start..<(mark ?? range.upperBound))
      if !clause.isEmpty { out.append(clause) }
      start = (mark ?? range.upperBound) + 1
    }
    return out
  }

  // MARK: Aims

  static let words = helpers + goals + ["在", "方面", "上", "领域", "中", "里"]
  private static let helpers = ["努力", "力争", "奋力", "着力", "争取", "确保", "率先", "切实", "全力", "勇于", "持续", "不断", "要"]
  private static let goals = [
    "突破", "示范", "实效", "成效", "作为", "一流", "前列", "争先", "领先", "率先", "先行", "台阶", "新局", "功夫", "发力", "用力", "实招", "新招", "进展",
    "标杆", "样板", "佳绩",
    "亮点", "见效", "走在前", "先锋", "探索", "攻坚", "新路", "路子", "文章", "担当", "新篇", "出彩", "表率", "贡献", "争优", "创优", "加力", "聚力", "实绩",
    "跨越", "跃升", "提升",
    "创新", "真章", "水平",
  ]

  /// 在……上（方面、中）and a short predicate without a figure: 在服务大局上求突破. A time (在上半年) or a place
  /// (在网上开通服务30项) is none.
  private static func isAim(_ source: SourceText, _ clause: Range<Int>) -> Bool {
    let text = source.scalars
    var start = clause.lowerBound
    while let helper = helpers.first(where: { text.stands($0, at: start, before: clause.upperBound) }) {
      start += helper.unicodeScalars.count
    }
    guard text.stands("在", at: start, before: clause.upperBound) else { return false }
    for (word, isPlain) in [("方面", true), ("上", true), ("领域", false), ("中", false), ("里", false)] {
      let length = word.unicodeScalars.count
      // The predicate has two characters at least and twenty-four at most.
      for at in max(start + 3, clause.upperBound - 24 - length)..<max(start + 3, clause.upperBound - 1 - length) {
        guard text.stands(word, at: at, before: clause.upperBound) else { continue }
        let predicate = at + length..<clause.upperBound
        guard !text[predicate].contains(where: { $0.isDigit || $0 == "年" }) else { continue }
        if source.holds(goals, in: predicate) || isPlain && predicate.count <= 6 { return true }
      }
    }
    return false
  }
}
