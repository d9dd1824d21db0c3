import Glibc
import TestSupport
import Testing

@testable import Archive

/// A folder of its own, removed with all it holds when the last reference goes.
final class TemporaryFolder {
  let path: String

  init() throws {
    var template = Array("/tmp/archive-tests-XXXXXX".utf8CString)
    guard let made = mkdtemp(&template) else {
      throw FileFailure(path: "/tmp", operation: .create, errno: errno)
    }
    path = String(cString: made)
  }

  deinit {
    for name in names { unlink(path + "/" + name) }
    rmdir(path)
  }

  func file(_ name: String) -> String { path + "/" + name }

  /// The names in the folder, sorted.
  var names: [String] {
    guard let folder = opendir(path) else { return [] }
    defer { closedir(folder) }
    var names: [String] = []
    while let entry = readdir(folder) {
      let name = withUnsafeBytes(of: &entry.pointee.d_name) { String(decoding: $0.prefix { $0 != 0 }, as: UTF8.self) }
      if name != ".", name != ".." { names.append(name) }
    }
    return names.sorted()
  }

  func put(_ name: String, _ bytes: [UInt8]) throws {
    let file = try AtomicFile(path: file(name))
    try file.write(bytes)
    try file.commit()
  }
}

/// Starting other programs.
enum Program {
  /// Whether a program of that name is on the PATH.
  static func exists(_ name: String) -> Bool {
    guard let path = getenv("PATH") else { return false }
    return String(cString: path).split(separator: ":").contains { access("\($0)/\(name)", X_OK) == 0 }
  }

  /// Runs a program without output and gives its exit status; -1 if it did not start or was killed.
  static func run(_ arguments: [String]) -> Int32 {
    var actions = posix_spawn_file_actions_t()
    posix_spawn_file_actions_init(&actions)
    defer { posix_spawn_file_actions_destroy(&actions) }
    posix_spawn_file_actions_addopen(&actions, 0, "/dev/null", O_RDONLY, 0)
    posix_spawn_file_actions_addopen(&actions, 1, "/dev/null", O_WRONLY, 0)
    var words: [UnsafeMutablePointer<CChar>?] = arguments.map { strdup($0) }
    words.append(nil)
    defer { for word in words { free(word) } }
    var id = pid_t()
    guard posix_spawnp(&id, words[0] ?? strdup(""), &actions, nil, words, environ) == 0 else { return -1 }
    var status: Int32 = 0
    while waitpid(id, &status, 0) < 0 { if errno != EINTR { return -1 } }
    return status & 0x7F == 0 ? (status >> 8) & 0xFF : -1
  }
}

/// Archives `contents` (sorted here) in memory.
func archived(_ contents: [(String, [UInt8])], limits: ArchiveLimits = ArchiveLimits()) throws -> [UInt8] {
  let sink = MemorySink()
  let writer = try ArchiveWriter(to: sink, limits: limits)
  for (path, bytes) in contents.sorted(by: { $0.0.utf8.lexicographicallyPrecedes($1.0.utf8) }) {
    try writer.add(path, bytes)
  }
  try writer.finish()
  return sink.bytes
}

/// Everything a reader can check, in one call.
func accept(_ bytes: [UInt8], limits: ArchiveLimits = ArchiveLimits()) throws(ArchiveError) {
  let archive = try ArchiveReader(bytes: bytes, limits: limits)
  try archive.checkEntries()
  try archive.checkComment()
}

/// The error that opening and reading everything gives, `nil` if none.
func refusal(_ bytes: [UInt8], limits: ArchiveLimits = ArchiveLimits()) -> ArchiveError? {
  do throws(ArchiveError) {
    try accept(bytes, limits: limits)
    return nil
  } catch {
    return error
  }
}

/// Bytes of text-like content, which deflate shrinks.
func prose(_ count: Int, seed: UInt64 = 1) -> [UInt8] {
  var generator = SeededGenerator(seed: seed)
  let words = ["harbour ", "kelp ", "goal ", "12.5 ", "hectares ", "year\n", "plan ", "fishery "]
  var bytes: [UInt8] = []
  while bytes.count < count { bytes += Array(words[Int.random(in: 0..<words.count, using: &generator)].utf8) }
  return Array(bytes.prefix(count))
}

/// Bytes that deflate cannot shrink.
func noise(_ count: Int, seed: UInt64 = 1) -> [UInt8] {
  var generator = SeededGenerator(seed: seed)
  return (0..<count).map { _ in UInt8.random(in: .min ... .max, using: &generator) }
}
