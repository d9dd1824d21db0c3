import Glibc

/// The whole-buffer forms of `open`, `read` and `write` that the rest of the module uses.
///
/// The system's calls may do only a part of what is asked, be interrupted by a signal, or meet a
/// descriptor that somebody else set non-blocking (a terminal shared with another program); all
/// three are retried here, so callers see only real errors.
enum Descriptor {
  /// Opens `path`; the descriptor is closed in programs started later.
  static func open(
    _ path: String, _ flags: Int32, mode: mode_t = 0, as operation: FileFailure.Operation = .open, named name: String
  ) throws(FileFailure) -> Int32 {
    // A NUL byte would silently cut the path short on its way into C.
    guard !path.isEmpty else { throw FileFailure(path: name, operation: operation, errno: ENOENT) }
    guard !path.utf8.contains(0) else { throw FileFailure(path: name, operation: operation, errno: EINVAL) }
    while true {
      let descriptor = Glibc.open(path, flags | O_CLOEXEC | O_NOCTTY, mode)
      if descriptor >= 0 { return descriptor }
      let code = errno
      if code != EINTR { throw FileFailure(path: name, operation: operation, errno: code) }
    }
  }

  /// Writes all of `bytes`.
  static func write(_ bytes: UnsafeRawBufferPointer, to descriptor: Int32, named name: String) throws(FileFailure) {
    var rest = bytes
    while let start = rest.baseAddress, rest.count > 0 {
      let done = Glibc.write(descriptor, start, rest.count)
      if done > 0 {
        rest = UnsafeRawBufferPointer(rebasing: rest[done...])
        continue
      }
      // POSIX leaves a write of 0 bytes of more asked undefined; trying for ever would hang.
      let code = done == 0 ? EIO : errno
      if code == EAGAIN || code == EWOULDBLOCK {
        wait(for: descriptor, Int16(POLLOUT))
      } else if code != EINTR {
        throw FileFailure(path: name, operation: .write, errno: code)
      }
    }
  }

  /// Reads at most `buffer.count` bytes, from `offset` or where the descriptor stands; 0 is the end of the file.
  static func read(
    into buffer: UnsafeMutableRawBufferPointer, from descriptor: Int32, at offset: Int? = nil, named name: String
  ) throws(FileFailure) -> Int {
    while true {
      let done =
        if let offset {
          pread(descriptor, buffer.baseAddress, buffer.count, off_t(offset))
        } else {
          Glibc.read(descriptor, buffer.baseAddress, buffer.count)
        }
      if done >= 0 { return done }
      let code = errno
      if code == EAGAIN || code == EWOULDBLOCK {
        wait(for: descriptor, Int16(POLLIN))
      } else if code != EINTR {
        throw FileFailure(path: name, operation: .read, errno: code)
      }
    }
  }

  /// What the system knows about an open descriptor.
  static func status(of descriptor: Int32, named name: String) throws(FileFailure) -> stat {
    var status = stat()
    guard fstat(descriptor, &status) == 0 else { throw FileFailure(path: name, operation: .status, errno: errno) }
    return status
  }

  /// Whether `mode` (of a `stat`) is of the type `type`, such as `S_IFDIR`.
  static func isType(_ mode: mode_t, _ type: mode_t) -> Bool { mode & S_IFMT == type }

  private static func wait(for descriptor: Int32, _ events: Int16) {
    var request = pollfd(fd: descriptor, events: events, revents: 0)
    _ = poll(&request, 1, -1)
  }
}
