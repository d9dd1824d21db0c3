import Archive
import Packaging
import Plan
import TestSupport
import Testing
import Vocabulary

@testable import Interop

/// What leaves as JSON Lines or YAML comes back as it was: every revision, text and, where asked for, contact.
@Suite struct RecordRoundTripTests {
  enum Form: CaseIterable {
    case jsonl, yaml

    func written(_ contents: BundleContents, withContacts: Bool = true) -> [UInt8] {
      let view = View(of: contents.revisions)
      return switch self {
      case .jsonl: RecordLines.written(contents, view, withContacts: withContacts)
      case .yaml: RecordYAML.written(contents, view, withContacts: withContacts)
      }
    }

    func read(_ bytes: [UInt8]) throws -> BundleContents {
      switch self {
      case .jsonl: try RecordLines.read(bytes)
      case .yaml: try RecordYAML.read(bytes)
      }
    }
  }

  @Test(arguments: Form.allCases) func theBundleIsTheSameAgain(_ form: Form) throws {
    let contents = SampleRecords().contents
    let back = try form.read(form.written(contents))
    #expect(Set(back.revisions.all.map(\.revision)) == Set(contents.revisions.all.map(\.revision)))
    let sinks = [MemorySink(), MemorySink()]
    try writeBundle(contents, to: sinks[0])
    try writeBundle(back, to: sinks[1])
    #expect(sinks[0].bytes == sinks[1].bytes)
  }

  @Test(arguments: Form.allCases) func peopleStayBehindUnlessAskedFor(_ form: Form) throws {
    let contents = SampleRecords().contents
    let bytes = form.written(contents, withContacts: false)
    #expect(!String(decoding: bytes, as: UTF8.self).contains("0532-0000000"))
    #expect(try form.read(bytes).contacts.isEmpty)
    #expect(try form.read(form.written(contents)).contacts.count == 1)
  }

  /// Strings that a careless writer gives back as numbers, dates, truth values, nothing, or with other line ends.
  @Test(arguments: Form.allCases) func everyStringComesBack(_ form: Form) throws {
    var strings = [
      "1.50", "007", "1e3", "0x1F", "1_000", "12:30", "2031-01-01", "yes", "NO", "on", "null", "~", "", " ", "true",
      "- a", "a: b", "a #b", "# a", "'a'", "\"a\"", "\\", "%a", "@a", "`a", "!a", "&a", "*a", "{a}", "[a]", "a,b", "|",
      ">", "?", "=", "<<", "---", "...", "a\nb", "a\n\nb\n", "a\n  b", "\na", " a\nb", "a \nb ", "a\r\nb", "a\tb",
      "a\u{85}b\nc", "a\u{2028}b\nc", "\u{FEFF}a", "\u{1F600}", "\u{20000}", "\u{0}", "\u{7F}", "\u{1B}[0m", "e\u{301}",
      "é", "，", "增长10%左右。", "一、二\n三、四", "a\n\tb\n", String(repeating: "长 ", count: 200),
      "a\n" + String(repeating: "长 ", count: 200) + "\n\n\n",
    ]
    var random = SeededGenerator(seed: 6)
    let alphabet = Array("ab1.:-# \n\t'\"\\目\u{3000}，\u{A0}\u{301}{}[]|>?*&!%@`\r~".unicodeScalars)
    for _ in 0..<400 {
      let count = Int.random(in: 0...12, using: &random)
      let scalars = (0..<count).map { _ in alphabet[Int.random(in: 0..<alphabet.count, using: &random)] }
      strings.append(String(String.UnicodeScalarView(scalars)))
    }
    let contents = SampleRecords(extension: .array(strings.map(JSON.string) + [.integer(-12), .bool(true)])).contents
    let back = try form.read(form.written(contents))
    let expected = Set(contents.revisions.all.map(\.revision))
    #expect(Set(back.revisions.all.map(\.revision)) == expected)
  }

  @Test(arguments: Form.allCases) func aChangedRecordIsRefused(_ form: Form) throws {
    let text = String(decoding: form.written(SampleRecords().contents), as: UTF8.self)
    let changed = text.replacing("修建栈道十二公里", with: "修建栈道十三公里")
    #expect(changed != text)
    let error = #expect(throws: InteropError.self) { try form.read(Array(changed.utf8)) }
    guard case .faults(let faults) = error else {
      Issue.record("\(String(describing: error))")
      return
    }
    #expect(faults.contains { $0.code == .revision || $0.code == .reference })
  }

  @Test(arguments: Form.allCases) func aMissingTextIsRefused(_ form: Form) throws {
    let contents = SampleRecords().contents
    let text = String(decoding: form.written(contents), as: UTF8.self)
    let cut =
      form == .yaml
      ? text.prefix(upTo: try #require(text.range(of: "\ntexts:")).lowerBound) + "\n"
      : text.split(separator: "\n").filter { !$0.hasSuffix("\"type\":\"text\"}") }.joined(separator: "\n")[...]
    #expect(throws: InteropError.self) { try form.read(Array(cut.utf8)) }
  }

  @Test(arguments: Form.allCases) func theFormIsToldByTheFileItself(_ form: Form) {
    let bytes = form.written(SampleRecords().contents)
    #expect(ExchangeForm(of: bytes) == (form == .yaml ? .yaml : .jsonl))
  }

  @Test func othersFilesAreNotTakenForOurs() {
    for text in ["", "{", "{\"format\":\"x\"}\n", "format: other\n", "目标\nformat: \n", "{}\n"] {
      #expect(ExchangeForm(of: Array(text.utf8)) == nil, "\(text)")
    }
  }

  @Test func aLaterFormatIsRefused() {
    let line = "{\"format\":\"jdx-records\",\"version\":\"2.0\"}\n"
    #expect(throws: InteropError.self) { try RecordLines.read(Array(line.utf8)) }
    #expect(throws: InteropError.self) { try RecordYAML.read(Array("format: jdx-records\nversion: \"2.0\"\n".utf8)) }
  }

  /// A person types numbers without quotes.
  @Test func quantitiesStayStringsInYAML() throws {
    let contents = SampleRecords().contents
    let text = String(
      decoding: RecordYAML.written(contents, View(of: contents.revisions), withContacts: false), as: UTF8.self)
    let typed = text.replacing("low: \"12.50\"", with: "low: 12.50")
    #expect(typed != text)
    #expect(Set(try RecordYAML.read(Array(typed.utf8)).revisions.all.map(\.revision)).count == contents.revisions.count)
  }
}
