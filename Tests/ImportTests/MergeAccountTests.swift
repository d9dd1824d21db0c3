import Archive
import Compare
import Import
import Packaging
import Plan
import TestSupport
import Testing

/// What a merge tells of the bundles that went into it.
@Suite struct MergeAccountTests {
  private static let original = imported(threeRows)
  private let qingdao = CityReference(code: "370200", name: "青岛市")
  private let weihai = CityReference(code: "371000", name: "威海市")

  /// - Parameter cities: of those who signed the bundles, where they are signed.
  private func account(_ bundles: [BundleContents], cities: [CityReference?] = []) throws -> MergeAccount {
    var merged = MergedBundles(in: Stash())
    for contents in bundles { try merged.add(try readBundle(packed(contents))) }
    let written = try writeBundle(merged, to: MemorySink())
    let senders = bundles.indices.map { at in
      let city = cities.indices.contains(at) ? cities[at] : nil
      let fingerprint = String(repeating: String(at), count: 64)
      return MergeAccount.Sender(
        path: "\(at).jdx", fingerprint: fingerprint,
        signers: city.map { [MergeAccount.Signer(key: fingerprint, name: "示例处", city: $0)] } ?? [],
        count: bundles[at].revisions.count, revisions: merged.sent[at])
    }
    let contents = merged.contents
    return MergeAccount(
      written.view, of: contents.revisions, rows: [:], revisions: merged.revisionCount, senders: senders,
      inputs: senders.count, duplicates: merged.duplicates
    ) { contents.scalars(ofText: $0) }
  }

  private func corrected(_ set: String, base: BundleContents = original) throws -> BundleContents {
    var contents = base
    let yaml = "by: 复核人\ndate: 2031-03-01\nfixes:\n  - {id: key-1.m1.i1, set: {\(set)}, why: 核对}\n"
    let file = try FixFile(yaml: Array(yaml.utf8))
    _ = try apply(file, to: &contents.revisions, documents: contents.revisions.ids(.document)) { _ in nil }
    return contents
  }

  private func without(_ end: String, _ contents: BundleContents) throws -> BundleContents {
    var contents = contents
    for row in View(of: contents.revisions).items where row.id.hasSuffix(end) {
      contents.revisions.insert(Record(removing: row.id, .item, parents: row.heads.map(\.revision)))
    }
    return contents
  }

  @Test("a conflict has both values, the words of the source, and who sent which side")
  func conflict() throws {
    let account = try account([
      Self.original, try corrected("low: \"13\""), try corrected("unit: 千米"), try corrected("low: \"13\""),
    ])
    let conflict = try #require(account.conflicts.first)
    #expect(account.conflicts.count == 1 && conflict.group == "figure")
    #expect(conflict.shown["low"] == .string("12") && conflict.shown["unit"] == .string("公里"))
    let said = conflict.values.map { value, sides in
      (value["low"]?.string ?? "") + (value["unit"]?.string ?? "") + " \(sides.flatMap(\.senders))"
    }
    #expect(Set(said) == ["13公里 [1, 3]", "12千米 [2]"])
    for side in conflict.values.flatMap(\.sides) {
      #expect(side.quote == "12公里以上" && side.document?.source.path == "sheet.txt")
    }
  }

  @Test("two files that claim one id are told apart and reported; one file under two ids is reported too")
  func ids() throws {
    let other = imported([SampleRow("改造老旧路灯", "更换路灯600盏。")])
    let collision = try #require(try account([Self.original, other]).collisions.first)
    #expect(collision.readings.count == 2 && collision.readings.map(\.senders).sorted { $0[0] < $1[0] } == [[0], [1]])
    #expect(try account([Self.original, Self.original]).collisions.isEmpty)
    var given = options()
    given.given.organization = "市另一局"
    let again = session([sheet(threeRows)], options: given).contents
    #expect(try account([Self.original, again]).duplicates.map(\.ids.count) == [2])
    #expect(try account([Self.original, again]).conflicts.isEmpty)
  }

  @Test("the newer adapter's reading is shown, and corrections to the other one are listed")
  func twoReadings() throws {
    let newer = session([sheet(threeRows)], version: 2).contents
    let account = try account([newer, try corrected("low: \"13\"")])
    let given = try #require(account.givenWay.first)
    #expect(account.givenWay.count == 1 && !given.isRedacted)
    #expect(given.changes.map(\.record.id) == ["\(SessionTests.sheetID).key-1.m1.i1"])
    #expect(given.changes.map(\.senders) == [[1]])
  }

  @Test("a record that its sender took out is gone, and listed with its sender")
  func withdrawal() throws {
    let account = try account([Self.original, try without("key-3.m2", Self.original)])
    #expect(account.withdrawn.map(\.record.id) == ["\(SessionTests.sheetID).key-3.m2"])
    #expect(account.withdrawn.map(\.senders) == [[1]] && account.conflicts.isEmpty)
  }

  @Test("a change by a city to another one's record is kept and flagged, its own city's is not")
  func foreignChanges() throws {
    let changed = try corrected("low: \"13\"")
    let foreign = try account([Self.original, changed], cities: [qingdao, weihai]).foreign
    #expect(foreign.map(\.side.record.id) == ["\(SessionTests.sheetID).key-1.m1.i1"])
    #expect(foreign.first?.owner.code == "370200")
    #expect(try account([Self.original, changed], cities: [weihai, qingdao]).foreign.isEmpty)
    #expect(try account([Self.original, changed, changed], cities: [weihai, weihai, qingdao]).foreign.isEmpty)
    // Who did not sign can be anybody.
    #expect(try account([Self.original, changed], cities: [qingdao, nil]).foreign.isEmpty)
    let removed = try without("key-3.m2", Self.original)
    #expect(
      try account([Self.original, removed], cities: [qingdao, weihai]).foreign.map(\.side.record.isRemoved) == [true])
  }

  @Test("part of a submission, then the rest, then all of it again is the whole of it")
  func partialSubmissions() throws {
    let other = session([sheet(threeRows, unit: "市另一局")]).contents
    let whole = Self.original.union(other)
    func bytes(_ parts: [BundleContents]) throws -> [UInt8] {
      var merged = MergedBundles(in: Stash())
      for part in parts { try merged.add(try readBundle(packed(part))) }
      let sink = MemorySink()
      try writeBundle(merged, to: sink)
      return sink.bytes
    }
    let expected = packed(whole)
    #expect(try bytes([Self.original, other]) == expected)
    #expect(try bytes([other, Self.original, whole, other]) == expected)
    #expect(try bytes([whole]) == expected)
  }
}
