/// The streams of an OLE compound file (MS-CFB), as old Office documents and encrypted new ones are.
///
/// It takes in no more than a directory and the begins of streams: what is in them is read elsewhere.
struct OLEDirectory {
  /// The names of the streams and storages at the top, in the file's order.
  var names: [String] { entries.map(\.name) }

  private struct Entry {
    let name: String
    let start: Int
    let size: Int
  }

  private let bytes: [UInt8]
  private let sectorSize: Int
  private let miniSectorSize: Int
  /// Shorter streams stand in a stream of their own.
  private let miniLimit: Int
  /// The sectors that hold the table of what sector follows which.
  private var tableSectors: [Int] = []
  private var miniTable: [UInt8] = []
  private var miniStream: [UInt8] = []
  private var entries: [Entry] = []

  static let signature: [UInt8] = [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1]

  /// More bytes of a directory than this are damage or malice: 32,768 entries.
  private static let directoryLimit = 4 << 20

  /// - Throws: `.damaged`.
  init(_ bytes: [UInt8]) throws(ReadingError) {
    self.bytes = bytes
    let shift = bytes.number16(at: 30) ?? 0
    let miniShift = bytes.number16(at: 32) ?? 0
    guard bytes.starts(with: Self.signature), shift == 9 || shift == 12, miniShift == 6,
      let directory = bytes.number32(at: 48), let miniLimit = bytes.number32(at: 56),
      let miniStart = bytes.number32(at: 60)
    else { throw .damaged(.ole, part: nil, line: nil) }
    (sectorSize, miniSectorSize, self.miniLimit) = (1 << shift, 1 << miniShift, min(miniLimit, 1 << 16))
    tableSectors = allTableSectors()
    let records = chain(from: directory, limit: Self.directoryLimit)
    miniTable = chain(from: miniStart, limit: 1 << 20)
    guard let root = Record(records, at: 0) else { throw .damaged(.ole, part: nil, line: nil) }
    miniStream = chain(from: root.start, limit: min(root.size, 16 << 20))
    // The records at the top are a tree; those within storages are another document's.
    var waiting = [root.child]
    var seen: Set<Int> = []
    while let index = waiting.popLast() {
      guard seen.insert(index).inserted, let record = Record(records, at: index) else { continue }
      entries.append(Entry(name: record.name, start: record.start, size: record.size))
      waiting += [record.left, record.right]
    }
  }

  /// The first bytes of a stream at the top; `nil` where there is none of that name.
  func stream(_ name: String, limit: Int) -> [UInt8]? {
    guard let entry = entries.first(where: { $0.name == name }) else { return nil }
    let size = min(max(entry.size, 0), limit)
    guard entry.size < miniLimit else { return Array(chain(from: entry.start, limit: size).prefix(size)) }
    var found: [UInt8] = []
    var sector = entry.start
    while found.count < size {
      let start = sector.multipliedReportingOverflow(by: miniSectorSize)
      guard !start.overflow, start.partialValue >= 0, start.partialValue < miniStream.count else { break }
      found += miniStream[start.partialValue...].prefix(miniSectorSize)
      guard let next = miniTable.number32(at: sector * 4) else { break }
      sector = next
    }
    return Array(found.prefix(size))
  }

  /// The bytes of a sector; `nil` where the file has none of that number.
  private func sector(_ number: Int) -> ArraySlice<UInt8>? {
    let start = (number &+ 1).multipliedReportingOverflow(by: sectorSize)
    guard number >= 0, !start.overflow, start.partialValue > 0, start.partialValue < bytes.count else { return nil }
    return bytes[start.partialValue...].prefix(sectorSize)
  }

  /// The bytes of the sectors that follow one another, up to a limit; a ring ends where it is longer than the file.
  private func chain(from start: Int, limit: Int) -> [UInt8] {
    let limit = min(limit, bytes.count)
    var found: [UInt8] = []
    var number = start
    while found.count < limit, let sector = sector(number) {
      found += sector
      let (table, entry) = number.quotientAndRemainder(dividingBy: sectorSize / 4)
      guard tableSectors.indices.contains(table), let next = self.sector(tableSectors[table])?.number32(at: entry * 4)
      else { break }
      number = next
    }
    return found
  }

  /// The numbers in the header, and in the sectors that go on with it.
  private func allTableSectors() -> [Int] {
    var found = (0..<109).compactMap { bytes.number32(at: 76 + 4 * $0) }.filter { sector($0) != nil }
    var next = bytes.number32(at: 68) ?? 0
    var rest = bytes.count / sectorSize
    while rest > 0, let sector = sector(next) {
      rest -= 1
      let entries = sectorSize / 4 - 1
      found += (0..<entries).compactMap { sector.number32(at: 4 * $0) }.filter { self.sector($0) != nil }
      guard let following = sector.number32(at: 4 * entries), found.count <= bytes.count / sectorSize else { break }
      next = following
    }
    return found
  }
}

/// An entry of the directory.
private struct Record {
  let name: String
  let left: Int
  let right: Int
  let child: Int
  let start: Int
  let size: Int

  init?(_ records: [UInt8], at index: Int) {
    let base = index.multipliedReportingOverflow(by: 128)
    guard index >= 0, !base.overflow, base.partialValue + 128 <= records.count else { return nil }
    let record = records[base.partialValue..<base.partialValue + 128]
    guard let length = record.number16(at: 64), let left = record.number32(at: 68), let right = record.number32(at: 72),
      let child = record.number32(at: 76), let start = record.number32(at: 116), let size = record.number32(at: 120)
    else { return nil }
    let units = (0..<min(max(length / 2 - 1, 0), 31)).compactMap { record.number16(at: 2 * $0) }
    name = String(decoding: units.map { UInt16($0) }, as: UTF16.self)
    (self.left, self.right, self.child, self.start, self.size) = (left, right, child, start, size)
  }
}

extension RandomAccessCollection where Element == UInt8, Index == Int {
  /// Two bytes from an offset on, the lower one first; `nil` beyond the end.
  func number16(at offset: Int) -> Int? {
    guard offset >= 0, offset < count - 1 else { return nil }
    return Int(self[startIndex + offset]) | Int(self[startIndex + offset + 1]) << 8
  }

  /// Four bytes from an offset on, the lowest one first; `nil` beyond the end.
  func number32(at offset: Int) -> Int? {
    guard let low = number16(at: offset), let high = number16(at: offset + 2) else { return nil }
    return low | high << 16
  }
}
