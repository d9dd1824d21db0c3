import Plan
import Testing

@Suite struct CanonicalWriterTests {
  /// Each mark that is escaped, at each place of a text longer than a word of the machine.
  @Test(arguments: ["\"", "\\", "\u{0}", "\n", "\u{1F}"])
  func `members are written as values are`(mark: Character) {
    for place in 0...10 {
      var text = "港航abc海0\u{7F}\u{20}渔"
      text.insert(mark, at: text.index(text.startIndex, offsetBy: place))
      #expect(written { $0.member("text", text) } == [UInt8](#"{"text":"#.utf8) + JSON.string(text).canonical + [0x7D])
    }
  }

  @Test func `numbers and lists are parted by commas`() {
    let bytes = written { out in
      out.member("high", 0)
      out.list("items") { out in
        out.object { $0.member("end", Int.min) }
        out.object { $0.member("end", nil as Int?) }
      }
      out.member("low", 1050)
      out.member("quote", "")
    }
    #expect(
      String(decoding: bytes, as: UTF8.self)
        == #"{"high":0,"items":[{"end":-9223372036854775808},{}],"low":1050,"quote":""}"#)
  }

  private func written(_ body: (inout CanonicalWriter) -> Void) -> [UInt8] {
    var out = CanonicalWriter()
    out.object(nil, body)
    return out.bytes
  }
}
