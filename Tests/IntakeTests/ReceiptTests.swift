import Intake
import Packaging
import Plan
import Testing
import Vocabulary

@Suite struct ReceiptTests {
  private let plan = Submission()

  private func kinds(_ receipt: Receipt) -> [Finding.Kind] { receipt.senders.flatMap { $0.findings.map(\.kind) } }

  @Test("all that is due, and sound: in order")
  func complete() throws {
    let found = receipt(try expectations(), [try received("a.jdx", plan.contents)])
    #expect(found.isComplete)
    #expect(found.senders.map(\.state) == [.complete])
    let counts = found.senders[0].counts
    #expect([counts.documents, counts.goals, counts.figures, counts.parties] == [1, 3, 3, 0])
    #expect(found.senders[0].earlier == nil && kinds(found).isEmpty)
  }

  @Test("nothing came: missing, and overdue only by a stated day")
  func missing() throws {
    let expected = try expectations("deadline: 2032-01-20")
    for (asOf, isOverdue) in [(nil, nil), ("2032-01-20", false), ("2032-01-21", true)] as [(String?, Bool?)] {
      let found = receipt(expected, [], asOf: asOf)
      #expect(!found.isComplete && found.senders[0].state == .missing)
      #expect(found.senders[0].isOverdue == isOverdue && kinds(found) == [.missing])
    }
  }

  @Test("one of two kinds came: partial, with the other named")
  func partial() throws {
    let expected = try expectations(
      senders: "- {city: 青岛, documents: [业务目标责任书, workSummary]}".replacing("业务目标责任书", with: "targetSheet"))
    let found = receipt(expected, [try received("a.jdx", plan.contents)])
    #expect(found.senders[0].state == .partial && found.senders[0].missing == [.workSummary])
  }

  @Test("what can't be read or is no bundle is listed and stops nothing")
  func unreadable() throws {
    let problem = ReceivedFile.Problem(code: "bundle.damaged", reason: Localized(zh: "坏了", en: "broken"))
    let found = receipt(
      try expectations(),
      [
        ReceivedFile(path: "c.txt", content: .foreign), ReceivedFile(path: "b.jdx", content: .unreadable(problem)),
        try received("a.jdx", plan.contents),
      ])
    #expect(found.files.map(\.path) == ["a.jdx", "b.jdx", "c.txt"])
    #expect(found.files.map(\.state) == [.accepted, .unreadable, .foreign])
    #expect(found.senders[0].state == .complete && !found.isComplete)
  }

  @Test("a signature that does not fit goes back and is in no total")
  func brokenSignature() throws {
    let found = receipt(try expectations(), [try received("a.jdx", plan.contents, signed: .broken)])
    #expect(found.files.map(\.state) == [.returned] && found.senders[0].state == .returned)
    #expect(kinds(found) == [.brokenSignature] && found.totals.files.isEmpty)
    #expect(found.senders[0].counts.goals == 3)
  }

  @Test("unsigned is told where a signature is asked for, and only there")
  func unsigned() throws {
    let file = try received("a.jdx", plan.contents)
    #expect(kinds(receipt(try expectations(), [file])).isEmpty)
    #expect(kinds(receipt(try expectations("signature: required"), [file])) == [.unsigned])
    #expect(kinds(receipt(try expectations(), [file], trust: true)) == [.unsigned])
  }

  @Test("another key than the one agreed on goes back, however well it signs")
  func otherKey() throws {
    let key = String(repeating: "a", count: 64)
    let expected = try expectations(senders: "- {city: 青岛市, documents: [targetSheet], key: \(key)}")
    let found = receipt(expected, [try received("a.jdx", plan.contents, signed: .trusted)], trust: true)
    #expect(kinds(found) == [.otherKey] && found.senders[0].state == .returned)
  }

