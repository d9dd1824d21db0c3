import AdapterKit
import ChineseText
import Import
import Packaging
import Plan
import Testing
import Vocabulary

/// Takes lines of up to four characters for goals, and leaves the rest.
private struct PlainLines: Adapter {
  let id = "sample.lines"
  let version = 1
  let name = Localized(zh: "行", en: "lines")
  let kind = Document.Kind.other
  let summary = Localized(zh: "行", en: "lines")

  func evidence(in source: SourceText) -> [Evidence] { [Evidence(100, zh: "行", en: "lines")] }

  func read(_ source: SourceText, into draft: inout DraftBuilder) {
    draft.draft.city = qingdao.map { Fact($0) }
    draft.draft.organization = Fact("市示例局")
    draft.draft.period = Fact(Period(year: 2031))
    for block in source.blocks where source.scalars.trimmed(block.range).count <= 4 {
      draft.item(.goal, title: source.scalars.trimmed(block.range))
    }
  }
}

@Suite struct AccountingReportTests {
  private func documents(_ session: ImportSession) throws -> [JSONObject] {
    let json = AccountingReport.json(session.imported, language: .en)
    #expect(json.object?.members.map(\.key) == ["documents"])
    return try #require(json.object?["documents"]?.array).compactMap(\.object)
  }

  @Test func `a page's whole text is in the bundle, and its report counts in it`() throws {
    let page = SourceFile(
      displayPath: "page.html", name: "page.html",
      bytes: Array(
        "<html><body><nav><a href='/'>首页</a></nav><p>甲乙丙</p><p>丁<span style='display:none'>藏</span>戊</p>".utf8))
    var read = ImportSession(adapters: [PlainLines()])
    read.run([page])
    let source = try #require(documents(read).first?["source"]?.object)
    let path = try #require(source["text"]?.string)
    let text = try #require(read.contents.texts.first { BundleContents.textPath($0.key) == path }?.value)
    let words = String(decoding: text, as: UTF8.self)
    #expect(words.contains("首页") && words.contains("丁藏戊"))
    #expect(source["scalars"]?.integer == words.unicodeScalars.count)
    // Beside it, the text that spans point into.
    #expect(read.contents.texts.count == 2)
    let plain = try documents(session([sheet(threeRows)], options: options()))
    #expect(plain.first?["source"]?.object?["text"] == nil)
  }

  private let noisy = """
    1月16日上午,青岛市示例局工作会议召开。会议总结2030年工作,对2031年重点工作作出安排。$ q! H# m! Z" v" ]
    : N4 F2 q' D; P- Q# f: V
    会议认为,2030年,全市修路62公里。
    会议对2031年重点工作作出安排部署
    一要全力修好道路,在便民上求突破。要修路3公里。
    二要全力种好树木,在绿化上求突破。要种树5000棵。
    来源:示例新闻网(责任编辑 张某某) |

    """

  @Test func `the report has the form that is laid down`() throws {
    let given = options { $0.organization = "市示例局" }
    let read = session([sheet(threeRows), meeting(noisy)], options: given)
    let reports = try documents(read)
    #expect(reports.count == 2)
    var kinds: Set<String> = []
    for (report, document) in zip(reports, read.imported) {
      let source = document.reading.repaired.source
      #expect(report.members.map(\.key) == ["id", "repairs", "segments", "source", "warnings"])
      #expect(report["id"]?.string == document.assembly.document.id)
      #expect(report["source"]?.object?.members.map(\.key) == ["scalars"])
      #expect(report["source"]?.object?["scalars"]?.integer == source.count)
      let ids = Set(document.assembly.ids + [document.assembly.document.id])
      var end = 0
      for segment in try #require(report["segments"]?.array).compactMap(\.object) {
        #expect(segment["start"]?.integer == end)
        end = segment["end"]?.integer ?? end
        #expect(end > segment["start"]?.integer ?? end)
        let kind = segment["class"]?.string ?? ""
        kinds.insert(kind)
        let names = segment.members.map(\.key)
        switch kind {
        case "record":
          #expect(names == ["class", "end", "record", "start"])
          #expect(ids.contains(segment["record"]?.string ?? ""))
        case "unclaimed": #expect(names == ["class", "end", "start"])
        default:
          #expect(names == ["class", "end", "rule", "start"])
          #expect(segment["rule"]?.string?.isEmpty == false)
        }
      }
      #expect(end == source.count)
      for repair in try #require(report["repairs"]?.array).compactMap(\.object) {
        #expect(repair.members.map(\.key) == ["end", "kind", "original", "replacement", "start"])
        let range = (repair["start"]?.integer ?? 0)..<(repair["end"]?.integer ?? 0)
        var words = String.UnicodeScalarView()
        words.append(contentsOf: source[range])
        #expect(repair["original"]?.string == String(words))
      }
      for warning in try #require(report["warnings"]?.array).compactMap(\.object) {
        let names = warning.members.map(\.key).filter { $0 != "hint" }
        #expect(names == ["code", "end", "message", "severity", "start"])
        #expect((warning["start"]?.integer ?? -1) >= 0 && (warning["end"]?.integer ?? .max) <= source.count)
      }
    }
    #expect(kinds.isSuperset(of: ["record", "structure", "boilerplate", "noise"]))
    #expect(reports.last?["repairs"]?.array?.isEmpty == false)
  }

  @Test func `what nobody understood is unclaimed, and quoted in a warning at its place`() throws {
    let stray = "没有人认得的一段话"
    var read = ImportSession(adapters: [PlainLines()], options: options())
    read.run([meeting("修建栈道\n  \(stray)\n种树\n", name: "lines.txt")])
    let report = try #require(try documents(read).first)
    let source = try #require(read.imported.first).reading.repaired.source
    let segments = (report["segments"]?.array ?? []).compactMap(\.object).filter { $0["class"]?.string == "unclaimed" }
    let places = segments.map { ($0["start"]?.integer ?? 0)..<($0["end"]?.integer ?? 0) }
    #expect(places.map { String(String.UnicodeScalarView(source[$0])) } == [stray])
    let warnings = (report["warnings"]?.array ?? []).compactMap(\.object).filter {
      $0["code"]?.string == "text.unclaimed"
    }
    #expect(warnings.map { $0["start"]?.integer } == places.map(\.lowerBound))
    #expect(warnings.first?["message"]?.string?.contains(stray) == true)
  }

  @Test func `the same bytes twice are reported once`() throws {
    #expect(try documents(session([sheet(threeRows, name: "a"), sheet(threeRows, name: "b")])).count == 1)
  }
}
