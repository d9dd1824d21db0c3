import Testing

@testable import Report

@Suite struct DisplayWidthTests {
  @Test(arguments: [
    ("", 0), ("abc", 3), ("渔港", 4), ("，。％（）", 10), ("ＡＢ１", 6), ("“渔”", 4), ("e\u{301}", 1), ("か\u{3099}", 2),
    ("\u{200B}\u{FEFF}", 0), ("𠮷", 2), ("한", 2), ("—…·", 3), ("亿元 5%", 7), ("\u{3000}", 2), ("🐟", 2),
  ])
  func `columns are those of a terminal`(text: String, width: Int) {
    #expect(DisplayWidth.of(text) == width)
  }

  @Test func `padding and cutting count columns`() {
    #expect(DisplayWidth.padded("渔港", to: 6) == "渔港  ")
    #expect(DisplayWidth.padded("渔港", to: 3) == "渔港")
    #expect(DisplayWidth.truncated("渔港改造", to: 8) == "渔港改造")
    #expect(DisplayWidth.truncated("渔港改造", to: 7) == "渔港改…")
    #expect(DisplayWidth.truncated("渔港改造", to: 6) == "渔港…")
    #expect(DisplayWidth.truncated("渔港", to: 0) == "")
  }

  @Test func `what an imported file holds does not steer the terminal`() {
    #expect(
      DisplayWidth.printable("甲\u{1B}[31m乙\r\n丙\u{202E}\u{9B}\u{7}") == "甲\u{FFFD}[31m乙  丙\u{FFFD}\u{FFFD}\u{FFFD}")
  }

  @Test(arguments: [
    ("完成渔港改造，投资5000万元。", 10, ["完成渔港改", "造，投资", "5000万元。"]),
    ("完成渔港，投资", 8, ["完成渔", "港，投资"]),
    ("完成《港区规划》编制", 6, ["完成", "《港区", "规划》", "编制"]),
    ("raise the share", 9, ["raise the", "share"]),
    ("abcdefghij", 4, ["abcd", "efgh", "ij"]), ("", 5, [""]), ("渔", 1, ["渔"]),
  ])
  func `lines break between words and keep marks in place`(text: String, width: Int, lines: [String]) {
    #expect(LineBreaking.lines(text, width: width) == lines)
  }

  @Test func `lines hold everything and are no wider than asked`() {
    var state: UInt64 = 7
    let alphabet = Array("渔港，。（）《》a b1 5%“”—e\u{301}".unicodeScalars)
    for _ in 0..<2_000 {
      var text = String.UnicodeScalarView()
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      for step in 0..<(state >> 33) % 60 {
        state = state &* 6_364_136_223_846_793_005 &+ step
        text.append(alphabet[Int((state >> 33) % UInt64(alphabet.count))])
      }
      let width = Int((state >> 40) % 20) + 2
      let lines = LineBreaking.lines(String(text), width: width)
      #expect(lines.allSatisfy { DisplayWidth.of($0) <= width }, "\(String(text)) \(width)")
      #expect(lines.joined().unicodeScalars.filter { $0 != " " } == text.filter { $0 != " " })
    }
  }
}
