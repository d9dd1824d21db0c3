import Import
import Packaging
import Plan
import Testing
import Vocabulary

@Suite struct FixTests {
  static let rows = [
    SampleRow("修建滨海步行栈道", "全年修建栈道12公里以上。", "设置观景平台8处。"),
    SampleRow("设置公共厕所", "新建公厕8处。", "争取资金3亿元。"),
  ]

  private func fix(_ yaml: String, _ contents: BundleContents? = nil) throws(FixError) -> (made: [Record], view: View) {
    var contents = contents ?? imported(Self.rows)
    let read = contents
    let file = try FixFile(yaml: Array(yaml.utf8))
    let made = try apply(file, to: &contents.revisions, documents: contents.revisions.ids(.document)) {
      read.scalars(ofText: $0)
    }
    do { return (made, try view(contents)) } catch {
      Issue.record("\(error)")
      return (made, View(of: contents.revisions))
    }
  }

  private func one(_ line: String) -> String { "by: 复核人\ndate: 2031-04-05\nfixes:\n  - \(line)\n" }

  private func error(_ yaml: String) -> FixError? {
    do throws(FixError) {
      _ = try fix(yaml)
      return nil
    } catch {
      return error
    }
  }

  @Test func `a correction is a revision that says who, why and when`() throws {
    let (made, view) = try fix(one("{id: \(SessionTests.sheetID).key-1.m1.i1, set: {subject: 木栈道}, why: 名称不全}"))
    let record = try #require(made.first)
    #expect(made.count == 1)
    #expect(record.body["change"]?.object?["by"] == .string("复核人"))
    #expect(record.body["change"]?.object?["why"] == .string("名称不全"))
    #expect(record.body["change"]?.object?["date"] == .string("2031-04-05"))
    let row = try #require(view.indicators.first { $0.id.hasSuffix("key-1.m1.i1") })
    #expect(row.heads.map(\.revision) == [record.revision])
    #expect(row.indicator?.subject == "木栈道" && row.indicator?.low == "12")
    #expect(view.history[.indicator]?.map(\.revision) == record.parents)
  }

  @Test func `words at several places need to say which one`() {
    guard case .fitsSeveral("8处", places: 2, line: 4) = error(one("{quote: 8处, set: {low: \"9\"}, why: 笔误}")) else {
      Issue.record("the first place was taken")
      return
    }
    guard case .fitsFewer("8处", places: 2, line: 4) = error(one("{quote: 8处, nth: 3, set: {low: \"9\"}, why: 笔误}"))
    else {
      Issue.record("there is no third place")
      return
    }
  }

  @Test func `the end of an id will do where only one record ends so`() throws {
    let (made, _) = try fix(one("{id: key-1.m2.i1, set: {low: \"9\"}, why: 笔误}"))
    #expect(made.map(\.id) == ["\(SessionTests.sheetID).key-1.m2.i1"])
    guard case .fitsSeveral("i1", _, line: 4) = error(one("{id: i1, set: {low: \"9\"}, why: 笔误}")) else {
      Issue.record("one of several records was taken")
      return
    }
  }

  @Test func `two corrections of one field contradict each other`() {
    let twice = """
      {quote: 8处, nth: 1, set: {low: "9"}, why: 笔误}
        - {id: key-1.m2.i1, set: {low: "10"}, why: 笔误}
      """
    guard case .setTwice(field: "low", record: _, line: 5) = error(one(twice)) else {
      Issue.record("the last one won in silence")
      return
    }
  }

