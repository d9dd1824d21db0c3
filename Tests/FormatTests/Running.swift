import Foundation
import TestSupport

/// Other programs, run to their end.
enum Running {
  typealias Answer = (said: String, status: Int32)

  /// The one that `Tools/python-tools` sets up or that JDX_PYTHON names, else the machine's.
  private static let pythonPath: String = {
    let made = Repository.root.appending(path: ".build-tools/venv/bin/python3").path
    let candidates = [ProcessInfo.processInfo.environment["JDX_PYTHON"], made, "/usr/bin/python3"].compactMap { $0 }
    return candidates.first { FileManager.default.isExecutableFile(atPath: $0) } ?? made
  }()

  static let hasPython = (try? python(["-c", ""]).status) == 0

  static func python(_ arguments: [String]) throws -> Answer {
    try run(URL(fileURLWithPath: pythonPath), arguments, input: nil)
  }

  /// `Tools/foreign-checks` on the program as it is built.
  static func foreignChecks(of folders: [URL]) throws -> Answer {
    let script = Repository.root.appending(path: "Tools/foreign-checks")
    return try run(script, [try builtProgram().path, pythonPath] + folders.map(\.path), input: nil)
  }

  static func jdx(_ arguments: String..., input: URL? = nil) throws -> Answer { try jdx(arguments, input: input) }

  static func jdx(_ arguments: [String], input: URL? = nil) throws -> Answer {
    try run(try builtProgram(), arguments, input: input)
  }

  private static func run(_ program: URL, _ arguments: [String], input: URL?) throws -> Answer {
    let process = Process()
    process.executableURL = program
    process.arguments = arguments
    // Python leaves no compiled files in the repository.
    process.environment = [
      "LC_ALL": "C.UTF-8", "PYTHONDONTWRITEBYTECODE": "1",
      "PATH": ProcessInfo.processInfo.environment["PATH"] ?? "/usr/bin:/bin",
    ]
    process.standardInput = try input.map { try FileHandle(forReadingFrom: $0) } ?? FileHandle.nullDevice
    let pipe = Pipe()
    process.standardOutput = pipe
    try process.run()
    let said = String(decoding: pipe.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
    process.waitUntilExit()
    return (said, process.terminationStatus)
  }

  /// Calls `body` with a folder that is removed afterwards.
  static func inFolder(_ body: (URL) throws -> Void) throws {
    let folder = FileManager.default.temporaryDirectory.appending(path: "format-tests-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    try body(folder)
  }
}
