import Import
import Packaging
import Plan
import Testing

/// Importing a new version of a document onto the bundle of the old one.
@Suite struct OntoTests {
  @Test func `the same bytes again add nothing`() throws {
    let old = imported(threeRows)
    let again = session([sheet(threeRows, name: "renamed.txt")], onto: old)
    #expect(packed(again.contents) == packed(old))
    #expect(again.imported.map(\.isKnown) == [true])
  }

  @Test func `what is still said keeps its id, in whatever order it stands`() throws {
    var rows = threeRows
    // Retitled, reworded, reordered, a new row in the middle.
    rows[0].title = "建设滨海步行栈道"
    rows[1].content = ["参赛队伍达到90支左右。"]
    rows[2].content = ["新增停车泊位3500个。", "取缔违规收费点。"]
    let new = SampleRow("建立食材追溯清单", "检查食堂110处。")
    let next = try view(imported([rows[2], new, rows[0], rows[1]], onto: imported(threeRows)))
    #expect(
      next.goals == ["整治占道停车": "key-3", "建立食材追溯清单": "key-4", "建设滨海步行栈道": "key-1", "开展校园足球联赛": "key-2"])
    #expect(next.conflicts.isEmpty)
    // The printed number is what is printed; rows stand in the order of the new sheet.
    let goals = next.items.compactMap(\.item).filter { $0.role == .goal }
    #expect(goals.map(\.number) == [1, 2, 3, 4])
    #expect(goals.map { $0.id.components.last } == ["key-3", "key-4", "key-1", "key-2"])
    let parking = next.indicators.compactMap(\.indicator).filter { $0.id.contains("key-3") }
    #expect(parking.map(\.low) == ["3500"])
    #expect(parking.map { $0.id.components.suffix(3).joined(separator: ".") } == ["key-3.m1.i1"])
    for row in next.items + next.indicators where !row.id.contains("key-4") {
      #expect(row.heads.first?.parents.count == 1)
    }
  }

  @Test func `a row that is gone leaves a tombstone, and its ordinal is never given again`() throws {
    let (a, b, c) = (threeRows[0], threeRows[1], threeRows[2])
    let first = imported([a, b, c])
    let second = imported([a, b], onto: first)
    let gone = try view(second)
    #expect(gone.goals.values.sorted() == ["key-1", "key-2"])
    let tombs = (gone.history[.item] ?? []).filter(\.isRemoved)
    #expect(
      tombs.map { $0.id.components.suffix(2).joined(separator: ".") } == ["targetSheet.key-3", "key-3.m1", "key-3.m2"])
    #expect((gone.history[.indicator] ?? []).filter(\.isRemoved).count == 1)
    for tomb in tombs { #expect(first.revisions.revisions(.item, tomb.id).keys.sorted() == tomb.parents) }

    let third = imported([a, b, SampleRow("建立食材追溯清单", "检查食堂110处。")], onto: second)
    #expect(try view(third).goal("建立食材追溯清单") == "key-4")
    let fourth = imported([a, b], onto: third)
    let fifth = imported([a, b, SampleRow("改造老旧路灯", "更换路灯600盏。"), c], onto: fourth)
    #expect(try view(fifth).goals == [a.title: "key-1", b.title: "key-2", "改造老旧路灯": "key-5", c.title: "key-6"])
    // A measure in the middle and a figure are numbered on, too.
    var changed = a
    changed.content = ["全年修建栈道12公里以上。", "新建公厕4座。", "设置观景平台8处。"]
    let sixth = try view(imported([changed, b], onto: fourth))
    let measures = sixth.items.compactMap(\.item).filter { $0.parent?.hasSuffix(".key-1") ?? false }
    #expect(measures.map { $0.id.components.last } == ["m1", "m3", "m2"])
  }

  @Test func `the output holds all of the old bundle`() throws {
    var contents = imported(threeRows).union(session([sheet(threeRows, unit: "市例外局")]).contents)
    for rows in [Array(threeRows.dropLast()), threeRows.reversed(), threeRows, []] {
      let next = session([sheet(rows)], onto: contents).contents
      #expect(next.hashes.isSuperset(of: contents.hashes))
      #expect(Set(next.texts.keys).isSuperset(of: contents.texts.keys))
      #expect(Set(next.sources.keys).isSuperset(of: contents.sources.keys))
      #expect(Set(next.contacts.keys).isSuperset(of: contents.contacts.keys))
      #expect(packed(next.union(contents)) == packed(next))
      contents = next
    }
  }

  @Test func `a version that comes back is a new reading of it`() throws {
    let changed = Array(threeRows.dropLast())
    let back = imported(threeRows, onto: imported(changed, onto: imported(threeRows)))
    let view = try view(back)
    #expect(view.documents.first?.heads.first?.parents.count == 1)
    #expect(view.history[.document]?.count == 2)
    #expect(view.goals.count == 3)
  }

  @Test func `a known file is reported by the ids that its records have`() throws {
    let (a, b, c) = (threeRows[0], threeRows[1], threeRows[2])
    let contents = imported([a, c], onto: imported([a, b, c]))
    let again = session([sheet([a, c])], onto: contents)
    let ids = Set(again.imported.flatMap(\.assembly.ids))
    #expect(ids == Set(try view(contents).items.map(\.id)))
    #expect(
      again.imported.first?.assembly.document.revision
        == contents.revisions.newestReading(of: SessionTests.sheetID)?.revision)
  }

  @Test func `a new reading follows the one that is shown, not one of an older adapter`() throws {
    let versions = [1, 2].map { session([sheet(threeRows)], version: $0).contents }
    let both = versions[0].union(versions[1])
    let shown = try view(both)
    #expect(shown.superseded.count == 1)
    #expect(shown.documents.first?.document?.adapter.version == 2)
    let next = try view(session([sheet(Array(threeRows.dropLast()))], onto: both, version: 2).contents)
    #expect(next.goals.count == 2)
    #expect(next.conflicts.isEmpty)
  }

  // MARK: Two who work on one bundle

  private func fixed(_ contents: BundleContents, _ yaml: String) throws -> BundleContents {
    var copy = contents
    let made = try apply(
      try FixFile(yaml: Array(yaml.utf8)), to: &copy.revisions, documents: copy.revisions.ids(.document)
    ) { contents.scalars(ofText: $0) }
    #expect(!made.isEmpty)
    return copy
  }

  private let subject = """
    by: 复核人
    date: 2031-04-05
    fixes:
      - {quote: 12公里以上, set: {subject: 木栈道}, why: 名称不全}
    """

  @Test func `a person's correction survives a new version that says the same there`() throws {
    let corrected = try fixed(imported(threeRows), subject)
    var rows = threeRows
    rows[1].content = ["参赛队伍达到90支左右。"]
    rows.insert(SampleRow("建立食材追溯清单", "检查食堂110处。"), at: 0)
    let next = try view(imported(rows, onto: corrected))
    let row = try #require(next.indicators.first { $0.id.hasSuffix("key-1.m1.i1") })
    #expect(row.heads.count == 2 && row.conflicts.isEmpty)
    #expect(row.indicator?.subject == "木栈道")
    #expect(row.indicator?.reading == next.documents.first?.heads.first?.revision)
    #expect(next.conflicts.isEmpty)
  }

  @Test func `where the new version says something else there, both are shown`() throws {
    let corrected = try fixed(imported(threeRows), subject)
    var rows = threeRows
    rows[0].content[0] = "全年修建栈道15公里以上。"
    let next = try view(imported(rows, onto: corrected))
    let row = try #require(next.conflicts.first)
    #expect(next.conflicts.count == 1 && row.id.hasSuffix("key-1.m1.i1"))
    let values = row.conflicts.flatMap(\.values)
    #expect(Set(values.compactMap { $0.value["low"]?.string }) == ["12", "15"])
    #expect(values.contains { $0.value["subject"]?.string == "木栈道" })
    #expect(row.indicator?.low == "12")
  }

  @Test func `a corrected row that the new version drops stays, in conflict`() throws {
    let corrected = try fixed(imported(threeRows), subject)
    let next = try view(imported([threeRows[1], threeRows[2]], onto: corrected))
    #expect(next.conflicts.map(\.id) == [SessionTests.sheetID + ".key-1.m1.i1"])
    let values = try #require(next.conflicts.first?.conflicts.first?.values)
    #expect(values.contains { $0.value["removed"] == .bool(true) })
    #expect(next.conflicts.first?.indicator?.subject == "木栈道")
  }

  @Test func `two new versions of one old one are joined where only one changed something`() throws {
    let old = imported(threeRows)
    var (left, right) = (threeRows, threeRows)
    left[0].content[0] = "全年修建栈道15公里以上。"
    right[2].content[0] = "新增停车泊位3500个。"
    let merged = try view(imported(left, onto: old).union(imported(right, onto: old)))
    let low = { (suffix: String) in merged.indicators.first { $0.id.hasSuffix(suffix) }?.indicator?.low }
    #expect(low("key-1.m1.i1") == "15" && low("key-3.m1.i1") == "3500")
    // The document is one record, and both changed its text.
    #expect(merged.conflicts.map(\.type) == [.document])
  }

  @Test func `an old bundle's ordinals at the end of all integers are no trap`() throws {
    let old = imported(threeRows)
    let goal = try #require(old.revisions.revisions(.item, SessionTests.sheetID + ".key-1").values.first)
    for ordinal in ["9223372036854775807", "99999999999999999999", "00000000000000000000000000000001"] {
      var contents = old
      var body = goal.body
      body["id"] = .string("\(SessionTests.sheetID).key-\(ordinal)")
      contents.revisions.insert(Record(.item, body))
      let next = session([sheet(threeRows + [SampleRow("建立食材追溯清单", "检查食堂110处。")])], onto: contents).contents
      #expect(try view(next).goal("建立食材追溯清单") == "key-4")
    }
  }
}
