import AdapterKit
import ChineseText
import Import
import Packaging
import Plan
import Testing

@Suite struct MarkTests {
  private static let mark = "秘密★1年"

  private static func allowing() -> ImportSession.Options {
    var options = options()
    options.allowMarked = true
    return options
  }

  private static func marked(_ file: SourceFile, with mark: String = mark, beforeLine line: Int = 0) -> SourceFile {
    var lines = String(decoding: file.bytes, as: UTF8.self).split(separator: "\n", omittingEmptySubsequences: false)
    lines.insert(Substring(mark), at: line)
    var file = file
    file.bytes = Array(lines.joined(separator: "\n").utf8)
    return file
  }

  private static let report = meeting(
    """
    市示例局召开2031年工作会议
    2031年1月12日，市示例局召开工作会议，总结2030年工作，安排2031年任务。
    会议指出，要坚持为民服务。
    一要抓好渡口改造，在设施提升上求突破。全年改造渡口12处，更新渡船5艘。
    二要抓好渡运安全，在应急处置上求突破。组织联合演练4次。
    会议要求，要压实责任。

    """)

  /// A sheet whose cells stand on a line each, one of them broken by its narrow column.
  private static let downward = meeting(
    """
    2031年度市直单位业务目标

    单位名称：市示例局

    \t类别
    \t序号
    \t目标名称
    \t目标内容

    \t重点目标
    \t1
    \t改造滨海
    步行栈道
    \t全年改造栈道12公里以上。
    设置观景平台8处。

    \t
    \t2
    \t整治占道停车
    \t新增停车泊位3000个。

    """)

  private func error(_ file: SourceFile) -> ImportError? {
    if case .failed(let error)? = session([file]).outcomes.first?.outcome { error } else { nil }
  }

  @Test func `a marked paper is refused, and the others are imported`() {
    let good = sheet(threeRows, unit: "市例外局", name: "good.txt")
    let read = session([Self.marked(sheet(threeRows)), good])
    #expect(packed(read.contents) == packed(session([good]).contents))
    guard case .failed(.marked(let marks))? = read.outcomes.first?.outcome else {
      Issue.record("not refused")
      return
    }
    #expect(marks.map(\.text) == [Self.mark])
    #expect(marks.first?.place.line == 1 && marks.first?.place.column == 1 && marks.first?.line == Self.mark)
  }

  @Test func `the mark is the more important fact where nothing else is known of the paper`() {
    guard case .marked? = error(meeting("今天天气很好。\n\n  工作秘密\n")) else {
      Issue.record("another error than the mark")
      return
    }
  }

  @Test func `a mark is found behind the dirt of a page, at its place in the source`() {
    let dirt = "会议召开。3 K8 v! w: Q2 m\n; R4 n( y6 T% p1 J\n| 机 密 ★ 1 年7 h# B2 x; L5 d\n"
    guard case .marked(let marks)? = error(meeting(dirt)) else {
      Issue.record("not refused")
      return
    }
    #expect(marks.map(\.text) == ["机 密 ★ 1 年"])
    #expect(marks.map(\.place.line) == [3] && marks.map(\.place.column) == [3])
  }

  @Test func `what was allowed is recorded with its place, accounted for and told`() throws {
    let file = Self.marked(Self.marked(sheet(threeRows)), with: "内部资料，注意保存", beforeLine: 9)
    let read = session([file], options: Self.allowing())
    let imported = try #require(read.imported.first)
    let document = try #require(imported.assembly.document.document)
    let text = imported.reading.repaired.text
    #expect(document.marks.map(\.text) == [Self.mark, "内部资料，注意保存"])
    for mark in document.marks {
      #expect(text.string(mark.span.start..<mark.span.end) == mark.text)
      let owners = imported.reading.segments.filter { $0.range.overlaps(mark.span.start..<mark.span.end) }
      #expect(owners.allSatisfy { $0.class == .record && $0.owner == .document })
    }
    #expect(imported.diagnostics.filter { $0.code == "document.marked" }.count == 2)
    #expect(imported.reading.segments.allSatisfy { $0.class != .unclaimed })
    #expect(try view(read.contents).documents.first?.document?.marks == document.marks)
  }

  @Test func `a mark that every page repeats is told once and recorded each time`() throws {
    let file = Self.marked(Self.marked(sheet(threeRows)), beforeLine: 6)
    let imported = try #require(session([file], options: Self.allowing()).imported.first)
    #expect(imported.assembly.document.document?.marks.count == 2)
    #expect(imported.diagnostics.count { $0.code == "document.marked" } == 1)
  }

  @Test func `an unmarked paper gives the same bytes whatever is allowed`() {
    #expect(packed(session([sheet(threeRows)], options: Self.allowing()).contents) == packed(imported(threeRows)))
    #expect(session([sheet(threeRows)]).imported.first?.assembly.document.body["marks"] == nil)
  }

  /// A page's header can stand anywhere, between a table's rows and inside a cell too.
  @Test(arguments: [sheet(threeRows), downward, report]) func `a paper reads alike with and without its marks`(
    _ file: SourceFile
  )
    throws
  {
    let plain = try #require(session([file], options: Self.allowing()).imported.first)
    for line in 0..<String(decoding: file.bytes, as: UTF8.self).split(separator: "\n").count {
      let file = Self.marked(file, beforeLine: line)
      let marked = try #require(session([file], options: Self.allowing()).imported.first, "line \(line)")
      #expect(said(marked) == said(plain), "the mark stands before line \(line)")
      #expect(marked.assembly.document.id == plain.assembly.document.id)
    }
  }

  /// All that records say, but where it stands.
  private func said(_ imported: ImportedDocument) -> [JSONObject] {
    imported.assembly.records.dropFirst().map { $0.body.without(["spans", "reading"]) }
  }

  @Test func `onto an older bundle a marked paper behaves as any`() throws {
    let old = imported(threeRows)
    let file = Self.marked(sheet(threeRows))
    #expect(packed(session([file], onto: old).contents) == packed(old))
    let new = session([file], onto: old, options: Self.allowing()).contents
    let view = try view(new)
    #expect(view.goals == ["修建滨海步行栈道": "key-1", "开展校园足球联赛": "key-2", "整治占道停车": "key-3"])
    #expect(view.documents.first?.document?.marks.map(\.text) == [Self.mark])
    #expect(packed(session([file], onto: new, options: Self.allowing()).contents) == packed(new))
  }
}
