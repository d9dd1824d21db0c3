/// What a program is given at most; one that takes more is ended.
public struct ProgramLimits: Sendable, Equatable {
  /// Seconds until it has said what it is.
  public var helloSeconds = 10
  /// Seconds for one request.
  public var seconds = 30
  /// Seconds to end an answer that is not wanted any more.
  public var cancelSeconds = 2
  /// Bytes of address space of each of its processes: 2 GiB.
  public var memory = 2 << 30
  /// Bytes of a line that it writes: 1 MiB.
  public var lineBytes = 1 << 20
  /// Bytes of an answer: 64 MiB.
  public var answerBytes = 64 << 20
  /// Lines of an answer.
  public var messages = 100_000
  /// How often in a row it may fail before it is not asked any more.
  public var failures = 3

  /// The defaults.
  public init() {}
}
