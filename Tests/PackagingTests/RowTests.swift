import Archive
import Plan
import Testing

@testable import Packaging

/// Bundles whose manifests are right and whose records are not.
@Suite struct RowTests {
  static let items = "data/records/items.jsonl"
  static let indicators = "data/records/indicators.jsonl"
  static let documents = "data/records/documents.jsonl"
  static let history = "data/history/items.jsonl"

  private func bundle(_ change: (inout Bag) -> Void) throws -> [UInt8] {
    var bag = try Bag(SampleBundle.bare)
    change(&bag)
    return try bag.sealed.zipped
  }

  @Test func `the sample sealed again is sound`() throws { #expect(refusal(try bundle { _ in }) == nil) }

  /// A bundle with such a fault is refused, and reading in spite of it names the fault.
  private func expect(_ code: Fault.Code, _ path: String, _ change: (inout Bag) -> Void) throws {
    let bytes = try bundle(change)
    guard case .faults(let refused) = refusal(bytes) else {
      Issue.record("\(code) \(path): \(String(describing: refusal(bytes)))")
      return
    }
    #expect(refused.contains { $0.code == code && $0.path == path }, "\(code) \(path): \(refused)")
    if refusal(bytes, tolerant: true) == nil {
      #expect(try faults(bytes).contains { $0.code == code && $0.path == path })
    }
  }

  @Test func `a record whose revision is not its content's is found`() throws {
    try expect(.revision, "/revision") { bag in
      bag.set(Self.items, bag.text(Self.items).replacing("修建栈道", with: "修建驿道"))
    }
    try expect(.revision, "/revision") { bag in
      bag.set(Self.history, bag.text(Self.history).replacing("\"number\":1", with: "\"number\":2"))
    }
  }

  @Test func `fields that break the format's rules are found`() throws {
    typealias Case = (code: Fault.Code, path: String, change: (inout JSONObject) -> Void)
    let long = String(repeating: "9", count: 5_000)
    let cases: [Case] = [
      (.unknown, "/colour", { $0["colour"] = .string("red") }),
      (.unknown, "/标题", { $0["标题"] = .string("x") }),
      (.unknown, "/value\u{212A}ind", { $0["value\u{212A}ind"] = .string("level") }),
      (.missing, "/quote", { $0["quote"] = nil }),
      (.missing, "/spans", { $0["spans"] = nil }),
      (.wrongType, "/low", { $0["low"] = .integer(12) }),
      (.decimal, "/low", { $0["low"] = .string("012") }),
      (.decimal, "/low", { $0["low"] = .string("１２") }),
      (.comparator, "/comparator", { $0["high"] = .string(long) }),
      (.vocabulary, "/role", { $0["role"] = .string("wish") }),
      (.vocabulary, "/valueKind", { $0["valueKind"] = .string("LEVEL") }),
      (.emptyList, "/qualifiers", { $0["qualifiers"] = .array([]) }),
      (.identifier, "/item", { $0["item"] = .string("cn370200.市示例局.2031.targetSheet.key-1\u{301}") }),
      (.sha256, "/reading", { $0["reading"] = .string("0") }),
      (.sha256, "/parents/0", { $0["parents"] = .array([.string("é"), .string("e\u{301}")]) }),
      (.date, "/period/start", { $0["period"] = Self.period("2031-02-30", "2031-12-31") }),
      (.range, "/period/end", { $0["period"] = Self.period("2031-12-31", "2031-01-01") }),
      (.range, "/spans/0/end", { $0["spans"] = Self.spans((9, 4)) }),
      (.range, "/spans/0/end", { $0["spans"] = Self.spans((-3, 4)) }),
      (.range, "/spans/0/end", { $0["spans"] = Self.spans((9_007_199_254_740_991, -9_007_199_254_740_991)) }),
    ]
    for entry in cases { try expect(entry.code, entry.path) { $0.change(Self.indicators, ".key-1.i1", entry.change) } }
  }

  private static func period(_ start: String, _ end: String) -> JSON {
    var object = JSONObject()
    object["start"] = .string(start)
    object["end"] = .string(end)
    return .object(object)
  }

  private static func spans(_ spans: (Int, Int)...) -> JSON {
    .array(
      spans.map { span in
        var object = JSONObject()
        object["start"] = .integer(span.0)
        object["end"] = .integer(span.1)
        return .object(object)
      })
  }

  @Test func `places outside the text, and other words at their place, are found`() throws {
    for span in [(4, 19), (18, 19), (4, 9_007_199_254_740_991)] {
      try expect(.span, "/spans/0") { $0.change(Self.items, ".key-1", { $0["spans"] = Self.spans(span) }) }
    }
    // The sample's only figure that no person changed is the one of the measure, which is gone: bring it back.
    try expect(.quote, "/quote") { bag in
      bag.files["data/history/indicators.jsonl"] = nil
      bag.change(Self.indicators, ".key-1.i1") {
        $0["parents"] = nil
        $0["change"] = nil
        $0["quote"] = .string("12公里以内")
      }
    }
    try expect(.span, "/text/scalars") { bag in
      bag.change(Self.documents, ".targetSheet") { document in
        guard var text = document["text"]?.object else { return }
        text["scalars"] = .integer(17)
        document["text"] = .object(text)
      }
    }
  }

  @Test func `references to nothing are found`() throws {
    let no = String(repeating: "0", count: 64)
    try expect(.reference, "/document") { $0.change(Self.items, ".key-1", { $0["document"] = .string("cn1.x") }) }
    try expect(.reference, "/reading") { $0.change(Self.items, ".key-1", { $0["reading"] = .string(no) }) }
    try expect(.reference, "/reading") { $0.change(Self.indicators, ".i1", { $0["reading"] = .string(no) }) }
    try expect(.reference, "/parent") { $0.change(Self.items, ".m1", { $0["parent"] = .string("cn1.x") }) }
    try expect(.identifier, "/id") {
      $0.change(
        Self.items, ".m1",
        {
          $0["parent"] = nil; $0["document"] = .string("x")
        })
    }
    try expect(.reference, "/item") { $0.change(Self.indicators, ".i1", { $0["item"] = .string("cn1.x") }) }
    try expect(.reference, "/parents/0") { $0.change(Self.items, ".m1", { $0["parents"] = .array([.string(no)]) }) }
    try expect(.reference, "/document") { bag in
      let path = "data/contacts.jsonl"
      bag.set(path, bag.text(path).replacing(SampleBundle.sheet, with: "cn1.x"))
    }
    for path in try Bag(SampleBundle.bare).files.keys where path.hasPrefix("data/text/") {
      try expect(.reference, "/text/sha256") { $0.files[path] = nil }
    }
  }

  @Test func `texts and originals are named by their hash`() throws {
    for path in try Bag(SampleBundle.bare).files.keys
    where path.hasPrefix("data/text/") || path.hasPrefix("data/sources/") {
      let changes: [(inout Bag) -> Void] = [
        { $0.files[path]?.append(0x20) },
        { ($0.files[path], $0.files[path + ".txt"]) = (nil, $0.files[path]) },
        {
          $0.files[path.replacing("/text/", with: "/text/a/").replacing("/sources/", with: "/sources/a/")] =
            $0.files[path]
        },
      ]
      for (index, change) in changes.enumerated() where !(index == 1 && path.hasPrefix("data/sources/")) {
        guard case .changed = refusal(try bundle(change)) else {
          Issue.record("\(path) \(index)")
          continue
        }
      }
    }
    // No text at all: bytes that are no UTF-8, under their right name.
    var bag = try Bag(SampleBundle.bare)
    let broken: [UInt8] = [0xFF, 0xFE]
    bag.files["data/text/\(SHA256Hex.of(broken)).txt"] = broken
    bag.change(Self.documents, ".targetSheet") { document in
      guard var text = document["text"]?.object else { return }
      text["sha256"] = .string(SHA256Hex.of(broken))
      text["path"] = .string("text/\(SHA256Hex.of(broken)).txt")
      document["text"] = .object(text)
    }
    let found = try faults(try bag.sealed.zipped)
    #expect(found.contains { $0.code == .reference && $0.path == "/text/sha256" })
    try expect(.reference, "/text/path") { bag in
      bag.change(Self.documents, ".targetSheet") { document in
        guard var text = document["text"]?.object else { return }
        text["path"] = .string("text/other.txt")
        document["text"] = .object(text)
      }
    }
  }

  @Test func `rows are what the revisions give, line by line`() throws {
    let contacts = "data/contacts.jsonl"
    typealias Case = (path: String, change: (inout Bag) -> Void)
    var cases: [Case] = [
      (Self.history, { $0.set(Self.history, lines: $0.lines(Self.history) + $0.lines(Self.items).prefix(1)) }),
      (Self.items, { $0.set(Self.items, $0.text(Self.items).replacing("\"heads\":[", with: "\"heads\":[\"x\",")) }),
      ("data/records/links.jsonl", { $0.files["data/records/links.jsonl"] = [] }),
      ("data/history/links.jsonl", { $0.files["data/history/links.jsonl"] = [] }),
      ("data/records/other.jsonl", { $0.files["data/records/other.jsonl"] = [] }),
    ]
    for path in [Self.items, Self.history, contacts] {
      cases += [
        (path, { $0.set(path, lines: $0.lines(path).reversed()) }),
        (path, { $0.set(path, lines: $0.lines(path) + $0.lines(path).suffix(1)) }),
        (path, { $0.set(path, lines: $0.lines(path).flatMap { [$0, $0] }) }),
        (path, { $0.set(path, String($0.text(path).dropLast())) }),
      ]
    }
    for (index, entry) in cases.enumerated() {
      for tolerant in [false, true] {
        let error = refusal(try bundle(entry.change), tolerant: tolerant)
        guard case .viewDiffers(let path, let line) = error else {
          Issue.record("\(index) \(entry.path): \(String(describing: error))")
          continue
        }
        #expect(path == entry.path || index < 2)
        #expect(line >= 1)
      }
    }
    // A fault of a field does not hide it.
    let both = try bundle { bag in
      bag.change(Self.items, ".m1") { $0["colour"] = .string("red") }
      bag.set(Self.items, lines: bag.lines(Self.items).reversed())
    }
    guard case .viewDiffers = refusal(both, tolerant: true) else {
      Issue.record("\(String(describing: refusal(both, tolerant: true)))")
      return
    }
  }

  @Test func `lines that are no JSON of ours are found`() throws {
    let deep = String(repeating: "[", count: 100_000)
    let lines = [
      "", " ", "null", "1", "[]", "\"x\"", "{", "{}{}", "{\"id\":null}", "{\"id\":1.5}", "{\"id\":1e9}",
      "{\"a\":1,\"a\":2}",
      "{\"id\":\"\\ud800\"}", "{\"id\":\"\\u0000\u{1}\"}", "{\"n\":99999999999999999999999}", "{\"a\":\(deep)", deep,
      "\u{FEFF}{}", "{\"id\":tru}", "{\"id\":\"", "{\"\\", "{\"a\":-}", "{\"a\":00}",
    ]
    for line in lines {
      for path in [Self.items, Self.history, "data/contacts.jsonl"] {
        let bytes = try bundle { $0.set(path, line + "\n" + $0.text(path)) }
        #expect(try faults(bytes).contains { $0.code == .notJSON && $0.record == path + ":1" }, "\(line.prefix(40))")
        #expect(refusal(bytes) != nil)
      }
    }
    for line in ["{ \"a\":1}", "{\"b\":1,\"a\":1}", "{\"a\":\"\\/\"}", "{\"a\":1}\r"] {
      let bytes = try bundle { $0.set(Self.items, line + "\n" + $0.text(Self.items)) }
      #expect(try faults(bytes).contains { $0.code == .notCanonical && $0.record == Self.items + ":1" }, "\(line)")
    }
    let invalid = try bundle { $0.files[Self.items] = [0x7B, 0xFF, 0x7D, 0x0A] }
    #expect(try faults(invalid).contains { $0.code == .notJSON })
  }
}
