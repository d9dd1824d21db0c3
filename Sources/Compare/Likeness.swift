import ChineseText
import Glibc

/// How alike the goals of two plans are in their words, with what all of them share counting little.
struct Likeness {
  /// How alike two goals are, each from 0 to 1000.
  struct Score: Sendable, Equatable {
    var total: Int
    var title: Int
    var text: Int
  }

  /// One text's pairs with their weights.
  struct Weighted {
    let terms: [UInt64]
    let weights: [Double]
    let norm: Double

    init(_ bigrams: Bigrams, _ weight: (UInt64) -> Double) {
      terms = bigrams.terms
      weights = zip(bigrams.terms, bigrams.counts).map { (1 + log2(Double($1))) * weight($0) }
      norm = weights.reduce(0) { $0 + $1 * $1 }.squareRoot()
    }

    /// The sum of products over the shared terms, in their order, so that it is the same both ways.
    func product(_ other: Weighted) -> Double {
      var sum = 0.0
      forEachCommon(other) { sum += weights[$0] * other.weights[$1] }
      return sum
    }

    func cosine(_ other: Weighted, product dot: Double) -> Double {
      let norms = norm * other.norm
      return norms > 0 ? min(1, dot / norms) : 0
    }

    func forEachCommon(_ other: Weighted, _ body: (Int, Int) -> Void) {
      var (i, j) = (0, 0)
      while i < terms.count, j < other.terms.count {
        if terms[i] == other.terms[j] {
          body(i, j)
          i += 1
          j += 1
        } else if terms[i] < other.terms[j] {
          i += 1
        } else {
          j += 1
        }
      }
    }
  }

  /// A goal as title and whole text.
  struct Profile {
    let title: Weighted
    let text: Weighted
  }

  let old: [Profile]
  let new: [Profile]

  /// - Parameter pairs: goals that nobody asks about; what they say makes no word common.
  init(old: [Goal], new: [Goal], besides pairs: [(old: Int, new: Int)] = []) {
    let (froms, tos) = (Set(pairs.map(\.old)), Set(pairs.map(\.new)))
    let olds = old.map { froms.contains($0.position) ? (Bigrams(of: ""), Bigrams(of: "")) : Likeness.bigrams($0) }
    let news = new.map { tos.contains($0.position) ? (Bigrams(of: ""), Bigrams(of: "")) : Likeness.bigrams($0) }
    // What stands once on each side is no commoner than what stands once on one side.
    let (before, after) = (Likeness.frequencies(olds), Likeness.frequencies(news))
    let count = Double(max(olds.count, news.count) - pairs.count)
    let weight = { (term: UInt64) in log2(1 + count / Double(max(before[term] ?? 0, after[term] ?? 0, 1))) }
    let profile = { (pair: (title: Bigrams, text: Bigrams)) in
      Profile(title: Weighted(pair.title, weight), text: Weighted(pair.text, weight))
    }
    self.old = olds.map(profile)
    self.new = news.map(profile)
  }

  /// Per term, in how many goals it stands.
  private static func frequencies(_ goals: [(title: Bigrams, text: Bigrams)]) -> [UInt64: Int] {
    var out: [UInt64: Int] = [:]
    for goal in goals { for term in goal.text.terms { out[term, default: 0] += 1 } }
    return out
  }

  private static func bigrams(_ goal: Goal) -> (title: Bigrams, text: Bigrams) {
    let all = goal.parts.map(\.item.wording).joined(separator: "。")
    return (Bigrams(of: goal.item.title ?? ""), Bigrams(of: all))
  }

  /// How alike one old and one new goal are.
  func score(_ i: Int, _ j: Int) -> Score {
    score(i, j, text: old[i].text.product(new[j].text), title: old[i].title.product(new[j].title))
  }

  /// Either alone can carry a match: the same text under another name, or the same name over another text.
  ///
  /// A title is short, so that half a title in common says little: its share enters squared.
  private func score(_ i: Int, _ j: Int, text: Double, title: Double) -> Score {
    let text = old[i].text.cosine(new[j].text, product: text)
    let title = old[i].title.cosine(new[j].title, product: title)
    let total = 1 - (1 - text) * (1 - title * title)
    let thousandths = { (value: Double) in max(0, min(1000, Int((value * 1000).rounded()))) }
    return Score(total: thousandths(total), title: thousandths(title), text: thousandths(text))
  }

  /// The words that say most for a pair: the shared terms of greatest weight, at most five.
  func evidence(_ i: Int, _ j: Int) -> [String] {
    let (a, b) = (old[i].text, new[j].text)
    var best: [(weight: Double, term: UInt64)] = []
    a.forEachCommon(b) {
      let next = (weight: a.weights[$0] * b.weights[$1], term: a.terms[$0])
      // Terms ascend: of equal weights the first stands before.
      let place = best.firstIndex { $0.weight < next.weight } ?? best.count
      guard place < 5 else { return }
      if best.count == 5 { best.removeLast() }
      best.insert(next, at: place)
    }
    return best.map { Bigrams.string($0.term) }
  }
}
