import Archive
import GRDB
import Glibc

/// Opens the database of a workspace, and turns what it says into ``WorkspaceError``.
enum Connection {
  /// `jdxw` in ASCII: tells our databases from others'.
  static let applicationID = 0x6a64_7877

  /// A connection that writes; seconds to wait for readers that hold a lock.
  static func writing(_ path: String) throws(WorkspaceError) -> DatabaseQueue {
    try attempt {
      var configuration = Configuration()
      configuration.journalMode = .wal
      configuration.busyMode = .timeout(10)
      configuration.prepareDatabase { db in
        try db.execute(sql: "PRAGMA synchronous = FULL")
        // 64 MiB: the places of new rows are spread over the indexes.
        try db.execute(sql: "PRAGMA cache_size = -65536")
      }
      let queue = try DatabaseQueue(path: path, configuration: configuration)
      try queue.read(checkKind)
      return queue
    }
  }

  /// A connection for building a database that nobody else knows of yet: a crash leaves what is thrown away.
  static func building(_ path: String) throws(WorkspaceError) -> DatabaseQueue {
    try attempt {
      var configuration = Configuration()
      configuration.prepareDatabase { db in
        try db.execute(sql: "PRAGMA journal_mode = MEMORY; PRAGMA synchronous = OFF; PRAGMA cache_size = -262144")
      }
      return try DatabaseQueue(path: path, configuration: configuration)
    }
  }

  /// A connection that only reads.
  static func reading(_ path: String) throws(WorkspaceError) -> DatabaseQueue {
    do throws(WorkspaceError) {
      return try reading(file: path)
    } catch {
      // Where the folder takes no writing there can be no shared memory, and nobody else writes either.
      guard case .readOnly = error, !hasLog(path) else { throw error }
      return try reading(file: "file:" + escaped(path) + "?immutable=1")
    }
  }

  private static func reading(file: String) throws(WorkspaceError) -> DatabaseQueue {
    try attempt {
      var configuration = Configuration()
      configuration.readonly = true
      configuration.busyMode = .timeout(10)
      configuration.prepareDatabase { db in try db.execute(sql: "PRAGMA cache_size = -65536") }
      let queue = try DatabaseQueue(path: file, configuration: configuration)
      try queue.read(checkKind)
      return queue
    }
  }

  /// Whether a log holds what the database itself does not have yet.
  private static func hasLog(_ path: String) -> Bool {
    var status = stat()
    return stat(path + "-wal", &status) == 0 && status.st_size > 0
  }

  /// A path in a URI.
  private static func escaped(_ path: String) -> String {
    path.utf8.reduce(into: "") { out, byte in
      let isPlain = byte > 0x20 && byte < 0x7F && !"%?#".utf8.contains(byte)
      out += isPlain ? String(Unicode.Scalar(byte)) : "%" + (byte < 16 ? "0" : "") + String(byte, radix: 16)
    }
  }

  private static func checkKind(_ db: Database) throws {
    let id = try Int.fetchOne(db, sql: "PRAGMA application_id") ?? 0
    guard id == applicationID else { throw WorkspaceError.foreign }
    let version = try Int.fetchOne(db, sql: "PRAGMA user_version") ?? 0
    if version > Schema.version { throw WorkspaceError.newer }
    if version == 0 { throw WorkspaceError.unfinished }
  }

  /// Runs calls of the database; its errors come back as ours.
  static func attempt<Value>(_ body: () throws -> Value) throws(WorkspaceError) -> Value {
    do { return try body() } catch let error as WorkspaceError { throw error } catch let error as DatabaseError {
      throw WorkspaceError(error)
    } catch { throw .database("\(error)") }
  }
}

extension WorkspaceError {
  init(_ error: DatabaseError) {
    switch error.resultCode {
    case .SQLITE_CORRUPT: self = .damaged
    case .SQLITE_NOTADB: self = .foreign
    case .SQLITE_BUSY, .SQLITE_LOCKED: self = .busy
    case .SQLITE_FULL: self = .full
    case .SQLITE_READONLY, .SQLITE_PERM, .SQLITE_CANTOPEN: self = .readOnly
    case .SQLITE_IOERR where error.extendedResultCode == .SQLITE_IOERR_SHORT_READ: self = .damaged
    default: self = .database(error.message ?? "\(error.resultCode.rawValue)")
    }
  }
}
