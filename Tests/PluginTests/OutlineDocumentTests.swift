import AdapterKit
import ChineseText
import GenericPlugin
import Import
import Plan
import QingdaoPlugin
import Reading
import Testing
import Vocabulary
import WeihaiPlugin

/// What the adapter for outlines of any kind takes, what it leaves to others, and how it reads.
@Suite struct OutlineDocumentTests {
  private static let plan = """
    日照市示例港航局2031年工作要点
    一、总体要求
    坚持安全第一。
    二、重点任务
    （一）建好码头。新建泊位3个。完成投资12亿元。
    （二）管好航道
    1.疏浚。疏浚航道20公里。
    2.巡查。每周巡查2次。
    三、2030年工作回顾
    全年吞吐量增长8%。
    """

  private func draft(_ text: String) -> (items: [Draft.Item], source: SourceText) {
    let scalars = Array(text.unicodeScalars)
    let source = SourceText(scalars: scalars, blocks: plainTextBlocks(scalars))
    var builder = DraftBuilder(source)
    OutlineDocument().read(source, into: &builder)
    return (builder.draft.items, source)
  }

  /// Each item's role and words, under which it stands by its depth.
  private func tree(_ text: String) -> [String] {
    let (items, source) = draft(text)
    var depths: [Int] = []
    for item in items { depths.append(item.parent.map { depths[$0] + 1 } ?? 0) }
    return zip(items, depths).map { item, depth in
      let words = ([item.title].compactMap { $0 } + item.text).map(source.string).joined(separator: "|")
      return String(repeating: "-", count: depth) + "\(item.role.rawValue) \(words)"
    }
  }

  // MARK: What is taken

  @Test("what another plugin's corpus holds is never read as an outline", arguments: CorpusCase.all)
  func leavesOthers(_ example: CorpusCase) throws {
    guard example.plugin != "Generic" else { return }
    let with = try example.session(try example.bytes())
    #expect(with.imported.allSatisfy { $0.reading.adapter.id != "generic" })
  }

  @Test("what another adapter recognises is its own, however well the outline fits")
  func comesLast() throws {
    struct Keen: Adapter {
      let id = "test.keen"
      let version = 1
      let name = Localized(zh: "试", en: "test")
      let kind = Document.Kind.workPlan
      let summary = Localized(zh: "试", en: "test")
      func evidence(in source: SourceText) -> [Evidence] { [Evidence(50, zh: "试", en: "test")] }
      func read(_ source: SourceText, into draft: inout DraftBuilder) { draft.item(.task, text: [source.whole]) }
    }
    let file = SourceFile(
      displayPath: "plan.txt", name: "plan.txt", bytes: Array(OutlineDocumentTests.plan.utf8))
    let alone = try readDocument(file, adapters: [OutlineDocument()])
    #expect(alone.recognitions.first?.score ?? 0 > 50)
    let both = try readDocument(file, adapters: [OutlineDocument(), Keen()])
    #expect(both.adapter.id == "test.keen")
    #expect(both.recognitions.map(\.adapter.id) == ["test.keen"])
  }

  @Test(
    "what is no outline of a plan, a summary or a report is not recognised",
    arguments: [
      "", "一、", "二、三、", "示例湿地开园\n6月1日，示例湿地开园，首日接待3000人次。",
      "一、概况\n全区有村庄120个。人口8万人。\n二、历史\n始建于1950年。设乡镇6个。",
      "2031年工作计划",
      "示例会议议程\n一、签到。8:30开始。凭证入场。\n二、开会。9:00开始。请关闭手机。",
      "关于征求2031年工作计划意见的函\n一、范围。全系统。含企业。\n二、时限。3月1日前。逾期不候。",
    ])
  func refuses(text: String) {
    let scalars = Array(text.unicodeScalars)
    let source = SourceText(scalars: scalars, blocks: plainTextBlocks(scalars))
    #expect(Recognition(OutlineDocument(), in: source).score < Recognition.threshold)
  }

  @Test("named by the user, it reads what it does not recognise")
  func readsOnRequest() throws {
    var options = ImportSession.Options()
    options.adapterID = "generic"
    options.given = Given(organization: "烟台市示例城管局", year: 2031)
    let session = try imported("烟台市示例停车办法\n第一条 首小时5元。\n第二条 每日不超过30元。", options: options)
    #expect(session.imported.first?.reading.draft.items.count { $0.role == .requirement } == 2)
  }

