import Foundation

/// What a process took.
struct Child {
  /// Seconds on the processors, both of them added up.
  var cpu: Double
  /// Seconds from start to end.
  var wall: Double
  /// The most memory it held, in mebibytes.
  var peak: Double

  /// Runs a command to its end, with a file as its standard input and its outputs thrown away; nil where it fails.
  static func run(_ command: [String], input: String) -> Child? {
    var words: [UnsafeMutablePointer<CChar>?] = command.map { strdup($0) }
    words.append(nil)
    defer { for word in words { free(word) } }
    var actions = posix_spawn_file_actions_t()
    posix_spawn_file_actions_init(&actions)
    defer { posix_spawn_file_actions_destroy(&actions) }
    posix_spawn_file_actions_addopen(&actions, 0, input, O_RDONLY, 0)
    for output: Int32 in [1, 2] { posix_spawn_file_actions_addopen(&actions, output, "/dev/null", O_WRONLY, 0) }
    var child: pid_t = 0
    var status: Int32 = 0
    var usage = rusage()
    let start = ContinuousClock.now
    guard posix_spawn(&child, command[0], &actions, nil, words, environ) == 0,
      wait4(child, &status, 0, &usage) == child,
      status == 0
    else { return nil }
    let wall = ContinuousClock.now - start
    let seconds = { (time: timeval) in Double(time.tv_sec) + Double(time.tv_usec) / 1e6 }
    return Child(
      cpu: seconds(usage.ru_utime) + seconds(usage.ru_stime),
      wall: Double(wall.components.attoseconds) / 1e18 + Double(wall.components.seconds),
      peak: Double(usage.ru_maxrss) / 1024)
  }
}
