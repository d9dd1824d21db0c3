import Archive
import GRDB
import Glibc
import Packaging
import Plan

extension Workspace {
  /// What adding a bundle did.
  public struct Added: Sendable {
    public let fingerprint: String
    /// Whether the workspace had it already; then nothing changed.
    public let wasThere: Bool
    /// How many of its revisions no other bundle had.
    public let newRevisions: Int
  }

  /// Takes a bundle in: its bytes as a file of its own, its records into the database, both or neither.
  ///
  /// - Parameters:
  ///   - bytes: of the bundle.
  ///   - bundle: what reading them gave.
  public func add(_ bytes: [UInt8], _ bundle: OpenBundle) throws(WorkspaceError) -> Added {
    let fingerprint = bundle.fingerprint
    return try writing { queue throws(WorkspaceError) in
      if try has(fingerprint, queue) { return Added(fingerprint: fingerprint, wasThere: true, newRevisions: 0) }
      let file = folder.adding(fingerprint)
      do throws(WorkspaceError) {
        try write(bytes, to: file)
        let count = try Connection.attempt {
          try queue.write { db in
            try ContentWriting(db).add(bundle, sha256: SHA256Hex.of(bytes), size: bytes.count)
          }
        }
        try WorkspaceFolder.move(file, to: folder.bundle(fingerprint))
        WorkspaceFolder.sync(folder.bundles)
        return Added(fingerprint: fingerprint, wasThere: false, newRevisions: count)
      } catch {
        if !((try? has(fingerprint, queue)) ?? true) { try? WorkspaceFolder.remove(file) }
        throw error
      }
    }
  }

  private func has(_ fingerprint: String, _ queue: DatabaseQueue) throws(WorkspaceError) -> Bool {
    try Connection.attempt {
      try queue.read {
        try Int.fetchOne($0, sql: "SELECT 1 FROM bundle WHERE fingerprint = ?", arguments: [fingerprint]) != nil
      }
    }
  }

  private func write(_ bytes: [UInt8], to path: String) throws(WorkspaceError) {
    do throws(FileFailure) {
      let file = try AtomicFile(path: path)
      try file.write(bytes)
      try file.commit()
    } catch {
      throw WorkspaceError(error)
    }
  }

  /// Takes a bundle out again, with all that no other bundle holds.
  ///
  /// - Parameter name: its fingerprint, or the beginning of it if no other one begins so.
  /// - Returns: the fingerprint.
  public func remove(_ name: String) throws(WorkspaceError) -> String {
    try writing { queue throws(WorkspaceError) in
      let found = try Connection.attempt {
        try queue.read {
          try GRDB.Row.fetchAll(
            $0, sql: "SELECT id, fingerprint FROM bundle WHERE substr(fingerprint, 1, length(?1)) = ?1",
            arguments: [name])
        }
      }
      guard !name.isEmpty, found.count == 1, let row = found.first else { throw .unknownBundle(name) }
      let (id, fingerprint): (Int64, String) = (row[0], row[1])
      let (file, aside) = (folder.bundle(fingerprint), folder.removing(fingerprint))
      if WorkspaceFolder.exists(file) { try WorkspaceFolder.move(file, to: aside) }
      do throws(WorkspaceError) {
        try Connection.attempt { try queue.write { try ContentWriting($0).remove(bundle: id) } }
      } catch {
        try? WorkspaceFolder.move(aside, to: file)
        throw error
      }
      try WorkspaceFolder.remove(aside)
      WorkspaceFolder.sync(folder.bundles)
      return fingerprint
    }
  }

  /// Makes the database anew of the bundles in the folder, whatever became of the old one.
  ///
  /// - Parameter read: reads a bundle's bytes, of the file of that path.
  /// - Returns: how many bundles there are.
  public func rebuild(
    _ read: ([UInt8], String) throws(WorkspaceError) -> OpenBundle
  ) throws(WorkspaceError) -> Int {
    guard WorkspaceFolder.exists(folder.bundles) else { throw .none }
    let lock = try FileLock(folder.writersLock, .alone, seconds: patience)
    defer { withExtendedLifetime(lock) {} }
    do throws(WorkspaceError) { try reading { _ in } } catch {
      // A later version may keep more than follows from the bundles.
      if case .newer = error { throw error }
    }
    try settleByFiles()
    let fingerprints = try folder.kept()
    try build { db in
      let writing = ContentWriting(db)
      for fingerprint in fingerprints {
        let path = folder.bundle(fingerprint)
        let bytes = try Workspace.bytes(path)
        let bundle = try read(bytes, path)
        guard bundle.fingerprint == fingerprint else {
          throw WorkspaceError.bundle(.changed(entry: "tagmanifest-sha256.txt"), path: path)
        }
        _ = try writing.add(bundle, sha256: SHA256Hex.of(bytes), size: bytes.count)
      }
    }
    return fingerprints.count
  }

  static func bytes(_ path: String) throws(WorkspaceError) -> [UInt8] {
    do throws(FileFailure) { return try readFile(path) } catch { throw WorkspaceError(error) }
  }

  /// Ends what a process that was killed had begun: by the database where it can be asked, else in favour of the bundles.
  private func settleByFiles() throws(WorkspaceError) {
    var known: Set<String>?
    if WorkspaceFolder.exists(folder.database) {
      known = try? reading { try Set(String.fetchAll($0, sql: "SELECT fingerprint FROM bundle")) }
    }
    for (ending, name) in [(".jdx.adding", folder.adding), (".jdx.removing", folder.removing)] {
      for fingerprint in try folder.kept(ending) {
        if known?.contains(fingerprint) ?? true {
          try WorkspaceFolder.move(name(fingerprint), to: folder.bundle(fingerprint))
        } else {
          try WorkspaceFolder.remove(name(fingerprint))
        }
      }
    }
  }
}
