import Glibc

/// A program that runs in a process group of its own, with little memory and no settings of the person's; what is left of
/// the group is ended when this goes, and when our own process ends in whatever way.
///
/// What takes itself out of the group (`setsid`) is not found again.
package struct ChildProcess: ~Copyable {
  /// Where its standard input is written to; `nil` where it has none.
  package let input: Int32?
  /// Where its standard output and its standard error are read from.
  package let output: Int32
  package let complaints: Int32
  private let process: pid_t
  /// Its other end tells the group that we are still there.
  private let lifeline: Int32

  /// Starts a program; its arguments are passed on as they are, never through a shell's grammar. `nil` where it can't be
  /// started, with the reason in `errno`.
  ///
  /// - Parameters:
  ///   - home: a folder that it may write to, its home and the one that it starts in.
  ///   - memory: bytes of address space.
  ///   - seconds: of a processor's time; `nil` for any.
  ///   - environment: what its environment holds besides its search path, language and folders.
  package init?(
    _ path: String, _ arguments: [String] = [], home: String, memory: Int, seconds: Int? = nil,
    environment: [String] = [], hasInput: Bool = false
  ) {
    // A spawned process has no other way to be given limits before it begins, nor to end with us: the script is constant
    // but for numbers, and $0 the program.
    let time = seconds.map { "ulimit -t \($0); " } ?? ""
    let guardian = "(read -r end <&3; kill -KILL 0) </dev/null >/dev/null 2>&1 &"
    let script =
      "ulimit -c 0; ulimit -v \(memory / 1024); \(time)cd \"$HOME\" || exit; \(guardian) exec \"$0\" \"$@\" 3<&-"
    let environment =
      [
        "PATH=\(environmentValue("PATH") ?? "/usr/bin:/bin")", "LC_ALL=C.UTF-8", "HOME=\(home)", "TMPDIR=\(home)",
      ] + environment
    // Our ends come first in each pair.
    var pairs: [(ours: Int32, its: Int32)] = []
    for _ in 0..<(hasInput ? 4 : 3) {
      guard let pair = makePipe() else {
        pairs.forEach { closeBoth($0) }
        return nil
      }
      pairs.append(pair)
    }
    var actions = posix_spawn_file_actions_t()
    posix_spawn_file_actions_init(&actions)
    if hasInput {
      posix_spawn_file_actions_adddup2(&actions, pairs[3].its, 0)
    } else {
      posix_spawn_file_actions_addopen(&actions, 0, "/dev/null", O_RDONLY, 0)
    }
    posix_spawn_file_actions_adddup2(&actions, pairs[0].its, 1)
    posix_spawn_file_actions_adddup2(&actions, pairs[1].its, 2)
    posix_spawn_file_actions_adddup2(&actions, pairs[2].its, 3)
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
    let status = withCStrings(["sh", "-c", script, path] + arguments) { arguments in
      withCStrings(environment) { posix_spawn(&process, "/bin/sh", &actions, &attributes, arguments, $0) }
    }
    posix_spawn_file_actions_destroy(&actions)
    posix_spawnattr_destroy(&attributes)
    guard status == 0 else {
      pairs.forEach { closeBoth($0) }
      errno = status
      return nil
    }
    for pair in pairs { close(pair.its) }
    self.process = process
    (output, complaints, lifeline) = (pairs[0].ours, pairs[1].ours, pairs[2].ours)
    input = hasInput ? pairs[3].ours : nil
  }

  deinit {
    // The process is not waited for before this, so that its number is still its own.
    kill(-process, SIGKILL)
    var status: Int32 = 0
    while waitpid(process, &status, 0) < 0, errno == EINTR {}
    for descriptor in [output, complaints, lifeline] + [input].compactMap({ $0 }) { close(descriptor) }
  }

  /// How it ended: 0 where it says that all went well, 128 and its number where a signal ended it; `nil` while it runs.
  package var status: Int? {
    var information = siginfo_t()
    guard waitid(P_PID, id_t(process), &information, WEXITED | WNOHANG | WNOWAIT) == 0,
      information.si_signo == SIGCHLD
    else { return nil }
    let status = Int(information._sifields._sigchld.si_status)
    return information.si_code == CLD_EXITED ? status : 128 + status
  }
}

/// A socket serves as a pipe that no other process started meanwhile can inherit.
private func makePipe() -> (ours: Int32, its: Int32)? {
  var ends: [Int32] = [-1, -1]
  let type = Int32(SOCK_STREAM.rawValue | SOCK_CLOEXEC.rawValue)
  return socketpair(AF_UNIX, type, 0, &ends) == 0 ? (ends[0], ends[1]) : nil
}

private func closeBoth(_ pair: (ours: Int32, its: Int32)) {
  close(pair.ours)
  close(pair.its)
}

private func withCStrings<Result>(
  _ strings: [String], _ body: ([UnsafeMutablePointer<CChar>?]) -> Result
) -> Result {
  let pointers = strings.map { strdup($0) }
  defer { for pointer in pointers { free(pointer) } }
  return body(pointers + [nil])
}
