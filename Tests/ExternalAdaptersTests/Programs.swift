import AdapterKit
import ChineseText
import Foundation
import Reading

@testable import ExternalAdapters

/// The small programs of these tests.
enum Programs {
  static let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent().appending(path: "programs")
  static let examples = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
    .appending(path: "../../Plugins/examples").standardizedFileURL

  static let isPythonThere = FileManager.default.isExecutableFile(atPath: "/usr/bin/python3")

  /// Little output, so that those who take too much are soon found; much time, so that a busy machine proves nothing.
  static var limits: ProgramLimits {
    var limits = ProgramLimits()
    limits.helloSeconds = 120
    limits.seconds = 120
    limits.lineBytes = 1 << 16
    limits.answerBytes = 1 << 20
    return limits
  }

  static func program(_ name: String) -> AdapterProgram {
    AdapterProgram(path: folder.appending(path: "jdx-adapter-" + name).path)
  }

  static func adapter(_ name: String, _ limits: ProgramLimits = limits) throws(AdapterFailure) -> ExternalAdapter {
    try ExternalAdapter(program(name), limits: limits)
  }

  /// A copy of a program in a folder of its own, which may write beside itself.
  static func copied<Value>(_ name: String, _ body: (URL) throws -> Value) throws -> Value {
    let own = FileManager.default.temporaryDirectory.appending(path: "jdx-programs-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: own, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: own) }
    for file in ["honest.py", "jdx-adapter-" + name] {
      try FileManager.default.copyItem(at: folder.appending(path: file), to: own.appending(path: file))
    }
    return try body(own.appending(path: "jdx-adapter-" + name))
  }

  /// A document of twenty scalars; 任务一 is 0..<3.
  static let source = source("任务一\n检修渡船12艘\n任务二\n清理栈桥")

  static func source(_ text: String) -> SourceText {
    let scalars = Array(text.unicodeScalars)
    return SourceText(scalars: scalars, blocks: plainTextBlocks(scalars))
  }

  /// Why a program that answers with these lines about a draft is refused; `nil` where it is not.
  static func refusal(of lines: [String]) throws -> String? {
    try copied("lies") { program in
      try lines.joined(separator: "\n").write(
        toFile: program.path + ".lines", atomically: true, encoding: .utf8)
      let adapter = try ExternalAdapter(AdapterProgram(path: program.path), limits: limits)
      var builder = DraftBuilder(source)
      do throws(AdapterFailure) {
        try adapter.read(source, into: &builder)
        return nil
      } catch {
        // Nothing is kept of an answer that is not whole.
        return builder.draft.items.isEmpty ? error.message.en : "something was kept"
      }
    }
  }
}

/// Whether a process ends, in a time that is the system's.
func ends(_ process: String) -> Bool {
  for _ in 0..<1_000 where isRunning(process) { usleep(10_000) }
  return !isRunning(process)
}

/// What is known of a process: nothing where it has ended and nobody waits for it.
func isRunning(_ process: String) -> Bool {
  guard let state = try? String(contentsOfFile: "/proc/\(process)/stat", encoding: .utf8) else { return false }
  return !state.contains(") Z ")
}
