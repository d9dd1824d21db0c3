import Foundation
import Testing

/// Whole commands as typed, against what they must print, word for word. `JDX_RECORD=1` writes down what they print
/// now; read the change before keeping it.
@Suite struct RecordedTranscripts {
  static let folder = testFolder.appendingPathComponent("transcripts")

  static let names: [String] =
    ((try? FileManager.default.contentsOfDirectory(atPath: folder.path)) ?? []).filter { $0.hasSuffix(".txt") }.sorted()

  @Test func thereAreTranscripts() { #expect(!Self.names.isEmpty) }

  @Test(arguments: names) func printsWhatTheTranscriptSays(_ name: String) throws {
    let file = Self.folder.appendingPathComponent(name)
    var transcript = try Transcript(String(contentsOf: file, encoding: .utf8))
    let shell = try Shell(locale: transcript.locale)
    // A sanitizer's program can't be starved: it maps terabytes and writes files of its own.
    let isSanitized = ProcessInfo.processInfo.environment["JDX_SANITIZER"] != nil
    let isRecording = ProcessInfo.processInfo.environment["JDX_RECORD"] == "1"
    for index in transcript.steps.indices {
      let step = transcript.steps[index]
      if isSanitized, step.command.contains("ulimit") { continue }
      var actual = try shell.run(step.command).lines
      while actual.last?.isEmpty ?? false { actual.removeLast() }
      if isRecording {
        transcript.steps[index].output = actual
      } else if actual != step.output {
        Issue.record("\(name): $ \(step.command)\n\(difference(expected: step.output, actual: actual))")
      }
    }
    if isRecording { try transcript.text.write(to: file, atomically: true, encoding: .utf8) }
  }

  /// A transcript must come back from its own text, or recording would change what nobody changed.
  @Test(arguments: names) func isReadAndWrittenAlike(_ name: String) throws {
    let text = try String(contentsOf: Self.folder.appendingPathComponent(name), encoding: .utf8)
    #expect(try Transcript(text).text == text)
  }
}
