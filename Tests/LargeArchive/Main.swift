import Archive
import Foundation

/// Writes an archive that takes all of ZIP's 64-bit extension and keeps the format's limits, or reads one to its last byte.
///
///     large-archive write FILE
///     large-archive read FILE
@main
enum Main {
  static func main() throws {
    let words = Array(CommandLine.arguments.dropFirst())
    switch words.first {
    case "write" where words.count == 2: try write(words[1])
    case "read" where words.count == 2: try read(words[1])
    default:
      FileHandle.standardError.write(Data("large-archive write FILE | large-archive read FILE\n".utf8))
      exit(2)
    }
    var usage = rusage()
    getrusage(__rusage_who_t(RUSAGE_SELF.rawValue), &usage)
    print("\(words[0]): at most \(usage.ru_maxrss / 1024) MiB of memory")
  }

  /// An entry of 4 GiB that deflate makes small, one nearly as large that it does not, and 66,000 behind them.
  private static func write(_ path: String) throws {
    let file = try AtomicFile(path: path)
    let writer = try ArchiveWriter(to: file)
    try writer.add("jdx/data/a.txt") { entry in
      for number in 0..<LargeText.pieces { try entry.write(LargeText.piece(number)) }
    }
    try writer.add("jdx/data/b.bin") { entry in
      var noise = Noise()
      for _ in 0..<(LargeText.pieces - 8) { try entry.write(noise.piece()) }
    }
    for number in 100_000..<166_000 { try writer.add("jdx/data/c/\(number)", Array("\(number)\n".utf8)) }
    try writer.finish()
    try file.commit()
  }

  private static func read(_ path: String) throws {
    let archive = try ArchiveReader(path: path)
    try archive.checkComment()
    try archive.checkEntries()
    let last = try archive.read(named: "jdx/data/c/165999")
    guard archive.entries.count == 66_002, archive.entries[0].size == 4 << 30, archive.entries[0].isDeflated,
      !archive.entries[1].isDeflated, archive.entries[2].dataOffset > 4 << 30, last == Array("165999\n".utf8)
    else {
      print("read: the archive is not the one that was written")
      exit(1)
    }
    print("read: \(archive.entries.count) entries")
  }
}

/// Lines that deflate packs well, though not beyond what the format's limits allow.
private enum LargeText {
  static let pieces = 4 << 10

  /// One mebibyte.
  static func piece(_ number: Int) -> [UInt8] {
    var bytes: [UInt8] = []
    bytes.reserveCapacity(1 << 20)
    var line = number << 12
    while bytes.count < 1 << 20 {
      line += 1
      bytes += Array("\(line) ".utf8)
      bytes += [UInt8](repeating: UInt8(ascii: "-"), count: 1000)
      bytes.append(UInt8(ascii: "\n"))
    }
    return Array(bytes.prefix(1 << 20))
  }
}

/// Bytes that deflate can't make fewer: SplitMix64 from one seed, the same each time.
private struct Noise {
  private var state: UInt64 = 1

  /// One mebibyte.
  mutating func piece() -> [UInt8] {
    var bytes = [UInt8](repeating: 0, count: 1 << 20)
    bytes.withUnsafeMutableBytes { buffer in
      for place in stride(from: 0, to: buffer.count, by: 8) {
        state &+= 0x9E37_79B9_7F4A_7C15
        var word = (state ^ state >> 30) &* 0xBF58_476D_1CE4_E5B9
        word = (word ^ word >> 27) &* 0x94D0_49BB_1331_11EB
        buffer.storeBytes(of: word ^ word >> 31, toByteOffset: place, as: UInt64.self)
      }
    }
    return bytes
  }
}
