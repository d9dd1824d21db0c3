import Testing

@testable import ChineseText

@Suite("Anti-copy runs")
struct AntiCopyTests {
  private func lineByLine(_ lines: [String], runs: Int, seed: UInt64) -> (right: Int, all: Int, wrong: [String]) {
    var noise = ForumNoise(random: NoiseSeed(seed))
    var right = 0
    var all = 0
    var wrong: [String] = []
    for _ in 0..<runs {
      for line in lines {
        for place in ForumNoise.Place.allCases {
          let polluted = noise.polluted(line, place)
          let got = mended(polluted)
          // An own line at the end of the text leaves the line end before it.
          let isRight = got == line || got == line + "\n"
          all += 1
          if isRight { right += 1 } else if wrong.count < 40 { wrong.append("\(polluted) → \(got)") }
        }
      }
    }
    return (right, all, wrong)
  }

  @Test("prose comes back exactly from the forum's recipe")
  func prose() {
    let result = lineByLine(CleanLines.prose, runs: 300, seed: 7)
    #expect(result.right * 1_000 >= result.all * 995, "\(result.right) of \(result.all): \(result.wrong)")
  }

  @Test("lines that begin or end in genuine ASCII come back from it, but for what nobody could tell")
  func ascii() {
    let result = lineByLine(CleanLines.ascii, runs: 60, seed: 11)
    #expect(result.right * 100 >= result.all * 95, "\(result.right) of \(result.all): \(result.wrong)")
  }

  @Test(
    "clean lines stay as they are, alone and together",
    arguments: [CleanLines.prose, CleanLines.ascii, CleanLines.alike])
  func clean(lines: [String]) {
    for line in lines { #expect(mended(line) == line) }
    for ending in ["\n", "\r\n", "\u{85}", "\r"] {
      let text = lines.joined(separator: ending)
      #expect(Array(mended(text).unicodeScalars) == Array(text.unicodeScalars))
    }
  }

  @Test("a whole report comes back, a run on every line end as the forum writes it")
  func document() {
    let clean = CleanLines.prose.joined(separator: "\n")
    var noise = ForumNoise(random: NoiseSeed(3))
    var right = 0
    for _ in 0..<300 {
      var lines = [""]
      for line in CleanLines.prose {
        lines[lines.count - 1] += line
        // The forum replaces a line end by a run and a line end, or by a line end and a run.
        if Bool.random(using: &noise.random) {
          lines[lines.count - 1] += noise.run()
          lines.append("")
        } else {
          lines.append(noise.run())
        }
        // The empty line between two paragraphs gets its own.
        lines[lines.count - 1] += noise.run()
        lines.append("")
      }
      let got = mended(lines.map(ForumNoise.shown).joined(separator: "\n"))
      if got.split(separator: "\n").joined(separator: "\n") == clean { right += 1 }
    }
    #expect(right >= 285, "\(right) of 300 whole")
  }

  @Test("single characters parted by blanks go too, wherever they touch an edge")
  func loose() {
    var noise = ForumNoise(random: NoiseSeed(5))
    var right = 0
    var all = 0
    for _ in 0..<100 {
      for line in ["会议指出", "要抓好50个重点项目，确保开工率达到90%以上。"] {
        for polluted in [noise.looseRun() + line, line + noise.looseRun(), noise.looseRun() + "\n" + line] {
          all += 1
          if mended(polluted) == line { right += 1 }
        }
      }
    }
    #expect(right * 100 >= all * 80, "\(right) of \(all)")
  }

  /// Lines in random order with runs of a looser grammar between them and behind them.
  private func polluted(_ lines: [String], behind: Bool, _ noise: inout ForumNoise) -> String {
    lines.flatMap { line in
      let end = behind && Bool.random(using: &noise.random) ? " " + noise.mixedRun() : ""
      return [line + end, noise.mixedRun()]
    }.joined(separator: "\n")
  }

  @Test("a report full of runs of a looser grammar comes back")
  func looseDocument() {
    var noise = ForumNoise(random: NoiseSeed(29))
    var right = 0
    var all = 0
    var wrong: [String] = []
    for _ in 0..<100 {
      let got = mended(polluted(CleanLines.prose, behind: true, &noise)).split(separator: "\n").map(String.init)
      all += CleanLines.prose.count
      right += CleanLines.prose.count { got.contains($0) }
      let left = got.filter { !CleanLines.prose.contains($0) }
      wrong += left
    }
    #expect(right * 100 >= all * 95, "\(right) of \(all): \(wrong.prefix(40))")
    #expect(wrong.count * 100 <= all * 6, "\(wrong.count) lines left: \(wrong.prefix(40))")
  }

  @Test("genuine ASCII stays in it, all but a formula or two")
  func asciiInLooseDocument() {
    var noise = ForumNoise(random: NoiseSeed(31))
    let got = Set(mended(polluted(CleanLines.ascii, behind: false, &noise)).split(separator: "\n").map(String.init))
    let lost = CleanLines.ascii.filter { !got.contains($0) }
    #expect(lost.count * 100 <= CleanLines.ascii.count * 5, "\(lost)")
  }

  @Test("marks alone beside a run are the run's")
  func marks() { #expect(mended("会议指出\n- C% A v5 k, h b =\n") == "会议指出\n") }

  @Test("a short run is left, and voiced as a doubt")
  func doubt() {
    let line = "会议指出4 G9 A' j$ N"
    let result = repaired(Array(line.unicodeScalars))
    #expect(result.repairs.isEmpty)
    #expect(result.doubts.map(\.kind) == [.antiCopy])
  }

  @Test("formulae, tables and addresses raise no doubt", arguments: CleanLines.ascii)
  func noDoubt(line: String) {
    #expect(repaired(Array(line.unicodeScalars)).doubts.isEmpty)
  }

  @Test("the indent of a line stays")
  func indent() {
    #expect(mended("4 G9 A' j$ N: X3 g% |　　一要抓好招商。") == "　　一要抓好招商。")
    #expect(mended("　　4 G9 A' j$ N: X3 g% |\n　　一要抓好招商。") == "　　一要抓好招商。")
  }

  @Test("no-break blanks part a run as well")
  func noBreak() {
    #expect(mended("会议指出4\u{A0}G9\u{A0}A'\u{A0}j$\u{A0}N:\u{A0}X3\u{A0}g") == "会议指出")
  }

  @Test("the end of a text is told from the run's first lead")
  func edges() {
    let run = " G9 A' j$ N: X3 g% |"
    for text in ["驻(青岛)", "增长5%", "截至2024-02-28", "上午9:30", "目标值3.5", "到2030", "The plan was approved."] {
      #expect(mended(text + run) == text)
      for lead in ["4", "!", "/"] { #expect(mended(text + lead + run) == text) }
    }
  }
}
