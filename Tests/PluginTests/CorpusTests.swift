import Conformance
import Foundation
import Import
import Testing

/// Every plugin's corpus through the kit of `jdx adapters test`; `JDX_RECORD=1 swift test --filter CorpusTests` rewrites
/// the expectations for review.
@Suite struct CorpusTests {
  @Test(arguments: CorpusCase.plugins)
  func pluginHasACorpus(plugin: String) {
    #expect(CorpusCase.cases(of: plugin).count >= 8, "\(plugin) has too small a corpus")
  }

  @Test(arguments: CorpusCase.all)
  func passesTheKit(_ example: CorpusCase) throws {
    if ProcessInfo.processInfo.environment["JDX_RECORD"] == "1" {
      let outcome = CorpusOutcome(try example.session(try example.bytes()))
      try Data(outcome.text.utf8).write(to: URL(fileURLWithPath: example.document.expectationPath))
      return
    }
    let report = ConformanceReport(
      of: [example.document], adapters: CorpusCase.adapters, tested: example.tested, mutations: 4)
    for found in report.cases {
      #expect(found.result == .passed, "\(found.differences) \(found.breaches)")
    }
    #expect(report.mutations.brokenCount == 0, "\(report.mutations.broken)")
  }

  @Test(arguments: CorpusCase.all)
  func saysWhyItIsThere(_ example: CorpusCase) throws {
    let note = try String(contentsOfFile: example.document.folder + "/note.md", encoding: .utf8)
    #expect(note.split(separator: "\n").count == 1)
  }
}
