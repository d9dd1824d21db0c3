import Foundation
import TestSupport
import Testing

/// The sentences labelled by hand, where they lie beside the checkout: what is reached may not be lost again.
@Suite struct LabelledFigureTests {
  private static let shared = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent().appending(path: "../shared").standardizedFileURL
  private static let labels = shared.appending(path: "corpus/quantities-dev.jsonl").path
  private static let check = shared.appending(path: "checks/score-quantities").path

  @Test(
    .enabled(
      if: [labels, check].allSatisfy(FileManager.default.fileExists), "no labelled sentences beside the checkout"))
  func theScoresHold() throws {
    let process = Process()
    process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
    process.arguments = ["python3", Self.check, Self.labels, try builtProgram().path]
    let pipe = Pipe()
    process.standardOutput = pipe
    try process.run()
    let said = String(decoding: pipe.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
    process.waitUntilExit()
    func score(_ name: String) throws -> Double {
      let match = try #require(said.firstMatch(of: try Regex("\(name) ([0-9.]+)")), "\(said)")
      return try #require(match.output[1].substring.flatMap { Double($0) })
    }
    #expect(try score("strict F1") >= 0.99, "\(said)")
    #expect(try score("distractors taken") <= 0.02, "\(said)")
    #expect(try score("subject") >= 0.91, "\(said)")
    #expect(try score("role") >= 0.93, "\(said)")
  }
}
