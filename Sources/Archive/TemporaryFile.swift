import Glibc

/// A new file, open for reading and writing, that gets its name last.
///
/// Where the file system can, it has no name until then and goes with the process, however that ends. Elsewhere it stands
/// in its folder under a hidden name, `.jdx-….tmp`, which outlives a process that is killed.
struct TemporaryFile {
  let descriptor: Int32
  private let folder: String
  private let name: String?

  /// The system's folder for temporary files: what `TMPDIR` names, else `/tmp`.
  static var systemFolder: String {
    guard let named = getenv("TMPDIR"), named.pointee == CChar(UInt8(ascii: "/")) else { return "/tmp" }
    return String(cString: named)
  }

  /// - Parameters:
  ///   - mode: the permissions, cut by the umask.
  ///   - path: stands for the file in errors.
  ///   - isNamed: whether to do without what some file systems cannot do.
  init(in folder: String, mode: mode_t = 0o666, for path: String, isNamed: Bool = false) throws(FileFailure) {
    self.folder = folder
    if !isNamed, let descriptor = Self.openUnnamed(in: folder, mode: mode, for: path) {
      self.descriptor = descriptor
      name = nil
    } else {
      (descriptor, name) = try Self.withFreshName(in: folder, for: path) { candidate throws(FileFailure) in
        let flags = O_RDWR | O_CREAT | O_EXCL | O_NOFOLLOW
        return try Descriptor.open(candidate, flags, mode: mode, as: .create, named: path)
      }
    }
  }

  /// Gives the file a name that nothing may have yet.
  func link(to target: String, for path: String) throws(FileFailure) {
    // Unlike a rename, a link never takes another file's place.
    try makeLink(target, for: path)
    removeName()
  }

  /// Gives the file a name, in place of whatever has it.
  func rename(to target: String, for path: String) throws(FileFailure) {
    let current: String
    if let name {
      current = name
    } else {
      // A link takes nobody's place, so it must be renamed at once.
      current = try Self.withFreshName(in: folder, for: path) { candidate throws(FileFailure) in
        try makeLink(candidate, for: path)
      }.name
    }
    guard Glibc.rename(current, target) == 0 else {
      let failure = FileFailure(path: path, operation: .rename, errno: errno)
      unlink(current)
      throw failure
    }
  }

  /// Takes the hidden name away, if the file has one.
  func removeName() {
    if let name { unlink(name) }
  }

  private func makeLink(_ target: String, for path: String) throws(FileFailure) {
    let source = name ?? Self.link(to: descriptor)
    guard linkat(AT_FDCWD, source, AT_FDCWD, target, name == nil ? AT_SYMLINK_FOLLOW : 0) == 0 else {
      throw FileFailure(path: path, operation: .rename, errno: errno)
    }
  }

  /// `O_TMPFILE`, which Swift does not import; the same on all of Linux's machines that Swift runs on.
  private static let unnamed: Int32 = 0o20_000_000 | O_DIRECTORY

  /// `nil` where the file system cannot do it, or could not name the file afterwards; also for all errors that a file
  /// with a name meets as well.
  private static func openUnnamed(in folder: String, mode: mode_t, for path: String) -> Int32? {
    guard let descriptor = try? Descriptor.open(folder, O_RDWR | unnamed, mode: mode, named: path) else { return nil }
    if access(link(to: descriptor), F_OK) == 0 { return descriptor }
    close(descriptor)
    return nil
  }

  private static func link(to descriptor: Int32) -> String { "/proc/self/fd/\(descriptor)" }

  private static func withFreshName<Value>(
    in folder: String, for path: String, _ body: (String) throws(FileFailure) -> Value
  ) throws(FileFailure) -> (value: Value, name: String) {
    var last = FileFailure(path: path, operation: .create, errno: EEXIST)
    for _ in 0..<16 {
      // Short, and not made from the target's name, which may already be as long as names may be.
      let candidate = "\(folder)/.jdx-\(String(UInt64.random(in: .min ... .max), radix: 36)).tmp"
      do throws(FileFailure) {
        return (try body(candidate), candidate)
      } catch {
        guard error.errno == EEXIST else { throw error }
        last = error
      }
    }
    throw last
  }
}
