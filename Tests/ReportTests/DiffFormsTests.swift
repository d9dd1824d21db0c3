import Plan
import TestSupport
import Testing
import Vocabulary

@testable import Compare
@testable import Report

/// The forms of a comparison: each says all of it, once, and what a document says is never markup.
@Suite struct DiffFormsTests {
  private static func page(_ old: View, _ new: View, layout: DiffLayout = .list, showsMarks: Bool = false) -> String {
    HTMLReport.diff(
      Diff(old: old, new: new), old: old, new: new, language: .zhHans, layout: layout, showsMarks: showsMarks)
  }

  /// What a page says, by a parser that is not ours; a broken page is an issue.
  private static func read(_ page: String) throws -> JSONObject {
    let answer = try OutsideProgram.run(
      [try #require(OutsideProgram.python(with: "html.parser")), "-c", PageReader.script],
      files: ["page.html": Array(page.utf8)])
    #expect(answer.status == 0, "\(answer.output)")
    return try #require(try JSON.parse(Array(answer.output.utf8)).object)
  }

  private static func strings(_ value: JSON?) -> [String] { value?.array?.compactMap(\.string) ?? [] }

  @Test(
    .enabled(if: OutsideProgram.python(with: "html.parser") != nil, "no Python: run make setup-test"),
    arguments: DiffLayout.allCases, [false, true])
  func `a page is sound, needs nothing else and lets only its own script run`(layout: DiffLayout, marks: Bool) throws {
    let said = try Self.read(
      Self.page(ReportTests.old.view, ReportTests.new.view, layout: layout, showsMarks: marks))
    #expect(Self.strings(said["problems"]) == [])
    #expect(Self.strings(said["ids"]).count == (layout == .list ? marks ? 10 : 8 : 0))
    #expect(said["entries"]?.integer == 6)
    #expect(said["heading"]?.string == "市智慧渔港局 目标责任书 2023年 → 2024年")
    #expect(said["headline"]?.string == "延续 3 项，其中指标调整 1 项、表述变化 1 项、未变 1 项；更名 1 项；新增 1 项；取消 1 项")
  }

  @Test(.enabled(if: OutsideProgram.python(with: "html.parser") != nil, "no Python: run make setup-test"))
  func `nothing that a document says is markup, a formula or a command`() throws {
    let words = [
      "<script>alert(1)</script>", "]]>", "\" onload=\"alert(1)", "'&amp;'", "=cmd|'/c calc'!A1", "<!--", "-->",
      "</style>",
      "\u{1B}[31m", "\u{202E}反", "\u{301}孤", String(repeating: "长", count: 400), "a_b*c|d`e~f", "\u{0}",
    ]
    let plan = { (year: Int, tail: String) in
      SamplePlan(
        organization: "<b>局</b>", year: year,
        goals: words.enumerated().map { at, word in
          .init(
            title: "目标\(at)" + word, text: "\(word)甲\(tail)", figures: [.equal("\(at)", "处", word)],
            parties: [.init(name: word, role: .lead)])
        })
    }
    let (old, new) = (plan(2031, "原"), plan(2032, "新"))
    for layout in DiffLayout.allCases {
      let page = Self.page(old.view, new.view, layout: layout)
      let said = try Self.read(page)
      #expect(Self.strings(said["problems"]) == [])
      let text = said["text"]?.string ?? ""
      for word in words { #expect(text.contains(DisplayWidth.printable(word)), "\(word.debugDescription)") }
      #expect(!page.unicodeScalars.contains { $0 == "\u{1B}" || $0 == "\u{202E}" || $0.value == 0 })
      let markdown = TextReport.diffMarkdown(
        Diff(old: old.view, new: new.view), old: old.view, new: new.view, language: .en, layout: layout)
      for markup in ["<script", "<b>", "<!--"] {
        #expect(markdown.split(separator: markup).dropLast().allSatisfy { $0.hasSuffix("\\") }, "\(markup)")
      }
      #expect(markdown.contains("\\<script\\>"))
    }
  }

  @Test(.enabled(if: OutsideProgram.python(with: "html.parser") != nil, "no Python: run make setup-test"))
  func `every change and every figure stands in every form once`() throws {
    var random = SeededPlans(seed: 5)
    for _ in 0..<6 {
      let (old, new) = (random.plan(year: 2031).view, random.plan(year: 2032).view)
      let diff = Diff(old: old, new: new)
      let ids = diff.changes.filter { $0.kind != .unchanged }.flatMap { ($0.from + $0.to).map(\.id) }.sorted()
      let figures = diff.changes.flatMap(\.figures)
      let said = try Self.read(Self.page(old, new))
      #expect(Self.strings(said["ids"]).sorted() == ids)
      #expect(said["entries"]?.integer == diff.changes.count)
      #expect(said["figures"]?.integer == figures.count)
      let markdown = TextReport.diffMarkdown(diff, old: old, new: new, language: .zhHans)
      let lines = markdown.split(separator: "\n")
      #expect(lines.compactMap { $0.split(separator: "`").dropFirst().first.map(String.init) }.sorted() == ids)
      #expect(
        lines.count { $0.hasPrefix("## ") && !$0.hasSuffix("未变的目标任务") } == diff.changes.count { $0.kind != .unchanged })
      let table = TextReport.diffMarkdown(diff, old: old, new: new, language: .zhHans, layout: .table)
      #expect(
        table.split(separator: "\n").count { $0.hasPrefix("| ") } == diff.changes.count { $0.kind != .unchanged } + 1)
      let text = TextReport.diffText(diff, old: old, new: new, language: .zhHans, color: false, width: 200)
      #expect(text.split(separator: "\n").count { $0.hasPrefix("[") } == diff.changes.count { $0.kind != .unchanged })
    }
  }

