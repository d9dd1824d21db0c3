@testable import Archive

/// A ZIP put together field by field, so that any of them can lie; its comment is right unless told otherwise.
struct HandMadeArchive {
  struct Header {
    var signature: UInt32
    var madeBy: UInt16 = 0x0314
    var needed: UInt16 = 20
    var flags: UInt16 = 0
    var method: UInt16 = 0
    var time: UInt16 = 0
    var date: UInt16 = 0x21
    var checksum: UInt32
    var compressedSize: UInt32
    var size: UInt32
    var path: [UInt8]
    var pathLength: UInt16
    var extra: [UInt8] = []
    var comment: [UInt8] = []
    var disk: UInt16 = 0
    var internalAttributes: UInt16 = 0
    var externalAttributes: UInt32 = 0x81A4_0000
    var offset: UInt32?
  }

  struct Entry {
    var local: Header
    var central: Header
    var data: [UInt8]
    var before: [UInt8] = []
    var after: [UInt8] = []
    var hasLocal = true

    /// A sound entry, stored.
    init(_ path: String, _ data: [UInt8]) {
      self.init(path: Array(path.utf8), data)
    }

    init(path: [UInt8], _ data: [UInt8]) {
      let checksum = data.withUnsafeBytes { CRC32.continued(0, $0) }
      local = Header(
        signature: 0x0403_4B50, checksum: checksum, compressedSize: UInt32(data.count), size: UInt32(data.count),
        path: path, pathLength: UInt16(path.count))
      central = local
      central.signature = 0x0201_4B50
      self.data = data
    }

    /// A sound entry of `compressed`, a raw deflate stream of `size` bytes.
    init(_ path: String, deflated compressed: [UInt8], size: Int, checksum: UInt32) {
      self.init(path, compressed)
      both {
        $0.method = 8
        $0.size = UInt32(size)
        $0.checksum = checksum
      }
    }

    mutating func both(_ change: (inout Header) -> Void) {
      change(&local)
      change(&central)
    }
  }

  var entries: [Entry]
  var beforeDirectory: [UInt8] = []
  var afterDirectory: [UInt8] = []
  var afterEnd: [UInt8] = []
  var strayInDirectory: [UInt8] = []
  var entryCount: UInt16?
  var totalCount: UInt16?
  var directorySize: UInt32?
  var directoryOffset: UInt32?
  var disk: UInt16 = 0
  var comment: [UInt8]?
  var commentLength: UInt16?

  init(_ entries: [Entry]) { self.entries = entries }

  var bytes: [UInt8] {
    var bytes: [UInt8] = []
    var offsets: [Int] = []
    for entry in entries {
      bytes += entry.before
      offsets.append(bytes.count)
      guard entry.hasLocal else { continue }
      let header = entry.local
      bytes += little(header.signature) + little(header.needed) + common(header)
      bytes += header.path + header.extra + entry.data + entry.after
    }
    bytes += beforeDirectory
    let start = bytes.count
    for (entry, offset) in zip(entries, offsets) {
      let header = entry.central
      bytes += little(header.signature) + little(header.madeBy) + little(header.needed) + common(header)
      bytes += little(UInt16(header.comment.count)) + little(header.disk) + little(header.internalAttributes)
      bytes += little(header.externalAttributes) + little(header.offset ?? UInt32(offset))
      bytes += header.path + header.extra + header.comment
    }
    bytes += strayInDirectory
    let size = bytes.count - start
    bytes += afterDirectory
    let comment = comment ?? Array(SHA256Hex.of(bytes).utf8)
    bytes += little(0x0605_4B50 as UInt32) + little(disk) + little(disk)
    bytes += little(entryCount ?? UInt16(entries.count)) + little(totalCount ?? entryCount ?? UInt16(entries.count))
    bytes += little(directorySize ?? UInt32(size)) + little(directoryOffset ?? UInt32(start))
    return bytes + little(commentLength ?? UInt16(comment.count)) + comment + afterEnd
  }

  private func common(_ header: Header) -> [UInt8] {
    little(header.flags) + little(header.method) + little(header.time) + little(header.date)
      + little(header.checksum) + little(header.compressedSize) + little(header.size)
      + little(header.pathLength) + little(UInt16(header.extra.count))
  }

  private func little(_ value: UInt16) -> [UInt8] { [UInt8(value & 0xFF), UInt8(value >> 8)] }

  private func little(_ value: UInt32) -> [UInt8] {
    [0, 8, 16, 24].map { UInt8(truncatingIfNeeded: value >> $0) }
  }
}
