/// A ZIP of stored entries for other programs, whose names a bundle's need not fit: `[Content_Types].xml`.
///
/// Entries stand in the order given, dated 1980-01-01; names and sizes are the caller's to bound.
public func storedArchive(_ entries: [(path: String, bytes: [UInt8])]) -> [UInt8] {
  var out: [UInt8] = []
  var directory: [UInt8] = []
  for (path, bytes) in entries {
    let name = Array(path.utf8)
    let checksum = bytes.withUnsafeBytes { CRC32.continued(0, $0) }
    // Names are in UTF-8.
    var common: [UInt8] = []
    for field in [20, 1 << 11, ZipForm.stored, ZipForm.time, ZipForm.date] { common += little(UInt32(field), 2) }
    common += little(checksum, 4) + little(UInt32(bytes.count), 4) + little(UInt32(bytes.count), 4)
    common += little(UInt32(name.count), 2) + [0, 0]
    directory += little(ZipForm.centralSignature, 4) + [20, 0] + common + [UInt8](repeating: 0, count: 10)
    directory += little(UInt32(out.count), 4) + name
    out += little(ZipForm.localSignature, 4) + common + name + bytes
  }
  let start = out.count
  out += directory
  out += little(ZipForm.endSignature, 4) + [0, 0, 0, 0] + little(UInt32(entries.count), 2)
  out += little(UInt32(entries.count), 2) + little(UInt32(directory.count), 4) + little(UInt32(start), 4) + [0, 0]
  return out
}

private func little(_ value: UInt32, _ count: Int) -> [UInt8] {
  (0..<count).map { UInt8(truncatingIfNeeded: value >> (8 * UInt32($0))) }
}
