import CZlib

/// Undoes raw deflate piece by piece, holding one piece in memory.
final class Inflater {
  /// What stands at the end of a piece of output.
  enum Boundary: Equatable {
    /// A deflate block goes on.
    case inside
    /// One has ended; so many bits of the last byte taken belong to the next.
    case block(spare: Int)
    /// The last one has.
    case lastBlock(spare: Int)
  }

  /// What one call of ``inflate(into:)`` did.
  enum Step: Equatable {
    /// Bytes were produced; there may be more.
    case produced(Int)
    /// Everything given was taken and nothing can be produced without more.
    case needsInput
    /// The stream is over, with these last bytes.
    case ended(Int)
    /// The stream is no sound deflate.
    case damaged
  }

  private let stream: UnsafeMutablePointer<z_stream>

  /// - Parameter window: bytes before the stream to which it may refer, at most 32 KiB.
  init(behind window: [UInt8] = []) throws(ArchiveError) {
    let stream = UnsafeMutablePointer<z_stream>.allocate(capacity: 1)
    stream.initialize(to: z_stream())
    guard inflateInit2_(stream, -MAX_WBITS, zlibVersion(), Int32(MemoryLayout<z_stream>.size)) == Z_OK else {
      stream.deallocate()
      throw .outOfMemory
    }
    self.stream = stream
    if !window.isEmpty { inflateSetDictionary(stream, window, UInt32(window.count)) }
  }

  deinit {
    inflateEnd(stream)
    stream.deallocate()
  }

  /// How many of the bytes given were not taken yet.
  var unread: Int { Int(stream.pointee.avail_in) }

  /// Gives the next input, which must stay where it is until it is taken; at most 4 GiB.
  func supply(_ bytes: UnsafeRawBufferPointer) {
    stream.pointee.next_in = bytes.zlibInput
    stream.pointee.avail_in = UInt32(truncatingIfNeeded: bytes.count)
  }

  /// Fills `output` as far as the input goes.
  func inflate(into output: UnsafeMutableRawBufferPointer) throws(ArchiveError) -> Step {
    stream.pointee.next_out = output.baseAddress?.assumingMemoryBound(to: UInt8.self)
    stream.pointee.avail_out = UInt32(truncatingIfNeeded: output.count)
    let status = CZlib.inflate(stream, Z_NO_FLUSH)
    let count = output.count - Int(stream.pointee.avail_out)
    switch status {
    case Z_STREAM_END: return .ended(count)
    case Z_OK, Z_BUF_ERROR: return count > 0 ? .produced(count) : unread == 0 ? .needsInput : .damaged
    case Z_MEM_ERROR: throw .outOfMemory
    default: return .damaged
    }
  }

  /// Begins another stream.
  func reset() { inflateReset(stream) }

  /// Fills `output` as far as the input goes, to the end of a deflate block at most; `nil` of damaged input and of
  /// input that ends first.
  func inflateBlock(into output: UnsafeMutableRawBufferPointer) -> Boundary? {
    stream.pointee.next_out = output.baseAddress?.assumingMemoryBound(to: UInt8.self)
    stream.pointee.avail_out = UInt32(truncatingIfNeeded: output.count)
    guard CZlib.inflate(stream, Z_BLOCK) == Z_OK else { return nil }
    // Bit 7: a block has just ended; bit 6: it was the last one; below: unread bits of the last byte taken.
    let state = stream.pointee.data_type
    guard state & 128 != 0 else { return .inside }
    return state & 64 != 0 ? .lastBlock(spare: Int(state & 7)) : .block(spare: Int(state & 7))
  }
}

extension UnsafeRawBufferPointer {
  /// The bytes as zlib's `next_in` wants them; zlib only reads them.
  fileprivate var zlibInput: UnsafeMutablePointer<UInt8>? {
    UnsafeMutablePointer(mutating: baseAddress?.assumingMemoryBound(to: UInt8.self))
  }
}
