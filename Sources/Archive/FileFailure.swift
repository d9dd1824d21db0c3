/// A system call on a file that failed: which file, doing what, and why.
public struct FileFailure: Error, Equatable, Sendable {
  /// What was being done to the file.
  public enum Operation: String, Sendable, CaseIterable {
    case open, status, create, read, write, permissions, synchronise, close, rename
  }

  /// The path as the caller gave it (or the name that the caller gave to a descriptor).
  public let path: String
  /// What was being done.
  public let operation: Operation
  /// The system's error number, such as `ENOSPC`; never 0.
  public let errno: Int32

  /// A failure of `operation` on `path` with the system's error number `errno`.
  public init(path: String, operation: Operation, errno: Int32) {
    self.path = path
    self.operation = operation
    self.errno = errno
  }
}
