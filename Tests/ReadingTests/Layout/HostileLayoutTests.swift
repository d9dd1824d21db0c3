import TestSupport
import Testing

@testable import Reading

@Suite struct HostileLayoutTests {
  @Test func lengthsOfAnySizeMakeNoHarm() throws {
    var generator = SeededGenerator(seed: 4)
    let extremes = [Int.min, Int.max, -1, 0, 1, 900, 1_000, 5_000, 8_000]
    for _ in 0..<300 {
      func any() -> Int { extremes.randomElement(using: &generator) ?? 0 }
      var pages: [PageFixture] = []
      for _ in 0..<3 {
        var page = PageFixture(page: Page(width: any(), height: any()))
        for _ in 0..<12 {
          let box = Box(left: any(), top: any(), right: any(), bottom: any())
          page.page.words.append(
            PageWord(
              text: ["示例", "3", " ", "", "abc"].randomElement(using: &generator) ?? "", box: box,
              size: Bool.random(using: &generator) ? any() : nil))
          page.page.rules.append(
            PageRule(
              direction: Bool.random(using: &generator) ? .horizontal : .vertical, position: any(), start: any(),
              end: any()))
          if let rule = PageRule(fromX: any(), y: any(), toX: any(), y: any()) { page.page.rules.append(rule) }
          if let rule = PageRule(filling: box) { page.page.rules.append(rule) }
        }
        pages.append(page)
      }
      do throws(ReadingError) {
        let text = try laidOut(pages)
        for block in text.blocks ?? [] { #expect(block.range.upperBound <= text.scalars.count) }
      } catch {
        #expect(error == .empty)
      }
    }
  }

  @Test func aDrawingOfManyStrokesIsNoTable() throws {
    var page = PageFixture()
    page.line("示例", y: 4_000)
    for index in 0..<3_000 {
      page.horizontal(index * 2, from: 100, to: 5_000)
      page.vertical(index * 2, from: 100, to: 7_000)
    }
    #expect(try laidOut([page]).pageOutline == ["示例"])
  }

  @Test func cellsOfDrawingsAreLimited() {
    var limits = ReadingLimits()
    limits.cells = 150
    var page = PageFixture()
    page.line("示例", y: 4_000)
    for index in 1...11 {
      page.horizontal(index * 100, from: 100, to: 1_100)
      page.vertical(index * 100, from: 100, to: 1_100)
    }
    #expect(throws: Never.self) { try laidOut([page], limits: limits) }
    #expect(throws: ReadingError.limitExceeded(.cells, allowed: 150, part: nil)) {
      try laidOut([page, page], limits: limits)
    }
  }

  @Test func pagesHaveALimit() {
    var limits = ReadingLimits()
    limits.pages = 1
    var page = PageFixture()
    page.line("示例", y: 900)
    #expect(throws: ReadingError.limitExceeded(.pages, allowed: 1, part: nil)) {
      try laidOut([page, page], limits: limits)
    }
  }
}
