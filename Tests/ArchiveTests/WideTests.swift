import Testing

@testable import Archive

/// The 64-bit extension, in small archives: with lowered maxima everything beyond them needs it.
@Suite struct WideTests {
  private static let maxima = ZipForm.Maxima(entries: 2, size: 100)
  private static let contents = [
    ("a", prose(60)), ("b/deflated", prose(400)), ("b/stored", noise(150)), ("c", prose(30)),
    ("d", prose(101, seed: 2)),
  ]

  private let sample: [UInt8]

  private var centralDirectory: Int? {
    sample.indices.first { sample[$0...].starts(with: [0x50, 0x4B, 0x01, 0x02]) }
  }

  init() throws { sample = try packed(Self.contents, Self.maxima) }

  @Test func whatDoesNotFitComesBack() throws {
    let archive = try opened(sample, Self.maxima)
    #expect(archive.entries.map(\.path) == Self.contents.map(\.0))
    for (path, bytes) in Self.contents { #expect(try archive.read(named: path) == bytes) }
    try archive.checkComment()
  }

  @Test func everyFlippedBitIsRefused() throws {
    for index in sample.indices {
      for bit in 0..<8 {
        var damaged = sample
        damaged[index] ^= 1 << bit
        #expect(refusal(damaged, Self.maxima) != nil, "bit \(bit) of byte \(index)")
      }
    }
  }

  /// With the comment put right again, so that only the form stands between the change and the reader.
  @Test func everyFieldOfTheExtensionHasOneValue() throws {
    let first = try #require(centralDirectory)
    for index in first..<(sample.count - 86) {
      for bit in 0..<8 {
        var damaged = sample
        damaged[index] ^= 1 << bit
        damaged.replaceSubrange((sample.count - 64)..., with: SHA256Hex.of(Array(damaged.dropLast(86))).utf8)
        #expect(refusal(damaged, Self.maxima) != nil, "bit \(bit) of byte \(index)")
      }
    }
  }

  @Test func everyTruncationAndEveryAddedByteIsRefused() {
    for count in 1..<sample.count {
      #expect(refusal(Array(sample.prefix(count)), Self.maxima) == .truncated(size: count))
    }
    for index in 0...sample.count {
      var damaged = sample
      damaged.insert(0x50, at: index)
      #expect(refusal(damaged, Self.maxima) != nil, "byte \(index)")
    }
    #expect(refusal(sample + [0], Self.maxima) == .trailingBytes(offset: sample.count))
  }

  /// The extension stands exactly where it is needed: each maximum is lowered from what fits to one less.
  @Test func theExtensionBeginsOneBeyondTheMaximum() throws {
    let contents = [("a", noise(500)), ("b", noise(500))]
    let plain = try packed(contents, ZipForm.Maxima())
    #expect(try archived(contents) == plain)
    let offset = 2 * 531
    for maxima in [ZipForm.Maxima(entries: 2), ZipForm.Maxima(size: offset)] {
      #expect(try packed(contents, maxima) == plain)
    }
    for maxima in [
      ZipForm.Maxima(entries: 1), ZipForm.Maxima(size: offset - 1), ZipForm.Maxima(size: 530),
      ZipForm.Maxima(size: 499),
    ] {
      let wide = try packed(contents, maxima)
      #expect(wide.count > plain.count)
      #expect(try opened(wide, maxima).entries.count == 2)
      // Neither where it is not needed nor left out where it is.
      #expect(refusal(wide, ZipForm.Maxima()) != nil)
      #expect(refusal(plain, maxima) != nil)
    }
  }

  @Test func onlyWhatDoesNotFitIsWide() throws {
    // Both sizes of the two entries, in both headers, and the offset of the second; then the end of the directory.
    let plain = try packed([("a", noise(500)), ("b", noise(500))], ZipForm.Maxima())
    let counts = [(499, 20 + 20 + 20 + 28 + 76), (500, 12 + 76), (531, 76), (1_062, 0)]
    for (size, more) in counts {
      let wide = try packed([("a", noise(500)), ("b", noise(500))], ZipForm.Maxima(size: size))
      #expect(wide.count == plain.count + more, "\(size)")
    }
  }

  @Test func hugeNumbersRefuseInsteadOfTrapping() throws {
    let first = try #require(centralDirectory)
    for index in first..<(sample.count - 86 - 8) {
      for value in [[UInt8](repeating: 0xFF, count: 8), [0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0x7F]] {
        var damaged = sample
        damaged.replaceSubrange(index..<(index + 8), with: value)
        damaged.replaceSubrange((sample.count - 64)..., with: SHA256Hex.of(Array(damaged.dropLast(86))).utf8)
        #expect(damaged == sample || refusal(damaged, Self.maxima) != nil, "byte \(index)")
      }
    }
  }

  @Test func theFormsRealMaxima() {
    let maxima = ZipForm.Maxima()
    #expect(maxima.entries == 65_534 && maxima.size == 4_294_967_294)
    #expect(maxima.count16(65_534) == 65_534 && maxima.count16(65_535) == 0xFFFF && maxima.count16(70_000) == 0xFFFF)
    #expect(maxima.size32(0xFFFF_FFFE) == 0xFFFF_FFFE && maxima.size32(1 << 32) == 0xFFFF_FFFF)
  }

  @Test(.enabled(if: Program.exists("unzip"), "unzip is not installed"))
  func unzipAcceptsIt() throws {
    let folder = try TemporaryFolder()
    try folder.put("x.zip", sample)
    #expect(Program.run(["unzip", "-tqq", folder.file("x.zip")]) == 0)
  }

  @Test(.enabled(if: Program.exists("python3"), "python3 is not installed"))
  func pythonAcceptsItAndReadsTheSame() throws {
    let folder = try TemporaryFolder()
    try folder.put("x.zip", sample)
    let script = """
      import hashlib, sys, zipfile
      archive = zipfile.ZipFile(sys.argv[1])
      assert archive.testzip() is None
      seen = [(i.filename, hashlib.sha256(archive.read(i)).hexdigest()) for i in archive.infolist()]
      assert seen == list(zip(sys.argv[2::2], sys.argv[3::2])), seen
      """
    let expected = Self.contents.flatMap { [$0.0, SHA256Hex.of($0.1)] }
    #expect(Program.run(["python3", "-c", script, folder.file("x.zip")] + expected) == 0)
  }

  @Test func theReaderOfOtherProgramsArchivesReadsIt() throws {
    let archive = try ForeignArchive(sample)
    #expect(archive.entries.map(\.size) == Self.contents.map(\.1.count))
    for (entry, content) in zip(archive.entries, Self.contents) { #expect(try archive.read(entry) == content.1) }
  }
}

private func packed(_ contents: [(String, [UInt8])], _ maxima: ZipForm.Maxima) throws -> [UInt8] {
  let sink = MemorySink()
  let writer = try ArchiveWriter(to: sink, maxima: maxima)
  for (path, bytes) in contents { try writer.add(path, bytes) }
  try writer.finish()
  return sink.bytes
}

private func opened(_ bytes: [UInt8], _ maxima: ZipForm.Maxima) throws(ArchiveError) -> ArchiveReader {
  let archive = try ArchiveReader(source: MemorySource(content: bytes), limits: ArchiveLimits(), maxima: maxima)
  try archive.checkEntries()
  return archive
}

private func refusal(_ bytes: [UInt8], _ maxima: ZipForm.Maxima) -> ArchiveError? {
  do throws(ArchiveError) {
    try opened(bytes, maxima).checkComment()
    return nil
  } catch {
    return error
  }
}
