import AdapterKit
import Conformance
import ExternalAdapters
import Foundation
import Testing

/// The example of an adapter that is a program of its own: its corpus, through the program, beside all other adapters.
@Suite(.enabled(if: FileManager.default.isExecutableFile(atPath: "/usr/bin/python3"), "no Python"))
struct ExternalExampleTests {
  private static let cases = CorpusCase.cases(of: "examples/task-cards")

  private static func adapter() throws -> ExternalAdapter {
    let program = CorpusCase.root.appendingPathComponent("examples/task-cards/jdx-adapter-task-cards")
      .standardizedFileURL
    return try ExternalAdapter(AdapterProgram(path: program.path))
  }

  @Test func hasACorpus() { #expect(Self.cases.count > 2) }

  @Test(arguments: cases) func passesTheKit(_ example: CorpusCase) throws {
    let adapter = try Self.adapter()
    let adapters = CorpusCase.adapters + [adapter]
    if ProcessInfo.processInfo.environment["JDX_RECORD"] == "1" {
      let outcome = CorpusOutcome(try example.session(try example.bytes(), adapters: adapters))
      try Data(outcome.text.utf8).write(to: URL(fileURLWithPath: example.document.expectationPath))
      return
    }
    let report = ConformanceReport(of: [example.document], adapters: adapters, tested: [adapter.id], mutations: 0)
    for found in report.cases {
      #expect(found.result == .passed, "\(found.differences) \(found.breaches)")
    }
  }
}
