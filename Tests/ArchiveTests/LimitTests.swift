import Testing

@testable import Archive

@Suite struct LimitTests {
  private let contents = [("a/b/c", prose(1_000)), ("a/b/d", prose(2_000)), ("e", prose(500))]

  @Test(arguments: ArchiveLimit.allCases)
  func readerAndWriterKeepToEveryLimit(_ limit: ArchiveLimit) throws {
    let sound = try archived(contents)
    var exact = ArchiveLimits()
    var low = ArchiveLimits()
    let allowed: Int
    switch limit {
    case .entries: (exact.entries, low.entries, allowed) = (3, 2, 2)
    case .totalSize: (exact.totalSize, low.totalSize, allowed) = (3_500, 3_499, 3_499)
    case .entrySize: (exact.entrySize, low.entrySize, allowed) = (2_000, 1_999, 1_999)
    case .pathLength: (exact.pathLength, low.pathLength, allowed) = (5, 4, 4)
    case .depth: (exact.depth, low.depth, allowed) = (3, 2, 2)
    // The writer stores instead; the call's own limit has its own test.
    case .ratio, .reading: return
    }
    try accept(sound, limits: exact)
    _ = try archived(contents, limits: exact)
    guard case .limitExceeded(limit, allowed, _) = refusal(sound, limits: low) else {
      Issue.record("reader: \(String(describing: refusal(sound, limits: low)))")
      return
    }
    do {
      _ = try archived(contents, limits: low)
      Issue.record("the writer went past \(limit)")
    } catch let error as ArchiveError {
      guard case .limitExceeded(limit, allowed, _) = error else {
        Issue.record("writer: \(error)")
        return
      }
    }
  }

  @Test func theDefaultsAreThoseOfTheDesign() {
    let limits = ArchiveLimits()
    #expect(limits.entries == 200_000 && limits.totalSize == 8 << 30 && limits.entrySize == 4 << 30)
    #expect(limits.ratio == 1000 && limits.ratioAllowance == 1 << 20)
    #expect(limits.pathLength == 255 && limits.depth == 8)
  }

  @Test func senselessLimitsRefuseInsteadOfTrapping() throws {
    let sound = try archived(contents)
    for value in [Int.min, -1, 0] {
      var limits = ArchiveLimits()
      limits.entries = value
      limits.totalSize = value
      limits.entrySize = value
      limits.ratio = value
      limits.ratioAllowance = value
      limits.pathLength = value
      limits.depth = value
      #expect(refusal(sound, limits: limits) != nil)
      #expect(throws: ArchiveError.self) { try archived(contents, limits: limits) }
    }
  }

  @Test func thousandsOfEntriesAreWrittenAndRead() throws {
    let contents = (0..<4_000).map { ("data/texts/\($0)", Array("\($0)".utf8)) }
    let archive = try ArchiveReader(bytes: try archived(contents))
    #expect(archive.entries.count == 4_000)
    try archive.checkEntries()
  }
}