  @Test func `a quote means the figure that stands there, the nth time it does`() throws {
    for (nth, id) in [(1, "key-1.m2.i1"), (2, "key-2.m1.i1")] {
      let (made, _) = try fix(one("{quote: 8处, nth: \(nth), set: {low: \"9\"}, why: 笔误}"))
      #expect(made.map { $0.id.dropFirst(SessionTests.sheetID.count + 1) } == [Substring(id)])
      // 等于 has one number, which stands twice.
      #expect(made.first?.indicator?.low == "9" && made.first?.indicator?.high == "9")
    }
    #expect(try fix(one("{quote: 8处, nth: 1, set: {high: \"9\"}, why: 笔误}")).made.first?.indicator?.low == "9")
    let bounds = try fix(one("{quote: 8处, nth: 1, set: {comparator: between, low: \"8\", high: \"9\"}, why: 笔误}")).made
    #expect(bounds.first?.indicator?.low == "8" && bounds.first?.indicator?.high == "9")
  }

  @Test func `a corrected comparator takes the number to its side`() throws {
    let cases: [(String, Indicator.Comparator, String?, String?)] = [
      ("{quote: 8处, nth: 1, set: {comparator: ge}, why: 漏}", .ge, "8", nil),
      ("{quote: 8处, nth: 1, set: {comparator: lt}, why: 漏}", .lt, nil, "8"),
      ("{quote: 12公里以上, set: {comparator: le}, why: 反}", .le, nil, "12"),
      ("{quote: 12公里以上, set: {comparator: approx}, why: 反}", .approx, "12", "12"),
      ("{quote: 12公里以上, set: {comparator: eq, low: \"13\"}, why: 反}", .eq, "13", "13"),
    ]
    for (line, comparator, low, high) in cases {
      let figure = try fix(one(line)).made.first?.indicator
      #expect(figure?.comparator == comparator && figure?.low == low && figure?.high == high, "\(line)")
    }
  }

  @Test func `a quote whose fields are an item's means the innermost item`() throws {
    let measure = try fix(one("{quote: 栈道12公里, set: {text: 全年修建栈道十二公里以上}, why: 改}")).made
    #expect(measure.map { $0.id.components.suffix(2).joined(separator: ".") } == ["key-1.m1"])
    #expect(measure.first?.item?.text == "全年修建栈道十二公里以上")
    let goal = try fix(one("{quote: 滨海步行栈道, set: {number: 7, parties: [{name: 市例外局, role: lead}]}, why: 补}")).made
    #expect(goal.first?.item?.number == 7)
    #expect(goal.first?.item?.parties == [Item.Party(name: "市例外局", role: .lead)])
    #expect(try fix(one("{quote: 滨海步行栈道, set: {number: ~}, why: 无}")).made.first?.item?.number == nil)
  }

  @Test func `a document's fields are corrected by its id`() throws {
    let yaml = one("{id: \(SessionTests.sheetID), set: {title: 目标责任书, number: 05, date: 2031-01-15}, why: 补}")
    let document = try fix(yaml).view.documents.first?.document
    #expect(document?.title == "目标责任书" && document?.number == "05" && document?.date == "2031-01-15")
  }

  @Test func `corrections of one record follow each other; what says nothing new is none`() throws {
    let yaml = """
      by: 复核人
      date: 2031-04-05
      fixes:
        - {quote: 8处, nth: 1, set: {subject: 平台}, why: 一}
        - {quote: 8处, nth: 1, set: {low: "9"}, why: 二}
        - {quote: 8处, nth: 1, set: {low: "9"}, why: 三}
      """
    let (made, view) = try fix(yaml)
    #expect(made.count == 2)
    #expect(made.last?.parents == made.first.map { [$0.revision] })
    let figure = view.indicators.first { $0.id.hasSuffix("key-1.m2.i1") }?.indicator
    #expect(figure?.subject == "平台" && figure?.low == "9")
    // The same file again changes nothing more.
    var contents = imported(Self.rows)
    for record in made { contents.revisions.insert(record) }
    let once = one("{quote: 8处, nth: 1, set: {low: \"9\"}, why: 三}")
    #expect(try fix(once, contents).made.isEmpty)
  }

