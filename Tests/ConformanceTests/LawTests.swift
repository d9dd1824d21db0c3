import AdapterKit
import Plan
import Synchronization
import Testing

@testable import Conformance

/// An adapter that breaks a law is told which, and one that breaks none passes.
@Suite struct LawTests {
  /// The laws that an adapter breaks that does this to its drafts.
  private func broken(
    input: String = "input.txt", _ text: String = TestPlugin.text,
    _ twist: @escaping @Sendable (inout DraftBuilder) -> Void
  ) throws -> Set<Law> {
    let plugin = try TestPlugin()
    try plugin.add("one", input: input, text)
    let adapter = LineTasks(twist: twist)
    try plugin.record([adapter])
    let report = try plugin.report([adapter])
    let found = Set(report.cases.flatMap(\.breaches).map(\.law))
    #expect(report.isPassed == found.isEmpty)
    return found
  }

  @Test func whatIsRightPasses() throws { #expect(try broken { _ in } == []) }

  @Test func aTitleThatTheTextDoesNotSay() throws {
    #expect(try broken { $0.draft.title = Fact("编造的标题") } == [.quotes])
  }

  @Test func aTitleThatIsInferredNeedNotStand() throws {
    #expect(try broken { $0.draft.title = Fact("推出的标题", inferred: true) } == [])
  }

  @Test func aUnitThatTheTextDoesNotName() throws {
    #expect(try broken { $0.update(0) { $0.parties = [Item.Party(name: "编造局", role: .lead)] } } == [.quotes])
  }

  @Test func aTimeThatTheTextDoesNotSay() throws {
    #expect(try broken { $0.update(0) { $0.due = Item.Due(text: "年底前") } } == [.quotes])
  }

  @Test func aFigureOfOtherWords() throws {
    #expect(try broken { $0.update(0) { $0.figures[0].quantity.range = 0..<2 } } == [.quotes])
  }

  @Test func aNameOfAContactInARecord() throws {
    let text = TestPlugin.text + "由示例联系人负责\n"
    #expect(try broken(text) { $0.contact(name: "示例联系人") } == [.people])
  }

  @Test func anotherReadingTheSecondTime() throws {
    let count = Mutex(0)
    let found = try broken { draft in
      let calls = count.withLock { count in
        count += 1
        return count
      }
      draft.update(0) { $0.number = calls }
    }
    #expect(found.contains(.determinism))
  }

  /// Headings are marked in a page and not in its text.
  @Test func whatTheTextAloneDoesNotGive() throws {
    let page = "<html><body><h1>示例清单</h1><p>新建学校12所</p><h2>更新渡船3艘</h2></body></html>"
    let found = try broken(input: "input.html", page) { draft in
      for (index, block) in draft.source.blocks.dropFirst().enumerated() where block.kind == .paragraph {
        draft.update(index) { $0.review = "unnumbered" }
      }
    }
    #expect(found == [.idempotence])
  }

  @Test func anIDThatIsGivenTwice() {
    var laws = LawCheck()
    laws.checkOnce(["a", "b", "e\u{301}", "\u{E9}"])
    #expect(laws.breaches == [])
    laws.checkOnce(["a", "b", "a"])
    #expect(laws.breaches.map(\.law) == [.ids])
  }

  /// The builder keeps what an adapter can't take back: words outside the text, a parent that comes later.
  @Test func whatCanNotBeTold() throws {
    let found = try broken { draft in
      draft.update(0) { item in
        item.parent = 1
        item.title = 0..<1_000_000
        item.text = []
        item.figures[0].quantity.range = 5..<1_000_000
      }
    }
    #expect(found == [])
  }

  /// What only damaged documents bring about.
  @Test func mutationsFindWhatTheCorpusDoesNot() throws {
    let plugin = try TestPlugin()
    try plugin.add("one")
    let adapter = LineTasks { draft in
      if !draft.source.holds(["更新渡船3艘"], in: draft.source.whole) { draft.draft.title = Fact("编造的标题") }
    }
    try plugin.record([adapter])
    let report = try plugin.report([adapter], mutations: 60)
    #expect(report.cases.map(\.result) == [.passed] && !report.isPassed)
    #expect(report.mutations.count == 60 && report.mutations.read > 0)
    #expect(report.mutations.broken.first?.breaches.map(\.law).contains(.quotes) ?? false)
    let again = try plugin.report([adapter], mutations: 60).mutations
    #expect(again.brokenCount == report.mutations.brokenCount)
    #expect(again.broken.map(\.number) == report.mutations.broken.map(\.number))
  }
}
