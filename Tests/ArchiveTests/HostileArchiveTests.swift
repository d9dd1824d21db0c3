import Testing

@testable import Archive

/// Archives made to deceive; each has a right comment, so that it is the rule in question that refuses it.
@Suite struct HostileArchiveTests {
  private typealias Entry = HandMadeArchive.Entry

  private let content = Array("content of the entry".utf8)

  @Test func theHandMadeFormItselfIsAccepted() throws {
    try accept(HandMadeArchive([Entry("a", content), Entry("b/c", content)]).bytes)
  }

  @Test(arguments: [
    ("", PathFault.empty), ("/etc/passwd", .absolute), ("../x", .dots), ("a/../x", .dots), ("a/..", .dots),
    ("./a", .dots), ("a//b", .emptySegment), ("a/", .folder), ("C:/x", .character), ("a\\b", .character),
    ("a b", .character), ("a\0b", .character), ("a\nb", .character), ("目标", .character), ("~", .character),
    ("con", .reserved), ("a/NUL.txt", .reserved), ("Com1", .reserved), ("lpt9.tar.gz", .reserved), ("a./b", .reserved),
    ("a...", .reserved),
  ])
  func anUnsafePathIsRefused(_ path: String, _ fault: PathFault) {
    let bytes = HandMadeArchive([Entry(path, content)]).bytes
    let offset = 30 + path.utf8.count + content.count + 46
    #expect(refusal(bytes) == .illegalPath(PathRules.shown(Array(path.utf8)), fault, offset: offset))
  }

  @Test func pathsThatOnlyLookUnsafeAreAccepted() throws {
    let paths = [
      "-", "..a", ".a", "COM", "_", "a..b/c", "a.con", "conx/nul-", "data/console", "lpt", "lpt10",
    ]
    try accept(HandMadeArchive(paths.map { Entry($0, content) }).bytes)
  }

  @Test func aPathThatIsNotTextIsShownEscaped() {
    let bytes = HandMadeArchive([Entry(path: [0x61, 0xFF, 0x1B, 0x5C], content)]).bytes
    #expect(refusal(bytes) == .illegalPath("a\\xFF\\x1B\\x5C", .character, offset: 30 + 4 + 20 + 46))
  }

  @Test func equalPathsAreRefused() {
    let bytes = HandMadeArchive([Entry("a", content), Entry("a", content)]).bytes
    #expect(refusal(bytes) == .collision("a", with: "a"))
  }

  @Test(arguments: [
    (["A", "a"], "a", "A"), (["x/Y", "x/y"], "x/y", "x/Y"), (["a", "a/b"], "a/b", "a"),
    (["a", "a-", "a/b"], "a/b", "a"),
    (["A", "a/b/c"], "a/b/c", "A"), (["A/b", "a"], "a", "A/b"), (["B/x/y", "b/X"], "b/X", "B/x/y"),
  ])
  func pathsThatCollideOnSomeDiskAreRefused(_ paths: [String], _ path: String, _ other: String) {
    #expect(refusal(HandMadeArchive(paths.map { Entry($0, content) }).bytes) == .collision(path, with: other))
  }

  @Test func unsortedEntriesAreRefused() {
    let bytes = HandMadeArchive([Entry("b", content), Entry("a", content)]).bytes
    #expect(refusal(bytes) == .unsorted("a", after: "b"))
  }

  @Test func overlappingEntriesAreRefused() {
    var second = Entry("b", content)
    second.central.offset = 0
    #expect(refusal(HandMadeArchive([Entry("a", content), second]).bytes) == .overlap(entry: "b", offset: 0))
    // Two entries that share one local header's data.
    second.central.offset = 40
    #expect(refusal(HandMadeArchive([Entry("a", content), second]).bytes) == .overlap(entry: "b", offset: 40))
  }

