import Foundation

/// Programs of others that judge our signatures, in a folder of their own.
struct OutsideProgram {
  let path: String

  static let openssl = OutsideProgram(named: "openssl")

  /// A Python that has `cryptography`: the one named by JDX_PYTHON, the one that the Makefile sets up, or the system's.
  static let python: OutsideProgram? = {
    let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent()
    let made = root.appendingPathComponent(".build-tools/venv/bin/python3").path
    let named = ProcessInfo.processInfo.environment["JDX_PYTHON"]
    let candidates =
      [named, made].compactMap(\.self).map(OutsideProgram.init(path:)) + [OutsideProgram(named: "python3")]
    return candidates.compactMap(\.self).first { program in
      (try? program.run(["-c", "import cryptography"], in: NSTemporaryDirectory())) ?? false
    }
  }()

  private init(path: String) { self.path = path }

  private init?(named name: String) {
    let folders = (ProcessInfo.processInfo.environment["PATH"] ?? "").split(separator: ":")
    let found = folders.map { "\($0)/\(name)" }.first(where: FileManager.default.isExecutableFile)
    guard let found else { return nil }
    path = found
  }

  /// Runs the program without output; whether it ended with 0.
  @discardableResult
  func run(_ arguments: [String], in folder: String) throws -> Bool {
    let process = Process()
    process.executableURL = URL(fileURLWithPath: path)
    process.arguments = arguments
    process.currentDirectoryURL = URL(fileURLWithPath: folder)
    process.standardInput = FileHandle.nullDevice
    process.standardOutput = FileHandle.nullDevice
    process.standardError = FileHandle.nullDevice
    try process.run()
    process.waitUntilExit()
    return process.terminationReason == .exit && process.terminationStatus == 0
  }
}

/// A folder that is removed with the last reference.
final class Folder {
  let path: String

  init() throws {
    path = NSTemporaryDirectory() + "/signing-" + UUID().uuidString
    try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
  }

  deinit { try? FileManager.default.removeItem(atPath: path) }

  /// Writes a file that only its owner may read, unless told otherwise, and gives its path.
  @discardableResult
  func write(_ name: String, _ bytes: [UInt8], mode: Int = 0o600) throws -> String {
    let file = path + "/" + name
    try Data(bytes).write(to: URL(fileURLWithPath: file))
    try FileManager.default.setAttributes([.posixPermissions: mode], ofItemAtPath: file)
    return file
  }

  @discardableResult
  func write(_ name: String, _ text: String, mode: Int = 0o600) throws -> String {
    try write(name, Array(text.utf8), mode: mode)
  }

  func read(_ name: String) throws -> [UInt8] { Array(try Data(contentsOf: URL(fileURLWithPath: path + "/" + name))) }

  func mode(_ name: String) throws -> Int? {
    try FileManager.default.attributesOfItem(atPath: path + "/" + name)[.posixPermissions] as? Int
  }
}
