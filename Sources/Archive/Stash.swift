import Glibc
import Synchronization

/// Bytes put away until they are asked for: in memory up to a bound, then all of them in a file without a name.
///
/// The file goes with the process, however that ends. Several threads may use a stash at a time.
public final class Stash: Sendable {
  /// Where one piece lies.
  public struct Place: Sendable {
    fileprivate let offset: Int
    /// Bytes.
    public let count: Int
  }

  private struct State {
    var held: [UInt8] = []
    var count = 0
    var descriptor: Int32?
    /// Part of a piece may stand in the file: nothing can follow it.
    var failure: FileFailure?
  }

  private let folder: String
  private let bound: Int
  private let state = Mutex(State())

  /// 1 MiB.
  public static let bound = 1 << 20

  /// - Parameters:
  ///   - folder: where the file is made, if one is needed; nil stands for the system's folder of temporary files.
  ///   - bound: how many bytes are held in memory at most.
  public init(in folder: String? = nil, bound: Int = Stash.bound) {
    self.folder = folder ?? TemporaryFile.systemFolder
    self.bound = bound
  }

  deinit {
    state.withLock { if let descriptor = $0.descriptor { close(descriptor) } }
  }

  /// Puts a piece away; after a failure every later call fails alike.
  public func put(_ bytes: [UInt8]) throws(FileFailure) -> Place {
    try state.withLock { state throws(FileFailure) in
      if let failure = state.failure { throw failure }
      do throws(FileFailure) {
        try append(bytes, to: &state)
      } catch {
        state.failure = error
        throw error
      }
      defer { state.count += bytes.count }
      return Place(offset: state.count, count: bytes.count)
    }
  }

  private func append(_ bytes: [UInt8], to state: inout State) throws(FileFailure) {
    if state.descriptor == nil, bytes.count <= bound - state.count {
      state.held += bytes
      return
    }
    let descriptor = if let open = state.descriptor { open } else { try moveToFile(&state) }
    try bytes.withRawBytes { bytes throws(FileFailure) in
      try Descriptor.write(bytes, to: descriptor, named: folder)
    }
  }

  private func moveToFile(_ state: inout State) throws(FileFailure) -> Int32 {
    let file = try TemporaryFile(in: folder, mode: 0o600, for: folder)
    file.removeName()
    state.descriptor = file.descriptor
    try state.held.withRawBytes { bytes throws(FileFailure) in
      try Descriptor.write(bytes, to: file.descriptor, named: folder)
    }
    state.held = []
    return file.descriptor
  }

  /// The piece at `place`, which this stash gave.
  public func bytes(at place: Place) throws(FileFailure) -> [UInt8] {
    let range = place.offset..<place.offset + place.count
    let (held, descriptor) = state.withLock { state in
      (state.held.indices.contains(range.upperBound - 1) ? Array(state.held[range]) : [], state.descriptor)
    }
    guard let descriptor, !range.isEmpty else { return held }
    var bytes = [UInt8](repeating: 0, count: place.count)
    try bytes.withUnsafeMutableBufferPointer { buffer throws(FileFailure) in
      let whole = UnsafeMutableRawBufferPointer(buffer)
      var done = 0
      while done < whole.count {
        let rest = UnsafeMutableRawBufferPointer(rebasing: whole[done...])
        let count = try Descriptor.read(into: rest, from: descriptor, at: range.lowerBound + done, named: folder)
        guard count > 0 else { throw FileFailure(path: folder, operation: .read, errno: EIO) }
        done += count
      }
    }
    return bytes
  }
}
