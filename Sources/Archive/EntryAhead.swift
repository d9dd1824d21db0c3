import Glibc
import Workers

/// Gives an entry's bytes as ``EntryDecoder`` does, decoded on a thread of its own a few pieces ahead of who takes them.
package final class EntryAhead {
  private let decoder: EntryDecoder
  private let ahead: (pieces: PiecesAhead, thread: WorkerThread)?

  /// Of fewer bytes, a thread takes longer to begin than it saves.
  static let leastSize = 1 << 20

  /// - Parameter isHashed: whether ``sha256`` is asked for; the thread hashes too.
  init(_ entry: ArchiveEntry, in source: any ByteSource, isHashed: Bool = false) {
    let decoder = EntryDecoder(entry, in: source, isHashed: isHashed)
    self.decoder = decoder
    guard entry.size >= Self.leastSize else {
      ahead = nil
      return
    }
    let pieces = PiecesAhead(of: decoder)
    ahead = WorkerThread { pieces.decode() }.map { (pieces, $0) }
  }

  deinit {
    ahead?.pieces.close()
    ahead?.thread.join()
  }

  /// The SHA-256 of the whole entry, once ``next()`` gave `nil`; `nil` where it was not asked for.
  package var sha256: String? { decoder.sha256 }

  /// The next bytes, valid until the next call; `nil` once the whole entry was given and found sound.
  package func next() throws(ArchiveError) -> UnsafeRawBufferPointer? {
    if let ahead { try ahead.pieces.next() } else { try decoder.next() }
  }
}

/// A ring of pieces between the thread that decodes and the one that takes.
private final class PiecesAhead: @unchecked Sendable {
  private let decoder: EntryDecoder
  private let monitor = Monitor()
  private let ring: [UnsafeMutableRawBufferPointer]
  // All below is guarded by the monitor; only who takes moves `first`.
  private var sizes = Array(repeating: 0, count: PiecesAhead.room)
  private var first = 0
  private var count = 0
  /// Whether the first piece is in the taker's hands.
  private var isLent = false
  private var end: Result<Void, ArchiveError>?
  private var isClosed = false

  private static let room = 3

  init(of decoder: EntryDecoder) {
    self.decoder = decoder
    ring = (0..<Self.room).map { _ in .allocate(byteCount: decoder.pieceSize, alignment: 16) }
  }

  deinit {
    for piece in ring { piece.deallocate() }
  }

  func close() { monitor.change { isClosed = true } }

  /// Decodes the whole entry, waiting where the ring is full.
  func decode() {
    do throws(ArchiveError) {
      while true {
        let slot: Int? = monitor.wait(until: { isClosed || count < Self.room }) {
          isClosed ? nil : (first + count) % Self.room
        }
        guard let slot else { return }
        guard let size = try decoder.next(into: ring[slot]) else { break }
        monitor.change {
          sizes[slot] = size
          count += 1
        }
      }
      monitor.change { end = .success(()) }
    } catch {
      monitor.change { end = .failure(error) }
    }
  }

  func next() throws(ArchiveError) -> UnsafeRawBufferPointer? {
    monitor.change {
      guard isLent else { return }
      isLent = false
      first = (first + 1) % Self.room
      count -= 1
    }
    let size: Int? = monitor.wait(until: { count > 0 || end != nil }) {
      isLent = count > 0
      return isLent ? sizes[first] : nil
    }
    if let size { return UnsafeRawBufferPointer(rebasing: ring[first][..<size]) }
    try end?.get()
    return nil
  }
}
