import Compare
import Plan
import Report
import Testing

@Suite struct MarkReportTests {
  /// A paper whose pages repeat one mark, with another one below.
  private static var marked: SamplePlan {
    var plan = ReportTests.old
    plan.marks = [(0, "秘密★1年"), (20, "秘密★1年"), (40, "注意保存")].map { start, text in
      .init(text: text, span: Span(start: start, end: start + text.unicodeScalars.count))
    }
    return plan
  }

  @Test func `whoever opens a bundle sees the marks, each once`() {
    let tree = TextReport.tree(Self.marked.view, language: .zhHans)
    #expect(tree.hasPrefix("市智慧渔港局 2023年 目标责任书（密级标志：秘密★1年；注意保存）  ["))
    #expect(TextReport.tree(Self.marked.view, language: .en).contains(" target sheet (marked: 秘密★1年; 注意保存)  ["))
    #expect(TextReport.table(Self.marked.view, language: .zhHans, width: 200).contains("（密级标志：秘密★1年；注意保存）"))
    let diff = TextReport.diffText(
      Diff(old: Self.marked.view, new: ReportTests.new.view), old: Self.marked.view, new: ReportTests.new.view,
      language: .zhHans, color: false, width: 200)
    #expect(diff.hasPrefix("调整前：市智慧渔港局 2023年 目标责任书（密级标志：秘密★1年；注意保存）《业务目标》（a.txt）\n"))
  }
}
