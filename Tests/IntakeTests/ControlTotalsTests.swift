import Intake
import Packaging
import Plan
import Testing

/// Whatever is sent, what a merge gives is what went in.
@Suite struct ControlTotalsTests {
  private let plan = Submission()

  @Test("rows and sums go out as they came in, repeated ones once")
  func repeated() throws {
    var other = plan
    other.organization = "市示例航道局"
    let files = [
      try received("a.jdx", plan.contents), try received("b.jdx", plan.contents), try received("c.jdx", other.contents),
    ]
    let totals = receipt(try expectations(), files).totals
    #expect(totals.isReconciled && totals.files == ["a.jdx", "b.jdx", "c.jdx"])
    let items = try #require(totals.records.first { $0.type == .item }).line
    #expect([items.sent.count, items.repeated.count, items.merged.count] == [9, 3, 6])
    let berths = try #require(totals.units.first { $0.unit == "处" }).line
    #expect([berths.sent.sum, berths.repeated.sum, berths.merged.sum] == ["36", "12", "24"])
  }

  @Test("shares are counted and never added up")
  func shares() throws {
    let totals = receipt(try expectations(), [try received("a.jdx", plan.contents)]).totals
    let share = try #require(totals.units.first { $0.unit == "%" }).line
    #expect(share.merged.count == 1 && share.merged.sum == nil)
  }

  @Test("a correction replaces a row; the merged set is that of a merge")
  func replaced() throws {
    let corrected = try plan.corrected(to: "14.5", by: "甲处")
    let totals = receipt(
      try expectations(), [try received("a.jdx", plan.contents), try received("b.jdx", corrected)]
    ).totals
    let figures = try #require(totals.units.first { $0.unit == "处" }).line
    #expect([figures.sent.sum, figures.replaced.sum, figures.merged.sum] == ["26.5", "12", "14.5"])
    var union = plan.contents
    union.formUnion(corrected)
    let view = View(of: union.revisions)
    #expect(totals.records.map(\.line.merged.count) == RecordType.allCases.map { view.rows($0).count })
    #expect(totals.revisions.merged.count == union.revisions.count && totals.isReconciled)
  }
}
