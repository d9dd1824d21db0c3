import Testing

@testable import Report

@Suite struct BoxTableTests {
  private func cell(_ text: String, columns: Int = 1, rows: Int = 1) -> BoxTable.Cell {
    BoxTable.Cell(lines: text.isEmpty ? [] : [text], columns: columns, rows: rows)
  }
  private let covered = BoxTable.Cell(lines: [], isCovered: true)

  @Test func `merged cells are drawn once, over all that they take`() {
    let table = BoxTable([
      [cell("渡口", rows: 2), cell("全年目标", columns: 2), covered],
      [covered, cell("改造"), cell("11 处")],
      [cell("甲"), cell("乙", columns: 2, rows: 2), covered],
      [cell("丙"), covered, covered],
    ])
    #expect(
      table.lines(width: 80) == [
        "┌──────┬──────────────┐",
        "│ 渡口 │ 全年目标     │",
        "│      ├──────┬───────┤",
        "│      │ 改造 │ 11 处 │",
        "├──────┼──────┴───────┤",
        "│ 甲   │ 乙           │",
        "├──────┤              │",
        "│ 丙   │              │",
        "└──────┴──────────────┘",
      ])
  }

  @Test func `text goes on over the edges of the rows that a cell takes`() {
    let table = BoxTable([
      [BoxTable.Cell(lines: ["一", "二", "三"], rows: 2), cell("a")],
      [covered, cell("b")],
    ])
    #expect(
      table.lines(width: 80) == [
        "┌────┬───┐",
        "│ 一 │ a │",
        "│ 二 ├───┤",
        "│ 三 │ b │",
        "└────┴───┘",
      ])
  }

  @Test(arguments: [30, 60, 100]) func `the widest columns give way`(width: Int) {
    let long = String(repeating: "改造渡口，更新渡船。", count: 12)
    let lines = BoxTable([[cell("1"), cell(long), cell("完成")], [cell("2"), cell("短"), cell(long)]]).lines(width: width)
    #expect(lines.allSatisfy { DisplayWidth.of($0) == DisplayWidth.of(lines[0]) && DisplayWidth.of($0) <= width })
    #expect(lines.joined().unicodeScalars.count { $0 == "渡" } == 48)
  }

  @Test func `spans that run over others or out of the table end there`() {
    let table = BoxTable([[cell("甲", columns: 9, rows: 9), cell("乙")], [cell("丙", columns: 0, rows: 0)], []])
    #expect(
      table.lines(width: 40) == [
        "┌────┬────┐",
        "│ 甲 │ 乙 │",
        "├────┼────┤",
        "│ 丙 │    │",
        "├────┼────┤",
        "│    │    │",
        "└────┴────┘",
      ])
    #expect(BoxTable([]).lines(width: 40) == [])
    #expect(BoxTable([[], []]).lines(width: 40) == [])
  }
}
