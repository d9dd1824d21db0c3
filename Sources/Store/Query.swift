import GRDB
import Glibc
import Synchronization
import Workers

/// A question in SQL that only reads, with limits of time, rows and memory.
public struct SQLQuestion: Sendable {
  public let sql: String
  /// How many rows are read at most.
  public var limit = 10_000
  /// After how many seconds it is stopped.
  public var seconds = 30.0

  public init(_ sql: String) { self.sql = sql }

  /// What comes back.
  public struct Answer: Sendable {
    public let columns: [String]
    public let rows: [[Cell]]
    /// Whether there are more rows than were to be read.
    public let hasMore: Bool
  }

  /// Numbers with a point are as SQLite prints them.
  public enum Cell: Sendable, Equatable { case none, text(String), integer(Int) }

  public enum Refusal: Error, Sendable {
    /// It would write, open other files or change settings.
    case notReading
    /// It ran for longer than it may.
    case tooLong
    /// It asks for more memory than it may have.
    case tooMuch
    /// What SQLite says of it.
    case wrong(String)
    case workspace(WorkspaceError)
  }
}

extension Workspace {
  /// Answers a question out of the documented views.
  public func ask(_ question: SQLQuestion) throws(SQLQuestion.Refusal) -> SQLQuestion.Answer {
    guard question.isReading else { throw .notReading }
    let answer: Result<SQLQuestion.Answer, SQLQuestion.Refusal>
    do throws(WorkspaceError) {
      answer = try readingQueue { queue in
        let timer = Timer(seconds: question.seconds) { queue.interrupt() }
        defer { timer.stop() }
        return Result { () throws(SQLQuestion.Refusal) in
          do { return try queue.read { try question.answer($0) } } catch let error as DatabaseError {
            throw SQLQuestion.Refusal(error)
          } catch { throw error as? SQLQuestion.Refusal ?? .wrong("\(error)") }
        }
      }
    } catch { throw .workspace(error) }
    return try answer.get()
  }
}

extension SQLQuestion {
  /// What begins otherwise does more than to answer; the connection itself can't write either.
  fileprivate var isReading: Bool {
    var rest = Substring(sql)
    while true {
      rest = rest.drop { $0.isWhitespace || $0 == "(" }
      if rest.hasPrefix("--") {
        rest = rest.drop { !$0.isNewline }
      } else if rest.hasPrefix("/*") {
        guard let end = rest.firstRange(of: "*/") else { return false }
        rest = rest[end.upperBound...]
      } else {
        break
      }
    }
    return ["select", "with", "values", "explain"].contains(rest.prefix { $0.isLetter }.lowercased())
  }

  fileprivate func answer(_ db: Database) throws -> Answer {
    // What one statement may hold; a row alone could be as long as it likes.
    try db.execute(sql: "PRAGMA hard_heap_limit = 1073741824; PRAGMA query_only = 1")
    let statements = try db.allStatements(sql: sql)
    guard let statement = try statements.next(), try statements.next() == nil, statement.isReadonly else {
      throw Refusal.notReading
    }
    var rows: [[Cell]] = []
    let cursor = try Row.fetchCursor(statement)
    var hasMore = false
    while let row = try cursor.next() {
      if rows.count == limit {
        hasMore = true
        break
      }
      rows.append(row.databaseValues.map(Cell.init))
    }
    return Answer(columns: statement.columnNames, rows: rows, hasMore: hasMore)
  }
}

extension SQLQuestion.Cell {
  fileprivate init(_ value: DatabaseValue) {
    switch value.storage {
    case .null: self = .none
    case .int64(let number): self = .integer(Int(number))
    case .double(let number): self = .text("\(number)")
    case .string(let text): self = .text(text)
    case .blob(let bytes):
      self = .text(bytes.map { ($0 < 16 ? "0" : "") + String($0, radix: 16) }.joined())
    }
  }
}

extension SQLQuestion.Refusal {
  fileprivate init(_ error: DatabaseError) {
    switch error.resultCode {
    case .SQLITE_INTERRUPT: self = .tooLong
    case .SQLITE_NOMEM, .SQLITE_TOOBIG: self = .tooMuch
    case .SQLITE_READONLY, .SQLITE_AUTH: self = .notReading
    case .SQLITE_ERROR, .SQLITE_MISUSE, .SQLITE_MISMATCH, .SQLITE_RANGE: self = .wrong(error.message ?? "")
    default: self = .workspace(WorkspaceError(error))
    }
  }
}

/// Stops what takes too long: a statement that sorts or counts gives no row for long, so only a second thread can.
private final class Timer: Sendable {
  private let isOver = Atomic(false)

  init(seconds: Double, _ stop: @escaping @Sendable () -> Void) {
    _ = WorkerThread { [self] in
      var left = seconds
      while !isOver.load(ordering: .relaxed) {
        guard left > 0 else { return stop() }
        usleep(20_000)
        left -= 0.02
      }
    }
  }

  func stop() { isOver.store(true, ordering: .relaxed) }
}
