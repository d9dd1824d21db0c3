import Glibc

/// A file that appears under its name complete or not at all.
///
/// Bytes go to a temporary file in the same folder, which ``commit(isSynced:)`` syncs and renames over the
/// target. On any error, on ``discard()`` and when the last reference goes, the temporary file is
/// removed and the old target is untouched. A process that is killed leaves the old target or the new one, and where
/// the file system knows files without a name (`O_TMPFILE`) nothing else.
///
/// - An existing target keeps its mode and, where the system allows it, its owner; one that the
///   user may not write to is refused with `EACCES` although its folder would let it be replaced.
/// - A symbolic link stays: the file it leads to is replaced; only one that leads nowhere is itself replaced.
/// - A device or a pipe (`/dev/null`, `/dev/stdout`) cannot be replaced: it is written to directly.
public final class AtomicFile: ByteSink {
  /// The path as the caller gave it.
  public let path: String

  private var state: State

  private enum State {
    case open(descriptor: Int32, Destination)
    case failed(FileFailure)
    case done
  }

  private enum Destination {
    case direct
    case replacing(target: String, temporary: TemporaryFile, mode: mode_t)
    case creating(target: String, temporary: TemporaryFile, mode: mode_t)

    /// What is written to until the commit, and the mode that it gets.
    var pending: (target: String, temporary: TemporaryFile, mode: mode_t)? {
      switch self {
      case .direct: nil
      case .replacing(let target, let temporary, let mode), .creating(let target, let temporary, let mode):
        (target, temporary, mode)
      }
    }
  }

  /// Creates the temporary file; fails where the target's folder is missing or cannot be written to.
  public convenience init(path: String) throws(FileFailure) { try self.init(path: path, isNamed: false) }

  /// - Parameter isNamed: whether the temporary file has a name, as on file systems that know no others.
  init(path: String, isNamed: Bool) throws(FileFailure) {
    self.path = path
    self.state = .done
    guard !path.isEmpty else { throw FileFailure(path: path, operation: .create, errno: ENOENT) }
    // A NUL byte would silently cut the path short on its way into C.
    guard !path.utf8.contains(0) else { throw FileFailure(path: path, operation: .create, errno: EINVAL) }
    var existing = stat()
    let exists = stat(path, &existing) == 0
    let (target, isReplaceable) = Self.followed(path)
    guard !exists || !Descriptor.isType(existing.st_mode, S_IFDIR) else {
      throw FileFailure(path: path, operation: .open, errno: EISDIR)
    }
    guard !exists || (isReplaceable && Descriptor.isType(existing.st_mode, S_IFREG)) else {
      state = .open(descriptor: try Descriptor.open(target, O_WRONLY, named: path), .direct)
      return
    }
    guard !exists || access(target, W_OK) == 0 else {
      throw FileFailure(path: path, operation: .open, errno: errno)
    }
    // A trailing "/" asks for a folder, which this is not.
    guard !path.hasSuffix("/") else { throw FileFailure(path: path, operation: .open, errno: EISDIR) }
    let temporary = try TemporaryFile(in: Self.folder(of: target), for: path, isNamed: isNamed)
    let descriptor = temporary.descriptor
    do throws(FileFailure) {
      // Created with the mode that the umask leaves, which is read back here: `umask` itself can
      // only be asked by changing it, for all threads.
      let fresh = try Descriptor.status(of: descriptor, named: path)
      guard fchmod(descriptor, 0o600) == 0 else {
        throw FileFailure(path: path, operation: .permissions, errno: errno)
      }
      if exists, existing.st_uid != fresh.st_uid || existing.st_gid != fresh.st_gid {
        _ = fchown(descriptor, existing.st_uid, existing.st_gid)
      }
      let mode = (exists ? existing.st_mode : fresh.st_mode) & 0o777
      state = .open(descriptor: descriptor, .replacing(target: target, temporary: temporary, mode: mode))
    } catch {
      close(descriptor)
      temporary.removeName()
      throw error
    }
  }

  /// Creates the temporary file of a file that must not exist yet: fails with `EEXIST` where anything of that name does,
  /// now or at the commit.
  ///
  /// - Parameter mode: the file's permissions, whatever the umask is.
  public convenience init(newFile path: String, mode: mode_t) throws(FileFailure) {
    try self.init(newFile: path, mode: mode, isNamed: false)
  }

  init(newFile path: String, mode: mode_t, isNamed: Bool) throws(FileFailure) {
    self.path = path
    self.state = .done
    guard !path.utf8.contains(0) else { throw FileFailure(path: path, operation: .create, errno: EINVAL) }
    guard !path.isEmpty, !path.hasSuffix("/") else {
      throw FileFailure(path: path, operation: .create, errno: path.isEmpty ? ENOENT : EISDIR)
    }
    var existing = stat()
    guard lstat(path, &existing) != 0 else { throw FileFailure(path: path, operation: .create, errno: EEXIST) }
    let temporary = try TemporaryFile(in: Self.folder(of: path), for: path, isNamed: isNamed)
    let descriptor = temporary.descriptor
    guard fchmod(descriptor, 0o600) == 0 else {
      let failure = FileFailure(path: path, operation: .permissions, errno: errno)
      close(descriptor)
      temporary.removeName()
      throw failure
    }
    state = .open(descriptor: descriptor, .creating(target: path, temporary: temporary, mode: mode))
  }

