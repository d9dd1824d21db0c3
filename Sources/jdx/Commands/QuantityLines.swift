import Archive
import ChineseText
import Glibc
import Import
import Plan
import Reading
import Workers

/// Answers each line of a text with a line of JSON, batch by batch: what can be read is answered at once, on every core,
/// and memory does not grow with the text.
struct QuantityLines {
  private let source: LineSource

  init(_ path: String) throws(FileFailure) {
    source = path == "-" ? try LineSource(descriptor: 0, named: "-") : try LineSource(path: path)
  }

  /// Hands the answers over in the lines' order.
  func answer(_ take: ([UInt8]) throws -> Void) throws {
    guard let head = try source.next() else { throw ReadingError.empty }
    if LineDecoder.needsWhole(head) {
      return try take(Self.answers(to: try decode(head + (try source.rest())).scalars))
    }
    var decoder = LineDecoder()
    var batch = head
    while true {
      let start = try decoder.advance(to: batch)
      let pieces = Self.pieces(of: batch, from: start)
      for answers in concurrentMap(pieces, { [decoder, batch] in Self.answers(to: batch[$0], decoder) }) {
        try take(answers.lines)
        if let error = answers.error { throw error }
      }
      guard let next = try source.next() else { return }
      batch = next
    }
  }

  /// Stretches of whole lines, some for each core, so that none waits long for another.
  private static func pieces(of batch: [UInt8], from start: Int) -> [Range<Int>] {
    let size = max(1 << 12, batch.count / 16)
    var pieces: [Range<Int>] = []
    var begin = start
    while begin < batch.count {
      let end = batch[min(begin + size, batch.count)...].firstIndex(of: 0x0A).map { $0 + 1 } ?? batch.count
      pieces.append(begin..<end)
      begin = end
    }
    return pieces
  }

  private static func answers(
    to bytes: ArraySlice<UInt8>, _ decoder: LineDecoder
  ) -> (lines: [UInt8], error: ReadingError?) {
    var out = CanonicalWriter()
    var start = bytes.startIndex
    while start < bytes.endIndex {
      let end = bytes.lineEnd(from: start)
      let isReturn = end > start && bytes[end - 1] == 0x0D
      do throws(ReadingError) {
        write(quantitiesOf: try decoder.scalars(of: bytes[start..<(isReturn ? end - 1 : end)]), into: &out)
      } catch {
        return (out.bytes, error)
      }
      start = end + 1
    }
    return (out.bytes, nil)
  }

  private static func answers(to text: [Unicode.Scalar]) -> [UInt8] {
    var out = CanonicalWriter()
    var lines = text.split(separator: "\n", omittingEmptySubsequences: false)
    if lines.last?.isEmpty ?? false { lines.removeLast() }
    for line in lines { write(quantitiesOf: Array(line.last == "\r" ? line.dropLast() : line), into: &out) }
    return out.bytes
  }

  /// Nothing is known of the lines, and the answers tell no times.
  private static let context = QuantityContext(guessesRole: true, readsPeriods: false)

  private static func write(quantitiesOf line: [Unicode.Scalar], into out: inout CanonicalWriter) {
    out.object { out in
      out.list("indicators") { out in
        for quantity in quantities(in: line, context: context) { quantity.write(into: &out) }
      }
    }
    out.endLine()
  }
}

extension ArraySlice<UInt8> {
  /// Where the line ends that begins at `start`: at its line feed, or at the slice's end.
  fileprivate func lineEnd(from start: Int) -> Int {
    withUnsafeBytes { bytes in
      guard let first = bytes.baseAddress, let found = memchr(first + (start - startIndex), 0x0A, endIndex - start)
      else { return endIndex }
      return startIndex + (UnsafeRawPointer(found) - first)
    }
  }
}
