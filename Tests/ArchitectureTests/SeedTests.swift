import Foundation
import TestSupport
import Testing

/// The two real documents that the project starts from, where they lie beside the checkout.
@Suite struct SeedTests {
  private static let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent()
  private static let check = root.appending(path: "../shared/checks/score-seeds").standardizedFileURL.path

  @Test(.enabled(if: FileManager.default.fileExists(atPath: check), "no ../shared/checks beside the checkout"))
  func everyFactOfTheSeedsHolds() throws {
    let process = Process()
    process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
    process.arguments = ["python3", Self.check, try builtProgram().path]
    let pipe = Pipe()
    process.standardOutput = pipe
    try process.run()
    let said = String(decoding: pipe.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
    process.waitUntilExit()
    #expect(said.hasSuffix("score 1.000\n"), "\(said)")
  }
}
