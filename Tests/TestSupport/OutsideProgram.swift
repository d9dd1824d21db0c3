import Foundation

/// Starting other programs, in a folder of their own.
package enum OutsideProgram {
  package static let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent()

  /// A Python that has a module: the one named by JDX_PYTHON, the one that the Makefile sets up, or the system's.
  package static func python(with module: String) -> String? {
    let made = root.appendingPathComponent(".build-tools/venv/bin/python3").path
    let named = ProcessInfo.processInfo.environment["JDX_PYTHON"]
    return [named, made, "/usr/bin/python3", "/usr/local/bin/python3"].compactMap { $0 }.first { python in
      FileManager.default.isExecutableFile(atPath: python)
        && (try? run([python, "-c", "import \(module)"], files: [:]).status) == 0
    }
  }

  package static func exists(_ name: String) -> Bool {
    (ProcessInfo.processInfo.environment["PATH"] ?? "").split(separator: ":").contains {
      FileManager.default.isExecutableFile(atPath: "\($0)/\(name)")
    }
  }

  /// Whether LibreOffice is there with Writer and Calc, which are packages of their own.
  package static let hasOffice: Bool = {
    let folders = (ProcessInfo.processInfo.environment["PATH"] ?? "").split(separator: ":").map(String.init)
    guard let folder = folders.first(where: { FileManager.default.isExecutableFile(atPath: "\($0)/soffice") }) else {
      return false
    }
    let program = URL(fileURLWithPath: "\(folder)/soffice").resolvingSymlinksInPath().deletingLastPathComponent()
    return ["libswlo.so", "libsclo.so"].allSatisfy {
      FileManager.default.fileExists(atPath: program.appendingPathComponent($0).path)
    }
  }()

  /// Runs a program in a folder that holds the files, two minutes at most, and gives its status, all that it printed, and
  /// the files it leaves of those asked for.
  package static func run(_ arguments: [String], files: [String: [UInt8]], giving wanted: [String] = []) throws -> (
    status: Int32, output: String, files: [String: [UInt8]]
  ) {
    let folder = FileManager.default.temporaryDirectory.appendingPathComponent("jdx-interop-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    for (name, bytes) in files { try Data(bytes).write(to: folder.appendingPathComponent(name)) }
    let out = folder.appendingPathComponent("output.txt")
    try Data().write(to: out)
    let process = Process()
    process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
    process.arguments = ["timeout", "-s", "KILL", "120"] + arguments
    process.currentDirectoryURL = folder
    process.standardInput = FileHandle.nullDevice
    process.standardOutput = try FileHandle(forWritingTo: out)
    process.standardError = process.standardOutput
    try process.run()
    process.waitUntilExit()
    var left: [String: [UInt8]] = [:]
    for name in wanted {
      left[name] = (try? Data(contentsOf: folder.appendingPathComponent(name))).map { Array($0) }
    }
    return (process.terminationStatus, String(decoding: try Data(contentsOf: out), as: UTF8.self), left)
  }
}
