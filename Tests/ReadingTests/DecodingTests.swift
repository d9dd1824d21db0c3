import Glibc
import TestSupport
import Testing

@testable import Reading

/// A text of our own, in simplified characters, with figures and full-width marks.
private let simplified = "全市今年新建码头3座，增长10.5%左右；培育企业二十家，力争达到“一流”水平。\r\n责任单位：港口局\t（牵头）\n"
private let traditional = "全市今年新建碼頭3座，增長10.5%左右；培育企業二十家，爭取達到「一流」水準。\r\n責任單位：港口局\t（牽頭）\n"

@Suite struct DecodingTests {
  @Test(arguments: [
    ("UTF-8", simplified), ("UTF-16LE", simplified), ("UTF-16BE", simplified), ("GB18030", simplified),
    ("Big5", traditional), ("UTF-8", traditional), ("GB18030", traditional), ("UTF-8", "plain ASCII\n"),
    ("UTF-16LE", "plain ASCII\n"), ("UTF-16BE", "a\n"), ("GB18030", "海洋"), ("Big5", "海洋經濟"),
    ("GB18030", simplified + "𠀀㐀"), ("UTF-16LE", simplified + "𠀀"), ("UTF-16BE", "𠀀" + simplified),
    ("UTF-8", "\u{E000}\u{FFFE}\u{10FFFF}"),
  ])
  func readsEncoding(name: String, text: String) throws {
    let decoded = try decode(encode(text, as: name))
    #expect(decoded == DecodedText(scalars: Array(text.unicodeScalars), encoding: name, hasBOM: false))
  }

  @Test(arguments: [
    ("UTF-8", [0xEF, 0xBB, 0xBF] as [UInt8]), ("UTF-16LE", [0xFF, 0xFE]), ("UTF-16BE", [0xFE, 0xFF]),
    ("GB18030", [0x84, 0x31, 0x95, 0x33]),
  ])
  func takesTheMarkOff(name: String, mark: [UInt8]) throws {
    let decoded = try decode(mark + encode(simplified, as: name))
    #expect(decoded == DecodedText(scalars: Array(simplified.unicodeScalars), encoding: name, hasBOM: true))
    #expect(throws: ReadingError.empty) { try decode(mark) }
    let twice = try decode(mark + mark + encode("字", as: name))
    #expect(twice.scalars == ["\u{FEFF}", "字"])
  }

  @Test func refusesNothing() {
    #expect(throws: ReadingError.empty) { try decode([]) }
  }

  @Test func keepsDecomposedFormsAndLineEnds() throws {
    let text = "e\u{301}\r\n\r\u{85}\u{2028}尾"
    #expect(try decode(Array(text.utf8)).scalars == Array(text.unicodeScalars))
  }

  @Test func namesTheDamagedByteOfUTF8() {
    // A character that is cut short is bad from its first byte on.
    let text = Array(simplified.utf8)
    let cases: [(bytes: [UInt8], offset: Int)] = [
      (text.prefix(30) + [0xFF] + text.dropFirst(30), 28),
      (text.dropLast(1) + [0xE6, 0xB5], text.count - 1),
      (Array("海洋经济\u{2019}".utf8) + [0xC0, 0x80], 15),
      (Array("海洋".utf8) + [0xED, 0xA0, 0x80] + Array("经济发展".utf8), 6),
      (Array("海洋经济发展".utf8) + [0xF4, 0x90, 0x80, 0x80], 18),
    ]
    for (bytes, offset) in cases {
      #expect(throws: ReadingError.undecodable(offset: offset, encodingsTried: ["UTF-8"])) { try decode(bytes) }
    }
  }

