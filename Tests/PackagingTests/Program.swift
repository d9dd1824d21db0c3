import Archive
import Glibc

/// Starting other programs, in a folder of their own.
enum Program {
  /// The Python that has `bagit`: the one named by JDX_PYTHON, else the one that the Makefile sets up.
  static let python: String? = {
    if let named = getenv("JDX_PYTHON") { return String(cString: named) }
    let root = #filePath.split(separator: "/").dropLast(3).joined(separator: "/")
    let made = "/\(root)/.build-tools/venv/bin/python3"
    return access(made, X_OK) == 0 ? made : nil
  }()

  static let hasFrictionless = python.map { run([$0, "-c", "import frictionless"], in: "/") == 0 } ?? false

  static func exists(_ name: String) -> Bool {
    guard let path = getenv("PATH") else { return false }
    return String(cString: path).split(separator: ":").contains { access("\($0)/\(name)", X_OK) == 0 }
  }

  /// Runs a program without output in a folder and gives its exit status; -1 if it did not start or was killed.
  static func run(_ arguments: [String], in folder: String) -> Int32 {
    var actions = posix_spawn_file_actions_t()
    posix_spawn_file_actions_init(&actions)
    defer { posix_spawn_file_actions_destroy(&actions) }
    posix_spawn_file_actions_addopen(&actions, 0, "/dev/null", O_RDONLY, 0)
    posix_spawn_file_actions_addopen(&actions, 1, "/dev/null", O_WRONLY, 0)
    posix_spawn_file_actions_addopen(&actions, 2, "/dev/null", O_WRONLY, 0)
    var words: [UnsafeMutablePointer<CChar>?] = (["env", "-C", folder] + arguments).map { strdup($0) }
    words.append(nil)
    defer { for word in words { free(word) } }
    var id = pid_t()
    guard let name = words[0], posix_spawnp(&id, name, &actions, nil, words, environ) == 0 else { return -1 }
    var status: Int32 = 0
    while waitpid(id, &status, 0) < 0 { if errno != EINTR { return -1 } }
    return status & 0x7F == 0 ? (status >> 8) & 0xFF : -1
  }

  /// Calls `body` with a folder that is removed afterwards.
  static func inFolder(_ body: (String) throws -> Void) throws {
    var template = Array("/tmp/packaging-tests-XXXXXX".utf8CString)
    guard let made = mkdtemp(&template) else { throw FileFailure(path: "/tmp", operation: .create, errno: errno) }
    let path = String(cString: made)
    defer { _ = run(["rm", "-rf", path], in: "/tmp") }
    try body(path)
  }
}
