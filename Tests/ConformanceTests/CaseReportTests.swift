import Conformance
import Foundation
import Plan
import Testing

/// What is told of a document that is not read as expected.
@Suite struct CaseReportTests {
  @Test func aDifferenceNamesTheRecordAndBothValues() throws {
    let plugin = try TestPlugin()
    try plugin.add("one")
    try plugin.record([LineTasks()])
    let other = LineTasks { $0.update(1) { $0.number = 9 } }
    let report = try #require(try plugin.report([other]).cases.first)
    #expect(report.result == .differs)
    let difference = try #require(report.differences.first)
    #expect(report.differences.count == 1 && difference.part == "items" && difference.field == "number")
    #expect(difference.record == "cn370200.市示例局.2031.taskLedger.task-2")
    #expect(difference.expected == .integer(2) && difference.found == .integer(9))
  }

  @Test func whatIsLostAndWhatIsNew() throws {
    func list(_ ids: [String]) -> JSONObject {
      var object = JSONObject()
      object["items"] = .array(
        ids.map {
          var item = JSONObject()
          item["id"] = .string($0)
          return .object(item)
        })
      return object
    }
    let differences = OutcomeDifference.all(expected: list(["a", "b", "c"]), found: list(["c", "b", "d"]))
    #expect(differences.map(\.record) == ["a", "d", nil])
    #expect(differences.map(\.field) == [nil, nil, "order"])
    #expect(differences.last?.expected == .array([.string("b"), .string("c")]))
    #expect(OutcomeDifference.all(expected: list(["a"]), found: list(["a"])) == [])
  }

  @Test func nothingRecordedIsNoPass() throws {
    let plugin = try TestPlugin()
    try plugin.add("one")
    #expect(try plugin.report([LineTasks()]).cases.map(\.result) == [.unrecorded])
    try plugin.record([LineTasks()])
    #expect(try plugin.report([LineTasks()]).isPassed)
  }

  @Test func whatNobodyOrSomebodyElseRecognises() throws {
    let plugin = try TestPlugin()
    try plugin.add("one")
    #expect(try plugin.report([LineTasks(points: 40)]).cases.map(\.result) == [.unrecognised])
    let other = LineTasks(id: "other.lines", points: 90)
    let report = try plugin.report([LineTasks(), other])
    #expect(report.cases.map(\.result) == [.unrecognised])
    #expect(report.cases.first?.fits.map(\.score) == [90, 60])
    #expect(report.cases.first?.fits.map(\.adapter) == ["other.lines", "test.lines"])
  }

  /// A document that is to be refused is a case as any other.
  @Test func whatIsToBeRefused() throws {
    let plugin = try TestPlugin()
    let place = try plugin.add("one", "别的文件\n")
    try Data("{\"error\":\"notRecognised\"}\n".utf8).write(to: place.appendingPathComponent("expected.json"))
    #expect(try plugin.report([LineTasks()]).cases.map(\.result) == [.passed])
  }

  // MARK: What can't be run

  @Test func noCorpusAndNoDocument() throws {
    let plugin = try TestPlugin()
    #expect { try plugin.cases } throws: { if case CorpusError.missing = $0 { true } else { false } }
    try FileManager.default.createDirectory(
      at: plugin.folder.appendingPathComponent("corpus/one"), withIntermediateDirectories: true)
    #expect { try plugin.cases } throws: { if case CorpusError.empty = $0 { true } else { false } }
  }

  @Test func twoDocumentsInOneCase() throws {
    let plugin = try TestPlugin()
    try plugin.add("one")
    try plugin.add("one", input: "input.md")
    #expect { try plugin.cases } throws: { error in
      if case CorpusError.severalInputs(_, let names) = error { names == ["input.md", "input.txt"] } else { false }
    }
  }

  @Test(arguments: ["{", "[]", #"{"city": "没有的城市"}"#]) func optionsThatCanNotBeUsed(_ options: String) throws {
    let plugin = try TestPlugin()
    try plugin.add("one", options: options)
    #expect { try plugin.cases } throws: { if case CorpusError.options = $0 { true } else { false } }
  }
}