  @Test(.enabled(if: OutsideProgram.python(with: "openpyxl") != nil, "no Python with openpyxl: run make setup-test"))
  func `another program reads the workbook, with filters, colours and words as words`() throws {
    var random = SeededPlans(seed: 6)
    var plan = random.plan(year: 2031)
    plan.goals[0].title = "=1+1"
    let (old, new) = (plan.view, random.plan(year: 2032).view)
    let diff = Diff(old: old, new: new)
    let script = """
      import json, openpyxl
      book = openpyxl.load_workbook("list.xlsx")
      changes, figures = book["逐项"], book["指标"]
      assert changes.freeze_panes == "D2" and changes.auto_filter.ref == changes.dimensions, changes.auto_filter.ref
      assert figures.freeze_panes == "A2" and changes.print_title_rows == "$1:$1"
      assert len(book["摘要"]._charts) == 1
      rows = list(changes.iter_rows(min_row=2))
      assert all(row[1].fill.fgColor.rgb != "00000000" and row[1].value for row in rows)
      assert all(cell.data_type != "f" for sheet in book for row in sheet.iter_rows() for cell in row)
      assert any(row[3].value == "=1+1" for row in rows), [row[3].value for row in rows]
      table = openpyxl.load_workbook("table.xlsx")["对照表"]
      heads = [row for row in table.iter_rows(values_only=True) if row[0] == "调整前"]
      assert heads == [("调整前", "调整后", "说明")], heads
      print(json.dumps([len(rows), figures.max_row - 1, table.max_row]))
      """
    var files: [String: [UInt8]] = [:]
    for layout in DiffLayout.allCases {
      files["\(layout.rawValue).xlsx"] = try WorkbookReport.diff(
        diff, old: old, new: new, language: .zhHans, layout: layout)
    }
    let answer = try OutsideProgram.run(
      [try #require(OutsideProgram.python(with: "openpyxl")), "-c", script], files: files)
    #expect(answer.status == 0, "\(answer.output)")
    let counts = try JSON.parse(Array(answer.output.utf8)).array?.compactMap(\.integer) ?? []
    #expect(counts.prefix(2) == [diff.changes.count, diff.changes.flatMap(\.figures).count])
    #expect(files["list.xlsx"] == (try WorkbookReport.diff(diff, old: old, new: new, language: .zhHans)))
  }

  @Test func `a goal split in two shows one side against both`() throws {
    let old = SamplePlan(goals: [
      .init(title: "建设渔港并清理航道", text: "改造渔港15处。打捞沉船3艘。", figures: [.equal("15", "处", "渔港")])
    ])
    let new = SamplePlan(
      year: 2024,
      goals: [
        .init(title: "建设渔港", text: "改造渔港18处。", figures: [.equal("18", "处", "渔港")]),
        .init(title: "清理航道", text: "打捞沉船3艘。"),
      ])
    let (from, to) = (Outline(old.view), Outline(new.view))
    let figure = FigureChange(kind: .raised, from: from.goals[0].figures.first, to: to.goals[0].figures.first)
    let change = Diff.Change(
      kind: .split, from: from.goals, to: to.goals, figures: [figure], score: nil, evidence: nil,
      isOnlyPunctuation: false)
    let phrases = Phrases(language: .zhHans)
    let content = ChangeContent(
      change, phrases, (SourceLines(old.view, phrases), SourceLines(new.view, phrases)), showsMarks: false)
    #expect(
      content.notes(phrases) == [
        "拆分：建设渔港并清理航道 → 建设渔港、清理航道", "调高：渔港 15处 → 18处（+20%）",
      ])
    #expect(content.to.map { $0.lines.map { $0.map(\.text).joined() } } == [["改造渔港18处。"], ["打捞沉船3艘。"]])
    var text = DiffText(phrases: phrases, color: false, width: 100)
    text.change(content)
    #expect(
      text.out == """

        [拆分] key 1  建设渔港并清理航道 → 建设渔港 + 清理航道
          cn370200.市智慧渔港局.2023.targetSheet.key-1 → cn370200.市智慧渔港局.2024.targetSheet.key-1 +
            cn370200.市智慧渔港局.2024.targetSheet.key-2
          调高  渔港：15处 → 18处（+20%）
          调整前  key 1  建设渔港并清理航道
            改造渔港[-15处-]。打捞沉船3艘。
          调整后  key 1  建设渔港
            改造渔港{+18处+}。
          调整后  key 2  清理航道

        """)
  }
}

/// Plans of invented goals that partly come again the year after.
struct SeededPlans {
  private var random: SeededGenerator

  init(seed: UInt64) { random = SeededGenerator(seed: seed) }

  mutating func plan(year: Int) -> SamplePlan {
    let things = ["渔港改造", "托育服务", "公交线网", "河道治理", "船员培训", "充电设施", "苗种繁育", "食堂卫生"]
    var plan = SamplePlan(year: year, goals: [])
    for (at, thing) in things.enumerated() where at == 0 || Int.random(in: 0...3, using: &random) > 0 {
      let number = String(Int.random(in: 1...3, using: &random))
      let verb = ["推进", "加强"].randomElement(using: &random) ?? "推进"
      plan.goals.append(
        .init(
          title: verb + thing, measures: ["\(verb)\(thing)\(number)处，责任到人。"],
          figures: [.equal(number, "处", thing)]))
    }
    return plan
  }
}
