import AdapterKit
import Archive
import Import
import Plan
import Testing
import Vocabulary

@testable import jdx

/// What an adapter leaves unclaimed is counted, and quoted with its line and column.
@Suite struct ImportSummaryTests {
  /// Reads the second line as the one goal, and leaves the rest.
  private struct SecondLine: Adapter {
    let id = "test.second-line"
    let version = 1
    let name = Localized(zh: "第二行", en: "second line")
    let kind = Document.Kind.other
    let summary = Localized(zh: "只读第二行", en: "reads the second line only")

    func evidence(in source: SourceText) -> [Evidence] { [Evidence(60, zh: "有第二行", en: "there is a second line")] }

    func read(_ source: SourceText, into draft: inout DraftBuilder) {
      let ends = source.scalars.indices.filter { source.scalars[$0] == "\n" }
      guard ends.count > 1 else { return }
      draft.draft.organization = Fact("渡口管理局")
      draft.draft.city = Cities.standard.city(code: "370200").map { Fact($0) }
      draft.draft.period = Fact(Period(start: "2031-01-01", end: "2031-12-31"))
      draft.item(.goal, text: [ends[0] + 1..<ends[1]])
      draft.report(
        Diagnostic("test.note", .note, at: ends[0] + 1..<ends[1], zh: "读了这一行", en: "this line was read"))
    }
  }

  @Test func theUnclaimedIsQuotedWithItsPlace() throws {
    let keeping = ImportKeeping(stash: Stash())
    let file = SourceFile(displayPath: "甲.txt", name: "甲.txt", bytes: Array("首行\n改造渡口12处\n  尾行\n".utf8))
    var (files, notices) = ([ImportedFile](), [(noticed: [Notice], toCheck: [Notice])]())
    let imports = FileImport(adapters: [SecondLine()], options: ImportSession.Options())
    for (path, outcome) in imports.run([file], open: { .success($0) }, keep: { $0 }) {
      guard case .imported(let document, isCopy: false) = outcome else { continue }
      files.append(try ImportedFile(document, keeping))
      notices.append(document.notices(path: path))
    }
    let summary = ImportSummary(files: files, keeping: keeping)
    let noticed = notices.flatMap(\.noticed)
    #expect(notices.flatMap(\.toCheck).isEmpty)
    var told: [UInt8] = []
    try summary.forEachWarning { told += $0 }
    #expect(told == keeping.told(noticed))
    let isChinese = language == .zhHans
    #expect(noticed.count == 3)
    let expected =
      isChinese
      ? ["甲.txt:2:1: 说明：读了这一行", "甲.txt:1:1: 提醒：未识别：首行", "甲.txt:3:3: 提醒：未识别：尾行"]
      : [
        "甲.txt:2:1: note: this line was read", "甲.txt:1:1: warning: not understood: 首行",
        "甲.txt:3:3: warning: not understood: 尾行",
      ]
    for (notice, beginning) in zip(noticed, expected) { #expect(notice.lines.first?.hasPrefix(beginning) ?? false) }
    #expect(noticed.map(\.quote) == ["改造渡口12处", "首行", "尾行"])
    let totals = try #require(summary.lines("-").last)
    #expect(totals.hasSuffix(isChinese ? "未识别 4" : "unclaimed 4"), "\(totals)")
  }
}
