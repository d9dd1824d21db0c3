import Archive
import Compare
import Glibc
import Linkage
import Packaging
import Report
import Vocabulary
import Workers

/// One side of `jdx match`: a bundle's goals and tasks, or the lines of a file, read batch by batch on every core.
struct EntrySide {
  /// Its entries in the order of their ids.
  let table: EntryTable

  init(_ path: String) throws {
    let read: EntryTable
    do {
      let source = path == "-" ? try LineSource(descriptor: 0, named: "-") : try LineSource(path: path)
      let head = try source.next() ?? []
      if head.starts(with: Array("PK".utf8)) {
        read = EntryTable(try EntrySide.bundle(head + (try source.rest()), path).view)
      } else {
        read = try EntrySide.lines(head, source, path)
      }
    } catch let failure as FileFailure {
      throw Failure(reading: failure)
    }
    let (ordered, twice) = read.ordered()
    if let twice {
      throw Failure(
        .badInput, .matchTwice, in: Input.shown(path),
        Localized(zh: "编号 \(twice) 出现了两次", en: "the id \(twice) stands twice"),
        hint: Localized(zh: "给每个条目各自的编号", en: "give each entry an id of its own"))
    }
    table = ordered
  }

  private static func bundle(_ bytes: [UInt8], _ path: String) throws -> OpenBundle {
    do throws(BundleError) { return try Input.parsed(bytes, tolerant: false) } catch {
      throw Failure(error, in: Input.shown(path))
    }
  }

  private static func lines(_ head: [UInt8], _ source: LineSource, _ path: String) throws -> EntryTable {
    var table = EntryTable()
    var batch = head.starts(with: [0xEF, 0xBB, 0xBF]) ? Array(head.dropFirst(3)) : head
    var line = 1
    while !batch.isEmpty {
      let answers = concurrentMap(pieces(of: batch)) { [batch] piece -> Result<EntryTable, EntryLineError> in
        Result { () throws(EntryLineError) in try EntryTable(lines: batch[piece]) }
      }
      for (piece, answer) in zip(pieces(of: batch), answers) {
        switch answer {
        case .success(let part): table.append(contentsOf: part)
        case .failure(let error): throw Failure(error, in: Input.shown(path), startingAt: line)
        }
        line += batch[piece].count { $0 == UInt8(ascii: "\n") }
      }
      batch = try source.next() ?? []
    }
    return table
  }

  /// Stretches of whole lines, some for each core.
  private static func pieces(of batch: [UInt8]) -> [Range<Int>] {
    let size = max(1 << 12, batch.count / 8)
    var pieces: [Range<Int>] = []
    var begin = 0
    while begin < batch.count {
      let end =
        batch[min(begin + size, batch.count)...].firstIndex(of: UInt8(ascii: "\n")).map { $0 + 1 } ?? batch.count
      pieces.append(begin..<end)
      begin = end
    }
    return pieces
  }
}