  @Test func `a correction drops no side of a conflict`() throws {
    let old = imported(Self.rows)
    var contents = old
    let read = old
    for (who, subject) in [("甲", "木栈道"), ("乙", "石栈道")] {
      var side = old
      let file = try FixFile(
        yaml: Array(
          "by: \(who)\ndate: 2031-04-05\nfixes:\n  - {quote: 12公里以上, set: {subject: \(subject)}, why: 改}\n".utf8))
      _ = try apply(file, to: &side.revisions, documents: old.revisions.ids(.document)) { read.scalars(ofText: $0) }
      contents.formUnion(side)
    }
    let (made, view) = try fix(one("{quote: 12公里以上, set: {unit: 千米}, why: 改}"), contents)
    #expect(made.count == 1)
    let values = view.conflicts.flatMap(\.conflicts).flatMap(\.values)
    #expect(Set(values.compactMap { $0.value["subject"]?.string }) == ["木栈道", "石栈道"])
  }

  @Test func `corrections of a new version find their words in its text`() throws {
    let yaml = one("{id: \(SessionTests.sheetID), set: {title: 目标责任书}, why: 补}")
    var old = imported(Self.rows)
    let file = try FixFile(yaml: Array(yaml.utf8))
    _ = try apply(file, to: &old.revisions, documents: old.revisions.ids(.document)) { _ in nil }
    // The document is in conflict now: a person changed its title, the new file its text.
    let next = imported([SampleRow("改造老旧路灯", "更换路灯600盏。")] + Self.rows, onto: old)
    let (made, _) = try fix(one("{quote: 600盏, set: {subject: 路灯杆}, why: 改}"), next)
    #expect(made.first?.indicator?.quote == "600盏")
  }

  @Test func `all or none`() throws {
    var contents = imported(Self.rows)
    let before = contents.hashes
    let read = contents
    let yaml = """
      by: 复核人
      date: 2031-04-05
      fixes:
        - {quote: 8处, nth: 1, set: {subject: 平台}, why: 一}
        - {quote: 没有这样的话, set: {subject: 平台}, why: 二}
      """
    do {
      _ = try apply(
        try FixFile(yaml: Array(yaml.utf8)), to: &contents.revisions, documents: contents.revisions.ids(.document)
      ) {
        read.scalars(ofText: $0)
      }
      Issue.record("it fits nothing")
    } catch {
      guard case .fitsNothing("没有这样的话", let line) = error else {
        Issue.record("\(error)")
        return
      }
      #expect(line == 5)
    }
    #expect(contents.hashes == before)
  }

  @Test func `what fits nothing is an error`() {
    for target in ["id: \(SessionTests.sheetID).key-9", "id: x", "quote: 2031年度"] {
      guard case .fitsNothing = error(one("{\(target), set: {subject: 平台}, why: 改}")) else {
        Issue.record("\(target): \(String(describing: error(one("{\(target), set: {subject: 平台}, why: 改}"))))")
        continue
      }
    }
    // A document that this import has not read is not touched.
    var contents = imported(Self.rows).union(session([sheet(Self.rows, unit: "市例外局")]).contents)
    let file = "{id: \(SessionTests.sheetID).key-1, set: {title: 其他}, why: 改}"
    do {
      _ = try apply(
        try FixFile(yaml: Array(one(file).utf8)), to: &contents.revisions,
        documents: ["cn370200.市例外局.2031.targetSheet"]
      ) { _ in nil }
      Issue.record("it is another document")
    } catch {
      guard case .fitsNothing = error else {
        Issue.record("\(error)")
        return
      }
    }
  }

