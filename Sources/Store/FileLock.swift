import Archive
import Glibc

/// A lock on a file of the workspace that the system takes back when the process ends, however it ends.
final class FileLock {
  enum Kind { case shared, alone }

  private let descriptor: Int32

  /// Waits for it; throws ``WorkspaceError/busy`` after so many seconds.
  init(_ path: String, _ kind: Kind, seconds: Double) throws(WorkspaceError) {
    // Whoever reads leaves nothing in a folder that may be somebody else's, or takes no writing.
    let opened = open(path, kind == .alone ? O_RDWR | O_CREAT | O_CLOEXEC : O_RDONLY | O_CLOEXEC, 0o666)
    guard opened >= 0 else { throw WorkspaceError(FileFailure(path: path, operation: .open, errno: errno)) }
    descriptor = opened
    let operation = (kind == .alone ? LOCK_EX : LOCK_SH) | LOCK_NB
    var waited = 0.0
    while flock(descriptor, operation) != 0 {
      guard errno == EWOULDBLOCK || errno == EINTR else {
        throw WorkspaceError(FileFailure(path: path, operation: .open, errno: errno))
      }
      guard waited < seconds else { throw .busy }
      usleep(50_000)
      waited += 0.05
    }
  }

  deinit { close(descriptor) }
}
