import Testing

@testable import Reading

/// XML as a stream of tags and texts.
@Suite struct XMLStreamTests {
  /// The events, a word each: `<name@depth`, `>name@depth` and the texts, with `!` for an error.
  private func events(_ xml: [UInt8], limits: ReadingLimits = ReadingLimits()) -> [String] {
    var found: [String] = []
    do throws(ReadingError) {
      var stream = try XMLStream(xml, kind: .docx, part: "p", limits: limits)
      while let event = try stream.next() {
        switch event {
        case .start: found.append("<\(stream.name)@\(stream.depth)")
        case .end: found.append(">\(stream.name)@\(stream.depth)")
        case .text(let text): found.append(text)
        }
      }
    } catch {
      switch error {
      case .damaged(_, _, let line): found.append("!\(line ?? 0)")
      case .limitExceeded(let limit, _, _): found.append("!\(limit)")
      default: found.append("!?")
      }
    }
    return found
  }

  private func events(_ xml: String) -> [String] { events(Array(xml.utf8)) }

  @Test func `elements and texts come in order, with their depths`() {
    #expect(
      events("<a><b/>示<![CDATA[<例>]]>&amp;<c>1</c></a>") == [
        "<a@1", "<b@2", ">b@2", "示<例>&", "<c@2", "1", ">c@2", ">a@1",
      ])
  }

  @Test func `white space counts only where it is kept`() {
    #expect(
      events("<a> <b xml:space=\"preserve\"> <c> </c><d xml:space=\"default\"> </d></b>\n</a>")
        == ["<a@1", "<b@2", " ", "<c@3", " ", ">c@3", "<d@3", ">d@3", ">b@2", ">a@1"])
  }

  @Test func `attributes are found by their names without prefix`() throws {
    let xml = "<a xmlns:x=\"urn:x\"><x:b x:val=\"1 &lt; 2\" id=\"\"/></a>"
    var stream = try XMLStream(Array(xml.utf8), kind: .docx, part: "p", limits: ReadingLimits())
    _ = try stream.next()
    _ = try stream.next()
    #expect(stream.namespace == "urn:x")
    #expect(stream.attribute("val") == "1 < 2")
    #expect(stream.attribute("id") == "")
    #expect(stream.attribute("x") == nil)
  }

  @Test func `a text longer than what is parsed at once stays whole`() {
    let text = String(repeating: "示例 ", count: 40_000)
    #expect(events("<a>\(text)</a>") == ["<a@1", text, ">a@1"])
  }

  @Test func `an element is skipped with all that is in it`() throws {
    let xml = "<a><b><b>x</b></b><c/></a>"
    var stream = try XMLStream(Array(xml.utf8), kind: .docx, part: "p", limits: ReadingLimits())
    _ = try stream.next()
    _ = try stream.next()
    try stream.skipElement()
    _ = try stream.next()
    #expect(stream.name == "c")
    #expect(stream.depth == 2)
  }

  @Test func `encodings are followed`() {
    let xml = "<?xml version=\"1.0\" encoding=\"UTF-16\"?><a>示例</a>"
    var wide: [UInt8] = [0xFF, 0xFE]
    for unit in xml.utf16 { wide += [UInt8(truncatingIfNeeded: unit), UInt8(truncatingIfNeeded: unit >> 8)] }
    #expect(events(wide) == ["<a@1", "示例", ">a@1"])
    #expect(events([0xEF, 0xBB, 0xBF] + Array("<a>示例</a>".utf8)) == ["<a@1", "示例", ">a@1"])
    let old = Array("<?xml version=\"1.0\" encoding=\"GB2312\"?><a>".utf8) + [0xC4, 0xBF] + Array("</a>".utf8)
    #expect(events(old) == ["<a@1", "目", ">a@1"])
  }

  @Test func `damage ends the stream with its line, after what is sound`() {
    #expect(events("<a>\n<b>1</b>\n</c>") == ["<a@1", "<b@2", "1", ">b@2", "!3"])
    #expect(events("<a><b/>") == ["<a@1", "<b@2", ">b@2", "!1"])
    #expect(events("").last?.first == "!")
    #expect(events("no XML").last?.first == "!")
    #expect(events(Array("<a>".utf8) + [0xFF, 0xFE] + Array("</a>".utf8)).last?.first == "!")
  }

  @Test func `depth is bounded`() {
    var limits = ReadingLimits()
    limits.depth = 3
    #expect(events(Array("<a><a><a/></a></a>".utf8), limits: limits).last == ">a@1")
    #expect(events(Array("<a><a><a><a/></a></a></a>".utf8), limits: limits) == ["<a@1", "<a@2", "<a@3", "!depth"])
  }

  /// The parser compares each attribute with all others, and looks for a prefix among all that are declared.
  @Test func `attributes of an element are bounded, namespaces around it included`() {
    var limits = ReadingLimits()
    limits.attributes = 4
    func last(_ xml: String) -> String? { events(Array(xml.utf8), limits: limits).last }
    #expect(last("<a b='' c='' d='' e=''/>") == ">a@1")
    #expect(last("<a b='' c='' d='' e='' f=''/>") == "!attributes")
    #expect(last("<a xmlns:x='u' xmlns:y='u'><b xmlns:z='u' c=''/><b xmlns:z='u' c=''/></a>") == ">a@1")
    #expect(last("<a xmlns:x='u' xmlns:y='u'><b xmlns:z='u' c='' d=''/></a>") == "!attributes")
  }

  @Test func `a tag of too many attributes is refused before it ends`() {
    let many = (0..<30_000).map { " a\($0)=''" }.joined()
    #expect(events("<a\(many)") == ["!attributes"])
    let long = String(repeating: "示例", count: 100_000)
    #expect(events("<a b='\(long)'/>") == ["<a@1", ">a@1"])
    let comment = String(repeating: "'", count: 100_000)
    #expect(events("<a><!--\(comment)--></a>") == ["<a@1", ">a@1"])
  }

  @Test func `no attributes are put in by a document type`() {
    #expect(events("<!DOCTYPE a [<!ATTLIST a b (c|d) 'c'>]><a/>").first?.first == "!")
  }

  @Test func `entities of the document are not expanded, and nothing is fetched`() {
    let declared = "<!DOCTYPE a [<!ENTITY e \"zzz\"><!ENTITY f SYSTEM \"file:///etc/hostname\">]>"
    #expect(events("\(declared)<a>1&e;&f;</a>").allSatisfy { !$0.contains("z") })
    let levels = (1...9).map { level in
      "<!ENTITY e\(level) \"\(String(repeating: "&e\(level - 1);", count: 10))\">"
    }
    #expect(events("<!DOCTYPE a [<!ENTITY e0 \"zz\">\(levels.joined())]><a b=\"&e9;\">&e9;</a>").count < 5)
  }
}
