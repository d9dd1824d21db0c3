import Testing

@testable import Reading

@Suite struct HTMLTableTests {
  @Test func mergedCellsKeepTheGrid() throws {
    let text = try page(
      """
      <table border=1><caption>目标表</caption>
      <tr><th rowspan=2>序号<th rowspan=2>目标<th colspan=2>内容</tr><tr><th>指标<th>数值</tr>
      <tr><td>1<td rowspan=0>海洋<td><p>新建码头</p><p>完成投资</p><td>3</tr>
      <tr><td>2<td>培育企业<td>20</tr></table>
      """)
    #expect(
      text.sketch == [
        "目标表", "序号↓2|目标↓2|内容→2|^", "^|^|指标|数值", "1|海洋↓2|新建码头/完成投资|3", "2|^|培育企业|20",
      ])
    let table = try #require(text.blocks?.last)
    let cell = try #require(table.rows.last?.cells.last)
    #expect(text.place(of: cell.range.lowerBound) == FilePlace(table: 1, row: 4, column: 4, paragraph: 1))
  }

  @Test func aSpanBeyondTheColumnsEndsWithThem() throws {
    let text = try page("<table border=1><tr><td>甲<td>乙<tr><td colspan=99 rowspan=9>注</table>")
    #expect(text.sketch == ["甲|乙", "注→2|^"])
  }

  @Test func cellsThatFloatOverOthersAreCut() throws {
    let text = try page("<table border=1><tr><td>甲<td rowspan=2>乙<tr><td colspan=2>丙</table>")
    #expect(text.sketch == ["甲|乙↓2", "丙|^"])
  }

  @Test func aTableInACellStaysInIt() throws {
    let text = try page(
      """
      <table border=1><tr><td>序号</td><td>内容</td></tr><tr><td>1</td><td>见下表，共两行
      <table border=1><tr><td>甲</td><td>3</td></tr><tr><td>乙</td><td>5</td></tr></table></td></tr>
      <tr><td>2</td><td>培育企业二十家，完成投资十亿元，新建码头三座，增长一成</td></tr></table>
      """)
    let cell = try #require(text.blocks?.first?.rows.dropFirst().first?.cells.last)
    #expect(cell.paragraphs.map(text.excerpt) == ["见下表，共两行", "甲", "3", "乙", "5"])
    let inner = try #require(cell.tables.first)
    #expect(inner.rows.map { $0.cells.map { text.excerpt($0.range) } } == [["甲", "3"], ["乙", "5"]])
    #expect(text.place(of: inner.range.lowerBound)?.table == 2)
  }

  @Test func tablesForLayoutAreFlow() throws {
    let single = try page("<table><tr><td>第一段</td></tr><tr><td>第二段</td></tr></table>")
    #expect(single.sketch == ["第一段", "第二段"])
    let framed = try page(
      "<table><tr><td>左</td><td><p>一，</p><p>二，</p><p>三，</p><p>四，</p></td></tr><tr><td>甲</td></tr></table>")
    #expect(framed.sketch == ["左", "一，", "二，", "三，", "四，", "甲"])
  }

  @Test func whatStandsBetweenCellsComesBeforeTheTable() throws {
    let text = try page(
      "<table border=1>散文<tr><td>甲<td>乙</tr><tr style='display:none'><td>藏<td>藏</tr><tr><td>丙<td>丁</tr></table>")
    #expect(text.sketch == ["散文", "甲|乙", "丙|丁"])
    #expect(text.asideLines(.hiddenText) == ["藏 藏"])
  }

  @Test func rowsShorterThanTheGridKeepTheirColumns() throws {
    let text = try page("<table border=1><tr><td>甲<td>乙<td rowspan=2>丙<tr><td>丁</table>")
    #expect(text.sketch == ["甲|乙|丙↓2", "丁||^"])
  }

  @Test func whatIsCoveredBehindARowIsItsOwnAsLongAsItLasts() throws {
    let text = try page(
      """
      <table border=1><tr><td>甲<td rowspan=4>乙<td rowspan=2>丙<td>丁<tr><td>戊<td rowspan=3>己<tr><td>庚<tr><td>辛
      <tr><td>壬</table>
      """)
    #expect(text.sketch == ["甲|乙↓4|丙↓2|丁", "戊|^|^|己↓3", "庚|^||^", "辛|^||^", "壬"])
  }
}
