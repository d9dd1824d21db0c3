import ChineseText
import TestSupport
import Testing

@Suite struct BigramsTests {
  @Test func `a text is like itself and unlike one that shares no pair`() {
    let text = Bigrams(of: "推进港口岸电改造")
    #expect(text.dice(text) == 1)
    #expect(abs(text.cosine(text) - 1) < 1e-12)
    #expect(text.dice(Bigrams(of: "开展职工体检")) == 0)
    #expect(text.cosine(Bigrams(of: "开展职工体检")) == 0)
  }

  @Test func `dice counts shared pairs`() {
    // 甲乙 乙丙 丙丁 and 甲乙 乙丁: one shared of five.
    #expect(Bigrams(of: "甲乙丙丁").dice(Bigrams(of: "甲乙丁")) == 0.4)
    #expect(Bigrams(of: "甲甲甲甲").dice(Bigrams(of: "甲甲")) == 0.5)
  }

  @Test func `other figures are no other words`() {
    #expect(Bigrams(of: "新增泊位12个").dice(Bigrams(of: "新增泊位3,456.7个")) == 1)
    #expect(Bigrams(of: "新增泊位2-3个").dice(Bigrams(of: "新增泊位5个")) == 1)
  }

  @Test func `weights take shared boilerplate down`() {
    let (a, b) = (Bigrams(of: "加快推进港口建设"), Bigrams(of: "加快推进医院建设"))
    let boilerplate = Set(Bigrams(of: "加快推进").terms)
    #expect(a.cosine(b) { boilerplate.contains($0) ? 0.2 : 1 } < a.cosine(b))
  }

  @Test func `empty texts and single signs`() {
    #expect(Bigrams(of: "").dice(Bigrams(of: "，。")) == 1)
    #expect(Bigrams(of: "").dice(Bigrams(of: "海")) == 0)
    #expect(Bigrams(of: "海").dice(Bigrams(of: "海。")) == 1)
    #expect(Bigrams.string(Bigrams(of: "海洋").terms.first ?? 0) == "海洋")
    #expect(Bigrams.string(Bigrams(of: "海").terms.first ?? 0) == "海")
  }

  @Test func `likeness is the same both ways to the last bit`() {
    var random = SeededTexts(seed: 9)
    let alphabet = Array("海洋渔业港口建设推进5，".unicodeScalars)
    for _ in 0..<500 {
      let a = Bigrams(BareText.bare(random.text(alphabet, upTo: 40)))
      let b = Bigrams(BareText.bare(random.text(alphabet, upTo: 40)))
      let weight = { (term: UInt64) in 1 / Double(term % 7 + 1) }
      #expect(a.dice(b) == b.dice(a))
      #expect(a.cosine(b, weight: weight) == b.cosine(a, weight: weight))
    }
  }
}