  @Test("a bundle sent twice counts once; what a newer one holds entirely is covered")
  func repeatedAndCovered() throws {
    let first = plan.contents
    let second = try plan.corrected(to: "14", by: "甲处")
    let found = receipt(
      try expectations(),
      [try received("1.jdx", first), try received("2.jdx", first), try received("3.jdx", second)])
    #expect(found.files.map(\.state) == [.covered, .repeated, .accepted])
    #expect(found.files.map(\.other) == ["3.jdx", "1.jdx", nil])
    #expect(found.isComplete && found.totals.isReconciled)
    #expect(found.totals.revisions.merged.count == second.revisions.count)
  }

  @Test("two corrections of one figure are a conflict with both sides, their makers and files")
  func conflict() throws {
    let found = receipt(
      try expectations(),
      [
        try received("a.jdx", try plan.corrected(to: "14", by: "甲处")),
        try received("b.jdx", try plan.corrected(to: "10", by: "乙处")),
      ])
    let finding = try #require(found.senders[0].findings.first)
    #expect(finding.kind == .conflict && finding.record == plan.id + ".key-1.i1" && finding.quote == "12处")
    #expect(Set(finding.sides.map(\.by)) == ["甲处", "乙处"])
    #expect(Set(finding.sides.flatMap(\.files)) == ["a.jdx", "b.jdx"])
    #expect(finding.sides.contains { $0.words.contains("14") } && finding.sides.contains { $0.words.contains("10") })
    #expect(found.senders[0].state == .returned && found.totals.conflicts == 1 && found.totals.isReconciled)
  }

  @Test("a body under another spelling of its name is the one expected; one of another city is not")
  func names() throws {
    var other = plan
    other.organization = "青岛市示例渡口局"
    var elsewhere = plan
    elsewhere.city = CityReference(code: "370600", name: "烟台市")
    let found = receipt(
      try expectations(), [try received("a.jdx", other.contents), try received("b.jdx", elsewhere.contents)])
    #expect(found.senders[0].state == .complete)
    #expect(found.unexpected.map(\.file) == ["b.jdx"])
  }

  @Test("last year's document in the place of this year's is missing, and says why")
  func otherYear() throws {
    var old = plan
    old.year = 2031
    let found = receipt(try expectations(), [try received("a.jdx", old.contents)])
    #expect(kinds(found) == [.missing, .otherYear] && found.senders[0].state == .partial)
  }

  @Test("too few goals or figures are counted against the wanted number")
  func tooFew() throws {
    let expected = try expectations("minimum: {goals: 4, figures: 3}")
    let found = receipt(expected, [try received("a.jdx", plan.contents)])
    #expect(kinds(found) == [.tooFew] && found.senders[0].findings[0].rule == "goals")
    #expect(found.senders[0].findings[0].counts.map { [$0.found, $0.wanted] } == [3, 4])
  }

  @Test("two documents from one file are told")
  func sameSource() throws {
    var summary = plan
    summary.kind = .workSummary
    let expected = try expectations(senders: "- {city: 青岛市, documents: [targetSheet, workSummary]}")
    let found = receipt(expected, [try received("a.jdx", plan.contents), try received("b.jdx", summary.contents)])
    #expect(kinds(found) == [.sameSource] && found.isComplete)
  }

  @Test("the order of the files changes nothing")
  func order() throws {
    let files = [
      try received("a.jdx", try plan.corrected(to: "14", by: "甲处")),
      try received("b.jdx", try plan.corrected(to: "10", by: "乙处")), try received("c.jdx", plan.contents),
    ]
    let expected = try expectations("deadline: 2032-01-20")
    let one = JSON.object(receipt(expected, files).json).canonical
    #expect(one == JSON.object(receipt(expected, files.reversed()).json).canonical)
  }

  @Test("no name or number of a contact is in the receipt")
  func contacts() throws {
    var contents = plan.contents
    let contact = Contact(document: plan.id, role: .contact, name: "赵某某", phone: "05320000000", email: nil)
    contents.add(contact: contact.json)
    let found = receipt(try expectations(), [try received("a.jdx", contents)], previous: contents)
    let text = String(decoding: JSON.object(found.json).canonical, as: UTF8.self)
    #expect(!text.contains("赵某某") && !text.contains("05320000000"))
  }
}
