@testable import ChineseText
import TestSupport
import Testing

@testable import AdapterKit

typealias Seeded = SeededGenerator

extension SeededGenerator {
  mutating func below(_ bound: Int) -> Int { Int.random(in: 0..<max(1, bound), using: &self) }
}

/// A text of words, blanks and line ends, some of it repaired.
private func sample(_ random: inout Seeded) -> RepairedText {
  let letters: [Unicode.Scalar] = ["海", "洋", "目", "标", "3", " ", "\u{3000}", "\n", "\r", "。", "é", "·"]
  let source = (0..<random.below(60)).map { _ in letters[random.below(letters.count)] }
  var repairs: [Repair] = []
  var at = 0
  while random.below(3) > 0, at < source.count {
    let start = at + random.below(source.count - at)
    let end = min(source.count, start + 1 + random.below(4))
    let replacement = (0..<random.below(3)).map { _ in letters[random.below(letters.count)] }
    let kind = Repair.Kind.allCases[random.below(Repair.Kind.allCases.count)]
    repairs.append(
      Repair(kind: kind, range: start..<end, original: Array(source[start..<end]), replacement: replacement))
    at = end
  }
  return RepairedText(source: source, repairs: repairs)
}

private func claims(_ text: RepairedText, _ random: inout Seeded) -> [Claim] {
  (0..<random.below(9)).map { index in
    let start = random.below(text.text.count + 3)
    let owners: [Claim.Owner] = [.document, .item(random.below(4)), .structure("rule"), .boilerplate("page")]
    return Claim(range: start..<start + random.below(12), owner: owners[random.below(owners.count)])
  }
}

@Suite struct AccountingTests {
  @Test func `every scalar of the source is in one segment, and the last claim on it wins`() {
    var random = Seeded(seed: 5)
    for round in 0..<3_000 {
      let text = sample(&random)
      let claims = claims(text, &random)
      let segments = accounting(of: text, claims: claims)
      var end = 0
      for segment in segments {
        #expect(segment.range.lowerBound == end && !segment.range.isEmpty, "round \(round)")
        end = segment.range.upperBound
      }
      #expect(end == text.source.count, "round \(round)")
      for (a, b) in zip(segments, segments.dropFirst()) {
        #expect(a.class != b.class || a.rule != b.rule || a.owner != b.owner, "round \(round)")
      }
      #expect(
        slowly(text, claims) == segments.flatMap { segment in segment.range.map { _ in name(segment) } },
        "round \(round)")
    }
  }

  private func name(_ segment: Segment) -> String {
    let owner =
      switch segment.owner {
      case .document: "document"
      case .item(let index): "item \(index)"
      default: ""
      }
    return "\(segment.class.rawValue) \(segment.rule ?? "-") \(owner)"
  }

  /// Scalar by scalar, the obvious way.
  private func slowly(_ text: RepairedText, _ claims: [Claim]) -> [String] {
    var out: [String] = []
    for place in text.source.indices {
      // A replacement stands for the first scalars of what it replaces.
      if let repair = text.repairs.first(where: { $0.range.contains(place) }),
        place - repair.range.lowerBound >= repair.replacement.count
      {
        out.append("noise \(repair.kind.rawValue) ")
        continue
      }
      let before = text.repairs.filter { $0.range.upperBound <= place }
      let offset = place - before.reduce(0) { $0 + $1.range.count - $1.replacement.count }
      switch claims.last(where: { $0.range.contains(offset) })?.owner {
      case .document: out.append("record - document")
      case .item(let item): out.append("record - item \(item)")
      case .structure(let rule): out.append("structure \(rule) ")
      case .boilerplate(let rule): out.append("boilerplate \(rule) ")
      case nil:
        let scalar = text.text[offset]
        out.append(scalar.isBlank || scalar.isLineEnd ? "structure whitespace " : "unclaimed - ")
      }
    }
    return out
  }

  @Test func `claims beyond the text end at its end`() {
    let text = RepairedText(source: Array("目标".unicodeScalars), repairs: [])
    let segments = accounting(of: text, claims: [Claim(range: 1..<Int.max, owner: .document)])
    #expect(segments.map(\.range) == [0..<1, 1..<2])
    #expect(accounting(of: RepairedText(source: [], repairs: []), claims: []).isEmpty)
  }
}
