import Glibc

/// What a program left behind.
struct ProgramOutcome {
  /// 0 where it says that all went well; 128 and its number where a signal ended it.
  let status: Int
  /// What it wrote to its standard output.
  let output: [UInt8]
  /// The end of what it wrote to its standard error.
  let complaints: String

  /// The last line of the complaints that says something.
  var lastLine: String {
    complaints.split(whereSeparator: \.isNewline).last { $0.contains { !$0.isWhitespace } }.map(String.init) ?? ""
  }
}

/// Runs a program with limits: no input, no settings of the person's, little memory, an end.
///
/// Its arguments are passed on as they are, never through a shell's grammar. When the time is up, all that it started is
/// ended with it.
func run(
  _ program: HelperProgram, _ arguments: [String], for kind: FileKind, in folder: borrowing PrivateFolder,
  limits: ReadingLimits
) throws(ReadingError) -> ProgramOutcome {
  guard let path = program.path else { throw .needsProgram(kind, package: program.package) }
  guard
    let child = ChildProcess(
      path, arguments, home: folder.path, memory: limits.memory, seconds: limits.seconds + 1,
      environment: ["OMP_THREAD_LIMIT=1"])
  else { throw .programFailed(kind, program: program.name, message: String(cString: strerror(errno))) }
  return try child.outcome(of: program, limits: limits)
}

extension ChildProcess {
  /// Waits for the end, taking in what is written.
  fileprivate consuming func outcome(of program: HelperProgram, limits: ReadingLimits) throws(ReadingError)
    -> ProgramOutcome
  {
    let end = ContinuousClock.now + .seconds(limits.seconds)
    var bytes: [UInt8] = []
    var words: [UInt8] = []
    var waiting = [
      pollfd(fd: output, events: Int16(POLLIN), revents: 0), pollfd(fd: complaints, events: Int16(POLLIN), revents: 0),
    ]
    var chunk = [UInt8](repeating: 0, count: 1 << 16)
    while waiting.contains(where: { $0.fd >= 0 }) {
      guard ContinuousClock.now < end else {
        throw .limitExceeded(.seconds, allowed: limits.seconds, part: program.name)
      }
      guard poll(&waiting, nfds_t(waiting.count), 100) > 0 else { continue }
      for index in waiting.indices where waiting[index].revents != 0 {
        let count = read(waiting[index].fd, &chunk, chunk.count)
        if count <= 0 {
          if count == 0 || errno != EINTR { waiting[index].fd = -1 }
        } else if index == 0 {
          guard bytes.count + count <= limits.totalSize else {
            throw .limitExceeded(.totalSize, allowed: limits.totalSize, part: program.name)
          }
          bytes += chunk.prefix(count)
        } else {
          words = (words + chunk.prefix(count)).suffix(4_096)
        }
      }
    }
    while true {
      if let status {
        return ProgramOutcome(status: status, output: bytes, complaints: String(decoding: words, as: UTF8.self))
      }
      guard ContinuousClock.now < end else {
        throw .limitExceeded(.seconds, allowed: limits.seconds, part: program.name)
      }
      usleep(2_000)
    }
  }
}
