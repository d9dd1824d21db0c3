import Foundation
import Robustness

/// Runs trials by their seeds: `jdx-fuzz documents 0 500`, or writes a case: `jdx-fuzz documents 17 --emit > case.txt`;
/// `jdx-fuzz --list` names the trials.
///
/// The seed at work stands in the file that `JDX_FUZZ_SEED` names, so that whoever runs this knows which one ended it. A
/// case that works longer than its limit is ended by the system's timer, whatever the program is doing.
@main struct Fuzz {
  /// The longest hostile run, in bytes.
  private static let longest = 50_000
  /// In seconds of work, so that a busy machine is no hang; nearly every sound case takes below one.
  private static let limit = 60

  static func main() {
    let arguments = CommandLine.arguments.dropFirst().map { $0 }
    if arguments == ["--list"] { return print(Trial.allCases.map(\.rawValue).joined(separator: "\n")) }
    guard arguments.count == 3, let trial = Trial(rawValue: arguments[0]), let first = UInt64(arguments[1]) else {
      end("usage: jdx-fuzz \(Trial.allCases.map(\.rawValue).joined(separator: "|")) SEED COUNT|--emit, or --list", 2)
    }
    if arguments[2] == "--emit" {
      FileHandle.standardOutput.write(Data(trial.bytes(seed: first, longest: longest)))
      return
    }
    guard let count = UInt64(arguments[2]) else { end("COUNT is a number", 2) }
    exit(run(trial, first..<first + count) ? 0 : 1)
  }

  /// Whether every law held; prints what did not, and what the cases came to.
  private static func run(_ trial: Trial, _ seeds: Range<UInt64>) -> Bool {
    let note = ProcessInfo.processInfo.environment["JDX_FUZZ_SEED"]
    var results: [String: Int] = [:]
    var slowest: (seed: UInt64, time: Duration) = (seeds.lowerBound, .zero)
    var isSound = true
    for seed in seeds {
      if let note { try? Data("\(seed)".utf8).write(to: URL(fileURLWithPath: note)) }
      wake(after: limit)
      let start = ContinuousClock.now
      let outcome = trial.run(seed: seed, longest: longest)
      let time = ContinuousClock.now - start
      if time > slowest.time { slowest = (seed, time) }
      results[outcome.result, default: 0] += 1
      for breach in outcome.breaches {
        print("\(trial) \(seed): \(breach)")
        isSound = false
      }
    }
    wake(after: 0)
    let counts = results.sorted { $0.key < $1.key }.map { "\($0.key) \($0.value)" }.joined(separator: ", ")
    print("\(trial) \(seeds.lowerBound)..<\(seeds.upperBound): \(counts); slowest \(slowest.seed): \(slowest.time)")
    return isSound
  }

  /// Sets the timer of the process's own work; 0 stops it.
  private static func wake(after seconds: Int) {
    var timer = itimerval(it_interval: timeval(), it_value: timeval(tv_sec: seconds, tv_usec: 0))
    setitimer(__itimer_which_t(ITIMER_PROF.rawValue), &timer, nil)
  }

  private static func end(_ message: String, _ code: Int32) -> Never {
    FileHandle.standardError.write(Data((message + "\n").utf8))
    exit(code)
  }
}
