import Glibc

/// Bytes that wait to be written: in memory up to a bound, then all of them in a file without a name.
final class Spool {
  private(set) var count = 0

  private let folder: String
  private let bound: Int
  private var held: [[UInt8]] = []
  private var descriptor: Int32?

  /// 8 MiB.
  static let bound = 8 << 20
  private static let step = 1 << 18

  /// - Parameters:
  ///   - folder: where the file is made, if one is needed; nil stands for the system's folder of temporary files.
  ///   - bound: how many bytes are held in memory at most.
  init(folder: String?, bound: Int = Spool.bound) {
    self.folder = folder ?? TemporaryFile.systemFolder
    self.bound = bound
  }

  deinit {
    if let descriptor { close(descriptor) }
  }

  /// Forgets all bytes.
  func reset() {
    if let descriptor { close(descriptor) }
    descriptor = nil
    held = []
    count = 0
  }

  func append(_ bytes: [UInt8]) throws(ArchiveError) {
    do throws(FileFailure) {
      if descriptor == nil, bytes.count > bound - count {
        let file = try TemporaryFile(in: folder, mode: 0o600, for: folder)
        // Without a name it goes with the process, however that ends.
        file.removeName()
        descriptor = file.descriptor
        for piece in held { try write(piece, to: file.descriptor) }
        held = []
      }
      if let descriptor { try write(bytes, to: descriptor) } else { held.append(bytes) }
    } catch {
      throw .file(error)
    }
    count += bytes.count
  }

  /// Hands over all bytes, piece by piece, in order.
  func forEachPiece(_ body: (UnsafeRawBufferPointer) throws(ArchiveError) -> Void) throws(ArchiveError) {
    for piece in held { try piece.withRawBytes { bytes throws(ArchiveError) in try body(bytes) } }
    guard let descriptor else { return }
    let source = FileSource(borrowing: descriptor, count: count, path: folder)
    var position = 0
    while position < count {
      let piece = try source.bytes(at: position, count: min(Self.step, count - position))
      try piece.withRawBytes { bytes throws(ArchiveError) in try body(bytes) }
      position += piece.count
    }
  }

  private func write(_ bytes: [UInt8], to descriptor: Int32) throws(FileFailure) {
    try bytes.withRawBytes { bytes throws(FileFailure) in
      try Descriptor.write(bytes, to: descriptor, named: folder)
    }
  }
}
