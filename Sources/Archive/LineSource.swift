import Glibc

/// Reads a file, a pipe or a device in batches of whole lines, so that memory does not grow with its length.
public final class LineSource {
  private let descriptor: Int32
  private let name: String
  private let isOwned: Bool
  private let longest: Int
  private let piece = UnsafeMutableRawBufferPointer.allocate(byteCount: 1 << 20, alignment: 16)
  /// The beginning of a line whose end is not read yet.
  private var begun: [UInt8] = []

  /// The lines of a file.
  ///
  /// - Parameter longest: bytes that a line may have; more fail with `EFBIG`.
  public init(path: String, longest: Int = 1 << 26) throws(FileFailure) {
    descriptor = try Descriptor.open(path, O_RDONLY, named: path)
    name = path
    isOwned = true
    self.longest = longest
    try refuseFolder()
  }

  /// The lines of an open descriptor, such as standard input (0), which stays open; `name` stands for it in errors.
  public init(descriptor: Int32, named name: String, longest: Int = 1 << 26) throws(FileFailure) {
    self.descriptor = descriptor
    self.name = name
    isOwned = false
    self.longest = longest
    try refuseFolder()
  }

  deinit {
    piece.deallocate()
    if isOwned { close(descriptor) }
  }

  private func refuseFolder() throws(FileFailure) {
    let status = try Descriptor.status(of: descriptor, named: name)
    guard !Descriptor.isType(status.st_mode, S_IFDIR) else {
      throw FileFailure(path: name, operation: .read, errno: EISDIR)
    }
  }

  /// The lines that can be read without waiting, at least one and about a mebibyte at most; each ends in a line feed,
  /// but for the last of all, which may lack it. Nil at the end.
  public func next() throws(FileFailure) -> [UInt8]? {
    while true {
      let count = try Descriptor.read(into: piece, from: descriptor, named: name)
      let read = UnsafeRawBufferPointer(rebasing: piece[..<count])
      if count == 0 {
        defer { begun = [] }
        return begun.isEmpty ? nil : begun
      }
      if let last = read.lastIndex(of: 0x0A) {
        var lines = begun
        lines.append(contentsOf: read[...last])
        begun = Array(read[(last + 1)...])
        return lines
      }
      guard begun.count + count <= longest else { throw FileFailure(path: name, operation: .read, errno: EFBIG) }
      begun.append(contentsOf: read)
    }
  }

  /// All that is left.
  public func rest() throws(FileFailure) -> [UInt8] {
    defer { begun = [] }
    return begun + (try readAll(descriptor: descriptor, named: name))
  }
}
