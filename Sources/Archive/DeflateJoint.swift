/// Makes a whole deflate stream one that another stream can follow: libdeflate only writes whole ones.
///
/// The header of the last block (RFC 1951, section 3.2.3) loses its final bit, and an empty stored block fills the last
/// byte. Where the last block begins and ends is known only to whoever decodes the stream.
final class DeflateJoint {
  private let inflater: Inflater
  /// What inflate gives is not looked at; any size does.
  private let scratch = UnsafeMutableRawBufferPointer.allocate(byteCount: 1 << 16, alignment: 1)

  init() throws(ArchiveError) { inflater = try Inflater() }

  deinit { scratch.deallocate() }

  /// Opens the end of `bytes`, a whole raw deflate stream.
  func open(_ bytes: inout [UInt8]) throws(ArchiveError) {
    let last = try lastBlock(of: bytes)
    bytes[last.lowerBound / 8] &= ~(1 << UInt8(last.lowerBound % 8))
    // The stored block's header is three zero bits, then zeros up to the next byte, then its length and its complement.
    let spare = bytes.count * 8 - last.upperBound
    if spare < 3 { bytes.append(0) }
    bytes += [0x00, 0x00, 0xFF, 0xFF]
  }

  /// The bits of the last block, its header included.
  private func lastBlock(of bytes: [UInt8]) throws(ArchiveError) -> Range<Int> {
    inflater.reset()
    return try bytes.withRawBytes { input throws(ArchiveError) -> Range<Int> in
      inflater.supply(input)
      var start = 0
      while let boundary = inflater.inflateBlock(into: scratch) {
        let read = (input.count - inflater.unread) * 8
        switch boundary {
        case .inside: break
        case .block(let spare): start = read - spare
        case .lastBlock(let spare): return start..<read - spare
        }
      }
      throw .outOfMemory
    }
  }
}