  @Test func anEntryThatReachesIntoTheDirectoryIsRefused() {
    var entry = Entry("a", content)
    entry.both {
      $0.size = 60
      $0.compressedSize = 60
    }
    #expect(refusal(HandMadeArchive([entry]).bytes) == .overlap(entry: "a", offset: 0))
    entry.both {
      $0.size = 0xFFFF_FFFE
      $0.compressedSize = 0xFFFF_FFFE
    }
    #expect(refusal(HandMadeArchive([entry]).bytes) == .overlap(entry: "a", offset: 0))
  }

  @Test func anEntryWithoutALocalHeaderIsRefused() {
    var ghost = Entry("b", [])
    ghost.hasLocal = false
    #expect(refusal(HandMadeArchive([Entry("a", content), ghost]).bytes) == .overlap(entry: "b", offset: 51))
  }

  @Test func bytesThatBelongToNothingAreRefused() {
    var between = Entry("b", content)
    between.before = [1, 2, 3]
    #expect(refusal(HandMadeArchive([Entry("a", content), between]).bytes) == .gap(entry: "b", offset: 51))

    var archive = HandMadeArchive([Entry("a", content)])
    archive.beforeDirectory = [1]
    #expect(refusal(archive.bytes) == .gap(entry: nil, offset: 51))

    archive = HandMadeArchive([Entry("a", content)])
    archive.strayInDirectory = Array(repeating: 0, count: 500)
    #expect(refusal(archive.bytes) == .gap(entry: nil, offset: 98))

    archive = HandMadeArchive([Entry("a", content)])
    archive.afterDirectory = [1]
    #expect(refusal(archive.bytes) == .gap(entry: nil, offset: 98))

    archive = HandMadeArchive([Entry("a", content)])
    archive.afterEnd = [0x0A]
    #expect(refusal(archive.bytes) == .trailingBytes(offset: archive.bytes.count - 1))

    var first = Entry("a", content)
    first.before = [0x50, 0x4B, 3, 4]
    #expect(refusal(HandMadeArchive([first]).bytes) == .gap(entry: "a", offset: 0))
    first.before = Array("#!/bin/sh\n".utf8)
    #expect(refusal(HandMadeArchive([first]).bytes) == .notAnArchive)
  }

  @Test func aDataDescriptorIsRefused() {
    var entry = Entry("a", content)
    entry.both { $0.flags = 8 }
    entry.after = [0x50, 0x4B, 7, 8] + Array(repeating: 0, count: 12)
    #expect(refusal(HandMadeArchive([entry]).bytes) == .illegalField(.flags, entry: "a", offset: 51 + 16 + 8))
    entry = Entry("a", content)
    entry.local.flags = 8
    #expect(refusal(HandMadeArchive([entry]).bytes) == .illegalField(.flags, entry: "a", offset: 6))
  }

  @Test func everyFixedFieldHasOneValue() {
    typealias Change = (inout HandMadeArchive.Header) -> Void
    let changes: [(ArchiveField, Bool, Change)] = [
      (.signature, true, { $0.signature ^= 1 << 24 }), (.versionMadeBy, false, { $0.madeBy = 20 }),
      (.versionNeeded, true, { $0.needed = 10 }), (.flags, true, { $0.flags = 1 }),
      (.flags, true, { $0.flags = 1 << 11 }),
      (.time, true, { $0.time = 1 }), (.date, true, { $0.date = 0x22 }),
      (.extraLength, true, { $0.extra = [1, 0, 0, 0] }), (.commentLength, false, { $0.comment = [0x61] }),
      (.disk, false, { $0.disk = 1 }), (.internalAttributes, false, { $0.internalAttributes = 1 }),
      (.externalAttributes, false, { $0.externalAttributes = 0xA1FF_0000 }),
    ]
    for (field, isInBoth, change) in changes {
      var entry = Entry("a", content)
      change(&entry.central)
      expectIllegal(field, HandMadeArchive([entry]).bytes)
      guard isInBoth else { continue }
      entry = Entry("a", content)
      change(&entry.local)
      // The first record's signature is what tells a ZIP from anything else.
      if field == .signature {
        #expect(refusal(HandMadeArchive([entry]).bytes) == .notAnArchive)
        expectIllegal(field, HandMadeArchive([Entry("A", content), entry].enumerated().map(Self.renamed)).bytes)
      } else if field == .extraLength {
        // Its extra bytes also move the end of the entry.
        #expect(refusal(HandMadeArchive([entry]).bytes) != nil)
      } else {
        expectIllegal(field, HandMadeArchive([entry]).bytes)
      }
    }
  }

