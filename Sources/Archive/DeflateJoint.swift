import CZlib

/// Makes a whole deflate stream one that another stream can follow: libdeflate only writes whole ones.
///
/// The header of the last block (RFC 1951, section 3.2.3) loses its final bit, and an empty stored block fills the last
/// byte. Where the last block begins and ends is known only to whoever decodes the stream.
final class DeflateJoint {
  /// What inflate gives is not looked at; any size does.
  private static let scratchSize = 1 << 16

  private let stream: UnsafeMutablePointer<z_stream>
  private let scratch: UnsafeMutablePointer<UInt8>

  init() throws(ArchiveError) {
    let stream = UnsafeMutablePointer<z_stream>.allocate(capacity: 1)
    stream.initialize(to: z_stream())
    guard inflateInit2_(stream, -MAX_WBITS, zlibVersion(), Int32(MemoryLayout<z_stream>.size)) == Z_OK else {
      stream.deallocate()
      throw .outOfMemory
    }
    self.stream = stream
    scratch = .allocate(capacity: Self.scratchSize)
  }

  deinit {
    inflateEnd(stream)
    stream.deallocate()
    scratch.deallocate()
  }

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
    inflateReset(stream)
    return try bytes.withRawBytes { input throws(ArchiveError) -> Range<Int> in
      stream.pointee.next_in = input.zlibInput
      stream.pointee.avail_in = UInt32(input.count)
      var start = 0
      while true {
        stream.pointee.next_out = scratch
        stream.pointee.avail_out = UInt32(Self.scratchSize)
        guard inflate(stream, Z_BLOCK) == Z_OK else { throw .outOfMemory }
        // Bit 7: a block has just ended; bit 6: it was the last one; below: unread bits of the last byte taken.
        let state = stream.pointee.data_type
        guard state & 128 != 0 else { continue }
        let end = (input.count - Int(stream.pointee.avail_in)) * 8 - Int(state & 7)
        if state & 64 != 0 { return start..<end }
        start = end
      }
    }
  }
}

extension UnsafeRawBufferPointer {
  /// The bytes as zlib's `next_in` wants them; zlib only reads them.
  var zlibInput: UnsafeMutablePointer<UInt8>? {
    UnsafeMutablePointer(mutating: baseAddress?.assumingMemoryBound(to: UInt8.self))
  }
}