  /// The target's folder, which has room for other temporary files.
  public var scratchFolder: String? {
    guard case .open(_, let destination) = state else { return nil }
    return (destination.pending?.target).map(Self.folder)
  }

  /// The folder that a file of that name has, or will have; nil for a device or a pipe, which lies where no file belongs.
  public static func scratchFolder(beside path: String) -> String? {
    var existing = stat()
    let isFile = stat(path, &existing) != 0 || Descriptor.isType(existing.st_mode, S_IFREG)
    return isFile ? folder(of: path) : nil
  }

  deinit {
    if case .open(let descriptor, let destination) = state { Self.release(descriptor, destination) }
  }

  /// Appends `bytes`; after a failure the temporary file is gone and every later call fails alike.
  public func write(_ bytes: UnsafeRawBufferPointer) throws(FileFailure) {
    let (descriptor, _) = try opened()
    do throws(FileFailure) {
      try Descriptor.write(bytes, to: descriptor, named: path)
    } catch {
      throw fail(error)
    }
  }

  /// Makes the written bytes the file's content, on the disk and under its name.
  ///
  /// The last step syncs the folder; if only that fails, the error is reported although the new
  /// file already stands under its name.
  ///
  /// - Parameter isSynced: `false` waits for no disk: other programs still see the file whole or not at all, but after a
  ///   power cut it may be damaged. For what can be made again.
  public func commit(isSynced: Bool = true) throws(FileFailure) {
    let (descriptor, destination) = try opened()
    if let mode = destination.pending?.mode, fchmod(descriptor, mode) != 0 { throw fail(.permissions, errno) }
    // Pipes and some devices have nothing to sync.
    if isSynced, fsync(descriptor) != 0, errno != EINVAL, errno != EROFS { throw fail(.synchronise, errno) }
    guard let (target, temporary, _) = destination.pending else {
      state = .done
      if close(descriptor) != 0, errno != EINTR {
        throw FileFailure(path: path, operation: .close, errno: errno)
      }
      return
    }
    do throws(FileFailure) {
      if case .creating = destination {
        try temporary.link(to: target, for: path)
      } else {
        try temporary.rename(to: target, for: path)
      }
    } catch {
      throw fail(error)
    }
    state = .done
    if close(descriptor) != 0, errno != EINTR { throw FileFailure(path: path, operation: .close, errno: errno) }
    if isSynced { try synchroniseFolder(Self.folder(of: target)) }
  }

  /// Removes the temporary file and leaves the target as it was; does nothing after a commit.
  public func discard() {
    guard case .open(let descriptor, let destination) = state else { return }
    state = .done
    Self.release(descriptor, destination)
  }

  private func opened() throws(FileFailure) -> (Int32, Destination) {
    switch state {
    case .open(let descriptor, let destination): return (descriptor, destination)
    case .failed(let failure): throw failure
    case .done: throw FileFailure(path: path, operation: .write, errno: EBADF)
    }
  }

  private func fail(_ operation: FileFailure.Operation, _ code: Int32) -> FileFailure {
    fail(FileFailure(path: path, operation: operation, errno: code))
  }

  private func fail(_ failure: FileFailure) -> FileFailure {
    discard()
    state = .failed(failure)
    return failure
  }

  private func synchroniseFolder(_ folder: String) throws(FileFailure) {
    // A folder may be written to and yet not be readable; then it cannot be opened to be synced.
    guard let descriptor = try? Descriptor.open(folder, O_RDONLY | O_DIRECTORY, named: path) else { return }
    defer { close(descriptor) }
    if fsync(descriptor) != 0, errno != EINVAL, errno != EROFS {
      throw FileFailure(path: path, operation: .synchronise, errno: errno)
    }
  }

  private static func release(_ descriptor: Int32, _ destination: Destination) {
    close(descriptor)
    destination.pending?.temporary.removeName()
  }

  /// The path behind a symbolic link, any other path as it is.
  ///
  /// `/dev/stdout` may lead to an open file without a name: that link has a target and still no
  /// path that could be replaced.
  private static func followed(_ path: String) -> (target: String, isReplaceable: Bool) {
    var link = stat()
    guard lstat(path, &link) == 0, Descriptor.isType(link.st_mode, S_IFLNK) else { return (path, true) }
    guard let real = realpath(path, nil) else {
      var behind = stat()
      return (path, stat(path, &behind) != 0)
    }
    defer { free(real) }
    return (String(cString: real), true)
  }

  private static func folder(of path: String) -> String {
    guard let slash = path.utf8.lastIndex(of: UInt8(ascii: "/")) else { return "." }
    return slash == path.startIndex ? "/" : String(path[..<slash])
  }
}