  @Test func aMethodThatTheFormDoesNotKnowIsRefused() {
    for method in [1, 9, 12, 14, 93, 99] as [UInt16] {
      var entry = Entry("a", content)
      entry.both { $0.method = method }
      expectIllegal(.method, HandMadeArchive([entry]).bytes)
    }
  }

  @Test func headersThatDisagreeAreRefused() {
    let changes: [(ArchiveField, (inout HandMadeArchive.Header) -> Void)] = [
      (.method, { $0.method = 8 }), (.checksum, { $0.checksum ^= 1 }), (.compressedSize, { $0.compressedSize += 1 }),
      (.size, { $0.size -= 1 }), (.pathLength, { $0.pathLength = 0 }), (.path, { $0.path = [0x62] }),
    ]
    for (field, change) in changes {
      var entry = Entry("a", content)
      change(&entry.local)
      guard case .headersDisagree(field, "a", _) = refusal(HandMadeArchive([entry]).bytes) else {
        Issue.record("\(field)")
        continue
      }
    }
  }

  @Test func lyingEndRecordsAreRefused() {
    let changes: [(inout HandMadeArchive) -> Void] = [
      { $0.entryCount = 0 }, { $0.entryCount = 1 }, { $0.entryCount = 3 }, { $0.totalCount = 3 },
      { $0.entryCount = 0xFFFF }, { $0.directoryOffset = 0 }, { $0.directorySize = 0 }, { $0.disk = 1 },
      { $0.directoryOffset = 0xFFFF_FFFF }, { $0.directorySize = 0xFFFF_FFFF }, { $0.comment = [] },
      { $0.comment = Array(repeating: 0x41, count: 64) }, { $0.comment = Array(repeating: 0x61, count: 65) },
      { $0.commentLength = 63 }, { $0.commentLength = 65 }, { $0.comment = Array(repeating: 0x61, count: 64) },
    ]
    for (index, change) in changes.enumerated() {
      var archive = HandMadeArchive([Entry("a", content), Entry("b", content)])
      change(&archive)
      #expect(refusal(archive.bytes) != nil, "change \(index)")
    }
  }

  @Test func aWrongCommentIsNamedSo() {
    var archive = HandMadeArchive([Entry("a", content)])
    let found = String(decoding: archive.bytes.suffix(64), as: UTF8.self)
    archive.comment = Array(repeating: 0x61, count: 64)
    #expect(
      refusal(archive.bytes) == .commentMismatch(stated: String(repeating: "a", count: 64), found: found))
  }

  @Test func anOrdinaryZIPIsRefusedForItsForm() {
    var archive = HandMadeArchive([Entry("a", content)])
    archive.comment = []
    #expect(refusal(archive.bytes) == .illegalField(.commentLength, entry: nil, offset: archive.bytes.count - 2))
  }

  @Test func aSecondEndRecordInTheCommentIsRefused() {
    var archive = HandMadeArchive([Entry("a", content)])
    let sound = archive.bytes
    // A whole other archive's end in the comment of the first, whichever of the two a reader looks for.
    archive.comment = Array(sound.suffix(86))
    #expect(refusal(archive.bytes) != nil)
    archive.comment = Array(sound.suffix(86).prefix(64))
    #expect(refusal(archive.bytes) == .illegalField(.comment, entry: nil, offset: archive.bytes.count - 64))
  }

  private static func renamed(_ index: Int, _ entry: Entry) -> Entry {
    var entry = entry
    entry.both { $0.path = [0x61 + UInt8(index)] }
    return entry
  }

  private func expectIllegal(_ field: ArchiveField, _ bytes: [UInt8]) {
    guard case .illegalField(field, _, _) = refusal(bytes) else {
      Issue.record("\(field): \(String(describing: refusal(bytes)))")
      return
    }
  }
}
