import Archive
import GRDB

/// The table of words: tokens by the keys of their items.
struct Words {
  let db: Database

  func insert(_ tokens: String, of item: Int64) throws {
    try db.cachedStatement(sql: "INSERT INTO words(rowid, tokens) VALUES(?, ?)").execute(arguments: [item, tokens])
  }

  /// A table of words without its texts has to be told what to forget.
  func forget(_ tokens: String, of item: Int64) throws {
    try db.cachedStatement(sql: "INSERT INTO words(words, rowid, tokens) VALUES('delete', ?, ?)")
      .execute(arguments: [item, tokens])
  }
}

/// Tokens that wait until they can be written by ascending keys: in any other order the table of words begins a new part of
/// itself at every step back.
final class PendingWords {
  private let stash: Stash
  private var places: [(key: Int64, place: Stash.Place)] = []

  /// - Parameter folder: where they are put away, beyond some.
  init(in folder: String) { stash = Stash(in: folder) }

  func put(_ tokens: String, of item: Int64) throws {
    do throws(FileFailure) { places.append((item, try stash.put(Array(tokens.utf8)))) } catch {
      throw WorkspaceError(error)
    }
  }

  /// Hands all of them over, by ascending keys.
  func write(_ insert: (Int64, String) throws -> Void) throws {
    for (key, place) in places.sorted(by: { $0.key < $1.key }) {
      let tokens: [UInt8]
      do throws(FileFailure) { tokens = try stash.bytes(at: place) } catch { throw WorkspaceError(error) }
      try insert(key, String(decoding: tokens, as: UTF8.self))
    }
  }
}
