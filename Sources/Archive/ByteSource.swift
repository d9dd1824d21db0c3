import Glibc

/// Bytes that can be read at any offset.
protocol ByteSource: Sendable {
  /// How many bytes there are (were, when it was opened).
  var count: Int { get }
  /// Fills all of `buffer` from `offset`; bytes that are not there fail as ``ArchiveError/truncated(size:)``.
  func read(_ buffer: UnsafeMutableRawBufferPointer, at offset: Int) throws(ArchiveError)
}

extension ByteSource {
  /// The `count` bytes from `offset`; the caller has made sure that the source holds so many.
  func bytes(at offset: Int, count: Int) throws(ArchiveError) -> [UInt8] {
    guard count > 0 else { return [] }
    guard offset >= 0, offset <= self.count, count <= self.count - offset else { throw .truncated(size: self.count) }
    var bytes = [UInt8](repeating: 0, count: count)
    try bytes.withUnsafeMutableBufferPointer { buffer throws(ArchiveError) in
      try read(UnsafeMutableRawBufferPointer(buffer), at: offset)
    }
    return bytes
  }
}

/// Bytes in memory.
struct MemorySource: ByteSource {
  let content: [UInt8]

  var count: Int { content.count }

  func read(_ buffer: UnsafeMutableRawBufferPointer, at offset: Int) throws(ArchiveError) {
    guard offset >= 0, offset <= content.count, buffer.count <= content.count - offset else {
      throw .truncated(size: content.count)
    }
    buffer.copyBytes(from: content[offset..<(offset + buffer.count)])
  }
}

/// An open regular file.
///
/// It is read, not mapped: a mapped file that somebody cuts short kills the program that looks at it.
final class FileSource: ByteSource {
  let count: Int
  private let descriptor: Int32
  private let path: String
  private let isOwned: Bool

  /// Takes over `descriptor` and closes it in the end.
  init(descriptor: Int32, count: Int, path: String) {
    self.descriptor = descriptor
    self.count = count
    self.path = path
    isOwned = true
  }

  /// Reads `descriptor`, which the caller closes, and not before this is gone.
  init(borrowing descriptor: Int32, count: Int, path: String) {
    self.descriptor = descriptor
    self.count = count
    self.path = path
    isOwned = false
  }

  deinit { if isOwned { close(descriptor) } }

  func read(_ buffer: UnsafeMutableRawBufferPointer, at offset: Int) throws(ArchiveError) {
    var rest = buffer
    var position = offset
    while !rest.isEmpty {
      let done: Int
      do throws(FileFailure) {
        done = try Descriptor.read(into: rest, from: descriptor, at: position, named: path)
      } catch {
        throw .file(error)
      }
      guard done > 0 else { throw .truncated(size: position) }
      position += done
      rest = UnsafeMutableRawBufferPointer(rebasing: rest[done...])
    }
  }
}
