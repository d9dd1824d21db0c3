import CZlib

/// A stretch of an entry, deflated.
struct DeflatedBlock: Sendable {
  var bytes: [UInt8]
  /// Bytes before deflate.
  var size: Int
  /// The CRC-32 of the stretch alone.
  var checksum: UInt32
}

/// Raw deflate at level 6 of one block of an entry after the other.
///
/// A block's bytes follow from itself and the window before it alone, so that any number of deflaters gives the same.
final class Deflater {
  /// How far back deflate looks.
  static let window = 1 << 15

  /// Input is handed to zlib in pieces of one fixed size: what deflate gives may depend on its input's pieces.
  private static let step = 1 << 16

  private let stream: UnsafeMutablePointer<z_stream>
  private let output: UnsafeMutablePointer<UInt8>

  init() throws(ArchiveError) {
    let stream = UnsafeMutablePointer<z_stream>.allocate(capacity: 1)
    stream.initialize(to: z_stream())
    let status = deflateInit2_(
      stream, 6, Z_DEFLATED, -MAX_WBITS, 8, Z_DEFAULT_STRATEGY, zlibVersion(), Int32(MemoryLayout<z_stream>.size))
    guard status == Z_OK else {
      stream.deallocate()
      throw .outOfMemory
    }
    self.stream = stream
    output = .allocate(capacity: Self.step)
  }

  deinit {
    deflateEnd(stream)
    stream.deallocate()
    output.deallocate()
  }

  /// Deflates `block`, which may refer back to `window`, the bytes before it.
  ///
  /// The results of an entry's blocks, the last one marked so, are together one deflate stream.
  func deflate(_ block: [UInt8], after window: [UInt8], isLast: Bool) throws(ArchiveError) -> DeflatedBlock {
    deflateReset(stream)
    if !window.isEmpty, deflateSetDictionary(stream, window, UInt32(window.count)) != Z_OK { throw .outOfMemory }
    var deflated = DeflatedBlock(bytes: [], size: block.count, checksum: 0)
    try block.withRawBytes { bytes throws(ArchiveError) in
      deflated.checksum = CRC32.continued(0, bytes)
      var rest = bytes
      while rest.count >= Self.step {
        try deflate(UnsafeRawBufferPointer(rebasing: rest[..<Self.step]), Z_NO_FLUSH, into: &deflated.bytes)
        rest = UnsafeRawBufferPointer(rebasing: rest[Self.step...])
      }
      try deflate(rest, isLast ? Z_FINISH : Z_SYNC_FLUSH, into: &deflated.bytes)
    }
    return deflated
  }

  private func deflate(
    _ bytes: UnsafeRawBufferPointer, _ flush: Int32, into deflated: inout [UInt8]
  ) throws(ArchiveError) {
    stream.pointee.next_in = bytes.zlibInput
    stream.pointee.avail_in = UInt32(bytes.count)
    repeat {
      stream.pointee.next_out = output
      stream.pointee.avail_out = UInt32(Self.step)
      let status = CZlib.deflate(stream, flush)
      // Z_BUF_ERROR only says that there was nothing left to do.
      guard status == Z_OK || status == Z_STREAM_END || status == Z_BUF_ERROR else { throw .outOfMemory }
      deflated.append(contentsOf: UnsafeBufferPointer(start: output, count: Self.step - Int(stream.pointee.avail_out)))
    } while stream.pointee.avail_out == 0
  }
}

extension UnsafeRawBufferPointer {
  /// The bytes as zlib's `next_in` wants them; zlib only reads them.
  var zlibInput: UnsafeMutablePointer<UInt8>? {
    UnsafeMutablePointer(mutating: baseAddress?.assumingMemoryBound(to: UInt8.self))
  }
}
