import Foundation
import TestSupport

/// A fresh folder with the fixtures in it, and commands run there with the built `jdx` first on the PATH.
final class Shell {
  struct Answer {
    var out: String
    var err: String
    var exit: Int32
  }

  let folder: URL
  private let locale: String
  private let jdx: URL

  /// - Parameter files: what the folder holds; the fixtures if not given.
  init(locale: String, files: URL? = nil) throws {
    self.locale = locale
    jdx = try builtProgram()
    let parent = FileManager.default.temporaryDirectory.appendingPathComponent("jdx-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: parent, withIntermediateDirectories: true)
    folder = parent.appendingPathComponent("work")
    try FileManager.default.copyItem(at: files ?? testFolder.appendingPathComponent("fixtures"), to: folder)
  }

  deinit { try? FileManager.default.removeItem(at: folder.deletingLastPathComponent()) }

  /// Runs a command line with `/bin/sh -c`, two minutes at most.
  func run(_ command: String) throws -> Answer {
    let process = Process()
    process.executableURL = URL(fileURLWithPath: "/usr/bin/timeout")
    // A child of a worker thread is born with signals blocked, so that only this one ends it.
    process.arguments = ["-s", "KILL", "120", "/bin/sh", "-c", command]
    process.currentDirectoryURL = folder
    var environment = ProcessInfo.processInfo.environment.filter { !$0.key.hasPrefix("LC_") }
    environment["PATH"] = jdx.deletingLastPathComponent().path + ":" + (environment["PATH"] ?? "/usr/bin:/bin")
    environment["LC_ALL"] = locale
    environment["LANG"] = nil
    environment["COLUMNS"] = nil
    // The profiles of whoever runs the tests are no part of them.
    environment["XDG_CONFIG_HOME"] = folder.deletingLastPathComponent().appendingPathComponent("config").path
    process.environment = environment
    // Files, not pipes: neither side waits for the other.
    let parent = folder.deletingLastPathComponent()
    let places = [parent.appendingPathComponent("out"), parent.appendingPathComponent("err")]
    for place in places { try Data().write(to: place) }
    process.standardInput = FileHandle.nullDevice
    process.standardOutput = try FileHandle(forWritingTo: places[0])
    process.standardError = try FileHandle(forWritingTo: places[1])
    try process.run()
    process.waitUntilExit()
    let texts = try places.map { String(decoding: try Data(contentsOf: $0), as: UTF8.self) }
    let exit = process.terminationReason == .exit ? process.terminationStatus : 128 + process.terminationStatus
    return Answer(out: texts[0], err: texts[1], exit: exit)
  }
}

extension Shell.Answer {
  /// As a transcript has it.
  var lines: [String] {
    var lines = masked(out).split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
    if lines.last?.isEmpty ?? false { lines.removeLast() } else { lines.append("[no line end]") }
    var errors = masked(err).split(separator: "\n", omittingEmptySubsequences: false).map { "! " + $0 }
    if errors.last == "! " { errors.removeLast() } else { errors.append("[no line end]") }
    return lines + errors + (exit == 0 ? [] : ["[exit \(exit)]"])
  }
}

/// Hashes hide what a reader of a transcript looks for, and change with every word of the text.
private func masked(_ text: String) -> String {
  text.replacing(/[0-9a-f]{64}/, with: "{hash}").replacing(/\b[0-9a-f]{12}\b/, with: "{rev}")
}

let testFolder = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
