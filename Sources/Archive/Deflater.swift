import CDeflate

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
/// A block's bytes follow from itself alone, so that any number of deflaters gives the same.
final class Deflater {
  private let compressor: OpaquePointer
  private let joint: DeflateJoint
  private var output: UnsafeMutableRawBufferPointer

  init() throws(ArchiveError) {
    joint = try DeflateJoint()
    guard let compressor = libdeflate_alloc_compressor(6) else { throw .outOfMemory }
    self.compressor = compressor
    output = .allocate(byteCount: 0, alignment: 1)
  }

  deinit {
    libdeflate_free_compressor(compressor)
    output.deallocate()
  }

  /// Deflates `block`. The results of an entry's blocks, the last one marked so, are together one deflate stream.
  func deflate(_ block: [UInt8], isLast: Bool) throws(ArchiveError) -> DeflatedBlock {
    var deflated = DeflatedBlock(bytes: [], size: block.count, checksum: 0)
    try block.withRawBytes { bytes throws(ArchiveError) in
      deflated.checksum = CRC32.continued(0, bytes)
      let bound = libdeflate_deflate_compress_bound(compressor, bytes.count)
      if output.count < bound {
        output.deallocate()
        output = .allocate(byteCount: bound, alignment: 1)
      }
      let count = libdeflate_deflate_compress(
        compressor, bytes.baseAddress, bytes.count, output.baseAddress, output.count)
      deflated.bytes = Array(output.prefix(count))
    }
    if !isLast { try joint.open(&deflated.bytes) }
    return deflated
  }
}
