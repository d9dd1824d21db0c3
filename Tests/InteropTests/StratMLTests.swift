import Foundation
import Plan
import TestSupport
import Testing

@testable import Interop

/// Plans of the standard come in whole; ours go out valid and come back saying the same.
@Suite struct StratMLTests {
  private static let standards = OutsideProgram.root.appendingPathComponent("../shared/standards/stratml")
    .standardizedFileURL
  static let haveStandards = FileManager.default.fileExists(atPath: standards.path)
  private static let given = StratML.Given(
    city: CityReference(code: "370200", name: "青岛市"), organization: nil, year: 2031)

  static let examples: [String] = ["examples-valid", "examples-repaired", "examples-invented"].flatMap { folder in
    let names = try? FileManager.default.contentsOfDirectory(atPath: standards.appendingPathComponent(folder).path)
    return (names ?? []).sorted().map { folder + "/" + $0 }
  }

  private func bytes(_ name: String) throws -> [UInt8] {
    Array(try Data(contentsOf: Self.standards.appendingPathComponent(name)))
  }

  private func imported(_ name: String) throws -> View {
    var given = Self.given
    given.organization = "示例市示例局"
    return View(of: try StratML.read(try bytes(name), path: name, given: given).revisions)
  }

  /// Each text between tags stands in a record, whatever element it was in.
  @Test(.enabled(if: haveStandards, "no ../shared/standards beside the checkout"), arguments: examples)
  func everyWordOfAnExampleIsInARecord(_ name: String) throws {
    var given = Self.given
    given.organization = "示例市示例局"
    let contents = try StratML.read(try bytes(name), path: name, given: given)
    let said =
      contents.revisions.all.flatMap { strings(.object($0.body)) }
      + contents.contacts.values.flatMap { strings(.object($0)) }
    let source = String(decoding: try bytes(name), as: UTF8.self).replacing(#/<!--[\s\S]*?-->/#, with: "")
    for match in source.matches(of: #/<(\w*)[^<>]*>([^<]+)</#) {
      let text = match.2.replacing("&lt;", with: "<").replacing("&gt;", with: ">").replacing("&quot;", with: "\"")
        .replacing("&apos;", with: "'").replacing("&#xD;", with: "\r").replacing("&amp;", with: "&").trimmed
      // That of an element without words, which the loss table names.
      if match.1 == "Identifier", name.contains("oecd") { continue }
      if text.isEmpty || said.contains(where: { $0.contains(text) }) { continue }
      Issue.record("\(name): \(text)")
    }
  }

  private func strings(_ value: JSON) -> [String] {
    switch value {
    case .string(let text): [text]
    case .integer(let number): [String(number)]
    case .bool: []
    case .array(let values): values.flatMap(strings)
    case .object(let object): object.members.flatMap { strings($0.value) }
    }
  }

  @Test(
    .enabled(
      if: haveStandards && OutsideProgram.exists("xmllint"), "no ../shared/standards, or xmllint is not installed"),
    arguments: [StratML.Part.one, .two])
  func whatWeWriteIsValid(_ part: StratML.Part) throws {
    let schema = part == .one ? "StrategicPlanISOVersion20140401.xsd" : "PerformancePlanOrReport20160216.xsd"
    let odd = SampleRecords(extension: nil, title: "a<b>&\"c\"\u{1}\u{FFFE}\r\n=1").contents
    var views = [SampleRecords().contents, odd].map { View(of: $0.revisions) }
    views += try Self.examples.map(imported)
    for view in views {
      let document = try #require(view.documents.first)
      let plan = try #require(StratML.written(view, document: document.id, part: part))
      let answer = try OutsideProgram.run(
        [
          "xmllint", "--nonet", "--noout", "--schema", Self.standards.appendingPathComponent("xsd/\(schema)").path,
          "a.xml",
        ],
        files: ["a.xml": plan])
      #expect(answer.status == 0, "\(answer.output)")
    }
  }

  /// All that the loss table does not name.
  @Test func ourOwnPlanComesBackSayingTheSame() throws {
    let view = View(of: SampleRecords(conflict: false).contents.revisions)
    let plan = try #require(StratML.written(view, document: SampleRecords.sheet, part: .two))
    let back = View(of: try StratML.read(plan, path: "a.xml", given: StratML.Given()).revisions)
    #expect(back.documents.first?.document?.id == SampleRecords.sheet)
    #expect(back.documents.first?.document?.city.name == "青岛市")
    #expect(back.documents.first?.document?.period == Period(year: 2031))
    let told = { (row: Row) in
      row.line.without(["revision", "reading", "spans"])
    }
    #expect(back.items.map(told) == view.items.map(told))
    #expect(back.indicators.map(told) == view.indicators.map(told))
  }

  @Test func aPlanOfNoCityAsksForIt() throws {
    let plan = Array(
      """
      <?xml version="1.0"?><p:StrategicPlan xmlns:p="http://www.stratml.net"><p:Name>A plan</p:Name>
      <p:StrategicPlanCore><p:Organization><p:Name>B</p:Name></p:Organization><p:Goal><p:Name>C</p:Name>
      <p:Description>D</p:Description></p:Goal></p:StrategicPlanCore></p:StrategicPlan>
      """.utf8)
    #expect(ExchangeForm(of: plan) == .stratml)
    var given = StratML.Given()
    #expect(missing(plan, given) == .city)
    given.city = CityReference(code: "370200", name: "青岛市")
    #expect(missing(plan, given) == .year)
    given.year = 2031
    let contents = try StratML.read(plan, path: nil, given: given)
    #expect(contents.revisions.ids(.item) == ["cn370200.B.2031.workPlan.goal-1"])
  }

  private func missing(_ plan: [UInt8], _ given: StratML.Given) -> StratML.Missing? {
    do throws(InteropError) {
      _ = try StratML.read(plan, path: nil, given: given)
    } catch {
      if case .missing(let what) = error { return what }
    }
    return nil
  }

  @Test func aPageThatSpeaksOfPlansIsNone() {
    #expect(ExchangeForm(of: Array("<html><body>StrategicPlan &lt;StrategicPlan&gt;</body></html>".utf8)) == nil)
  }

  @Test func damageIsAnErrorWithItsLine() {
    let plan = Array("<StrategicPlan xmlns=\"http://www.stratml.net\">\n<Name>A</Name>\n</Plan>".utf8)
    #expect(throws: InteropError.self) { try StratML.read(plan, path: nil, given: Self.given) }
  }

  @Test func aDocumentWithoutGoalsIsNoPlan() {
    let view = View(of: SampleRecords().contents.revisions)
    #expect(StratML.written(view, document: "cn370200.x", part: .two) == nil)
  }
}
