import AdapterKit
import Reading
import Testing
import YantaiPlugin

@testable import Profiles

/// Cells that a program broke over several lines of a table drawn with characters.
@Suite struct DrawnRowsTests {
  private func draft(_ lines: [String]) -> (Draft, SourceText) {
    let scalars = Array((["烟台市示例局2031年重点任务台账"] + lines).joined(separator: "\n").unicodeScalars)
    let source = SourceText(scalars: scalars, blocks: plainTextBlocks(scalars))
    var builder = DraftBuilder(source)
    try? taskLedger.read(source, into: &builder)
    return (builder.draft, source)
  }

  private func words(_ range: Range<Int>?, _ draft: Draft, _ source: SourceText) -> String {
    guard let range else { return "" }
    return (draft.pieces[range] ?? [range]).map(source.string).joined()
  }

  private func read(_ lines: [String]) -> [String] {
    let (draft, source) = draft(lines)
    return draft.items.map { item in
      ([words(item.title, draft, source), words(item.aim, draft, source)] + item.parties.map(\.name)).joined(
        separator: " ")
    }
  }

  private static let header = ["│序号│重点任务│工作目标│责任单位│", "├──┼────┼────┼────┤"]

  @Test func linesBetweenTwoDrawnOnesAreARow() {
    let lines =
      ["┌──┬────┬────┬────┐"] + DrawnRowsTests.header + [
        "│1   │修建码头│新建泊位│甲科    │", "│    │和渡口  │12个    │市渔业局│", "├──┼────┼────┼────┤",
        "│2   │修渡船  │更新8艘 │乙科    │", "└──┴────┴────┴────┘",
      ]
    #expect(read(lines) == ["修建码头和渡口 新建泊位12个 甲科 市渔业局", "修渡船 更新8艘 乙科"])
  }

  @Test func aFigureMayStandOnTwoLines() {
    let lines =
      DrawnRowsTests.header + [
        "│1   │修码头  │泊位达12│甲科    │", "│    │        │0个     │        │", "├──┼────┼────┼────┤",
        "│2   │修渡船  │更新8艘 │乙科    │", "├──┼────┼────┼────┤",
      ]
    let (draft, source) = draft(lines)
    let figure = draft.items.first?.figures.first
    #expect(figure?.quantity.low == "120")
    #expect(words(figure?.quantity.range, draft, source) == "120个")
  }

  @Test func whereOnlyBarsPartAFullCellGoesOn() {
    let lines =
      DrawnRowsTests.header + [
        "│1   │修建码头│更新8艘 │甲科    │", "│    │和渡口  │        │        │", "│2   │修渡船  │更新9艘 │乙科    │",
        "│    │        │新建2艘 │丙科    │",
      ]
    // 更新9艘 had room for more: what stands below it is said for itself.
    #expect(read(lines).prefix(2) == ["修建码头和渡口 更新8艘 甲科", "修渡船 更新9艘 乙科"])
  }

  @Test func aLineLeftOpenIsAMergedCell() {
    let lines =
      DrawnRowsTests.header + [
        "│1   │修建码头│新建8个 │甲科    │", "│    │和渡口  │        │        │", "├──┼────┼────┤        │",
        "│2   │修渡船  │更新9艘 │        │", "├──┼────┼────┼────┤", "│3   │修灯塔  │更新1座 │乙科    │",
      ]
    #expect(read(lines) == ["修建码头和渡口 新建8个 甲科", "修渡船 更新9艘 甲科", "修灯塔 更新1座 乙科"])
  }

  @Test func aRowThatAPageCutGoesOn() {
    let lines =
      DrawnRowsTests.header + [
        "│1   │修建码头│新建8个 │甲科    │", "├──┼────┼────┼────┤", "│2   │修缮海上│更新9艘 │丙科    │", "", "— 1 —", "",
        "│    │渡船    │        │        │", "├──┼────┼────┼────┤", "│3   │修灯塔  │更新1座 │乙科    │",
      ]
    #expect(read(lines) == ["修建码头 新建8个 甲科", "修缮海上渡船 更新9艘 丙科", "修灯塔 更新1座 乙科"])
  }

  @Test func everyScalarIsClaimedOnce() {
    let (draft, source) = draft(
      DrawnRowsTests.header + [
        "│1   │修建码头│新建8个 │甲科    │", "│    │和渡口  │        │        │", "├──┼────┼────┼────┤",
        "│2   │修灯塔  │更新1座 │乙科    │", "└──┴────┴────┴────┘",
      ])
    var claimed = Set<Int>()
    for claim in draft.claims { claimed.formUnion(claim.range) }
    #expect(source.whole.allSatisfy { claimed.contains($0) || source.scalars[$0].properties.isWhitespace })
  }

  @Test func anOrdinaryTableIsLeft() {
    let scalars = Array("|序号|重点任务|责任单位|\n|---|---|---|\n|1|修码头|甲科|\n|2|修渡船|乙科|\n".unicodeScalars)
    #expect(DrawnRows.rejoined(SourceText(scalars: scalars, blocks: plainTextBlocks(scalars))) == nil)
  }
}
