import Archive
import Glibc
import Plan

/// The rows of one document that stands in one state, as the bytes that any bundle has of them.
///
/// They are accepted where a reading of each of them, and of all of them together, is sure to find no fault: where each
/// line is accepted, every item and figure belongs to the document's only reading, hangs in its tree, and stands at its
/// place in reading order.
struct PlainRows: Sendable {
  /// Lines of `tables/items.csv` and `tables/indicators.csv`.
  private(set) var cells: [[UInt8]] = []
  /// How many items and figures.
  private(set) var counts: [Int] = []
  /// The revisions of all rows, in order, each behind a blank.
  private(set) var revisions: [UInt8] = []

  /// - Parameters:
  ///   - document: its record.
  ///   - items: lines of `records/items.jsonl`.
  ///   - figures: lines of `records/indicators.jsonl`.
  ///   - text: what spans of the document's reading count in.
  init?(of document: Record, items: [UInt8], figures: [UInt8], text: TextPlaces) {
    let (id, reading) = (Array(document.id.utf8), Array(document.revision.utf8))
    var out = RowBuffer()
    let isAccepted = id.withUnsafeBufferPointer { id in
      reading.withUnsafeBufferPointer { reading in
        items.withUnsafeBufferPointer { items in
          figures.withUnsafeBufferPointer { take(items, figures: $0, id, reading, text, &out) }
        }
      }
    }
    guard isAccepted else { return nil }
  }

  private mutating func take(
    _ items: UnsafeBufferPointer<UInt8>, figures: UnsafeBufferPointer<UInt8>, _ id: UnsafeBufferPointer<UInt8>,
    _ reading: UnsafeBufferPointer<UInt8>, _ text: TextPlaces, _ out: inout RowBuffer
  ) -> Bool {
    guard let first = items.baseAddress, !items.isEmpty else {
      (cells, counts) = ([[], []], [0, 0])
      return figures.isEmpty
    }
    var tree = PlainTree(first, document: id, reading: reading)
    return take(items, RowCells.items, text, &out) { row, start, end in
      row.acceptsItem(from: start, to: end) && tree.append(row)
    } && tree.isWhole
      && take(figures, RowCells.figures, text, &out) { row, start, end in
        row.acceptsFigure(from: start, to: end) && tree.append(figure: row)
      }
  }

  private mutating func take(
    _ lines: UnsafeBufferPointer<UInt8>, _ cells: RowCells?, _ text: TextPlaces, _ out: inout RowBuffer,
    _ accepts: (inout RowAcceptor, Int, Int) -> Bool
  ) -> Bool {
    guard let cells else { return false }
    out.removeAll()
    var count = 0
    if let bytes = lines.baseAddress {
      var row = RowAcceptor(bytes, text: text)
      var start = 0
      while start < lines.count {
        guard let found = memchr(bytes + start, 0x0A, lines.count - start) else { return false }
        let end = UnsafeRawPointer(found) - UnsafeRawPointer(bytes)
        guard accepts(&row, start, end) else { return false }
        revisions.append(UInt8(ascii: " "))
        revisions.append(contentsOf: row.line.raw(row.revision.start, row.revision.end))
        cells.append(row, to: &out)
        count += 1
        start = end + 1
      }
    }
    self.cells.append(out.bytes)
    counts.append(count)
    return true
  }
}
