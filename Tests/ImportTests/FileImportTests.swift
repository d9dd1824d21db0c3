import Archive
import Import
import Packaging
import Plan
import Testing
import WeihaiPlugin

/// A folder is imported without holding what was read of it.
@Suite struct FileImportTests {
  private static let files = [
    sheet(threeRows, unit: "市例外局", name: "c.txt"), sheet(threeRows, name: "b.txt"), sheet(threeRows, name: "a.txt"),
    sheet(threeRows, year: 2032, name: "d.txt"), sheet(threeRows, unit: "市示例局.南区", name: "f.txt"),
    meeting("今天天气很好，适合出门散步。\n", name: "news.txt"), sheet(threeRows, unit: "市争议局", name: "x.txt"),
    sheet(Array(threeRows.dropLast()), unit: "市争议局", name: "y.txt"),
  ]

  private static func imports(onto base: RevisionSet = RevisionSet()) -> FileImport {
    FileImport(adapters: [SheetAdapter(), MeetingReport()], options: options(), onto: base)
  }

  /// In memory and in a file, texts and people included.
  @Test(arguments: [0, 1 << 20]) func whatIsPutAwayGivesTheSameBundle(bound: Int) throws {
    let stash = Stash(bound: bound)
    let outcomes = Self.imports().run(Self.files, open: { .success($0) }) { document in
      Result { () throws(FileFailure) in try PackedDocument(document.contents, in: stash) }
    }
    let kept = try outcomes.compactMap { _, outcome in
      if case .imported(let document, isCopy: false) = outcome { try document.get() } else { nil }
    }
    let held = session(Self.files).contents
    #expect(kept.count == 4)
    #expect(held.contacts.count == 8)
    for order in [kept, kept.reversed()] {
      let sink = MemorySink()
      let fingerprint = try writeBundle(order, from: stash, to: sink)
      #expect(sink.bytes == packed(held))
      #expect(fingerprint == (try readBundle(sink.bytes).fingerprint))
    }
  }

  @Test func eachFileHasItsOutcome() {
    let outcomes = Self.imports().run(Self.files, open: { .success($0) }) { $0.assembly.document.id }
    #expect(outcomes.map(\.path) == Self.files.map(\.displayPath))
    var said: [String] = []
    for (path, outcome) in outcomes {
      switch outcome {
      case .imported(_, let isCopy): said.append(isCopy ? "\(path) copy" : path)
      case .failed: said.append("\(path) failed")
      case .collides(_, let other): said.append("\(path) against \(other)")
      }
    }
    #expect(
      said == [
        "c.txt", "b.txt copy", "a.txt", "d.txt", "f.txt", "news.txt failed", "x.txt against y.txt",
        "y.txt against x.txt",
      ])
  }

  @Test func aFileThatCanNotBeReadAnyMoreIsTold() {
    let failure = FileFailure(path: "gone.txt", operation: .open, errno: 2)
    let outcomes = Self.imports().run([0, 1]) { number in
      number == 0 ? .failure(failure) : .success(sheet(threeRows))
    } keep: { _ in
      true
    }
    guard case .failed(.unopened(failure)) = outcomes[0].outcome, case .imported = outcomes[1].outcome else {
      Issue.record("\(outcomes)")
      return
    }
    #expect(outcomes[0].path == "gone.txt")
  }

  @Test func aNewDraftFollowsTheOldOne() {
    let old = imported(threeRows)
    let outcomes = Self.imports(onto: old.revisions).run([sheet(Array(threeRows.dropLast())), sheet(threeRows)]) {
      .success($0)
    } keep: { document in
      (document.isKnown, document.contents.revisions.count)
    }
    // Neither is the older bundle's rival, but each is the other's.
    for (_, outcome) in outcomes { if case .collides = outcome { continue } else { Issue.record("\(outcome)") } }
    let known = Self.imports(onto: old.revisions).run([sheet(threeRows)], open: { .success($0) }) { $0.isKnown }
    guard case .imported(true, isCopy: false) = known[0].outcome else {
      Issue.record("\(known)")
      return
    }
  }
}
