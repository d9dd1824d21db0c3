import Testing

@testable import Archive

/// Entries whose bytes are not what the headers say.
@Suite struct DeceivingStreamTests {
  private let content = prose(5_000)
  private let stream: [UInt8]
  private let checksum: UInt32

  init() throws {
    stream = try Self.deflated(content)
    checksum = content.withUnsafeBytes { CRC32.continued(0, $0) }
  }

  @Test func aSoundStreamIsAccepted() throws {
    try accept(archive(stream, size: content.count).bytes)
  }

  @Test func aStreamThatIsLongerThanStatedIsStoppedEarly() throws {
    let zeros = try Self.deflated([UInt8](repeating: 0, count: 50 << 20))
    let size = zeros.count + 1
    guard case .sizeMismatch("a", size, let found) = refusal(archive(zeros, size: size).bytes) else {
      Issue.record("not refused")
      return
    }
    #expect(found <= size + StreamDecoder.step)
  }

  @Test func aStreamThatIsShorterThanStatedIsRefused() {
    #expect(
      refusal(archive(stream, size: 5_001).bytes) == .sizeMismatch("a", stated: 5_001, found: 5_000))
    // However much is claimed, only what comes is kept.
    let bytes = archive(stream, size: 1 << 20).bytes
    #expect(refusal(bytes) == .sizeMismatch("a", stated: 1 << 20, found: 5_000))
  }

  @Test func aStreamWithBytesAfterItsEndIsRefused() {
    #expect(refusal(archive(stream + [0], size: 5_000).bytes) == .damagedEntry("a", offset: 31))
    let long = archive(stream + noise(200_000), size: 300_000)
    #expect(refusal(long.bytes) == .damagedEntry("a", offset: 31))
  }

  @Test func aStreamCutShortIsRefused() {
    for count in stride(from: 0, to: stream.count, by: 37) {
      let bytes = archive(Array(stream.prefix(count)), size: content.count).bytes
      #expect(refusal(bytes) == .damagedEntry("a", offset: 31), "\(count) bytes")
    }
  }

  @Test func bytesThatAreNoStreamAreRefused() {
    let bytes = archive([0xFF, 0xFF, 0xFF], size: 10).bytes
    #expect(refusal(bytes) == .damagedEntry("a", offset: 31))
  }

  @Test func aWrongChecksumIsRefused() {
    var archive = archive(stream, size: content.count)
    archive.entries[0].both { $0.checksum = 1 }
    #expect(refusal(archive.bytes) == .checksumMismatch("a", stated: 1, found: checksum))
    archive = HandMadeArchive([HandMadeArchive.Entry("a", content)])
    archive.entries[0].both { $0.checksum = 1 }
    #expect(refusal(archive.bytes) == .checksumMismatch("a", stated: 1, found: checksum))
  }

  @Test func aStoredEntryOfTwoSizesIsRefused() {
    var archive = HandMadeArchive([HandMadeArchive.Entry("a", content)])
    archive.entries[0].both { $0.size += 1 }
    #expect(refusal(archive.bytes) == .illegalField(.compressedSize, entry: "a", offset: 31 + 5_000 + 20))
  }

  @Test func aRatioBombIsRefusedBeforeItIsRead() throws {
    let zeros = try Self.deflated([UInt8](repeating: 0, count: 60 << 20))
    #expect(
      refusal(archive(zeros, size: 120 << 20).bytes) == .limitExceeded(.ratio, allowed: 1000, entry: "a"))
    #expect(
      refusal(archive([3, 0], size: 0xFFFF_FFFE).bytes) == .limitExceeded(.ratio, allowed: 1000, entry: "a"))
    // Up to the first MiB the ratio does not matter.
    let small = [UInt8](repeating: 0, count: 1 << 20)
    try accept(try archived([("a", small)]))
  }

  @Test func readingKeepsToTheLimitOfTheCall() throws {
    let reader = try ArchiveReader(bytes: archive(stream, size: 5_000).bytes)
    #expect(throws: ArchiveError.limitExceeded(.reading, allowed: 4_999, entry: "a")) {
      try reader.read(reader.entries[0], limit: 4_999)
    }
    #expect(try reader.read(reader.entries[0], limit: 5_000) == content)
  }

  private func archive(_ stream: [UInt8], size: Int) -> HandMadeArchive {
    HandMadeArchive([HandMadeArchive.Entry("a", deflated: stream, size: size, checksum: checksum)])
  }

  private static func deflated(_ bytes: [UInt8]) throws -> [UInt8] {
    try Deflater().deflate(bytes, isLast: true).bytes
  }
}
