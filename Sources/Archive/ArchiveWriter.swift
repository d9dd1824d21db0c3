import Workers

/// Writes a ZIP whose bytes follow from its content alone.
///
/// Entries ascend strictly in byte order of their paths and are dated 1980-01-01; the archive
/// comment is the SHA-256 of every byte before the end record. An entry is deflated (level 6), or
/// stored where deflate does not make it smaller, or makes it smaller than a reader would believe
/// (``ArchiveLimits/ratio``). Large entries are deflated on all processors. Memory stays bounded: the compressed bytes of
/// an entry of which there are more than 8 MiB wait in a file without a name.
///
/// ```swift
/// let file = try AtomicFile(path: "plan.jdx")
/// let writer = try ArchiveWriter(to: file)
/// try writer.add("jdx/bagit.txt", bytes)
/// try writer.finish()
/// try file.commit()
/// ```
public final class ArchiveWriter {
  private let sink: any ByteSink
  private let limits: ArchiveLimits
  private let maxima: ZipForm.Maxima
  private let encoder: EntryEncoder
  private var register: PathRegister
  private var hash = SHA256Hex()
  private var position = 0
  private var total = 0
  private var entries: [ZipForm.Entry] = []
  private var state = State.ready

  private enum State {
    case ready, adding, finished
    case failed(ArchiveError)
  }

  /// A writer to `sink`; fails only where zlib finds no memory.
  public convenience init(to sink: any ByteSink, limits: ArchiveLimits = ArchiveLimits()) throws(ArchiveError) {
    try self.init(to: sink, limits: limits, maxima: ZipForm.Maxima())
  }

  /// With other bounds than the ZIP form's and the module's own, for tests.
  init(
    to sink: any ByteSink, limits: ArchiveLimits = ArchiveLimits(), maxima: ZipForm.Maxima = ZipForm.Maxima(),
    threads: Int = WorkerThread.processors, spoolBound: Int = Spool.bound
  ) throws(ArchiveError) {
    self.sink = sink
    self.limits = limits
    self.maxima = maxima
    encoder = try EntryEncoder(threads: threads, spool: Spool(folder: sink.scratchFolder, bound: spoolBound))
    register = PathRegister(limits: limits)
  }

  /// Adds an entry.
  ///
  /// Fails with ``ArchiveError/unsorted(_:after:)``, ``ArchiveError/collision(_:with:)``,
  /// ``ArchiveError/illegalPath(_:_:offset:)`` or ``ArchiveError/limitExceeded(_:allowed:entry:)`` without having
  /// written anything of it.
  public func add(_ path: String, _ bytes: UnsafeRawBufferPointer) throws(ArchiveError) {
    try begin(path)
    do throws(ArchiveError) {
      try append(bytes, to: path)
      try end(path)
    } catch {
      abandon()
      throw error
    }
  }

  /// Adds an entry.
  public func add(_ path: String, _ bytes: [UInt8]) throws(ArchiveError) {
    try bytes.withRawBytes { buffer throws(ArchiveError) in try add(path, buffer) }
  }

  /// Adds an entry whose bytes `body` hands over piece by piece; where they are cut does not matter.
  ///
  /// What `body` throws goes through, and the entry is then left out.
  public func add(_ path: String, from body: (EntrySink) throws -> Void) throws {
    try begin(path)
    let entry = EntrySink(writer: self, path: path)
    do {
      defer { entry.writer = nil }
      try body(entry)
      if let failure = entry.failure { throw failure }
      try end(path)
    } catch {
      abandon()
      throw error
    }
  }

  /// Writes the directory and the end record, and gives the comment: the SHA-256 of all bytes before that record.
  ///
  /// The sink is left open: an ``AtomicFile`` still has to be committed.
  @discardableResult
  public func finish() throws(ArchiveError) -> String {
    try requireReady()
    let offset = position
    for entry in entries { try emit(ZipForm.centralHeader(entry, maxima)) }
    let end = ZipForm.end(
      entries: entries.count, directorySize: position - offset, directoryOffset: offset, maxima)
    try emit(Array(end.dropLast(ZipForm.endLength)))
    let comment = hash.hex
    try emit(Array(end.suffix(ZipForm.endLength)))
    try emit(Array(comment.utf8))
    state = .finished
    return comment
  }

