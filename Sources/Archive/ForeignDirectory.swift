/// Reads the central directory of an archive that another program wrote.
struct ForeignDirectory {
  let bytes: [UInt8]
  let end: ForeignEnd
  let limits: ArchiveLimits

  private struct Header {
    var rawPath: [UInt8] = []
    var unicodePath: [UInt8]?
    var flags: UInt16 = 0
    var method: UInt16 = 0
    var checksum: UInt32 = 0
    var compressedSize = 0
    var size = 0
    var localOffset = 0
  }

  /// The entries, in order.
  func entries() throws(ArchiveError) -> [ForeignArchive.Entry] {
    var headers: [Header] = []
    var position = end.directory.lowerBound
    while bytes.little32(at: position) == ZipForm.centralSignature, position < end.directory.upperBound {
      guard headers.count < limits.entries else {
        throw .limitExceeded(.entries, allowed: limits.entries, entry: nil)
      }
      headers.append(try header(at: &position))
    }
    // Writers without the 64-bit extension state a count of 16 bits, whatever the number is.
    guard headers.count & 0xFFFF == end.entries & 0xFFFF else {
      throw .illegalField(.entryCount, entry: nil, offset: end.directory.upperBound)
    }
    return zip(headers, bounds(headers)).map(entry)
  }

  /// Where each entry must end: at the beginning of the one that follows it in the file, or of the directory.
  private func bounds(_ headers: [Header]) -> [Int] {
    var bounds = [Int](repeating: end.directory.lowerBound, count: headers.count)
    let order = headers.indices.sorted { headers[$0].localOffset < headers[$1].localOffset }
    for (index, next) in zip(order, order.dropFirst()) { bounds[index] = headers[next].localOffset }
    return bounds
  }

  private func entry(_ header: Header, bound: Int) -> ForeignArchive.Entry {
    let utf8 = header.unicodePath ?? header.rawPath
    let sound = String(validating: utf8, as: UTF8.self)
    let path = (sound ?? String(decoding: utf8, as: UTF8.self)).utf8.map { $0 == 0x5C ? PathRules.slash : $0 }
    return ForeignArchive.Entry(
      path: String(decoding: path, as: UTF8.self), rawPath: header.rawPath, hasUTF8Path: sound != nil,
      size: header.size, compressedSize: header.compressedSize, isEncrypted: header.flags & 1 != 0,
      isDirectory: path.last == PathRules.slash, method: header.method, checksum: header.checksum,
      localOffset: header.localOffset, bound: bound)
  }

  private func header(at position: inout Int) throws(ArchiveError) -> Header {
    let start = position + ZipForm.centralLength
    guard start <= end.directory.upperBound else { throw .overlap(entry: nil, offset: position) }
    var header = Header()
    var fields = FieldReader(bytes[position..<start], base: position)
    fields.skip(8)
    header.flags = try fields.take16(.flags)
    header.method = try fields.take16(.method)
    fields.skip(4)
    header.checksum = try fields.take32(.checksum)
    header.compressedSize = Int(try fields.take32(.compressedSize))
    header.size = Int(try fields.take32(.size))
    let pathLength = Int(try fields.take16(.pathLength))
    let extraLength = Int(try fields.take16(.extraLength))
    let commentLength = Int(try fields.take16(.commentLength))
    fields.skip(8)
    header.localOffset = Int(try fields.take32(.localOffset))
    guard pathLength + extraLength + commentLength <= end.directory.upperBound - start else {
      throw .overlap(entry: nil, offset: position)
    }
    guard pathLength <= limits.pathLength else {
      throw .limitExceeded(.pathLength, allowed: limits.pathLength, entry: nil)
    }
    header.rawPath = Array(bytes[start..<(start + pathLength)])
    takeExtra(start + pathLength..<start + pathLength + extraLength, into: &header)
    let (offset, overflow) = header.localOffset.addingReportingOverflow(end.shift)
    guard !overflow, offset < end.directory.lowerBound else {
      throw .illegalField(.localOffset, entry: PathRules.shown(header.rawPath), offset: position)
    }
    header.localOffset = offset
    position = start + pathLength + extraLength + commentLength
    return header
  }

  /// Takes the sizes of 64 bits (0x0001) and the path in UTF-8 (0x7075) from the extra field, and skips the rest.
  private func takeExtra(_ range: Range<Int>, into header: inout Header) {
    var position = range.lowerBound
    while let kind = bytes.little16(at: position), let length = bytes.little16(at: position + 2) {
      let end = position + 4 + Int(length)
      guard end <= range.upperBound else { return }
      switch kind {
      case 0x0001: takeWide(position + 4..<end, into: &header)
      // Its version, and a checksum of the raw path, which it stands for only while that is unchanged.
      case 0x7075 where length > 5 && bytes.little32(at: position + 5) == checksum(header.rawPath):
        header.unicodePath = Array(bytes[(position + 9)..<end])
      default: break
      }
      position = end
    }
  }

  private func takeWide(_ range: Range<Int>, into header: inout Header) {
    var position = range.lowerBound
    let mark = 0xFFFF_FFFF
    for field in [\Header.size, \Header.compressedSize, \Header.localOffset] where header[keyPath: field] == mark {
      guard position + 8 <= range.upperBound, let value = bytes.little64(at: position) else { return }
      header[keyPath: field] = value
      position += 8
    }
  }

  private func checksum(_ path: [UInt8]) -> UInt32 {
    path.withUnsafeBytes { CRC32.continued(0, $0) }
  }
}
