/// Writes a small OLE compound file with the streams named, all at the top.
func oleFile(_ streams: [(name: String, content: [UInt8])]) -> [UInt8] {
  let free: UInt32 = 0xFFFF_FFFF
  let end: UInt32 = 0xFFFF_FFFE
  func bytes(_ value: UInt32) -> [UInt8] { (0..<4).map { UInt8(truncatingIfNeeded: value >> (8 * $0)) } }
  func padded(_ bytes: [UInt8], to size: Int) -> [UInt8] {
    bytes + [UInt8](repeating: 0, count: (size - bytes.count % size) % size)
  }

  // Sector 0 is the table, then the directory, the small streams' table, their stream, and the large streams.
  var next: [UInt32] = [0xFFFF_FFFD]
  var sectors: [UInt8] = []
  func add(_ content: [UInt8]) -> UInt32 {
    let first = UInt32(next.count)
    let count = max(1, (content.count + 511) / 512)
    for index in 0..<count { next.append(index == count - 1 ? end : first + UInt32(index) + 1) }
    sectors += padded(content.isEmpty ? [0] : content, to: 512)
    return first
  }
  var miniNext: [UInt32] = []
  var mini: [UInt8] = []
  var starts: [UInt32] = []
  var large: [(index: Int, content: [UInt8])] = []
  for (index, stream) in streams.enumerated() {
    if stream.content.count >= 4_096 {
      large.append((index, stream.content))
      starts.append(0)
    } else {
      let first = UInt32(miniNext.count)
      let count = max(1, (stream.content.count + 63) / 64)
      for number in 0..<count { miniNext.append(number == count - 1 ? end : first + UInt32(number) + 1) }
      mini += padded(stream.content.isEmpty ? [0] : stream.content, to: 64)
      starts.append(first)
    }
  }
  let miniTable = add(miniNext.flatMap(bytes))
  let miniStart = add(mini)
  for stream in large { starts[stream.index] = add(stream.content) }

  func record(_ name: String, type: UInt8, right: UInt32, child: UInt32, start: UInt32, size: Int) -> [UInt8] {
    let units = name.utf16.flatMap { [UInt8(truncatingIfNeeded: $0), UInt8(truncatingIfNeeded: $0 >> 8)] }
    return units + [UInt8](repeating: 0, count: 64 - units.count) + [UInt8(units.count + 2), 0, type, 1] + bytes(free)
      + bytes(right) + bytes(child) + [UInt8](repeating: 0, count: 36) + bytes(start) + bytes(UInt32(size)) + bytes(0)
  }
  var directory = record("Root Entry", type: 5, right: free, child: 1, start: miniStart, size: mini.count)
  for (index, stream) in streams.enumerated() {
    let right = index + 1 < streams.count ? UInt32(index + 2) : free
    directory += record(
      stream.name, type: 2, right: right, child: free, start: starts[index], size: stream.content.count)
  }
  let directoryStart = add(directory)
  let table = padded(next.flatMap(bytes), to: 512)
  precondition(table.count == 512)
  var header: [UInt8] = [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1] + [UInt8](repeating: 0, count: 16)
  header += [0x3E, 0, 3, 0, 0xFE, 0xFF, 9, 0, 6, 0] + [UInt8](repeating: 0, count: 10) + bytes(1)
  header += bytes(directoryStart) + bytes(0) + bytes(4_096) + bytes(miniTable) + bytes(1) + bytes(end) + bytes(0)
  header += bytes(0) + (1..<109).flatMap { _ in bytes(free) }
  return header + table + sectors
}
