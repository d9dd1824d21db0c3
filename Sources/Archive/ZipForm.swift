/// The one form of ZIP that this module writes and reads.
///
/// Its records are those of PKWARE's APPNOTE 4.3.7, 4.3.12 and 4.3.16, and, only where a number does not fit into them,
/// those of its 64-bit extension (4.3.14, 4.3.15, 4.5.3). Every field that a bundle does not need has one legal value,
/// so that no bit of a file can change unseen.
enum ZipForm {
  static let localSignature: UInt32 = 0x0403_4B50
  static let centralSignature: UInt32 = 0x0201_4B50
  static let endSignature: UInt32 = 0x0605_4B50
  static let wideEndSignature: UInt32 = 0x0606_4B50
  static let locatorSignature: UInt32 = 0x0706_4B50

  static let localLength = 30
  static let centralLength = 46
  /// Without its comment.
  static let endLength = 22
  /// The end record of the 64-bit extension.
  static let wideEndLength = 56
  /// What says where that record is.
  static let locatorLength = 20
  /// A SHA-256 in hexadecimal digits.
  static let commentLength = 64

  /// Version 2.0, the first that knows deflate; 4.5, the first that knows the 64-bit extension, in a record that has it.
  static func versionNeeded(isWide: Bool) -> UInt16 { isWide ? 45 : 20 }
  /// Unix (3), and the version needed.
  static func versionMadeBy(isWide: Bool) -> UInt16 { 3 << 8 | versionNeeded(isWide: isWide) }
  static let flags: UInt16 = 0
  static let stored: UInt16 = 0
  static let deflated: UInt16 = 8
  /// Midnight, on 1 January 1980: the form's first day.
  static let time: UInt16 = 0
  static let date: UInt16 = 1 << 5 | 1
  /// A regular file, `rw-r--r--`.
  static let externalAttributes: UInt32 = 0o100644 << 16

  /// What marks the 64-bit extension among extra fields, and its bytes at most: both sizes and the offset.
  static let wideKind: UInt16 = 1
  static let longestExtra = 4 + 3 * 8

  /// What stands in a field whose number is in the 64-bit extension.
  static let mark16: UInt16 = .max
  static let mark32: UInt32 = .max

  /// The highest numbers that records without the 64-bit extension hold; tests lower them to need it sooner.
  struct Maxima {
    var entries = 0xFFFE
    var size = 0xFFFF_FFFE

    func count16(_ count: Int) -> UInt16 { count > entries ? mark16 : UInt16(truncatingIfNeeded: count) }
    func size32(_ size: Int) -> UInt32 { size > self.size ? mark32 : UInt32(truncatingIfNeeded: size) }
  }

  /// What the two headers of an entry say of it.
  struct Entry: Equatable {
    var path: [UInt8]
    var method: UInt16
    var checksum: UInt32
    var compressedSize: Int
    var size: Int
    var localOffset: Int
  }

  static func localHeader(_ entry: Entry, _ maxima: Maxima = Maxima()) -> [UInt8] {
    let extra = localExtra(entry, maxima)
    var bytes: [UInt8] = []
    bytes.reserveCapacity(localLength + entry.path.count + extra.count)
    bytes.append(little: localSignature)
    appendCommon(entry, maxima, extra: extra, to: &bytes)
    return bytes + entry.path + extra
  }

  static func centralHeader(_ entry: Entry, _ maxima: Maxima = Maxima()) -> [UInt8] {
    let extra = centralExtra(entry, maxima)
    var bytes: [UInt8] = []
    bytes.reserveCapacity(centralLength + entry.path.count + extra.count)
    bytes.append(little: centralSignature)
    bytes.append(little: versionMadeBy(isWide: !extra.isEmpty))
    appendCommon(entry, maxima, extra: extra, to: &bytes)
    bytes.append(little: 0 as UInt16)  // comment length
    bytes.append(little: 0 as UInt16)  // disk
    bytes.append(little: 0 as UInt16)  // internal attributes
    bytes.append(little: externalAttributes)
    bytes.append(little: maxima.size32(entry.localOffset))
    return bytes + entry.path + extra
  }

