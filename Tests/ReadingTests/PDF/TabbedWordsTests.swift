import Testing

@testable import Reading

@Suite struct TabbedWordsTests {
  private func pages(_ text: String, limits: ReadingLimits = ReadingLimits()) throws(ReadingError) -> [Page] {
    var reading = TabbedWords(scale: 10)
    try reading.read(Array(text.utf8), limits: limits)
    return reading.pages
  }

  @Test func linesOfOtherShapesAreLeftOut() throws {
    let pages = try pages(
      """
      level\tpage_num\tpar_num\tblock_num\tline_num\tword_num\tleft\ttop\twidth\theight\tconf\ttext
      1\t1\t0\t0\t0\t0\t0.0\t0.0\t595.3\t841.9\t-1\t###PAGE###
      4\t1\t0\t0\t0\t0\t9.0\t9.0\t9.0\t9.0\t-1\t###LINE###
      5\t1\t0\t0\t0\t0\t90.1\t35.96\t72.00\t15.60\t100\t示例\t局
      5\t1\t0\t0
      5\t1\t0\t0\t0\t0\tnan\tinf\t1e300\t-1e300\t100\t大
      5\t1\t0\t0\t0\t0\tx\ty\tz\tw\t100\t无

      """)
    #expect(pages.count == 1)
    #expect(pages[0].width == 5_953)
    #expect(pages[0].words.map(\.text) == ["示例\t局", "大"])
    #expect(pages[0].words[0].box == Box(left: 901, top: 360, right: 1_621, bottom: 516))
  }
}

@Suite struct RecognisedWordsTests {
  @Test func recognisedPiecesOfChineseAreOneWordAsHighAsTheirLine() throws {
    var reading = TabbedWords(
      scale: 10, recognisedBetween: [PageRule(direction: .vertical, position: 2_060, start: 900, end: 1_500)])
    try reading.read(
      Array(
        """
        1\t1\t0\t0\t0\t0\t0\t0\t600\t800\t-1\t
        4\t1\t0\t0\t0\t0\t90\t100\t200\t12\t-1\t
        5\t1\t0\t0\t0\t1\t90\t101\t22\t11\t96\t示例
        5\t1\t0\t0\t0\t2\t116\t109\t3\t3\t96\t，
        5\t1\t0\t0\t0\t3\t122\t101\t22\t10\t96\t30
        5\t1\t0\t0\t0\t4\t180\t101\t22\t10\t96\t亿元
        5\t1\t0\t0\t0\t5\t210\t101\t22\t10\t96\t甲乙
        """.utf8), limits: ReadingLimits())
    #expect(reading.pages.first?.words.map(\.text) == ["示例，30", "亿元", "甲乙"])
    #expect(reading.pages.first?.words.first?.box == Box(left: 900, top: 1_000, right: 1_440, bottom: 1_120))
  }
}

@Suite struct SVGPathTests {
  @Test func straightRunsAreTakenAndCurvesPartThem() {
    let found = paths("M 1 2 L 3 2 L 3 4 Z M 5 5 L 6 6 C 1 1 2 2 7 7 L 8 7 M 9 9 H 10 V 11")
    #expect(
      found.map { $0.points.map { [$0.x, $0.y] } } == [
        [[1, 2], [3, 2], [3, 4], [1, 2]], [[5, 5], [6, 6]], [[7, 7], [8, 7]], [[9, 9], [10, 9], [10, 11]],
      ])
    #expect(found.map(\.isCurved) == [false, true, true, false])
  }

  @Test(arguments: ["", "M", "M 1", "L 1 2 3", "Z Z Z", "M nan inf L 1 2", "1 2 3 4", "M 1 2 L 3 x 4"])
  func anyDataIsBorne(data: String) {
    let transform = Transform("matrix(1,0,0,-1,0,1e300)") ?? Transform()
    for path in paths(data) { _ = path.points.map { transform.applied(to: $0) } }
  }

  @Test func transformationsFollowOneAnother() throws {
    let flip = try #require(Transform("matrix(1,0,0,-1,0,792)"))
    let double = try #require(Transform("matrix(2 0 0 2 10 0)"))
    #expect(flip.applied(to: (x: 10, y: 92)) == (100, 7_000))
    #expect(flip.followed(by: double).applied(to: (x: 10, y: 92)) == (300, 14_000))
    #expect(Transform("rotate(3)") == nil)
    #expect(Transform("matrix(1,2,3)") == nil)
  }
}
