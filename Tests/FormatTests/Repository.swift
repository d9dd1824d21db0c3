import Archive
import Foundation
import Plan

/// The published files that the tests hold against the program.
enum Repository {
  static let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent()
  static let format = root.appending(path: "exchange-formats/v1")
  static let examples = format.appending(path: "examples")

  /// Whether the run rewrites what it would compare: `make record`.
  static let isRecording = ProcessInfo.processInfo.environment["JDX_RECORD"] == "1"

  static func bytes(_ file: URL) throws -> [UInt8] { Array(try Data(contentsOf: file)) }

  static func text(_ file: URL) throws -> String { String(decoding: try bytes(file), as: UTF8.self) }

  static func json(_ file: URL) throws -> JSONObject { try JSON.parse(try bytes(file)).object ?? JSONObject() }

  static func schema(_ name: String) throws -> JSONObject {
    try json(format.appending(path: "schemas/\(name).schema.json"))
  }

  /// The names in a folder, in order; none where it is not there.
  static func names(in folder: URL) -> [String] {
    ((try? FileManager.default.contentsOfDirectory(atPath: folder.path)) ?? []).sorted().filter { !$0.hasPrefix(".") }
  }

  /// All files below a folder, by path from there.
  static func files(below folder: URL) throws -> [String: [UInt8]] {
    var out: [String: [UInt8]] = [:]
    for path in FileManager.default.enumerator(atPath: folder.path)?.allObjects as? [String] ?? [] {
      let file = folder.appending(path: path)
      if !file.hasDirectoryPath, try file.resourceValues(forKeys: [.isRegularFileKey]).isRegularFile ?? false {
        out[path] = try bytes(file)
      }
    }
    return out
  }

  /// Writes files below a folder, which holds nothing else afterwards.
  static func write(_ files: [String: [UInt8]], below folder: URL) throws {
    try? FileManager.default.removeItem(at: folder)
    for (path, bytes) in files {
      let file = folder.appending(path: path)
      try FileManager.default.createDirectory(at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
      try Data(bytes).write(to: file)
    }
  }
}
