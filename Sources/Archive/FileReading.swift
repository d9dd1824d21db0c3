import Glibc

/// Reads a whole file: a regular file, a pipe or a device.
///
/// A folder fails with `EISDIR`, a file of more than `limit` bytes with `EFBIG`.
public func readFile(_ path: String, limit: Int = defaultReadLimit) throws(FileFailure) -> [UInt8] {
  let descriptor = try Descriptor.open(path, O_RDONLY, named: path)
  defer { close(descriptor) }
  return try readAll(descriptor: descriptor, named: path, limit: limit)
}

/// The first `count` bytes of a regular file, fewer where it has fewer; `nil` for a pipe or a device, which can be read
/// once only.
public func readBeginning(_ path: String, count: Int) throws(FileFailure) -> [UInt8]? {
  let descriptor = try Descriptor.open(path, O_RDONLY | O_NONBLOCK, named: path)
  defer { close(descriptor) }
  let status = try Descriptor.status(of: descriptor, named: path)
  guard !Descriptor.isType(status.st_mode, S_IFDIR) else {
    throw FileFailure(path: path, operation: .read, errno: EISDIR)
  }
  guard Descriptor.isType(status.st_mode, S_IFREG) else { return nil }
  var bytes = [UInt8](repeating: 0, count: count)
  let read = try bytes.withUnsafeMutableBufferPointer { buffer throws(FileFailure) in
    try Descriptor.read(into: UnsafeMutableRawBufferPointer(buffer), from: descriptor, named: path)
  }
  return Array(bytes[..<read])
}

/// Reads what is left of an open descriptor, such as standard input (0), to its end; it stays open.
///
/// `name` stands for the path in errors. More than `limit` bytes fail with `EFBIG`.
public func readAll(
  descriptor: Int32, named name: String, limit: Int = defaultReadLimit
) throws(FileFailure) -> [UInt8] {
  let status = try Descriptor.status(of: descriptor, named: name)
  guard !Descriptor.isType(status.st_mode, S_IFDIR) else {
    throw FileFailure(path: name, operation: .read, errno: EISDIR)
  }
  let step = 1 << 18
  let piece = UnsafeMutableRawBufferPointer.allocate(byteCount: step, alignment: 16)
  defer { piece.deallocate() }
  var bytes: [UInt8] = []
  // The size is only a hint: a sparse file states what it does not hold, `/proc` states 0.
  bytes.reserveCapacity(max(0, min(Int(status.st_size), limit, 1 << 26)))
  while true {
    let count = try Descriptor.read(into: piece, from: descriptor, named: name)
    if count == 0 { return bytes }
    guard count <= limit - bytes.count else { throw FileFailure(path: name, operation: .read, errno: EFBIG) }
    bytes.append(contentsOf: UnsafeRawBufferPointer(rebasing: piece[..<count]))
  }
}

/// What ``readFile(_:limit:)`` holds in memory at most unless told otherwise: 4 GiB.
public let defaultReadLimit = 1 << 32
