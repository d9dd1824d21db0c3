import Archive
import GRDB
import Glibc
import Packaging

/// A folder of bundles with one database that was made of them, and can be made of them anew at any time.
///
/// The bundles are kept byte for byte and are what counts. One process writes at a time; any number read meanwhile.
public struct Workspace: Sendable {
  public let folder: WorkspaceFolder
  /// How long a second writer waits for the first.
  let patience: Double

  /// - Parameter patience: seconds.
  public init(_ path: String, patience: Double = 10) {
    folder = WorkspaceFolder(path)
    self.patience = patience
  }

  /// Makes an empty workspace: the folder may be there, but must be empty. One that is there already stays as it is.
  ///
  /// - Returns: whether it is new.
  public func create() throws(WorkspaceError) -> Bool {
    if WorkspaceFolder.exists(folder.database) {
      _ = try reading { _ in }
      return false
    }
    try WorkspaceFolder.make(folder.path)
    guard try isFree() else { throw .foreign }
    let lock = try FileLock(folder.writersLock, .alone, seconds: patience)
    defer { withExtendedLifetime(lock) {} }
    try WorkspaceFolder.make(folder.bundles)
    _ = try FileLock(folder.readersLock, .alone, seconds: patience)
    try build { _ in }
    return true
  }

  /// Whether nothing stands in the folder but what an unfinished beginning leaves.
  private func isFree() throws(WorkspaceError) -> Bool {
    guard let open = opendir(folder.path) else {
      throw WorkspaceError(FileFailure(path: folder.path, operation: .open, errno: errno))
    }
    defer { closedir(open) }
    let own = [".", "..", "bundles", ".writer", ".readers"]
    while let entry = readdir(open) {
      let name = withUnsafePointer(to: &entry.pointee.d_name) { pointer in
        pointer.withMemoryRebound(to: CChar.self, capacity: 256) { String(cString: $0) }
      }
      if !own.contains(name), !name.hasPrefix("workspace.sqlite.new") { return false }
    }
    return true
  }

  // MARK: Reading

  /// Runs a reading of the database; nothing changes while it lasts.
  func reading<Value>(_ body: (Database) throws -> Value) throws(WorkspaceError) -> Value {
    try readingQueue { try $0.read(body) }
  }

  /// Hands over a connection that can only read.
  func readingQueue<Value>(_ body: (DatabaseQueue) throws -> Value) throws(WorkspaceError) -> Value {
    try requireDatabase()
    let lock = try? FileLock(folder.readersLock, .shared, seconds: patience)
    defer { withExtendedLifetime(lock) {} }
    let queue = try opened { path throws(WorkspaceError) in try Connection.reading(path) }
    return try Connection.attempt { try body(queue) }
  }

  /// Among bundles of ours what is no database of ours is one that was damaged; elsewhere it is somebody else's.
  private func opened(
    _ open: (String) throws(WorkspaceError) -> DatabaseQueue
  ) throws(WorkspaceError) -> DatabaseQueue {
    do throws(WorkspaceError) { return try open(folder.database) } catch {
      guard case .foreign = error, WorkspaceFolder.exists(folder.bundles) else { throw error }
      throw .damaged
    }
  }

  private func requireDatabase() throws(WorkspaceError) {
    guard WorkspaceFolder.exists(folder.database) else {
      throw WorkspaceFolder.exists(folder.bundles) ? .unfinished : .none
    }
  }

  // MARK: Writing

  /// Runs a change, alone among writers.
  func writing<Value>(_ body: (DatabaseQueue) throws(WorkspaceError) -> Value) throws(WorkspaceError) -> Value {
    // A database of another kind is told before anything is written.
    try reading { _ in }
    let lock = try FileLock(folder.writersLock, .alone, seconds: patience)
    defer { withExtendedLifetime(lock) {} }
    let queue = try opened { path throws(WorkspaceError) in try Connection.writing(path) }
    try settle(queue)
    return try body(queue)
  }

  /// Ends what a process that was killed had begun: the database says whether it came to pass.
  private func settle(_ queue: DatabaseQueue) throws(WorkspaceError) {
    let (adding, removing) = (try folder.kept(".jdx.adding"), try folder.kept(".jdx.removing"))
    guard !adding.isEmpty || !removing.isEmpty else { return }
    let known = try Connection.attempt {
      try queue.read { db in
        let rows = try GRDB.Row.fetchAll(db, sql: "SELECT fingerprint, sha256 FROM bundle")
        return Dictionary(rows.map { ($0[0] as String, $0[1] as String) }) { first, _ in first }
      }
    }
    for (files, name) in [(adding, folder.adding), (removing, folder.removing)] {
      for fingerprint in files {
        if let sha256 = known[fingerprint] {
          // More signatures of a bundle that is there: the database says which file it is.
          if WorkspaceFolder.exists(folder.bundle(fingerprint)),
            SHA256Hex.of(try Workspace.bytes(name(fingerprint))) != sha256
          {
            try WorkspaceFolder.remove(name(fingerprint))
            continue
          }
          try WorkspaceFolder.move(name(fingerprint), to: folder.bundle(fingerprint))
        } else {
          try WorkspaceFolder.remove(name(fingerprint))
        }
      }
    }
  }

  /// Makes a database anew and puts it in the other's place, once all who read have ended.
  func build(_ fill: (Database) throws -> Void) throws(WorkspaceError) {
    for ending in ["", "-journal", "-wal", "-shm"] { try WorkspaceFolder.remove(folder.building + ending) }
    do throws(WorkspaceError) {
      let queue = try Connection.building(folder.building)
      try Connection.attempt {
        try queue.write { db in
          try Schema.migrate(db)
          try fill(db)
        }
        // The file says of itself that it has a log.
        try queue.writeWithoutTransaction { try $0.execute(sql: "PRAGMA optimize; PRAGMA journal_mode = WAL") }
        try queue.close()
      }
      try syncFile(folder.building)
      let lock = try FileLock(folder.readersLock, .alone, seconds: patience)
      defer { withExtendedLifetime(lock) {} }
      for ending in ["-wal", "-shm"] { try WorkspaceFolder.remove(folder.database + ending) }
      try WorkspaceFolder.move(folder.building, to: folder.database)
      WorkspaceFolder.sync(folder.path)
    } catch {
      for ending in ["", "-journal", "-wal", "-shm"] { try? WorkspaceFolder.remove(folder.building + ending) }
      throw error
    }
  }

  private func syncFile(_ path: String) throws(WorkspaceError) {
    let descriptor = open(path, O_RDWR | O_CLOEXEC)
    guard descriptor >= 0 else { throw WorkspaceError(FileFailure(path: path, operation: .open, errno: errno)) }
    defer { close(descriptor) }
    guard fsync(descriptor) == 0 else {
      throw WorkspaceError(FileFailure(path: path, operation: .synchronise, errno: errno))
    }
  }
}
