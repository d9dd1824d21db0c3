import TestSupport
import Testing

@testable import Reading

@Suite struct HTMLRobustnessTests {
  @Test func damagedPagesGiveTextOrAnError() throws {
    var random = SeededGenerator(seed: 404)
    let seeds = try [
      encode(HTMLSamples.tableLayout, as: "GB18030"), Array(HTMLSamples.boxLayout.utf8),
      Array("<table border=1><tr><td rowspan=2>甲<td colspan=3>乙<tr><td>丙<ol reversed start=5><li>丁</table>".utf8),
    ]
    for round in 0..<600 {
      var bytes = seeds[round % seeds.count]
      for _ in 0...Int.random(in: 0..<4, using: &random) {
        let index = Int.random(in: 0..<max(1, bytes.count), using: &random)
        switch Int.random(in: 0..<4, using: &random) {
        case 0 where index < bytes.count: bytes[index] = UInt8.random(in: 0...127, using: &random)
        case 1 where index < bytes.count: bytes.removeSubrange(index..<min(bytes.count, index + 9))
        case 2: bytes = Array(bytes.prefix(index))
        default: bytes.insert(contentsOf: Array("</td><p>".utf8), at: min(index, bytes.count))
        }
      }
      guard let text = try? readHTML(bytes) else { continue }
      for block in text.blocks ?? [] { #expect(block.range.upperBound <= text.scalars.count) }
      for aside in text.asides { #expect(aside.range.upperBound <= text.scalars.count) }
    }
  }

  @Test func depthIsLimited() {
    for tag in ["div", "span", "table><tr><td", "ul><li", "svg"] {
      #expect(throws: ReadingError.limitExceeded(.depth, allowed: 512, part: nil)) {
        try page("甲" + String(repeating: "<\(tag)>", count: 20_000) + "乙")
      }
    }
  }

  @Test func elementsAreLimited() throws {
    var limits = ReadingLimits()
    limits.elements = 20
    #expect(try page(String(repeating: "<p>甲", count: 10), limits: limits).sketch.count == 10)
    #expect(throws: ReadingError.limitExceeded(.elements, allowed: 20, part: nil)) {
      try page(String(repeating: "<p></p>", count: 30), limits: limits)
    }
  }

  @Test func manyAttributesAndEndTagsAreReadInOnePass() throws {
    let attributes = (0..<20_000).map { " a\($0)=\"<b>\"" }.joined()
    #expect(try page("<div\(attributes) hidden>甲</div>乙").asideLines(.hiddenText) == ["甲"])
    let ends = String(repeating: "<i>", count: 400) + "甲" + String(repeating: "</b>", count: 20_000)
    #expect(try page(ends).sketch == ["甲"])
    #expect(try page(String(repeating: "<title>", count: 50_000) + "甲").sketch == ["甲"])
  }

  @Test func cellsAreLimited() {
    var limits = ReadingLimits()
    limits.cells = 10_000
    let wide = String(repeating: "<td rowspan=65534>甲", count: 1_000)
    let long = String(repeating: "<tr><td>乙", count: 1_000)
    #expect(throws: ReadingError.limitExceeded(.cells, allowed: 10_000, part: nil)) {
      try page("<table border=1><tr>\(wide)\(long)</table>", limits: limits)
    }
  }
}