  @Test func namesTheDamagedByteOfOtherEncodings() throws {
    let whole = try encode(simplified, as: "GB18030")
    #expect(throws: ReadingError.undecodable(offset: whole.count, encodingsTried: ["GB18030"])) {
      try decode(whole + [0xB0])
    }
    #expect(throws: ReadingError.undecodable(offset: 4, encodingsTried: ["UTF-16LE"])) {
      try decode([0xFF, 0xFE, 0x2D, 0x4E, 0x00, 0xD8, 0x2D, 0x4E])
    }
    #expect(throws: ReadingError.undecodable(offset: 6, encodingsTried: ["UTF-16LE"])) {
      try decode([0x41, 0, 0x42, 0, 0x43, 0, 0x44])
    }
    #expect(throws: ReadingError.undecodable(offset: 3, encodingsTried: ["UTF-8", "GB18030", "Big5"])) {
      try decode(Array("caf".utf8) + [0xE9] + Array(" noir, na".utf8) + [0xEF] + Array("ve".utf8))
    }
  }

  @Test func namesFilesThatAreNoText() {
    let zip: [UInt8] = [0x50, 0x4B, 0x03, 0x04, 0x00, 0x00]
    let cases: [(bytes: [UInt8], kind: FileKind)] = [
      ([0xFF, 0xD8, 0xFF, 0xE0], .jpeg), ([0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A], .png),
      (Array("GIF89a".utf8), .gif), (Array("%PDF-1.7\n".utf8), .pdf), (zip, .zip),
      (zip + Array("word/document.xml".utf8), .docx), (zip + Array("xl/workbook.xml".utf8), .xlsx),
      (zip + Array("OFD.xml".utf8), .ofd), (zip + Array("jdx/bagit.txt".utf8), .jdx),
      ([0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1], .ole), (Array("{\\rtf1".utf8), .rtf),
      ([0x1F, 0x8B, 0x08], .gzip),
    ]
    for (bytes, kind) in cases {
      #expect(throws: ReadingError.notText(offset: 0, reason: .file(kind))) { try decode(bytes) }
    }
  }

  @Test func refusesControlCharacters() throws {
    #expect(throws: ReadingError.notText(offset: 3, reason: .controlCharacter(0))) { try decode(Array("字\0字".utf8)) }
    #expect(throws: ReadingError.notText(offset: 2, reason: .controlCharacter(7))) {
      try decode(Array("ab\u{7}c".utf8))
    }
    let wide = [0xFF, 0xFE] + (try encode("甲乙\u{1}丙", as: "UTF-16LE"))
    #expect(throws: ReadingError.notText(offset: 6, reason: .controlCharacter(1))) { try decode(wide) }
    let national = try encode("海洋发展\u{2}", as: "GB18030")
    #expect(throws: ReadingError.notText(offset: 8, reason: .controlCharacter(2))) { try decode(national) }
    // One stray mark in a long text, or DOS's end of file, is no reason to refuse it.
    #expect(try decode(Array((String(repeating: "字", count: 1_000) + "\u{7}").utf8)).scalars.count == 1_001)
    #expect(try decode(Array("字\u{1A}".utf8)).scalars.count == 2)
  }

  @Test func tellsTheEncodingOfCuts() throws {
    var random = SeededGenerator(seed: 21)
    for (name, text) in [
      ("GB18030", simplified), ("Big5", traditional), ("UTF-16LE", simplified), ("UTF-16BE", simplified),
    ] {
      let scalars = Array((text + text).unicodeScalars)
      for _ in 0..<200 {
        let length = Int.random(in: 12...40, using: &random)
        let start = Int.random(in: 0...scalars.count - length, using: &random)
        let cut = String(String.UnicodeScalarView(scalars[start..<start + length]))
        #expect(try decode(encode(cut, as: name)).encoding == name, "\(cut)")
      }
    }
  }

  @Test func blamesTheRightEncodingForADamagedByte() throws {
    for (name, text) in [("UTF-8", simplified), ("GB18030", simplified), ("UTF-8", traditional)] {
      let bytes = try encode(text, as: name)
      for index in bytes.indices {
        var damaged = bytes
        damaged[index] = 0xFF
        do {
          _ = try decode(damaged)
          Issue.record("\(name) with a bad byte at \(index) was read")
        } catch {
          guard case .undecodable(let offset, let tried) = error else {
            Issue.record("\(name) with a bad byte at \(index): \(error)")
            continue
          }
          #expect(tried == [name])
          #expect((0...2).contains(index - offset))
        }
      }
    }
  }

  @Test func survivesDamagedInput() throws {
    var random = SeededGenerator(seed: 9)
    var seeds = [[UInt8]((0...255).map { UInt8($0) })]
    for name in ["UTF-8", "UTF-16LE", "UTF-16BE", "GB18030"] { seeds.append(try encode(simplified, as: name)) }
    seeds.append(try encode(traditional, as: "Big5"))
    for round in 0..<2_000 {
      var bytes = seeds[round % seeds.count]
      for _ in 0...Int.random(in: 0..<5, using: &random) {
        let index = Int.random(in: 0..<max(1, bytes.count), using: &random)
        switch Int.random(in: 0..<4, using: &random) {
        case 0 where index < bytes.count: bytes[index] = UInt8.random(in: 0...255, using: &random)
        case 1: bytes = Array(bytes.dropFirst(index))
        case 2: bytes = Array(bytes.prefix(index))
        default: bytes.insert(UInt8.random(in: 0...255, using: &random), at: min(index, bytes.count))
        }
      }
      do {
        let text = try decode(bytes)
        #expect(!text.scalars.isEmpty)
        _ = plainTextBlocks(text.scalars)
      } catch {
        switch error {
        case .empty: break
        case .notText(let offset, _), .undecodable(let offset, _): #expect(offset >= 0 && offset <= bytes.count)
        default: Issue.record("no error of plain text: \(error)")
        }
      }
    }
  }
}

/// The bytes of a text in an encoding, by the C library.
func encode(_ text: String, as encoding: String) throws -> [UInt8] {
  let converter = try #require(iconv_open(encoding, "UTF-8"))
  defer { iconv_close(converter) }
  var input = Array(text.utf8)
  var output = [UInt8](repeating: 0, count: input.count * 4 + 16)
  return try input.withUnsafeMutableBytes { source in
    try output.withUnsafeMutableBytes { target in
      var next = source.baseAddress?.assumingMemoryBound(to: CChar.self)
      var left = source.count
      var out = target.baseAddress?.assumingMemoryBound(to: CChar.self)
      var room = target.count
      _ = iconv(converter, &next, &left, &out, &room)
      try #require(left == 0, "not in \(encoding)")
      return Array(target.prefix(target.count - room))
    }
  }
}
