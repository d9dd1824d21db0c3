import ChineseText
import Plan
import Testing

@testable import Compare

@Suite struct WordChangeTests {
  private static func change(_ old: String, _ new: String, _ quotes: [WordChange.Quote] = []) -> WordChange {
    WordChange(old: Array(old.unicodeScalars), new: Array(new.unicodeScalars), quotes: quotes)
  }

  /// `[-deleted-]{+inserted+}[~old|new~]`, and what is equal.
  private static func marked(_ change: WordChange) -> String {
    change.runs.map { run in
      let old = String(String.UnicodeScalarView(change.old[run.old]))
      let new = String(String.UnicodeScalarView(change.new[run.new]))
      return switch run.kind {
      case .equal: old
      case .deleted: "[-\(old)-]"
      case .inserted: "{+\(new)+}"
      case .rewritten: "[~\(old)|\(new)~]"
      }
    }.joined()
  }

  private static func range(_ part: String, in text: String) -> Range<Int>? {
    let (a, b) = (Array(text.unicodeScalars), Array(part.unicodeScalars))
    return (0...(a.count - b.count)).first { a[$0..<$0 + b.count] == b[...] }.map { $0..<$0 + b.count }
  }

  @Test(arguments: [
    ("建成泊位12处。", "建成泊位12处。", "建成泊位12处。"),
    ("建成泊位，清理航道；", "建成泊位,清理航道;", "建成泊位[~，|,~]清理航道[~；|;~]"),
    ("合格率９８％", "合格率98%", "合格率[~９８％|98%~]"),
    ("建成 泊位", "建成泊位", "建成[~ |~]泊位"),
    ("培训与考核。", "培训和考核", "培训[-与-]{+和+}考核[~。|~]"),
    ("", "清理航道", "{+清理航道+}"), ("清理航道", "", "[-清理航道-]"), ("", "", ""),
  ])
  func `other marks are no other words`(old: String, new: String, expected: String) {
    #expect(Self.marked(Self.change(old, new)) == expected)
  }

  @Test func `a figure is changed whole or not at all`() {
    let (old, new) = ("投资5000万元，改造12处。", "投资0.6亿元，改造15处。")
    let quotes = [("5000万元", "0.6亿元"), ("12处", "15处")].map { pair in
      WordChange.Quote(old: Self.range(pair.0, in: old), new: Self.range(pair.1, in: new), isEqual: false)
    }
    #expect(
      Self.marked(Self.change(old, new, quotes)) == "投资[-5000万元-]{+0.6亿元+}，改造[-12处-]{+15处+}。")
  }

  @Test func `the same figure in another form is written otherwise`() {
    let (old, new) = ("投资5000万元。", "投资0.5亿元。")
    let quote = WordChange.Quote(
      old: Self.range("5000万元", in: old), new: Self.range("0.5亿元", in: new), isEqual: true)
    let change = Self.change(old, new, [quote])
    #expect(Self.marked(change) == "投资[~5000万元|0.5亿元~]。")
    #expect(!change.isChanged && change.rewritings == 1)
  }

  @Test func `the runs tile both texts, and no quote is cut`() {
    var random = LawTests.Random(state: 11)
    let alphabet = Array("海洋渔业港口，。《》（ 12.5%万元\n".unicodeScalars)
    for _ in 0..<1_500 {
      let text = { (length: Int) in (0..<length).map { _ in random.pick(alphabet, "海") } }
      let old = text(Int.random(in: 0...20, using: &random))
      var new = old
      for _ in 0..<Int.random(in: 0...4, using: &random) where !new.isEmpty {
        new[Int.random(in: 0..<new.count, using: &random)] = random.pick(alphabet, "海")
      }
      let quote = { (count: Int) -> Range<Int>? in
        guard count > 3 else { return nil }
        let start = Int.random(in: 0..<count - 2, using: &random)
        return start..<start + 3
      }
      let quotes = [WordChange.Quote(old: quote(old.count), new: quote(new.count), isEqual: false)]
      let change = WordChange(old: old, new: new, quotes: quotes)
      var (i, j) = (0, 0)
      for run in change.runs {
        #expect(run.old.lowerBound == i && run.new.lowerBound == j && !(run.old.isEmpty && run.new.isEmpty))
        (i, j) = (run.old.upperBound, run.new.upperBound)
        if run.kind == .equal { #expect(old[run.old] == new[run.new]) }
        if run.kind == .deleted { #expect(run.new.isEmpty) }
        if run.kind == .inserted { #expect(run.old.isEmpty) }
        for (range, quote) in [(run.old, quotes[0].old), (run.new, quotes[0].new)] {
          guard run.kind == .deleted || run.kind == .inserted, let quote, quote.overlaps(range) else { continue }
          #expect(range.lowerBound <= quote.lowerBound && quote.upperBound <= range.upperBound)
        }
      }
      #expect(i == old.count && j == new.count)
      if old == new { #expect(change.runs.allSatisfy { $0.kind == .equal } && change.runs.count < 2) }
    }
  }

  @Test func `other marks alone change no words`() {
    var random = LawTests.Random(state: 12)
    let words = Array("海洋渔业港口推进".unicodeScalars)
    let marks = Array("，。；：、“”（） ".unicodeScalars)
    for _ in 0..<500 {
      let plain = (0..<Int.random(in: 1...15, using: &random)).map { _ in random.pick(words, "海") }
      let dressed = { () -> [Unicode.Scalar] in
        plain.flatMap { Bool.random(using: &random) ? [$0] : [$0, random.pick(marks, "。")] }
      }
      #expect(!WordChange(old: dressed(), new: dressed()).isChanged)
    }
  }

  @Test func `the words of several goals stand one behind another, each with its place`() throws {
    let old = SamplePlan(goals: [
      .init(title: "建设渔港", text: "改造渔港12处。", figures: [.equal("12", "处", "渔港")]),
      .init(title: "清理航道", measures: ["打捞沉船3艘。", "清运垃圾。"], figures: [.equal("3", "艘", "沉船")]),
    ])
    let new = SamplePlan(goals: [
      .init(title: "建设渔港并清理航道", text: "改造渔港15处。打捞沉船3艘。", figures: [.equal("15", "处", "渔港"), .equal("3", "艘", "沉船")])
    ])
    let (from, to) = (Outline(old.view).goals, Outline(new.view).goals)
    let figures = [
      FigureChange(kind: .raised, from: from[0].figures.first, to: to[0].figures.first),
      FigureChange(kind: .equal, from: from[1].figures.first, to: to[0].figures.last),
    ]
    let words = Diff.Change(
      kind: .merged, from: from, to: to, figures: figures, score: nil, evidence: nil, isOnlyPunctuation: false
    ).words
    #expect(Self.marked(words.bodies) == "改造渔港[-12处-]{+15处+}。[~\n|~]打捞沉船3艘。[~\n|~][-清运垃圾。-]")
    #expect(words.rewritings == 0)
    let texts = words.oldGoals.map { String(String.UnicodeScalarView(words.bodies.old[$0])) }
    #expect(texts == ["改造渔港12处。", "打捞沉船3艘。\n清运垃圾。"])
    #expect(words.newGoals.count == 1 && words.titles.old.split(separator: "\n").count == 2)
  }
}
