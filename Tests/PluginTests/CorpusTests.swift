import Foundation
import Import
import Plan
import Testing

/// Every plugin's corpus against its expectations; `JDX_RECORD=1 swift test --filter CorpusTests` rewrites them for
/// review.
@Suite struct CorpusTests {
  @Test(arguments: CorpusCase.plugins)
  func pluginHasACorpus(plugin: String) {
    #expect(CorpusCase.cases(of: plugin).count >= 8, "\(plugin) has too small a corpus")
  }

  @Test(arguments: CorpusCase.all)
  func givesWhatIsExpected(_ example: CorpusCase) throws {
    let outcome = CorpusOutcome(try example.session(try example.bytes()))
    if ProcessInfo.processInfo.environment["JDX_RECORD"] == "1" {
      try Data(outcome.text.utf8).write(to: example.expectation)
      return
    }
    let expected = (try? String(contentsOf: example.expectation, encoding: .utf8)) ?? ""
    let isSame = Array(outcome.text.utf8) == Array(expected.utf8)
    #expect(isSame, "\n\(outcome.difference(from: expected))")
  }

  @Test(arguments: CorpusCase.all)
  func saysWhyItIsThere(_ example: CorpusCase) throws {
    let note = try String(contentsOf: example.folder.appendingPathComponent("note.md"), encoding: .utf8)
    #expect(note.split(separator: "\n").count == 1)
  }

  @Test(arguments: CorpusCase.all)
  func obeysTheLaws(_ example: CorpusCase) throws {
    let bytes = try example.bytes()
    let session = try example.session(bytes)
    checkLaws(session, "\(example.testDescription)")
    let again = try example.session(bytes)
    #expect(revisions(of: session) == revisions(of: again))
  }

  private func revisions(of session: ImportSession) -> [String] {
    session.imported.flatMap { $0.assembly.records.map(\.revision) }
  }
}