  @Test func `what may not be set, and values that break the rules, are errors`() {
    for set in ["colour: red", "quote: 9处", "spans: []", "id: x", "revision: x", "reading: x", "title: x"] {
      guard
        case .notAField(_, of: "indicator", known: _, line: 4)? = error(
          one("{id: \(SessionTests.sheetID).key-1.m2.i1, set: {\(set)}, why: 改}"))
      else {
        Issue.record("\(set)")
        continue
      }
    }
    for set in [
      "low: 12万", "comparator: more", "comparator: between, high: \"7\"", "unit: ~", "valueKind: [level]",
      "period: {start: 2031-02-30, end: 2031-12-31}",
      "qualifiers: [{low: \"1\"}]", "review: {level: high, reason: x}", "commitment: {}",
    ] {
      guard
        case .breaksRules(let faults, line: 4)? = error(
          one("{id: \(SessionTests.sheetID).key-1.m2.i1, set: {\(set)}, why: 改}"))
      else {
        Issue.record("\(set)")
        continue
      }
      #expect(!faults.isEmpty)
    }
    guard case .breaksRules? = error(one("{id: \(SessionTests.sheetID).key-1, set: {number: 七}, why: 改}")) else {
      Issue.record("a number in words")
      return
    }
  }

  @Test func `a file of another form is an error that names the line`() {
    let head = "by: 复核人\ndate: 2031-04-05\n"
    let cases: [(String, Int)] = [
      ("date: 2031-04-05\nfixes: []\n", 1), ("by: 甲\nfixes: []\n", 1), (head, 1),
      ("by: ''\ndate: 2031-04-05\nfixes: []\n", 1),
      ("by: 甲\ndate: 2031-02-29\nfixes: []\n", 2), ("by: 甲\ndate: today\nfixes: []\n", 2), (head + "fixes: x\n", 3),
      (head + "colour: red\nfixes: []\n", 3), (head + "fixes:\n  - {set: {low: \"1\"}, why: x}\n", 4),
      (head + "fixes:\n  - {quote: 8处, why: x}\n", 4),
      (head + "fixes:\n  - {quote: 8处, nth: 1, set: {low: \"1\"}}\n", 4),
      (head + "fixes:\n  - {quote: 8处, nth: 1, set: {}, why: x}\n", 4),
      (head + "fixes:\n  - {quote: 8处, set: x, why: x}\n", 4),
      (head + "fixes:\n  - {quote: 8处, nth: 0, set: {low: \"1\"}, why: x}\n", 4),
      (head + "fixes:\n  - {quote: 8处, nth: a, set: {low: \"1\"}, why: x}\n", 4),
      (head + "fixes:\n  - {quote: '', set: {low: \"1\"}, why: x}\n", 4),
      (head + "fixes:\n  - {quote: 8处, id: x, set: {low: \"1\"}, why: x}\n", 4),
      (head + "fixes:\n  - {id: x, nth: 2, set: {low: \"1\"}, why: x}\n", 4),
      (head + "fixes:\n  - {quote: 8处, note: x, set: {low: \"1\"}, why: x}\n", 4),
      (head + "fixes:\n  - x\n", 4), ("- x\n", 1), ("x\n", 1), ("by: [\n", 2), ("by: 甲\nby: 乙\n", 2), ("\tby: 甲\n", 1),
    ]
    for (yaml, line) in cases {
      do throws(FixError) {
        _ = try FixFile(yaml: Array(yaml.utf8))
        Issue.record("read: \(yaml)")
      } catch {
        #expect(error.line == line, "\(yaml): \(error)")
      }
    }
    for bytes in [[], [0xFF, 0xFE, 0x00], Array("\u{0}".utf8)] as [[UInt8]] {
      do throws(FixError) {
        _ = try FixFile(yaml: bytes)
        Issue.record("read: \(bytes)")
      } catch {
        #expect(error.line >= 1)
      }
    }
  }
}

extension FixError {
  fileprivate var line: Int {
    switch self {
    case .yaml(let error): error.line
    case .missing(_, let line), .unknownField(_, let line), .wrongForm(_, let line), .fitsNothing(_, let line),
      .notAField(_, _, _, let line), .breaksRules(_, let line), .fitsSeveral(_, _, let line),
      .fitsFewer(_, _, let line), .setTwice(_, _, let line):
      line
    }
  }
}
