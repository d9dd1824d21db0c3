import Archive
import Reading

extension Breaches {
  /// What holds for every archive that can be opened: each entry gives the bytes that it states, or is refused.
  mutating func checkArchive(_ bytes: [UInt8]) throws(ReadingError) {
    let limits = ReadingLimits()
    if let archive = try? ForeignArchive(bytes) {
      var taken = 0
      for entry in archive.entries {
        check(archive.entry(named: entry.path) != nil, "an entry is found by its path")
        check(entry.size >= 0 && entry.compressedSize >= 0, "sizes are none below 0")
        guard entry.size <= 1 << 24, let content = try? archive.read(entry) else { continue }
        check(content.count == entry.size, "an entry has the size that it states")
        taken += entry.compressedSize
      }
      check(taken <= bytes.count, "what is read of entries stands in the file once")
    }
    var documents = try DocumentArchive(bytes)
    let paths = documents.members.map(\.path)
    check(paths.allSatisfy { !$0.isEmpty && !$0.hasPrefix("/") }, "paths of documents stay in the archive")
    check(
      !paths.contains { $0.utf8.split(separator: UInt8(ascii: "/")).contains { $0.elementsEqual("..".utf8) } },
      "no path leads out of the archive")
    var total = 0
    for member in documents.members {
      guard let content = try? documents.bytes(of: member) else { continue }
      total += content.count
    }
    check(total <= limits.totalSize, "documents keep to the limit of all together")
  }
}
