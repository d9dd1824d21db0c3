import Archive
import Glibc

/// The layout of a workspace: one database, and the bundles that it was made of.
public struct WorkspaceFolder: Sendable {
  /// The folder as the caller named it, without a slash at its end.
  public let path: String

  public init(_ path: String) {
    var path = path
    while path.utf8.count > 1, path.hasSuffix("/") { path.removeLast() }
    self.path = path
  }

  var database: String { path + "/workspace.sqlite" }
  /// A database that is being built, to take the other's place.
  var building: String { path + "/workspace.sqlite.new" }
  var bundles: String { path + "/bundles" }
  /// Held by whoever writes.
  var writersLock: String { path + "/.writer" }
  /// Held together by all who read, and alone by whoever puts another database in place.
  var readersLock: String { path + "/.readers" }

  func bundle(_ fingerprint: String) -> String { "\(bundles)/\(fingerprint).jdx" }
  /// A bundle whose rows may not be in the database yet.
  func adding(_ fingerprint: String) -> String { bundle(fingerprint) + ".adding" }
  /// A bundle whose rows may still be in the database.
  func removing(_ fingerprint: String) -> String { bundle(fingerprint) + ".removing" }

  /// The fingerprints of the bundles that are kept, ascending; of one ending where it is given.
  func kept(_ ending: String = ".jdx") throws(WorkspaceError) -> [String] {
    guard let folder = opendir(bundles) else {
      throw .file(FileFailure(path: bundles, operation: .open, errno: errno))
    }
    defer { closedir(folder) }
    var names: [String] = []
    while let entry = readdir(folder) {
      let name = withUnsafePointer(to: &entry.pointee.d_name) { pointer in
        pointer.withMemoryRebound(to: CChar.self, capacity: 256) { String(cString: $0) }
      }
      guard name.hasSuffix(ending) else { continue }
      let fingerprint = String(name.dropLast(ending.count))
      if SHA256Hex.isHex(Array(fingerprint.utf8)) { names.append(fingerprint) }
    }
    return names.sorted()
  }

  static func exists(_ path: String) -> Bool { access(path, F_OK) == 0 }

  static func move(_ from: String, to: String) throws(WorkspaceError) {
    guard rename(from, to) == 0 else { throw WorkspaceError(FileFailure(path: to, operation: .rename, errno: errno)) }
  }

  static func remove(_ path: String) throws(WorkspaceError) {
    guard unlink(path) == 0 || errno == ENOENT else {
      throw WorkspaceError(FileFailure(path: path, operation: .write, errno: errno))
    }
  }

  static func make(_ path: String) throws(WorkspaceError) {
    guard mkdir(path, 0o777) == 0 || errno == EEXIST else {
      throw WorkspaceError(FileFailure(path: path, operation: .create, errno: errno))
    }
  }

  /// Waits until renamed files stay renamed after a power cut.
  static func sync(_ path: String) {
    let descriptor = open(path, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
    guard descriptor >= 0 else { return }
    fsync(descriptor)
    close(descriptor)
  }
}

extension WorkspaceError {
  /// A full disk and a folder that takes no writing have their own words.
  init(_ failure: FileFailure) {
    switch failure.errno {
    case ENOSPC, EDQUOT: self = .full
    case EROFS, EACCES, EPERM: self = .readOnly
    default: self = .file(failure)
    }
  }
}
