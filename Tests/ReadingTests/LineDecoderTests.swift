import Testing

@testable import Reading

@Suite struct LineDecoderTests {
  @Test func theFirstLineBeyondASCIITellsTheEncoding() throws {
    var decoder = LineDecoder()
    #expect(try decoder.advance(to: Array("plan\n".utf8)) == 0)
    // 全年新建学校 in GB18030.
    let line: [UInt8] = [0xC8, 0xAB, 0xC4, 0xEA, 0xD0, 0xC2, 0xBD, 0xA8, 0xD1, 0xA7, 0xD0, 0xA3, 0x0A]
    _ = try decoder.advance(to: line)
    #expect(try decoder.scalars(of: line.dropLast()) == Array("全年新建学校".unicodeScalars))
    _ = try decoder.advance(to: [0xD1, 0xA7, 0x0A])
    #expect(try decoder.scalars(of: [0xD1, 0xA7]) == ["学"])
  }

  @Test func theEncodingHoldsForWhatFollows() throws {
    var decoder = LineDecoder()
    _ = try decoder.advance(to: Array("新建学校\n".utf8))
    let batch: [UInt8] = [0x61, 0xC8, 0x0A]
    _ = try decoder.advance(to: batch)
    #expect(throws: ReadingError.undecodable(offset: 14, encodingsTried: ["UTF-8"])) {
      try decoder.scalars(of: batch[...])
    }
  }

  @Test func aMarkStandsBeforeTheFirstLineOnly() throws {
    var decoder = LineDecoder()
    #expect(try decoder.advance(to: Array("\u{FEFF}学校\n".utf8)) == 3)
    #expect(try decoder.advance(to: Array("\u{FEFF}学校\n".utf8)) == 0)
  }

  @Test func aNULIsNoTextWhereverItStands() throws {
    var decoder = LineDecoder()
    _ = try decoder.advance(to: Array("a\n".utf8))
    #expect(throws: ReadingError.notText(offset: 3, reason: .controlCharacter(0))) {
      try decoder.advance(to: [0x62, 0, 0x0A])
    }
  }

  @Test func wideTextAndOtherFilesAreReadWhole() {
    #expect(LineDecoder.needsWhole([0xFF, 0xFE, 0x0A]))
    #expect(LineDecoder.needsWhole(Array("%PDF-1.7\n".utf8)))
    #expect(LineDecoder.needsWhole([0x31, 0, 0x32, 0, 0x33, 0, 0x0A]))
    #expect(!LineDecoder.needsWhole(Array("新建学校12所\n".utf8)))
  }
}
