import TestSupport
import Testing

@testable import ChineseText

@Suite struct WordDiffTests {
  /// `[-removed-]{+added+}`, with the new text where both sides share.
  static func marked(_ old: String, _ new: String) -> String {
    let (a, b) = (Array(old.unicodeScalars), Array(new.unicodeScalars))
    return WordDiff.runs(old: a, new: b).map { run in
      switch run.kind {
      case .same: b.string(run.new)
      case .removed: "[-\(a.string(run.old))-]"
      case .added: "{+\(b.string(run.new))+}"
      }
    }.joined()
  }

  @Test(arguments: [
    ("加快推进港口建设", "加速推进港口建设", "[-加快-]{+加速+}推进港口建设"),
    ("完成技改项目5个", "完成技改项目12个", "完成技改项目[-5-]{+12+}个"),
    ("合格率达到98%以上", "合格率达到99.5%以上", "合格率达到[-98%-]{+99.5%+}以上"),
    ("优质供水工程", "优良供水工程", "[-优质-]{+优良+}供水工程"),
    ("提升港口水平", "提升港区水平", "提升[-港口-]{+港区+}水平"),
    ("提升山东路", "提升江东路", "提升[-山东-]{+江东+}路"),
    ("培训与考核", "培训和考核", "培训[-与-]{+和+}考核"),
    ("新增品牌2-3个。", "新增品牌3个以上。", "新增品牌[-2-3个-]{+3个以上+}。"),
    ("完成甲，完成乙；", "完成丙丁，完成乙；", "完成[-甲-]{+丙丁+}，完成乙；"),
    ("培育渔业品牌", "培育区域渔业品牌", "培育{+区域+}渔业品牌"),
    ("开展执法检查，整治港区环境。", "开展执法检查。", "开展执法检查。[-整治港区环境。-]"),
    ("建设泊位，提升能力", "建设泊位;提升能力", "建设泊位;提升能力"),
    ("印发《港口规划》", "印发《渔港名录》", "印发[-《港口规划》-]{+《渔港名录》+}"),
    ("", "新增", "{+新增+}"), ("取消", "", "[-取消-]"), ("", "", ""), ("。", "，", "，"), ("。", "好", "[-。-]{+好+}"),
    ("好", "。", "[-好-]{+。+}"),
  ])
  func `changes read in words`(old: String, new: String, expected: String) {
    #expect(Self.marked(old, new) == expected)
  }

  @Test func `a chance sign in common does not break up a replacement`() {
    #expect(Self.marked("做好伏季休渔的监管工作", "做好智慧港口的运营体系") == "做好[-伏季休渔的监管工作-]{+智慧港口的运营体系+}")
  }

  @Test func `runs tile both texts, and equal bare texts have no change`() {
    var random = SeededTexts(seed: 3)
    let alphabet = Array("海洋渔业港口推进，。《》（ 12.5-%gA\n".unicodeScalars)
    for _ in 0..<3_000 {
      let a = random.text(alphabet, upTo: 24)
      let b = Bool.random(using: &random) ? random.text(alphabet, upTo: 24) : random.edited(a, alphabet)
      let runs = WordDiff.runs(old: a, new: b)
      var (old, new) = (0, 0)
      for run in runs {
        #expect(run.old.lowerBound == old && run.new.lowerBound == new)
        (old, new) = (run.old.upperBound, run.new.upperBound)
        if run.kind == .same { #expect(BareText.bare(a[run.old]) == BareText.bare(b[run.new])) }
      }
      #expect(old == a.count && new == b.count)
      let changed = runs.contains { $0.kind != .same }
      if BareText.bare(a) == BareText.bare(b), !BareText.bare(a).isEmpty || a.isEmpty == b.isEmpty {
        #expect(!changed)
      } else if BareText.bare(a) != BareText.bare(b) {
        #expect(changed)
      }
    }
  }

  @Test func `texts that share little are bounded`() {
    let a = (0..<9_000).compactMap { Unicode.Scalar(0x4E00 + $0) }
    let b = (0..<9_000).compactMap { Unicode.Scalar(0x4E00 + (8_999 - $0)) }
    let runs = WordDiff.runs(old: a, new: b)
    #expect(runs.map(\.kind) == [.removed, .added])
  }

  @Test func `the way found is the shortest`() {
    var random = SeededTexts(seed: 8)
    let alphabet = Array("甲乙丙".unicodeScalars)
    for _ in 0..<500 {
      let a = random.text(alphabet, upTo: 12).map { [$0] }
      let b = random.text(alphabet, upTo: 12).map { [$0] }
      let shared = Alignment.blocks(a, b, limit: 100).filter(\.isSame)
      for block in shared { #expect(Array(a[block.old]) == Array(b[block.new])) }
      #expect(shared.reduce(0) { $0 + $1.old.count } == longestCommon(a, b))
    }
  }

  private func longestCommon(_ a: [[Unicode.Scalar]], _ b: [[Unicode.Scalar]]) -> Int {
    var table = Array(repeating: Array(repeating: 0, count: b.count + 1), count: a.count + 1)
    for i in a.indices {
      for j in b.indices {
        table[i + 1][j + 1] = a[i] == b[j] ? table[i][j] + 1 : max(table[i][j + 1], table[i + 1][j])
      }
    }
    return table[a.count][b.count]
  }
}

extension SeededTexts {
  /// The text with a few scalars put in or taken out.
  mutating func edited(_ text: [Unicode.Scalar], _ alphabet: [Unicode.Scalar]) -> [Unicode.Scalar] {
    var out = text
    for _ in 0..<Int.random(in: 0...3, using: &self) {
      let at = Int.random(in: 0...out.count, using: &self)
      if Bool.random(using: &self), at < out.count {
        out.remove(at: at)
      } else if let scalar = alphabet.randomElement(using: &self) {
        out.insert(scalar, at: at)
      }
    }
    return out
  }
}
