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
  // A spawned process has no other way to be given limits before it begins: the script is constant, and $0 the program.
  let script = "ulimit -c 0; ulimit -v \(limits.memory / 1024); ulimit -t \(limits.seconds + 1); exec \"$0\" \"$@\""
  let environment = [
    "PATH=\(environmentValue("PATH") ?? "/usr/bin:/bin")", "LC_ALL=C.UTF-8", "HOME=\(folder.path)",
    "TMPDIR=\(folder.path)", "OMP_THREAD_LIMIT=1",
  ]
  guard
    let child = ChildProcess(
      path: "/bin/sh", arguments: ["sh", "-c", script, path] + arguments, environment: environment)
  else { throw .programFailed(kind, program: program.name, message: String(cString: strerror(errno))) }
  return try child.outcome(of: program, limits: limits)
}

/// A program that runs in a process group of its own; what is left of the group is ended when this goes.
private struct ChildProcess: ~Copyable {
  private let process: pid_t
  private let output: Int32
  private let complaints: Int32

  init?(path: String, arguments: [String], environment: [String]) {
    guard let (output, outputEnd) = makePipe() else { return nil }
    guard let (complaints, complaintsEnd) = makePipe() else {
      close(output)
      close(outputEnd)
      return nil
    }
    var actions = posix_spawn_file_actions_t()
    posix_spawn_file_actions_init(&actions)
    posix_spawn_file_actions_addopen(&actions, 0, "/dev/null", O_RDONLY, 0)
    posix_spawn_file_actions_adddup2(&actions, outputEnd, 1)
    posix_spawn_file_actions_adddup2(&actions, complaintsEnd, 2)
    var attributes = posix_spawnattr_t()
    posix_spawnattr_init(&attributes)
    var signals = sigset_t()
    sigemptyset(&signals)
    posix_spawnattr_setsigmask(&attributes, &signals)
    for signal in [SIGPIPE, SIGINT, SIGTERM, SIGHUP] { sigaddset(&signals, signal) }
    posix_spawnattr_setsigdefault(&attributes, &signals)
    posix_spawnattr_setpgroup(&attributes, 0)
    posix_spawnattr_setflags(
      &attributes, Int16(POSIX_SPAWN_SETPGROUP | POSIX_SPAWN_SETSIGDEF | POSIX_SPAWN_SETSIGMASK))
    var process: pid_t = 0
    let status = withCStrings(arguments) { arguments in
      withCStrings(environment) { posix_spawn(&process, path, &actions, &attributes, arguments, $0) }
    }
    posix_spawn_file_actions_destroy(&actions)
    posix_spawnattr_destroy(&attributes)
    close(outputEnd)
    close(complaintsEnd)
    guard status == 0 else {
      close(output)
      close(complaints)
      errno = status
      return nil
    }
    (self.process, self.output, self.complaints) = (process, output, complaints)
  }

  deinit {
    // The process is not waited for before this, so that its number is still its own.
    kill(-process, SIGKILL)
    var status: Int32 = 0
    while waitpid(process, &status, 0) < 0, errno == EINTR {}
    close(output)
    close(complaints)
  }

  /// Waits for the end, taking in what is written.
  consuming func outcome(of program: HelperProgram, limits: ReadingLimits) throws(ReadingError) -> ProgramOutcome {
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
      var information = siginfo_t()
      let found = waitid(P_PID, id_t(process), &information, WEXITED | WNOHANG | WNOWAIT)
      if found == 0, information.si_signo == SIGCHLD {
        let status = Int(information._sifields._sigchld.si_status)
        return ProgramOutcome(
          status: information.si_code == CLD_EXITED ? status : 128 + status, output: bytes,
          complaints: String(decoding: words, as: UTF8.self))
      }
      guard ContinuousClock.now < end, found == 0 || errno == EINTR else {
        throw .limitExceeded(.seconds, allowed: limits.seconds, part: program.name)
      }
      usleep(2_000)
    }
  }
}

/// A socket serves as a pipe that no other process started meanwhile can inherit.
private func makePipe() -> (read: Int32, write: Int32)? {
  var ends: [Int32] = [-1, -1]
  let type = Int32(SOCK_STREAM.rawValue | SOCK_CLOEXEC.rawValue)
  return socketpair(AF_UNIX, type, 0, &ends) == 0 ? (ends[0], ends[1]) : nil
}

private func withCStrings<Result>(
  _ strings: [String], _ body: ([UnsafeMutablePointer<CChar>?]) -> Result
) -> Result {
  let pointers = strings.map { strdup($0) }
  defer { for pointer in pointers { free(pointer) } }
  return body(pointers + [nil])
}
