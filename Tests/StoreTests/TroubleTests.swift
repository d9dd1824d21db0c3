import Foundation
import GRDB
import Packaging
import Synchronization
import Testing

@testable import Store

/// Damage, other people's folders, and several at once.
@Suite struct TroubleTests {
  private func filled() throws -> TestWorkspace {
    let test = try TestWorkspace(patience: 0.2)
    try test.add(Plans.bundle("市示例局", year: 2031, goals: [.init(title: "修建渡口", text: "共三处")]))
    return test
  }

  private func isSaid(_ body: () throws -> Void) -> String {
    do {
      try body()
      return "nothing"
    } catch { return "\(error)" }
  }

  @Test("a page that was written over is told, and a rebuild mends it", arguments: [100, 4096, 8192])
  func corruptedPage(_ place: UInt64) throws {
    let test = try filled()
    let dump = try test.dump()
    let file = try FileHandle(forUpdating: URL(fileURLWithPath: test.workspace.folder.database))
    try file.seek(toOffset: place)
    try file.write(contentsOf: Data(repeating: 0xA5, count: 512))
    try file.close()
    #expect(try test.workspace.check() != [])
    try test.rebuild()
    #expect(try test.workspace.check() == [])
    #expect(try test.dump() == dump)
  }

  @Test("a record that says something else than its revision is told")
  func changedRecord() throws {
    let test = try filled()
    let queue = try Connection.writing(test.workspace.folder.database)
    try queue.write { try $0.execute(sql: "UPDATE revision SET body = replace(body, '三', '四')") }
    try queue.close()
    #expect(try test.workspace.check().contains { if case .database = $0 { true } else { false } })
  }

  @Test("a database that is gone, empty or cut short is made anew", arguments: [0, 1, 2])
  func brokenFile(_ way: Int) throws {
    let test = try filled()
    let dump = try test.dump()
    let path = test.workspace.folder.database
    if way == 0 { try FileManager.default.removeItem(atPath: path) }
    if way > 0 { #expect(truncate(path, way == 1 ? 0 : 10_000) == 0) }
    #expect(["unfinished", "damaged"].contains(isSaid { _ = try test.workspace.search(SearchRequest()) }))
    try test.rebuild()
    #expect(try test.dump() == dump)
  }

  @Test("a bundle that is missing, changed or unknown is told")
  func bundles() throws {
    let test = try filled()
    let fingerprint = try #require(try test.workspace.standing().bundles.first?.fingerprint)
    let path = test.workspace.folder.bundle(fingerprint)
    let bytes = try Data(contentsOf: URL(fileURLWithPath: path))
    try (bytes + [0]).write(to: URL(fileURLWithPath: path))
    #expect(try test.workspace.check() == [.changed(fingerprint)])
    try FileManager.default.moveItem(
      atPath: path, toPath: test.workspace.folder.bundle(String(repeating: "a", count: 64)))
    #expect(
      try test.workspace.check() == [.unknown(String(repeating: "a", count: 64)), .missing(fingerprint)])
  }

  @Test("what a killed process left is ended by the next one that writes")
  func settled() throws {
    let test = try filled()
    let other = Plans.bundle("市样本局", year: 2032, goals: [.init(title: "整修栈桥", text: "两座")])
    let folder = test.workspace.folder
    let fingerprint = try #require(try test.workspace.standing().bundles.first?.fingerprint)
    // Stopped before the database knew of the one, and after it knew of the other.
    let unborn = String(repeating: "b", count: 64)
    try Data(other).write(to: URL(fileURLWithPath: folder.adding(unborn)))
    try FileManager.default.moveItem(atPath: folder.bundle(fingerprint), toPath: folder.adding(fingerprint))
    #expect(try test.workspace.check() == [.unsettled(fingerprint), .unsettled(unborn)].sorted { "\($0)" < "\($1)" })
    try test.add(other)
    #expect(try test.workspace.check() == [])
    #expect(try folder.kept().count == 2)
  }

  @Test("adding a bundle that is there already ends what was begun as well")
  func settledByTheSame() throws {
    let test = try filled()
    let folder = test.workspace.folder
    let fingerprint = try #require(try test.workspace.standing().bundles.first?.fingerprint)
    let bytes = try Array(Data(contentsOf: URL(fileURLWithPath: folder.bundle(fingerprint))))
    for name in [folder.adding(fingerprint), folder.removing(fingerprint)] {
      try FileManager.default.moveItem(atPath: folder.bundle(fingerprint), toPath: name)
      #expect(try test.workspace.check() == [.unsettled(fingerprint)])
      #expect(try test.add(bytes).wasThere)
      #expect(try test.workspace.check() == [])
    }
  }

  @Test("a second writer waits, then says so; who reads need not wait")
  func busy() throws {
    let test = try filled()
    let lock = try FileLock(test.workspace.folder.writersLock, .alone, seconds: 0)
    #expect(isSaid { _ = try test.workspace.remove("a") } == "busy")
    #expect(try test.workspace.standing().bundles.count == 1)
    withExtendedLifetime(lock) {}
  }

  @Test("somebody else's folder or database is not touched")
  func foreign() throws {
    let folder = FileManager.default.temporaryDirectory.appendingPathComponent("jdx-\(UUID().uuidString)")
    defer { try? FileManager.default.removeItem(at: folder) }
    #expect(isSaid { _ = try Workspace(folder.path).standing() } == "none")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    let file = folder.appendingPathComponent("workspace.sqlite")
    let queue = try DatabaseQueue(path: file.path)
    try queue.write { try $0.execute(sql: "CREATE TABLE other(a)") }
    try queue.close()
    let bytes = try Data(contentsOf: file)
    let workspace = Workspace(folder.path)
    #expect(isSaid { _ = try workspace.standing() } == "foreign")
    #expect(isSaid { _ = try workspace.create() } == "foreign")
    #expect(isSaid { _ = try workspace.remove("a") } == "foreign")
    #expect(try Data(contentsOf: file) == bytes)
  }

  @Test("a database of a later version is not touched")
  func newer() throws {
    let test = try filled()
    let queue = try Connection.writing(test.workspace.folder.database)
    try queue.write { try $0.execute(sql: "PRAGMA user_version = 99") }
    try queue.close()
    #expect(isSaid { _ = try test.workspace.standing() } == "newer")
    #expect(isSaid { try test.rebuild() } == "newer")
    #expect(isSaid { _ = try test.workspace.remove("a") } == "newer")
  }

  @Test("who reads while another adds sees whole bundles only")
  func readersBesideAWriter() throws {
    let test = try TestWorkspace()
    let bundles = (1...8).map { number in
      Plans.bundle("市示例\(number)局", year: 2031, goals: (1...5).map { .init(title: "修建渡口\($0)", text: "共三处") })
    }
    let isDone = Atomic(false)
    let workspace = test.workspace
    let thread = Thread {
      for bytes in bundles { _ = try? workspace.add(bytes, readBundle(bytes)) }
      isDone.store(true, ordering: .releasing)
    }
    thread.start()
    var request = SearchRequest()
    request.words = ["渡口"]
    request.limit = 1000
    while !isDone.load(ordering: .acquiring) {
      #expect(try workspace.search(request).hits.count % 5 == 0)
    }
    #expect(try workspace.search(request).hits.count == 40)
  }
}
