import Foundation
import Packaging
import Plan
import TestSupport
import Testing

@testable import Store

/// What the database holds follows from the bundles, whatever happened to it.
@Suite struct ContentTests {
  @Test("whatever was added and removed in whatever order, the content is that of a rebuild", arguments: 0..<6)
  func equalsARebuild(_ seed: UInt64) throws {
    var chance = SeededGenerator(seed: seed)
    let bundles = (0..<5).map { _ in packed(Plans.random(&chance)) }
    let test = try TestWorkspace()
    for bytes in bundles.shuffled(using: &chance) {
      try test.add(bytes)
      if Int.random(in: 0..<3, using: &chance) == 0, let any = bundles.randomElement(using: &chance) {
        let fingerprint = try readBundle(any).fingerprint
        if try test.workspace.standing().bundles.contains(where: { $0.fingerprint == fingerprint }) {
          _ = try test.workspace.remove(fingerprint)
        }
      }
      let dump = try test.dump()
      try test.rebuild()
      #expect(try test.dump() == dump)
    }
  }

  @Test("the rows are those of the view of all bundles together", arguments: 20..<24)
  func equalsTheView(_ seed: UInt64) throws {
    var chance = SeededGenerator(seed: seed)
    let contents = (0..<4).map { _ in Plans.random(&chance) }
    let test = try TestWorkspace()
    for content in contents { try test.add(packed(content)) }
    var union = BundleContents()
    for content in contents { union.formUnion(content) }
    let view = View(of: union.revisions)
    let stored = try test.workspace.reading { db in
      try ["document", "item", "figure"].map { table in
        try String.fetchAll(
          db, sql: "SELECT ifnull(line, body) FROM \(table) LEFT JOIN revision ON revision.id = revision"
        ).sorted()
      }
    }
    let wanted = [view.documents, view.items, view.indicators].map { rows in
      rows.map { String(decoding: $0.line.canonical, as: UTF8.self) }.sorted()
    }
    #expect(stored == wanted)
  }

  @Test("adding the same bundle twice changes nothing")
  func addsOnce() throws {
    let bytes = Plans.bundle("市示例局", year: 2031, goals: [.init(title: "修建渡口", text: "共三处")])
    let test = try TestWorkspace()
    #expect(try test.add(bytes).wasThere == false)
    let dump = try test.dump()
    let again = try test.add(bytes)
    #expect(again.wasThere && again.newRevisions == 0)
    #expect(try test.dump() == dump)
  }

  @Test("the bundles are kept byte for byte")
  func keepsBytes() throws {
    let bytes = Plans.bundle("市示例局", year: 2031, goals: [.init(title: "修建渡口", text: "共三处")])
    let test = try TestWorkspace()
    let fingerprint = try test.add(bytes).fingerprint
    let kept = try Data(contentsOf: URL(fileURLWithPath: "\(test.folder)/bundles/\(fingerprint).jdx"))
    #expect(Array(kept) == bytes)
  }

  @Test("what was removed leaves nothing")
  func removesAll() throws {
    let test = try TestWorkspace()
    let empty = try test.dump()
    let added = try test.add(Plans.bundle("市示例局", year: 2031, goals: [.init(title: "修建渡口", text: "共三处")]))
    #expect(try test.dump() != empty)
    _ = try test.workspace.remove(String(added.fingerprint.prefix(9)))
    #expect(try test.dump() == empty)
    #expect(throws: WorkspaceError.self) { try test.workspace.remove(added.fingerprint) }
  }
}
