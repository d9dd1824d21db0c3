import Plan
import Testing

@testable import Report

/// A plan as Markdown: all words of all items and figures, and none of them markup.
@Suite struct MarkdownReportTests {
  private let view: View = {
    let plan = SamplePlan(
      goals: [
        SamplePlan.SampleGoal(
          title: "# 建设*智慧*渡口", text: "1. 见<b>附件</b>|表_一_", measures: ["改造渡口12处"],
          figures: [.equal("12", "处", "渡口")])
      ])
    return plan.view
  }()

  @Test func everyWordIsThereAndNoneActsAsMarkup() {
    let text = TextReport.markdown(view, language: .zhHans)
    #expect(text.contains("\n## key 1 # 建设\\*智慧\\*渡口\n"))
    #expect(text.contains("\n1\\. 见\\<b\\>附件\\</b\\>\\|表\\_一\\_\n"))
    #expect(text.contains("\n- 举措：改造渡口12处\n  - **12处**"))
    #expect(text.contains("- **12处** · 渡口 · 等于 12 处"))
  }
}