  // MARK: How it is read

  @Test("headings nest by their marks; what a part does decides what its sentences are")
  func nests() {
    #expect(
      tree(OutlineDocumentTests.plan) == [
        "section 总体要求", "-guideline 坚持安全第一。",
        "section 重点任务", "-task 建好码头", "--measure 新建泊位3个。", "--measure 完成投资12亿元。",
        "-section 管好航道", "--task 疏浚", "---measure 疏浚航道20公里。", "--task 巡查", "---measure 每周巡查2次。",
        "section 2030年工作回顾", "-achievement 全年吞吐量增长8%。",
      ])
  }

  @Test("figures are actual in what looks back, targets in what is planned")
  func roles() {
    let (items, _) = draft(OutlineDocumentTests.plan)
    let roles = items.flatMap { item in item.figures.map { "\(item.role.rawValue) \($0.role.rawValue)" } }
    #expect(Set(roles) == ["measure target", "achievement actual"])
  }

  @Test("what a plan tells of an earlier year is judged by its sentence alone")
  func earlierYears() {
    let (items, _) = draft("2031年工作计划\n一、抓港口。2029年，吞吐量同比增长8%，达到2.1亿吨。今年吞吐量达到2.4亿吨。")
    #expect(items.flatMap(\.figures).map(\.role.rawValue) == ["actual", "actual", "target"])
  }

  @Test(
    "the title's province or city goes before cities that the text names",
    arguments: [
      ("山东省2031年工作计划", "370000"), ("山东省日照市2031年工作计划", "371100"), ("2031年工作计划", "370200"),
    ])
  func cities(title: String, code: String) throws {
    var options = ImportSession.Options()
    options.given = Given(organization: "市示例港航局")
    let body = "\n一、建港。青岛市建泊位3个。扩建青岛港。\n二、管港。青岛市查船20艘。巡航青岛市海域。\n"
    let read = try imported(title + body, options: options).imported.first?.assembly.document.document
    #expect(read?.city.code == code)
  }

  @Test("every item asks to be looked at")
  func isReviewed() {
    #expect(draft(OutlineDocumentTests.plan).items.allSatisfy { $0.review == "outline" })
  }

  @Test(
    "a heading's mark, its words and what follows them",
    arguments: [
      ("一、抓项目。开工3个。", "task 抓项目/-measure 开工3个。"),
      ("（一）抓项目", "task 抓项目"),
      ("1．每月召开调度会，协调解决企业用地用工用能等方面的困难问题不少于20个。", "task 每月召开调度会，协调解决企业用地用工用能等方面的困难问题不少于20个。"),
      ("第一章 抓项目", "task 抓项目"),
      ("第三条 抓项目", "task 抓项目"),
      ("一是抓项目。", "task 抓项目"),
      ("1.5亿元用于绿化。", "context 1.5亿元用于绿化。"),
      ("第一次会议已开过。", "context 第一次会议已开过。"),
      ("——抓项目。", "context 抓项目。"),
      ("新建泊位3个。（责任单位：港航科）", "context 新建泊位3个。（责任单位：港航科）"),
      ("各位代表！今年要抓项目。", "context 今年要抓项目。"),
    ])
  func marks(line: String, expected: String) {
    #expect(tree("2031年工作计划\n" + line + "\n").joined(separator: "/") == expected)
  }

  @Test("any cut of an outline is read without loss or trap")
  func cuts() {
    let whole = Array((OutlineDocumentTests.plan + "\n名词解释\n1.示例：指示例。\n附件：1.表\n日照市示例港航局\n2031年1月5日").unicodeScalars)
    for end in stride(from: 0, through: whole.count, by: 3) {
      for start in [0, end / 2] {
        let (items, source) = draft(Array(whole[start..<end]).string)
        let ranges = items.flatMap { $0.text + [$0.title].compactMap { $0 } }
        #expect(
          ranges.allSatisfy { source.whole.lowerBound <= $0.lowerBound && $0.upperBound <= source.whole.upperBound })
        let said = ranges.map { $0.count }.reduce(0, +)
        #expect(said <= source.whole.count)
      }
    }
  }
}
