import TestSupport
import Testing

@testable import Archive

/// No changed, missing or added byte goes unseen, and none makes the reader trap.
@Suite struct DamageTests {
  private let sample: [UInt8]

  init() throws {
    sample = try archived([("bagit.txt", prose(120)), ("data/a.jsonl", prose(90, seed: 2)), ("data/b", noise(9))])
  }

  @Test func everyFlippedBitIsRefused() throws {
    try accept(sample)
    for index in sample.indices {
      for bit in 0..<8 {
        var damaged = sample
        damaged[index] ^= 1 << bit
        #expect(refusal(damaged) != nil, "bit \(bit) of byte \(index)")
      }
    }
  }

  @Test func everyFlippedBitBeforeTheEndRecordIsSeenByTheCommentAlone() throws {
    var seen = 0
    for index in 0..<(sample.count - 86) {
      var damaged = sample
      damaged[index] ^= 4
      guard let archive = try? ArchiveReader(bytes: damaged) else { continue }
      seen += 1
      #expect(throws: ArchiveError.self, "byte \(index)") { try archive.checkComment() }
    }
    #expect(seen > 100)
  }

  @Test func everyTruncationIsNamedSo() {
    #expect(refusal([]) == .notAnArchive)
    for count in 1..<sample.count {
      #expect(refusal(Array(sample.prefix(count))) == .truncated(size: count))
    }
  }

  @Test func anArchiveInsideACutArchiveIsNotTakenForItsEnd() throws {
    // Stored, so that the inner archive's end record stands in the file as it is.
    let outer = HandMadeArchive([.init("inner.jdx", sample), .init("z", noise(3))]).bytes
    try accept(outer)
    for count in 1..<outer.count {
      // Cut exactly there, the file does end with an end record of our form, only with much before its archive.
      let isInnerEnd = count == 30 + "inner.jdx".utf8.count + sample.count
      let expected: ArchiveError =
        isInnerEnd ? .gap(entry: nil, offset: sample.count - 86) : .truncated(size: count)
      #expect(refusal(Array(outer.prefix(count))) == expected)
    }
  }

  @Test func everyMissingByteIsRefused() {
    for index in sample.indices {
      var damaged = sample
      damaged.remove(at: index)
      #expect(refusal(damaged) != nil, "byte \(index)")
    }
  }

  @Test func everyAddedByteIsRefused() {
    for index in 0...sample.count {
      for byte in [0, 0x50, 0xFF] as [UInt8] {
        var damaged = sample
        damaged.insert(byte, at: index)
        #expect(refusal(damaged) != nil, "byte \(index)")
      }
    }
  }

  /// With the comment put right again, so that only the other rules stand between the damage and the reader.
  @Test func nothingTrapsWhateverTheBytes() {
    var generator = SeededGenerator(seed: 7)
    for _ in 0..<6_000 {
      var damaged = Array(sample.dropLast(86))
      var end = Array(sample.suffix(86).prefix(22))
      for _ in 0..<Int.random(in: 1...4, using: &generator) {
        let odd: [UInt8] = [0, 1, 0x7F, 0xFF, UInt8.random(in: .min ... .max, using: &generator)]
        let value = odd[Int.random(in: odd.indices, using: &generator)]
        if Int.random(in: 0..<5, using: &generator) == 0 {
          end[Int.random(in: 4..<20, using: &generator)] = value
        } else {
          damaged[Int.random(in: damaged.indices, using: &generator)] = value
        }
      }
      let whole = damaged + end + Array(SHA256Hex.of(damaged).utf8)
      if let archive = try? ArchiveReader(bytes: whole) {
        for entry in archive.entries {
          if let bytes = try? archive.read(entry) { #expect(bytes.count == entry.size) }
        }
      }
    }
  }

  @Test func arbitraryBytesAreRefused() {
    for seed in 0..<400 as Range<UInt64> {
      #expect(refusal(noise(Int(seed), seed: seed)) == .notAnArchive)
      let begun: [UInt8] = [0x50, 0x4B, 3, 4] + noise(Int(seed), seed: seed)
      #expect(refusal(begun) == .truncated(size: begun.count))
    }
  }
}
