import Archive
import Plan
import Testing

@testable import Packaging

/// Bundles made to take all time or memory there is, or to make the program fall over.
@Suite struct HostileBundleTests {
  private func bundle(_ change: (inout Bag) -> Void) throws -> [UInt8] {
    var bag = try Bag(SampleBundle.bare)
    change(&bag)
    return try bag.sealed.zipped
  }

  @Test func `a chain of many thousand revisions is read`() throws {
    let sample = SampleBundle()
    var contents = sample.contents
    let count = 4_000
    for name in ["goal", "report"] {
      var last = try #require(sample.records[name])
      for number in 0..<count {
        var body = last.body
        body["title"] = .string("第\(number)稿")
        last = Record(
          last.type, body, parents: [last.revision], change: Change(by: "甲", why: "改", date: "2031-05-06"))
        contents.revisions.insert(last)
      }
      // Two heads that have the whole chain in common.
      for title in ["甲稿", "乙稿"] {
        var body = last.body
        body["title"] = .string(title)
        contents.revisions.insert(Record(last.type, body, parents: [last.revision]))
      }
    }
    let bytes = packed(contents)
    let open = try readBundle(bytes)
    #expect(open.contents.revisions.count == contents.revisions.count)
    #expect(open.view.conflicts.count == 3)
    let row = open.view.items.first { $0.id.hasSuffix(".key-1") }
    #expect(row?.item?.title == "第\(count - 1)稿")
  }

  @Test func `many empty lines and many faults end the reading early`() throws {
    let lines = 300_000
    for line in ["\n", "{}\n"] {
      let bytes = try bundle { bag in
        bag.files["data/records/items.jsonl"] = Array(String(repeating: line, count: lines / line.utf8.count).utf8)
      }
      guard case .faults(let faults) = refusal(bytes, tolerant: true) else {
        Issue.record("\(String(describing: refusal(bytes, tolerant: true)))")
        continue
      }
      #expect(faults.count < 20_000)
    }
  }

  @Test func `a line of very many members is read in their order`() throws {
    let members = (0..<50_000).reversed().map { "\"x-\($0)\":1" }.joined(separator: ",")
    let bytes = try bundle {
      $0.set("data/records/items.jsonl", "{\(members)}\n" + $0.text("data/records/items.jsonl"))
    }
    #expect(try faults(bytes).contains { $0.code == .notCanonical })
  }

  @Test func `a record of very many members that nobody knows has some faults`() throws {
    let members = (100_000..<150_000).map { "\"a\($0)\":1" }.joined(separator: ",")
    let bytes = try bundle {
      $0.set("data/records/items.jsonl", "{\(members)}\n" + $0.text("data/records/items.jsonl"))
    }
    guard case .faults(let found)? = refusal(bytes) else {
      Issue.record("\(String(describing: refusal(bytes)))")
      return
    }
    #expect((1..<5_000).contains(found.count { $0.code == .unknown }))
  }

  /// No manifest names it, so that nothing but its size says what it will be.
  @Test func `a signature longer than any may be is refused before it is read`() throws {
    for (count, isRefused) in [(65_536, false), (65_537, true)] {
      let bytes = try bundle { $0.files["signatures/a.json"] = [UInt8](repeating: 0x20, count: count) }
      let limit = ArchiveError.limitExceeded(.reading, allowed: 65_536, entry: "jdx/signatures/a.json")
      guard case .archive(limit)? = refusal(bytes) else {
        #expect(!isRefused)
        continue
      }
      #expect(isRefused)
    }
  }

  @Test func `two states that nest as deep as a record may are read side by side`() throws {
    func contents(_ why: String, depth: Int) throws -> BundleContents {
      var sample = SampleBundle()
      let task = try #require(sample.records["task"])
      var body = task.body
      // The record itself is the first.
      body["x-deep"] = (1..<depth).reduce(JSON.string(why)) { inner, _ in .array([inner]) }
      let change = Change(by: "甲", why: why, date: "2031-03-04")
      sample.contents.revisions.insert(Record(.item, body, parents: [task.revision], change: change))
      return sample.contents
    }
    let deepest = JSON.depthLimit
    var both = try contents("更正", depth: deepest)
    both.formUnion(try contents("补充", depth: deepest))
    let open = try readBundle(packed(both))
    #expect(open.view.items.contains { $0.heads.count == 4 && !$0.conflicts.isEmpty })
    let beyond = try faults(packed(try contents("更正", depth: deepest + 1)))
    #expect(Set(beyond.map(\.code)) == [.notJSON])
  }

  @Test func `ids that Swift takes for equal are refused, not joined`() throws {
    // U+F900 is U+8C48 to Swift's comparison of strings.
    let bytes = try bundle { bag in
      bag.change("data/records/items.jsonl", ".key-1") { $0["document"] = .string("cn\u{F900}") }
      bag.change("data/records/items.jsonl", ".m1") { $0["document"] = .string("cn\u{8C48}") }
    }
    guard case .faults(let found) = refusal(bytes) else {
      Issue.record("\(String(describing: refusal(bytes)))")
      return
    }
    #expect(found.contains { $0.code == .identifier && $0.path == "/document" && $0.detail == "cn\u{F900}" })
  }
}
