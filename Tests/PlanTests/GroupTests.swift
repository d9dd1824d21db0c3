import TestSupport
import Testing

@testable import Plan

/// Heads are compared group by group.
@Suite struct GroupTests {
  @Test("a figure comes from one side, whole: two sides that change different parts of it are in conflict")
  func wholeFigures() throws {
    let first = try #require(History(seed: 5).records.first { $0.type == .document })
    func figure(_ set: [String: String], on parents: [Record] = []) -> Record {
      let plain = Indicator(
        id: "cn1.甲.key-1.i1", item: "cn1.甲.key-1", reading: first.revision, role: .target, subject: "示范站",
        comparator: .eq, low: "5", high: "5", unit: "个", valueKind: .level, commitment: .firm, quote: "5个",
        spans: [Span(start: 0, end: 2)])
      var body = plain.json
      for (member, value) in set { body[member] = .string(value) }
      let change = parents.isEmpty ? nil : Change(by: "复核", why: "更正", date: "2031-05-01")
      return Record(.indicator, body, parents: parents.map(\.revision), change: change)
    }
    let base = figure([:])
    let (more, unit) = (figure(["low": "6", "high": "6"], on: [base]), figure(["unit": "家"], on: [base]))
    let role = figure(["role": "baseline"], on: [base])
    let row = try #require(View(of: RevisionSet([first, base, more, unit, role])).indicators.first)
    #expect(row.conflicts.map(\.group) == ["figure"])
    #expect(row.conflicts.first?.values.count == 2)
    #expect(row.indicator?.low == "5" && row.indicator?.unit == "个" && row.indicator?.role == .baseline)

    // Without a base nothing is shown in its place, and the row says no half of a figure.
    let other = View(of: RevisionSet([first, figure([:]), figure(["low": "6", "high": "6"])]))
    #expect(other.indicators.first?.conflicts.map(\.group) == ["figure"])
    #expect(other.indicators.first?.line["quote"] == nil && other.indicators.first?.indicator == nil)
    #expect(other.indicators.first?.line["role"] == .string("target"))
  }

  @Test("two sides that change different groups are joined; that one removes what the other edits stays open")
  func groupsJoin() throws {
    let first = try #require(History(seed: 5).records.first { $0.type == .document })
    func item(_ title: String, due: String?, on parents: [Record] = []) -> Record {
      let item = Item(
        id: "cn1.甲.key-1", document: first.id, reading: first.revision, role: .goal, title: title,
        due: due.map { Item.Due(date: nil, text: $0) }, spans: [Span(start: 0, end: 1)])
      return Record(
        .item, item.json, parents: parents.map(\.revision),
        change: parents.isEmpty ? nil : Change(by: "复核", why: "更正", date: "2031-05-01"))
    }
    let base = item("原题", due: nil)
    let (title, due) = (item("新题", due: nil, on: [base]), item("原题", due: "年内", on: [base]))
    let joined = View(of: RevisionSet([first, base, title, due]))
    #expect(joined.conflicts.isEmpty)
    #expect(joined.items.first?.item?.title == "新题" && joined.items.first?.item?.due?.text == "年内")
    let gone = Record(removing: base.id, .item, parents: [base.revision])
    let open = try #require(View(of: RevisionSet([first, base, title, due, gone])).items.first)
    #expect(open.conflicts.map(\.group) == ["record"] && open.conflicts.first?.values.count == 3)
    #expect(open.item?.title == "新题" && open.item?.due?.text == "年内")
  }

  @Test("a draft's whole-record conflicts are told from the same revisions")
  func records() {
    for records in ViewTests.histories.prefix(200) {
      let view = View(of: RevisionSet(records), comparing: .records)
      for row in view.conflicts {
        #expect(row.conflicts.map(\.group) == ["record"])
        #expect(row.conflicts.flatMap { $0.values.flatMap(\.heads) }.sorted() == row.heads.map(\.revision))
      }
    }
  }
}
