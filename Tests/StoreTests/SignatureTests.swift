import Archive
import Foundation
import Packaging
import Testing

@testable import Store

/// One bundle, signed by one office after the other.
@Suite struct SignatureTests {
  private let bytes = Plans.bundle("市示例局", year: 2031, goals: [.init(title: "修建渡口", text: "共三处")])

  private func signed(_ bytes: [UInt8], _ name: String, _ date: String) throws -> [UInt8] {
    let sink = MemorySink()
    try writeBundle(bytes, withSignature: Array(#"{"date":"\#(date)"}"#.utf8), named: name + ".json", to: sink)
    return sink.bytes
  }

  private func kept(_ test: TestWorkspace) throws -> [UInt8] {
    let fingerprint = try #require(try test.workspace.standing().bundles.first?.fingerprint)
    return try readFile(test.workspace.folder.bundle(fingerprint))
  }

  @Test("signatures that come later are kept, whatever the order, of one key the later one")
  func keeps() throws {
    let files = [
      bytes, try signed(bytes, "a", "2031-02-03"), try signed(bytes, "b", "2031-02-04"),
      try signed(bytes, "a", "2031-02-05"),
    ]
    let wanted = try signed(try signed(bytes, "b", "2031-02-04"), "a", "2031-02-05")
    for order in [[0, 1, 2, 3], [3, 2, 1, 0], [2, 3, 0, 1]] {
      let test = try TestWorkspace()
      var counts: [Int] = []
      for place in order {
        let added = try test.add(files[place])
        counts.append(added.newSignatures)
        #expect(added.wasThere == (place != order[0]))
      }
      #expect(try kept(test) == wanted)
      #expect(try test.workspace.check() == [])
      let dump = try test.dump()
      try test.rebuild()
      #expect(try test.dump() == dump)
      if order[0] == 0 { #expect(counts == [0, 1, 1, 1]) }
    }
  }

  @Test("signing that was cut short leaves the old file or the new one")
  func cutShort() throws {
    for isNamed in [false, true] {
      let test = try TestWorkspace()
      let fingerprint = try test.add(bytes).fingerprint
      let more = try signed(bytes, "a", "2031-02-03")
      try Data(more).write(to: URL(fileURLWithPath: test.workspace.folder.adding(fingerprint)))
      if isNamed {
        let queue = try Connection.writing(test.workspace.folder.database)
        try queue.write {
          try $0.execute(sql: "UPDATE bundle SET sha256 = ?, size = ?", arguments: [SHA256Hex.of(more), more.count])
        }
        try queue.close()
      }
      #expect(try test.workspace.check() == [.unsettled(fingerprint)])
      try test.add(Plans.bundle("市样本局", year: 2032, goals: [.init(title: "整修栈桥", text: "两座")]))
      #expect(try test.workspace.check() == [])
      #expect(try readFile(test.workspace.folder.bundle(fingerprint)) == (isNamed ? more : bytes))
    }
  }
}
