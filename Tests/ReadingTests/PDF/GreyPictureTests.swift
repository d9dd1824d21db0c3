import Testing

@testable import Reading

@Suite struct GreyPictureTests {
  /// A picture of `.` for white and `#` for black.
  private func picture(_ rows: [String]) throws -> GreyPicture {
    let pixels = rows.joined().utf8.map { $0 == UInt8(ascii: "#") ? 0 : 255 as UInt8 }
    let head = "P5\n\(rows[0].utf8.count) \(rows.count)\n255\n"
    return try #require(GreyPicture(pgm: Array(head.utf8) + pixels))
  }

  @Test func longLinesAreFoundAndTakenOut() throws {
    var page = try picture([
      "............", ".##########.", ".#..........", ".#..........", ".#......##..", ".#......##..", ".#..........",
    ])
    #expect(
      page.takeLines(longerThan: 5) == [
        PageRule(direction: .horizontal, position: 1, start: 1, end: 11),
        PageRule(direction: .vertical, position: 1, start: 1, end: 7),
      ])
    // What is no line is left.
    #expect(page.pgm.suffix(84).filter { $0 == 0 }.count == 4)
  }

  @Test func linesUpToTheEdgesAreFound() throws {
    var page = try picture(["#######", "......#", "......#"])
    #expect(
      page.takeLines(longerThan: 3) == [
        PageRule(direction: .horizontal, position: 0, start: 0, end: 7),
        PageRule(direction: .vertical, position: 6, start: 0, end: 3),
      ])
  }

  @Test(arguments: ["", "P5", "P5\n2 2\n255\n12", "P6\n1 1\n255\n1", "P5\n-1 -1\n255\n1", "P5\n99999 99999\n255\n1"])
  func whatIsNoPictureIsRefused(text: String) { #expect(GreyPicture(pgm: Array(text.utf8)) == nil) }
}
