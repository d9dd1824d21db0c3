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
    /// The rows of its own view; none where it was there already.
    public let rows: [RecordType: Int]
    /// Signatures that the workspace did not have of a bundle that was there already.
    public let newSignatures: Int
  }

  /// Takes a bundle in: its bytes as a file of its own, its records into the database, both or neither.
  ///
  /// - Parameters:
  ///   - bytes: of the bundle.
  ///   - bundle: what reading them gave.
  public func add(_ bytes: [UInt8], _ bundle: OpenBundle) throws(WorkspaceError) -> Added {
    let added = try add(bytes, bundle.seal) { writing, adding in
      try writing.add(bundle.contents.revisions, bundle.view, to: &adding)
      return true
    }
    guard let added else { throw .damaged }
    return added
  }

  /// The same of bytes that were not read yet, in the memory that some documents take.
  ///
  /// - Parameter isSigned: whether the signatures fit.
  /// - Returns: `nil` where only a reading of the whole bundle tells what it holds, or what is wrong with it; then nothing
  ///   changed.
  public func add(_ bytes: [UInt8], where isSigned: (BundleSeal) -> Bool) throws(WorkspaceError) -> Added? {
    if let known = try known(bytes) { return known }
    guard let bundle = try? WalkedBundle(bytes), isSigned(bundle.seal) else { return nil }
    return try add(bytes, bundle.seal) { try $0.add(bundle, to: &$1) }
  }

  /// The very file was taken in before; what a process that was killed had begun is ended all the same.
  private func known(_ bytes: [UInt8]) throws(WorkspaceError) -> Added? {
    let sha256 = SHA256Hex.of(bytes)
    guard try fingerprint(ofFile: sha256) != nil else { return nil }
    let begun = try folder.kept(".jdx.adding") + folder.kept(".jdx.removing")
    if !begun.isEmpty {
      try writing { _ throws(WorkspaceError) in }
    }
    return try fingerprint(ofFile: sha256).map { Added(thereAs: $0) }
  }

  private func fingerprint(ofFile sha256: String) throws(WorkspaceError) -> String? {
    try reading {
      try String.fetchOne($0, sql: "SELECT fingerprint FROM bundle WHERE sha256 = ?", arguments: [sha256])
    }
  }

  private func add(
    _ bytes: [UInt8], _ seal: BundleSeal, _ fill: (ContentWriting, inout ContentWriting.Adding) throws -> Bool
  ) throws(WorkspaceError) -> Added? {
    let fingerprint = SHA256Hex.of(seal.tagManifest)
    return try writing { queue throws(WorkspaceError) in
      if try has(fingerprint, queue) { return try sign(fingerprint, as: seal, queue) }
      let file = folder.adding(fingerprint)
      do throws(WorkspaceError) {
        try write(bytes, to: file)
        let sha256 = SHA256Hex.of(bytes)
        var added: ContentWriting.Adding?
        try Connection.attempt {
          try queue.writeWithoutTransaction { db in
            try db.inTransaction {
              let writing = ContentWriting(db)
              var adding = try writing.begin(fingerprint, sha256: sha256, size: bytes.count, in: folder.path)
              guard try fill(writing, &adding) else { return .rollback }
              try writing.end(adding)
              added = adding
              return .commit
            }
          }
        }
        guard let added else {
          try WorkspaceFolder.remove(file)
          return nil
        }
        try WorkspaceFolder.move(file, to: folder.bundle(fingerprint))
        WorkspaceFolder.sync(folder.bundles)
        return Added(fingerprint, added)
      } catch {
        if !((try? has(fingerprint, queue)) ?? true) { try? WorkspaceFolder.remove(file) }
        throw error
      }
    }
  }

  /// Keeps the signatures that the bundle in the workspace lacks: in its file, which stays the same bundle.
  private func sign(
    _ fingerprint: String, as seal: BundleSeal, _ queue: DatabaseQueue
  ) throws(WorkspaceError) -> Added {
    let path = folder.bundle(fingerprint)
    let old = try Workspace.bytes(path)
    let isSound =
      try Connection.attempt {
        try queue.read {
          try String.fetchOne($0, sql: "SELECT sha256 FROM bundle WHERE fingerprint = ?", arguments: [fingerprint])
        }
      } == SHA256Hex.of(old)
    let signed: (bytes: [UInt8], count: Int)?
    do throws(BundleError) { signed = isSound ? try Packaging.signed(old, as: seal) : nil } catch {
      throw .bundle(error, path: path)
    }
    guard let signed else { return Added(thereAs: fingerprint) }
    // Until the database names the new file, the old one is the bundle.
    try write(signed.bytes, to: folder.adding(fingerprint))
    try Connection.attempt {
      try queue.write {
        try $0.execute(
          sql: "UPDATE bundle SET sha256 = ?, size = ? WHERE fingerprint = ?",
          arguments: [SHA256Hex.of(signed.bytes), signed.bytes.count, fingerprint])
      }
    }
    try WorkspaceFolder.move(folder.adding(fingerprint), to: path)
    WorkspaceFolder.sync(folder.bundles)
    return Added(thereAs: fingerprint, newSignatures: signed.count)
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
  /// - Parameter read: reads the bytes of a bundle, of the file of that path, that can't be read document by document.
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
        let sha256 = SHA256Hex.of(bytes)
        let walked = try? WalkedBundle(bytes)
        if let walked, walked.fingerprint == fingerprint {
          var isDone = false
          try db.inSavepoint {
            var adding = try writing.begin(fingerprint, sha256: sha256, size: bytes.count, in: folder.path)
            isDone = try writing.add(walked, to: &adding)
            if isDone { try writing.end(adding) } else { writing.forget() }
            return isDone ? .commit : .rollback
          }
          if isDone { continue }
        }
        let bundle = try read(bytes, path)
        guard bundle.fingerprint == fingerprint else {
          throw WorkspaceError.bundle(.changed(entry: "tagmanifest-sha256.txt"), path: path)
        }
        var adding = try writing.begin(fingerprint, sha256: sha256, size: bytes.count, in: folder.path)
        try writing.add(bundle.contents.revisions, bundle.view, to: &adding)
        try writing.end(adding)
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

extension Workspace.Added {
  fileprivate init(_ fingerprint: String, _ adding: ContentWriting.Adding) {
    self.init(
      fingerprint: fingerprint, wasThere: false, newRevisions: adding.revisions, rows: adding.rows, newSignatures: 0)
  }

  fileprivate init(thereAs fingerprint: String, newSignatures: Int = 0) {
    self.init(fingerprint: fingerprint, wasThere: true, newRevisions: 0, rows: [:], newSignatures: newSignatures)
  }
}
