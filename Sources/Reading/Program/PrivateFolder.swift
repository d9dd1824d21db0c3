import Glibc

/// A folder that only we can enter, for a program's input, output and settings; it goes when its owner does.
package struct PrivateFolder: ~Copyable {
  /// Absolute, without a slash at the end.
  package let path: String

  /// - Throws: `.programFailed` where the temporary folder cannot be written.
  init(for kind: FileKind) throws(ReadingError) {
    guard let made = PrivateFolder.make() else {
      throw .programFailed(
        kind, program: "mkdtemp", message: "\(PrivateFolder.parent): \(String(cString: strerror(errno)))")
    }
    path = made
  }

  /// `nil` where the temporary folder cannot be written, with the reason in `errno`.
  package init?() {
    guard let made = PrivateFolder.make() else { return nil }
    path = made
  }

  private static var parent: String { environmentValue("TMPDIR").flatMap { $0.hasPrefix("/") ? $0 : nil } ?? "/tmp" }

  private static func make() -> String? {
    var template = Array("\(parent)/jdx-XXXXXX".utf8CString)
    guard template.withUnsafeMutableBufferPointer({ $0.baseAddress.flatMap { mkdtemp($0) } != nil }) else { return nil }
    return String(decoding: template.dropLast().map { UInt8(bitPattern: $0) }, as: UTF8.self)
  }

  deinit {
    removeTree(path, depth: 0)
  }

  /// Writes a file of that name and returns its path.
  borrowing func write(_ bytes: [UInt8], as name: String, for kind: FileKind) throws(ReadingError) -> String {
    let file = "\(path)/\(name)"
    let descriptor = open(file, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o600)
    defer { if descriptor >= 0 { close(descriptor) } }
    var isWritten = descriptor >= 0
    bytes.withUnsafeBytes { buffer in
      var start = 0
      while isWritten, start < buffer.count {
        let count = Glibc.write(descriptor, buffer.baseAddress?.advanced(by: start), buffer.count - start)
        if count > 0 { start += count } else if errno != EINTR { isWritten = false }
      }
    }
    guard isWritten else {
      throw .programFailed(kind, program: "write", message: "\(file): \(String(cString: strerror(errno)))")
    }
    return file
  }

  /// Makes a folder within it.
  borrowing func makeFolder(_ name: String, for kind: FileKind) throws(ReadingError) {
    guard mkdir("\(path)/\(name)", 0o700) == 0 else {
      throw .programFailed(kind, program: "mkdir", message: "\(path)/\(name): \(String(cString: strerror(errno)))")
    }
  }

  /// The names in the folder, in byte order; only plain files.
  borrowing func files() -> [String] {
    guard let folder = opendir(path) else { return [] }
    defer { closedir(folder) }
    var names: [String] = []
    while let entry = readdir(folder) {
      guard entry.pointee.d_type == UInt8(DT_REG) else { continue }
      names.append(entryName(entry))
    }
    return names.sorted { Array($0.utf8).lexicographicallyPrecedes(Array($1.utf8)) }
  }

  /// The bytes of a file in the folder; `nil` where there is none.
  /// - Throws: `.limitExceeded` where it has more than `limit` bytes.
  borrowing func read(_ name: String, limit: Int) throws(ReadingError) -> [UInt8]? {
    let descriptor = open("\(path)/\(name)", O_RDONLY | O_CLOEXEC | O_NOFOLLOW)
    guard descriptor >= 0 else { return nil }
    defer { close(descriptor) }
    var bytes: [UInt8] = []
    var chunk = [UInt8](repeating: 0, count: 1 << 16)
    while true {
      let count = Glibc.read(descriptor, &chunk, chunk.count)
      if count < 0, errno == EINTR { continue }
      guard count > 0 else { return count == 0 ? bytes : nil }
      guard bytes.count + count <= limit else { throw .limitExceeded(.partSize, allowed: limit, part: name) }
      bytes += chunk.prefix(count)
    }
  }
}

/// Removes a file or a folder with all that is in it; links are removed, not followed.
private func removeTree(_ path: String, depth: Int) {
  guard unlink(path) != 0, depth < 64, let folder = opendir(path) else { return }
  while let entry = readdir(folder) {
    let name = entryName(entry)
    if name != ".", name != ".." { removeTree("\(path)/\(name)", depth: depth + 1) }
  }
  closedir(folder)
  rmdir(path)
}

private func entryName(_ entry: UnsafeMutablePointer<dirent>) -> String {
  withUnsafePointer(to: &entry.pointee.d_name) {
    $0.withMemoryRebound(to: CChar.self, capacity: 256) { String(cString: $0) }
  }
}

/// A value of our environment.
package func environmentValue(_ name: String) -> String? {
  getenv(name).map { String(cString: $0) }
}
