import Glibc
import Testing

@testable import Reading

@Suite struct ProgramRunTests {
  private func program(_ name: String) -> HelperProgram {
    HelperProgram(name: name, package: "example", kinds: [.pdf], versionArgument: "--version")
  }

  private func outcome(
    _ name: String, _ arguments: [String], limits: ReadingLimits = ReadingLimits()
  ) throws(ReadingError) -> ProgramOutcome {
    try run(program(name), arguments, for: .pdf, in: PrivateFolder(for: .pdf), limits: limits)
  }

  @Test func argumentsReachTheProgramAsTheyAre() throws {
    let words = ["%s|", "a b", "$HOME", "'\"", "; exit 3", "`id`", "海洋"]
    let outcome = try outcome("printf", words)
    #expect(String(decoding: outcome.output, as: UTF8.self) == "a b|$HOME|'\"|; exit 3|`id`|海洋|")
    #expect(outcome.status == 0)
  }

  @Test func statusAndLastComplaintAreKept() throws {
    let outcome = try outcome("ls", ["/nowhere/at/all"])
    #expect(outcome.status == 2)
    #expect(outcome.lastLine.contains("/nowhere/at/all"))
  }

  @Test func aMissingProgramNamesItsPackage() {
    #expect(throws: ReadingError.needsProgram(.pdf, package: "example")) { try outcome("no-such-program", []) }
  }

  @Test func aProgramThatTakesTooLongIsEndedWithItsChildren() throws {
    var limits = ReadingLimits()
    limits.seconds = 1
    let folder = try PrivateFolder(for: .pdf)
    let note = "\(folder.path)/note"
    #expect(throws: ReadingError.limitExceeded(.seconds, allowed: 1, part: "sh")) {
      try outcome("sh", ["-c", "sleep 100 & echo $! > \(note); wait"], limits: limits)
    }
    let bytes = try #require(try folder.read("note", limit: 100))
    let child = try #require(pid_t(String(decoding: bytes.dropLast(), as: UTF8.self)))
    // Ended, or not yet waited for by whoever inherits it.
    let state = contents("/proc/\(child)/stat")
    #expect(state == nil || state?.contains(" Z ") == true)
  }

  @Test func outputIsBounded() {
    var limits = ReadingLimits()
    limits.totalSize = 1_000
    #expect(throws: ReadingError.limitExceeded(.totalSize, allowed: 1_000, part: "yes")) {
      try outcome("yes", [], limits: limits)
    }
  }

  @Test func memoryIsBounded() throws {
    var limits = ReadingLimits()
    limits.memory = 64 << 20
    let outcome = try outcome("sh", ["-c", "ulimit -v"], limits: limits)
    #expect(String(decoding: outcome.output, as: UTF8.self) == "65536\n")
  }

  @Test func inputIsEmptyAndSettingsAreNotThePersons() throws {
    #expect(try outcome("cat", []).output.isEmpty)
    let environment = String(decoding: try outcome("env", []).output, as: UTF8.self)
    #expect(environment.contains("LC_ALL=C.UTF-8"))
    #expect(!environment.contains("HOME=\(environmentValue("HOME") ?? "/root")\n"))
  }

  @Test func aPrivateFolderGoesWithAllThatIsInIt() throws {
    var path = ""
    do {
      let folder = try PrivateFolder(for: .pdf)
      path = folder.path
      _ = try folder.write([1, 2, 3], as: "input", for: .pdf)
      #expect(mkdir("\(path)/deep", 0o700) == 0)
      #expect(symlink("/etc", "\(path)/deep/link") == 0)
      #expect(folder.files() == ["input"])
      #expect(try folder.read("input", limit: 3) == [1, 2, 3])
      #expect(throws: ReadingError.limitExceeded(.partSize, allowed: 2, part: "input")) {
        try folder.read("input", limit: 2)
      }
    }
    #expect(access(path, F_OK) != 0)
    #expect(access("/etc", F_OK) == 0)
  }
}

/// The text of a small file.
private func contents(_ path: String) -> String? {
  guard let file = fopen(path, "r") else { return nil }
  defer { fclose(file) }
  var buffer = [UInt8](repeating: 0, count: 4_096)
  let count = fread(&buffer, 1, buffer.count, file)
  return String(decoding: buffer.prefix(count), as: UTF8.self)
}