  fileprivate func append(_ bytes: UnsafeRawBufferPointer, to path: String) throws(ArchiveError) {
    guard bytes.count <= limits.entrySize - encoder.size else {
      throw .limitExceeded(.entrySize, allowed: limits.entrySize, entry: path)
    }
    guard bytes.count <= limits.totalSize - total - encoder.size else {
      throw .limitExceeded(.totalSize, allowed: limits.totalSize, entry: path)
    }
    try encoder.append(bytes)
  }

  private func begin(_ path: String) throws(ArchiveError) {
    try requireReady()
    guard entries.count < limits.entries else {
      throw .limitExceeded(.entries, allowed: limits.entries, entry: path)
    }
    _ = try register.check(Array(path.utf8), offset: nil)
    encoder.reset()
    state = .adding
  }

  private func end(_ path: String) throws(ArchiveError) {
    try encoder.finish()
    let size = encoder.size
    let isStored =
      encoder.compressed.count >= size || limits.exceedsRatio(size: size, compressedSize: encoder.compressed.count)
    let entry = ZipForm.Entry(
      path: Array(path.utf8), method: isStored ? ZipForm.stored : ZipForm.deflated, checksum: encoder.checksum,
      compressedSize: isStored ? size : encoder.compressed.count, size: size, localOffset: position)
    try emit(ZipForm.localHeader(entry, maxima))
    if isStored {
      try emitInflated()
    } else {
      try encoder.compressed.forEachPiece { bytes throws(ArchiveError) in try emit(bytes) }
    }
    entries.append(entry)
    total += size
    // Only now, so that an abandoned entry leaves no trace.
    register.enter(entry.path)
    state = .ready
    encoder.reset()
  }

  private func abandon() {
    if case .adding = state { state = .ready }
    encoder.reset()
  }

  /// Writes the entry's bytes as they were: undoing deflate saves keeping them until the choice is made.
  private func emitInflated() throws(ArchiveError) {
    let inflater = try Inflater()
    let output = UnsafeMutableRawBufferPointer.allocate(byteCount: 1 << 16, alignment: 16)
    defer { output.deallocate() }
    try encoder.compressed.forEachPiece { bytes throws(ArchiveError) in
      try emit(inflating: bytes, with: inflater, through: output)
    }
  }

  private func emit(
    inflating bytes: UnsafeRawBufferPointer, with inflater: Inflater, through output: UnsafeMutableRawBufferPointer
  ) throws(ArchiveError) {
    inflater.supply(bytes)
    while true {
      switch try inflater.inflate(into: output) {
      case .produced(let count): try emit(UnsafeRawBufferPointer(rebasing: output[..<count]))
      case .ended(let count): return try emit(UnsafeRawBufferPointer(rebasing: output[..<count]))
      case .needsInput: return
      case .damaged: throw .outOfMemory  // zlib's own output: only failing memory can have changed it
      }
    }
  }

  private func emit(_ bytes: [UInt8]) throws(ArchiveError) {
    try bytes.withRawBytes { buffer throws(ArchiveError) in try emit(buffer) }
  }

  private func emit(_ bytes: UnsafeRawBufferPointer) throws(ArchiveError) {
    do throws(FileFailure) {
      try sink.write(bytes)
    } catch {
      // A part of the record may stand in the file: nothing sound can follow.
      state = .failed(.file(error))
      throw .file(error)
    }
    hash.update(bytes)
    position += bytes.count
  }

  private func requireReady() throws(ArchiveError) {
    switch state {
    case .ready: return
    case .failed(let error): throw error
    case .adding, .finished: throw .writerClosed
    }
  }
}

/// Takes the bytes of one entry while ``ArchiveWriter/add(_:from:)`` runs, and nothing after it.
public final class EntrySink {
  fileprivate weak var writer: ArchiveWriter?
  fileprivate var failure: ArchiveError?
  private let path: String

  fileprivate init(writer: ArchiveWriter, path: String) {
    self.writer = writer
    self.path = path
  }

  /// Appends `bytes` to the entry; fails where the entry grows too large.
  public func write(_ bytes: UnsafeRawBufferPointer) throws(ArchiveError) {
    guard let writer else { throw .writerClosed }
    if let failure { throw failure }
    do throws(ArchiveError) {
      try writer.append(bytes, to: path)
    } catch {
      // Kept, so that an entry with a piece missing is never written even where the caller goes on.
      failure = error
      throw error
    }
  }

  /// Appends `bytes` to the entry.
  public func write(_ bytes: [UInt8]) throws(ArchiveError) {
    try bytes.withRawBytes { buffer throws(ArchiveError) in try write(buffer) }
  }
}
