import Intake
import Plan
import Testing

/// What is told by holding this year's documents against last year's and against the form.
@Suite struct YearBeforeTests {
  private let plan = Submission()
  private var old: Submission {
    var old = plan
    old.year = 2031
    return old
  }

  private func findings(_ plan: Submission, _ old: Submission?, _ fields: String = "") throws -> [Finding] {
    receipt(try expectations(fields), [try received("a.jdx", plan.contents)], previous: old?.contents)
      .senders[0].findings
  }

  @Test("a goal that stands as it stood is named with last year's")
  func copied() throws {
    var plan = plan
    plan.goals[0].1 = "15"
    let found = try findings(plan, old)
    #expect(found.map(\.kind) == [.copied, .copied])
    #expect(found.map(\.record) == [plan.id + ".key-2", plan.id + ".key-3"])
    #expect(found.map(\.earlier?.id) == [old.id + ".key-2", old.id + ".key-3"])
    #expect(found.allSatisfy { $0.severity == .check })
  }

  @Test("a goal that is no longer there is named by last year's id and words")
  func gone() throws {
    var plan = plan
    plan.goals.removeLast()
    plan.goals[0].1 = "15"
    plan.goals[1].1 = "4"
    let found = try findings(plan, old)
    #expect(found.map(\.kind) == [.goalGone])
    #expect(found[0].earlier?.id == old.id + ".key-3" && found[0].earlier?.words == "年检合格率")
  }

  @Test("both years are counted")
  func counts() throws {
    let found = receipt(
      try expectations(), [try received("a.jdx", plan.contents)], previous: old.contents
    ).senders[0]
    #expect(found.counts.goals == 3 && found.earlier?.goals == 3 && found.earlier?.figures == 3)
  }

  @Test("heads and categories that changed since last year are told, both ways")
  func drift() throws {
    var plan = plan
    plan.goals = [("清理航道", "8", "条")]
    plan.heads = ["类别", "工作任务"]
    plan.category = "攻坚目标"
    let found = try findings(plan, old).filter { $0.kind != .goalGone }
    #expect(found.map(\.kind) == [.headingGone, .headingNew, .categoryGone, .categoryNew])
    #expect(found.map(\.quote) == ["目标名称", "工作任务", "重点目标", "攻坚目标"])
  }

  @Test("the form that was handed down goes before last year's")
  func template() throws {
    let fields = "template: {headings: [类别, 目标名称, 责任单位], categories: [重点目标], adapter: other.sheet}"
    let found = try findings(plan, nil, fields)
    #expect(found.map(\.kind) == [.otherForm, .headingGone])
    #expect(found[1].quote == "责任单位" && found[1].rule == "template")
  }

  @Test("a document that is read by its headings alone is told")
  func outline() throws {
    var plan = plan
    plan.adapter = "generic"
    #expect(try findings(plan, nil).map(\.kind) == [.otherForm])
  }
}
