/// The one form of ZIP that this module writes and reads.
///
/// Three kinds of record, as in PKWARE's APPNOTE 4.3.7, 4.3.12 and 4.3.16; every field that a
/// bundle does not need has one legal value, so that no bit of a file can change unseen.
enum ZipForm {
  static let localSignature: UInt32 = 0x0403_4B50
  static let centralSignature: UInt32 = 0x0201_4B50
  static let endSignature: UInt32 = 0x0605_4B50

  static let localLength = 30
  static let centralLength = 46
  /// Without its comment.
  static let endLength = 22
  /// A SHA-256 in hexadecimal digits.
  static let commentLength = 64

  /// Version 2.0: the first that knows deflate.
  static let versionNeeded: UInt16 = 20
  /// Unix (3), version 2.0.
  static let versionMadeBy: UInt16 = 3 << 8 | 20
  static let flags: UInt16 = 0
  static let stored: UInt16 = 0
  static let deflated: UInt16 = 8
  /// Midnight, on 1 January 1980: the form's first day.
  static let time: UInt16 = 0
  static let date: UInt16 = 1 << 5 | 1
  /// A regular file, `rw-r--r--`.
  static let externalAttributes: UInt32 = 0o100644 << 16

  /// The highest count and the highest size or offset before the 64-bit extension's marks (all bits set).
  static let maximumEntries = 0xFFFE
  static let maximumSize = 0xFFFF_FFFE

  /// What the two headers of an entry say of it.
  struct Entry: Equatable {
    var path: [UInt8]
    var method: UInt16
    var checksum: UInt32
    var compressedSize: Int
    var size: Int
    var localOffset: Int
  }

  static func localHeader(_ entry: Entry) -> [UInt8] {
    var bytes: [UInt8] = []
    bytes.reserveCapacity(localLength + entry.path.count)
    bytes.append(little: localSignature)
    appendCommon(entry, to: &bytes)
    bytes += entry.path
    return bytes
  }

  static func centralHeader(_ entry: Entry) -> [UInt8] {
    var bytes: [UInt8] = []
    bytes.reserveCapacity(centralLength + entry.path.count)
    bytes.append(little: centralSignature)
    bytes.append(little: versionMadeBy)
    appendCommon(entry, to: &bytes)
    bytes.append(little: 0 as UInt16)  // comment length
    bytes.append(little: 0 as UInt16)  // disk
    bytes.append(little: 0 as UInt16)  // internal attributes
    bytes.append(little: externalAttributes)
    bytes.append(little: UInt32(truncatingIfNeeded: entry.localOffset))
    bytes += entry.path
    return bytes
  }

  /// The end record without its comment.
  static func end(entries: Int, directorySize: Int, directoryOffset: Int) -> [UInt8] {
    var bytes: [UInt8] = []
    bytes.append(little: endSignature)
    bytes.append(little: 0 as UInt32)  // this disk, the directory's disk
    bytes.append(little: UInt16(truncatingIfNeeded: entries))
    bytes.append(little: UInt16(truncatingIfNeeded: entries))
    bytes.append(little: UInt32(truncatingIfNeeded: directorySize))
    bytes.append(little: UInt32(truncatingIfNeeded: directoryOffset))
    bytes.append(little: UInt16(commentLength))
    return bytes
  }

  /// From "version needed" to "extra length": what the two headers have in common.
  private static func appendCommon(_ entry: Entry, to bytes: inout [UInt8]) {
    bytes.append(little: versionNeeded)
    bytes.append(little: flags)
    bytes.append(little: entry.method)
    bytes.append(little: time)
    bytes.append(little: date)
    bytes.append(little: entry.checksum)
    bytes.append(little: UInt32(truncatingIfNeeded: entry.compressedSize))
    bytes.append(little: UInt32(truncatingIfNeeded: entry.size))
    bytes.append(little: UInt16(truncatingIfNeeded: entry.path.count))
    bytes.append(little: 0 as UInt16)  // extra length
  }
}

extension [UInt8] {
  fileprivate mutating func append<Value: FixedWidthInteger>(little value: Value) {
    for shift in stride(from: 0, to: Value.bitWidth, by: 8) {
      append(UInt8(truncatingIfNeeded: value >> shift))
    }
  }
}
