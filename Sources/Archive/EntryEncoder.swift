/// Deflates one entry after the other, on all processors, and keeps the result until its headers can be written.
///
/// An entry is cut into blocks of one fixed size, however the caller cuts it. No block refers to another, so that they
/// can be deflated side by side; an entry of one block is deflated by the caller's thread.
final class EntryEncoder {
  /// Bytes given so far.
  private(set) var size = 0
  /// Of the whole entry, once ``finish()`` returned.
  private(set) var checksum: UInt32 = 0
  /// The entry deflated, once ``finish()`` returned.
  let compressed: Spool

  static let blockSize = 1 << 20

  private let threadCount: Int
  /// Made where an entry is the first to need them.
  private var threads: DeflateThreads?
  private let deflater: Deflater
  private var block: [UInt8] = []
  /// Submitted and not yet collected, in order.
  private var jobs: [DeflateJob] = []

  /// - Parameters:
  ///   - threads: how many deflate the blocks; the result is the same.
  ///   - spool: takes what is deflated.
  init(threads: Int, spool: Spool) throws(ArchiveError) {
    threadCount = threads
    compressed = spool
    deflater = try Deflater()
  }

  /// Begins a new entry.
  func reset() {
    size = 0
    checksum = 0
    compressed.reset()
    block.removeAll(keepingCapacity: true)
    jobs = []
  }

  func append(_ bytes: UnsafeRawBufferPointer) throws(ArchiveError) {
    size += bytes.count
    var rest = bytes
    while !rest.isEmpty {
      // Only now, since the last block of an entry ends otherwise.
      if block.count == Self.blockSize { try submit(isLast: false) }
      let taken = min(rest.count, Self.blockSize - block.count)
      block.append(contentsOf: UnsafeRawBufferPointer(rebasing: rest[..<taken]))
      rest = UnsafeRawBufferPointer(rebasing: rest[taken...])
    }
  }

  /// Ends the entry: ``compressed`` is then a whole deflate stream.
  func finish() throws(ArchiveError) {
    if size <= Self.blockSize {
      try collect(try deflater.deflate(block, isLast: true))
    } else {
      try submit(isLast: true)
      while !jobs.isEmpty { try collectOldest() }
    }
  }

  private func submit(isLast: Bool) throws(ArchiveError) {
    let threads = self.threads ?? DeflateThreads(count: threadCount)
    self.threads = threads
    while jobs.count >= threads.room { try collectOldest() }
    let job = DeflateJob(block, isLast: isLast)
    block = []
    block.reserveCapacity(isLast ? 0 : Self.blockSize)
    jobs.append(job)
    threads.submit(job)
  }

  private func collectOldest() throws(ArchiveError) {
    guard let threads else { return }
    try collect(try threads.result(of: jobs.removeFirst()))
  }

  private func collect(_ deflated: DeflatedBlock) throws(ArchiveError) {
    checksum = CRC32.combined(checksum, deflated.checksum, count: deflated.size)
    try compressed.append(deflated.bytes)
  }
}
