/// A ZIP archive as another program would write it, made in memory from paths and their bytes, which are stored.
package struct ZipFixture {
  /// Bytes before the archive.
  package var prefix: [UInt8] = []
  /// The archive comment.
  package var comment: [UInt8] = []
  /// What is set in every entry's flags; bit 0 is encryption, bit 11 UTF-8.
  package var flags: UInt16 = 0x0800
  /// Whether sizes stand behind the data too, and are missing in front of it.
  package var hasDescriptors = false

  private var entries: [(path: [UInt8], content: [UInt8])] = []

  package init() {}

  /// An archive of texts and other contents.
  package init(_ parts: [(String, String)]) {
    for (path, content) in parts { add(path, Array(content.utf8)) }
  }

  package mutating func add(_ path: String, _ content: [UInt8]) { add(rawPath: Array(path.utf8), content) }

  package mutating func add(rawPath path: [UInt8], _ content: [UInt8]) { entries.append((path, content)) }

  /// The archive.
  package var bytes: [UInt8] {
    var out = prefix
    var directory: [UInt8] = []
    let flags = hasDescriptors ? flags | 8 : flags
    for entry in entries {
      let (sum, size, offset) = (Self.checksum(entry.content), UInt32(entry.content.count), out.count - prefix.count)
      let known = little(sum) + little(size) + little(size)
      let local = hasDescriptors ? [UInt8](repeating: 0, count: 12) : known
      // Version, flags, method, time and date.
      let front = little(UInt16(20)) + little(flags) + [UInt8](repeating: 0, count: 6)
      let lengths = little(UInt16(entry.path.count)) + little(UInt16(0))
      out += little(0x0403_4B50 as UInt32) + front + local + lengths + entry.path + entry.content
      if hasDescriptors { out += little(0x0807_4B50 as UInt32) + known }
      directory += little(0x0201_4B50 as UInt32) + little(UInt16(20)) + front + known + lengths
      directory += [UInt8](repeating: 0, count: 10) + little(UInt32(offset)) + entry.path
    }
    let start = UInt32(out.count - prefix.count)
    out += directory
    out += little(0x0605_4B50 as UInt32) + little(UInt32(0)) + little(UInt16(entries.count))
    out += little(UInt16(entries.count)) + little(UInt32(directory.count)) + little(start)
    return out + little(UInt16(comment.count)) + comment
  }

  private func little<Value: FixedWidthInteger>(_ value: Value) -> [UInt8] {
    stride(from: 0, to: Value.bitWidth, by: 8).map { UInt8(truncatingIfNeeded: value >> $0) }
  }

  private static let table: [UInt32] = (0..<256).map { index in
    (0..<8).reduce(UInt32(index)) { value, _ in value & 1 == 1 ? 0xEDB8_8320 ^ (value >> 1) : value >> 1 }
  }

  private static func checksum(_ bytes: [UInt8]) -> UInt32 {
    ~bytes.reduce(~0) { table[Int(($0 ^ UInt32($1)) & 0xFF)] ^ ($0 >> 8) }
  }
}