  /// The extra field of the local header: both sizes, where the size does not fit.
  static func localExtra(_ entry: Entry, _ maxima: Maxima) -> [UInt8] {
    extra(entry.size > maxima.size ? [entry.size, entry.compressedSize] : [])
  }

  /// The extra field of the central header: both sizes, where the size does not fit, and the offset, where it does not.
  static func centralExtra(_ entry: Entry, _ maxima: Maxima) -> [UInt8] {
    extra(
      (entry.size > maxima.size ? [entry.size, entry.compressedSize] : [])
        + (entry.localOffset > maxima.size ? [entry.localOffset] : []))
  }

  private static func extra(_ numbers: [Int]) -> [UInt8] {
    guard !numbers.isEmpty else { return [] }
    var bytes: [UInt8] = []
    bytes.append(little: wideKind)
    bytes.append(little: UInt16(8 * numbers.count))
    for number in numbers { bytes.append(little: number) }
    return bytes
  }

  /// The end record without its comment, with those of the 64-bit extension before it where a number does not fit.
  static func end(entries: Int, directorySize: Int, directoryOffset: Int, _ maxima: Maxima = Maxima()) -> [UInt8] {
    var bytes: [UInt8] = []
    if needsWideEnd(entries: entries, directorySize: directorySize, directoryOffset: directoryOffset, maxima) {
      bytes.append(little: wideEndSignature)
      bytes.append(little: wideEndLength - 12)  // what follows these two fields
      bytes.append(little: versionMadeBy(isWide: true))
      bytes.append(little: versionNeeded(isWide: true))
      bytes.append(little: 0)  // this disk, the directory's disk
      bytes.append(little: entries)
      bytes.append(little: entries)
      bytes.append(little: directorySize)
      bytes.append(little: directoryOffset)
      bytes.append(little: locatorSignature)
      bytes.append(little: 0 as UInt32)  // that record's disk
      bytes.append(little: directoryOffset + directorySize)
      bytes.append(little: 1 as UInt32)  // disks
    }
    bytes.append(little: endSignature)
    bytes.append(little: 0 as UInt32)  // this disk, the directory's disk
    bytes.append(little: maxima.count16(entries))
    bytes.append(little: maxima.count16(entries))
    bytes.append(little: maxima.size32(directorySize))
    bytes.append(little: maxima.size32(directoryOffset))
    bytes.append(little: UInt16(commentLength))
    return bytes
  }

  static func needsWideEnd(entries: Int, directorySize: Int, directoryOffset: Int, _ maxima: Maxima) -> Bool {
    entries > maxima.entries || directorySize > maxima.size || directoryOffset > maxima.size
  }

  /// From "version needed" to "extra length": what the two headers have in common.
  private static func appendCommon(_ entry: Entry, _ maxima: Maxima, extra: [UInt8], to bytes: inout [UInt8]) {
    let isWide = entry.size > maxima.size
    bytes.append(little: versionNeeded(isWide: !extra.isEmpty))
    bytes.append(little: flags)
    bytes.append(little: entry.method)
    bytes.append(little: time)
    bytes.append(little: date)
    bytes.append(little: entry.checksum)
    bytes.append(little: isWide ? mark32 : UInt32(truncatingIfNeeded: entry.compressedSize))
    bytes.append(little: maxima.size32(entry.size))
    bytes.append(little: UInt16(truncatingIfNeeded: entry.path.count))
    bytes.append(little: UInt16(truncatingIfNeeded: extra.count))
  }
}

extension [UInt8] {
  fileprivate mutating func append<Value: FixedWidthInteger>(little value: Value) {
    for shift in stride(from: 0, to: Value.bitWidth, by: 8) {
      append(UInt8(truncatingIfNeeded: value >> shift))
    }
  }
}
