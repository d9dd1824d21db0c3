import ChineseText
import Plan
import Testing

@testable import AdapterKit

@Suite struct DraftBuilderTests {
  private func builder(_ text: String) -> DraftBuilder {
    DraftBuilder(SourceText(scalars: Array(text.unicodeScalars), blocks: []))
  }

  @Test func `an item claims its words and finds their figures`() {
    var draft = builder("修路，全年修路12公里以上。")
    let goal = draft.item(.goal, title: 0..<2, text: [3..<14], whole: 0..<15)
    #expect(goal == 0 && draft.role(of: 0) == .goal && draft.role(of: 1) == nil)
    let figures = draft.draft.items[0].figures
    #expect(figures.map(\.quantity.quote) == ["12公里以上"])
    #expect(figures.map(\.quantity.range) == [7..<13])
    #expect(figures.map(\.role) == [.target])
    #expect(draft.draft.claims.map(\.range) == [0..<14, 0..<2, 3..<14])
  }

  @Test func `what a figure means follows from where it stands`() {
    let meanings: [(Item.Role, DraftBuilder.Figures?, [Indicator.Role])] = [
      (.goal, nil, [.target]), (.achievement, nil, [.actual]), (.context, nil, [.actual]),
      (.goal, .benchmark, [.benchmark]),
      (.goal, DraftBuilder.Figures.none, []), (.measure, .reached, [.actual]),
    ]
    for (role, figures, expected) in meanings {
      var draft = builder("修路12公里")
      draft.item(role, text: [0..<6], figures: figures)
      #expect(draft.draft.items.flatMap(\.figures).map(\.role) == expected)
    }
  }

  @Test func `stretches that touch are one, others stay apart`() {
    var draft = builder("一二 三四\n五六")
    let item = draft.item(.goal, title: 0..<1)
    draft.append(1..<2, to: item, figures: .none)
    draft.append(3..<5, to: item, figures: .none)
    draft.append(6..<8, to: item, figures: .none)
    #expect(draft.draft.items[item].text == [1..<5, 6..<8])
  }

  @Test func `places outside the text are cut, empty ones dropped, unknown items ignored`() {
    var draft = builder("修路12公里")
    let item = draft.item(.goal, title: 2..<2, aim: 90..<95, text: [0..<0, -5..<3, 2..<99, 50..<60], whole: -3..<400)
    #expect(draft.draft.items[item].title == nil && draft.draft.items[item].aim == nil)
    #expect(draft.draft.items[item].text == [0..<3, 2..<6])
    draft.append(5..<70, to: item, figures: .planned)
    draft.append(3..<4, to: 9, figures: .planned)
    draft.append(3..<4, to: -1, figures: .planned)
    draft.claim(0..<1, for: 9)
    draft.claim(0..<1, for: -1)
    draft.update(9) { $0.number = 1 }
    draft.document(-4..<2)
    draft.structure(7..<9, "rule")
    #expect(draft.draft.items.count == 1)
    for claim in draft.draft.claims {
      #expect(claim.range.lowerBound >= 0 && claim.range.upperBound <= 6 && !claim.range.isEmpty)
      #expect(claim.owner == .item(item) || claim.owner == .document)
    }
  }
}
