import TestSupport
import Testing

@testable import Reading

@Suite struct PlainTextBlocksTests {
  /// The blocks in a form to read: a paragraph as its text, a row as its cells parted by `/`, tables in brackets.
  private func drawn(_ text: String) -> [String] {
    let scalars = Array(text.unicodeScalars)
    func cut(_ range: Range<Int>) -> String { String(String.UnicodeScalarView(scalars[range])) }
    return plainTextBlocks(scalars).map { block in
      switch block.kind {
      case .table:
        "[" + block.rows.map { $0.cells.map { cut($0.range) }.joined(separator: "/") }.joined(separator: "; ") + "]"
      default: cut(block.range)
      }
    }
  }

  @Test func readsParagraphs() {
    #expect(drawn("　　标题 \r\n\r\n正文一。\u{A0}\r　\t \n正文二。") == ["标题", "正文一。", "正文二。"])
    #expect(drawn("").isEmpty)
    #expect(drawn("\n \n\t\n").isEmpty)
  }

  @Test func readsRowsWrittenDownwards() {
    let sheet = """
      目标表

      \t类别
      \t序号
      \t名称

      \t甲类
      \t1
      \t修路

      \t
      \t2
      \t架桥

      说明在此
      \t乙类
      \t1
      \t
      """
    #expect(
      drawn(sheet) == ["目标表", "[类别/序号/名称; 甲类/1/修路; /2/架桥]", "说明在此", "[乙类/1/]"])
  }

  @Test func opensANewTableAfterAParagraph() {
    #expect(
      drawn("\t序号\n\t名称\n\n\t1\n\t修路\n\n标杆：某市\n\n\t\n\t2\n\n结束")
        == ["[序号/名称; 1/修路]", "标杆：某市", "[/2]", "结束"])
  }

  @Test func placesEmptyCellsWhereTheyStand() throws {
    let scalars = Array("\t甲\n\t\n\t乙\n\n\t\n\t1\n\t2".unicodeScalars)
    let table = try #require(plainTextBlocks(scalars).first)
    #expect(table.rows.map { $0.cells.map(\.range) } == [[1..<2, 4..<4, 6..<7], [10..<10, 12..<13, 15..<16]])
    #expect(table.rows.map(\.range) == [0..<7, 9..<16])
    #expect(table.range == 0..<16)
    #expect(table.rows.first?.cells.map(\.paragraphs) == [[1..<2], [], [6..<7]])
  }

  @Test func keepsAnEmptyRowOfTheHeadersLength() {
    #expect(drawn("\t甲\n\t乙\n\n\t\n\t\n\n\t3\n\t4\n\n\t\n\n\t5\n\t6") == ["[甲/乙; /; 3/4; 5/6]"])
  }

  @Test func readsAMergedRowInAnOpenTable() {
    #expect(drawn("\t序号\n\t名称\n\n\t甲类\n\n\t1\n\t修路") == ["[序号/名称; 甲类; 1/修路]"])
    #expect(drawn("\t独自一行\n\n后文") == ["独自一行", "后文"])
  }

  @Test func readsRowsWrittenAcross() {
    #expect(drawn("单位：某局\t负责人：某甲\n后文") == ["[单位：某局/负责人：某甲]", "后文"])
    #expect(
      drawn("序号\t名称\t值\n1\t修路\t\n\n\t架桥\t3\n\t\t4\n后文") == ["[序号/名称/值; 1/修路/; /架桥/3; //4]", "后文"])
    #expect(drawn("类别\t名称\n甲类\t修路\n\t架桥\n\t挖渠") == ["[类别/名称; 甲类/修路; /架桥; /挖渠]"])
    #expect(drawn("名称\t\n甲\t1") == ["[名称/; 甲/1]"])
    #expect(drawn("后有制表符\t\n后文") == ["后有制表符", "后文"])
  }

  @Test func partsTheTwoFormsWhereTheyMeet() {
    #expect(
      drawn("单位：某局\t年度：今年\n\t序号\n\t名称\n\n\t1\n\t修路\n\n\t2\n\t挖渠\n序号\t名称\n3\t架桥")
        == ["[单位：某局/年度：今年]", "[序号/名称; 1/修路; 2/挖渠]", "[序号/名称; 3/架桥]"])
  }

  @Test func readsTablesDrawnWithBars() {
    #expect(
      drawn("| 名称 | 值 |\n|:---|---:|\n| 修路 | 3 |\n| 甲\\|乙 | |\n后文") == ["[名称/值; 修路/3; 甲\\|乙/]", "后文"])
    #expect(drawn("名称 | 值\n---|---\n修路 | 3") == ["[名称/值; 修路/3]"])
    #expect(drawn("来源：某报 | 作者\n编辑 | 校对") == ["来源：某报 | 作者", "编辑 | 校对"])
    #expect(drawn("|只有一行|") == ["|只有一行|"])
    #expect(drawn("|---|\n|---|") == ["|---|", "|---|"])
  }

  @Test func leavesIndentedProseAsParagraphs() {
    let prose = "\t一、总体要求\n\t坚持稳中求进，推动全市各项工作再上台阶。\n\t加强组织领导，层层压实各级责任。\n"
    #expect(drawn(prose).count == 3)
    #expect(drawn("\t\t深缩进一段。\n\t\t又一段。").count == 2)
  }

  @Test func losesNothing() {
    var random = SeededGenerator(seed: 5)
    let pieces = [
      "\n", "\n", "\n\t", "\t", "\r\n", "\r", "\u{85}", "\u{2028}", " ", "　", "|", "|", "\\", "---", "|---|", "甲", "乙。",
      "3", "\n\t\n\t", "项目", "\u{FEFF}", "e\u{301}", "\u{B}", "\u{C}", ":",
    ]
    for _ in 0..<2_000 {
      let text = (0..<Int.random(in: 0..<30, using: &random)).map { _ in pieces.randomElement(using: &random) ?? "" }
      checkLaw(Array(text.joined().unicodeScalars))
    }
  }

  /// Ranges ascend inside the text, cells inside their rows, and every scalar but marks and white space has one place.
  private func checkLaw(_ scalars: [Unicode.Scalar]) {
    var owners = [Int](repeating: 0, count: scalars.count)
    var last = 0
    for block in plainTextBlocks(scalars) {
      #expect(block.range.lowerBound >= last && block.range.upperBound <= scalars.count && !block.range.isEmpty)
      var leaves = [block.range]
      if block.kind == .table {
        #expect(!block.rows.isEmpty && block.rows.allSatisfy { !$0.cells.isEmpty })
        leaves = block.rows.flatMap { $0.cells.map(\.range) }
        for row in block.rows {
          #expect(row.range.lowerBound >= last && row.range.upperBound <= block.range.upperBound)
          for cell in row.cells {
            #expect(cell.range.lowerBound >= row.range.lowerBound && cell.range.upperBound <= row.range.upperBound)
            checkParagraphs(of: cell, in: scalars)
          }
          last = row.range.upperBound
        }
      } else {
        #expect(block.rows.isEmpty)
      }
      var end = block.range.lowerBound
      for leaf in leaves {
        #expect(leaf.lowerBound >= end)
        end = leaf.upperBound
        for index in leaf { owners[index] += 1 }
        if let first = leaf.first.map({ scalars[$0] }) { #expect(!first.properties.isWhitespace) }
      }
      last = block.range.upperBound
    }
    for (index, scalar) in scalars.enumerated() where !scalar.properties.isWhitespace {
      #expect(owners[index] <= 1)
      if owners[index] == 0 { #expect("|-:".unicodeScalars.contains(scalar), "lost \(scalar) at \(index)") }
    }
  }

  /// A cell's paragraphs fill it from end to end, parted by white space alone.
  private func checkParagraphs(of cell: Cell, in scalars: [Unicode.Scalar]) {
    #expect(cell.paragraphs.isEmpty == cell.range.isEmpty)
    var end = cell.range.lowerBound
    for paragraph in cell.paragraphs {
      #expect(paragraph.lowerBound >= end && !paragraph.isEmpty)
      #expect(scalars[end..<max(end, paragraph.lowerBound)].allSatisfy { $0.properties.isWhitespace })
      end = paragraph.upperBound
    }
    #expect(end == cell.range.upperBound)
  }
}
