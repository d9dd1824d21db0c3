import AdapterKit
import Import
import Packaging
import Plan
import TestSupport
import Testing

/// Merging is a union: what comes out depends on what goes in, on nothing else.
@Suite struct MergeLawTests {
  /// Invented bundles that have much in common: imports, new versions onto each other, corrections, tombstones,
  /// readings of two adapter versions, and sources that claim one id.
  static let pool: [BundleContents] = {
    var random = Seeded(seed: 2031)
    let rows = [
      SampleRow("修建滨海步行栈道", "全年修建栈道12公里以上。", "设置观景平台8处。"), SampleRow("开展校园足球联赛", "参赛队伍达到80支左右。"),
      SampleRow("整治占道停车", "新增停车泊位3000个。"), SampleRow("争创示范单位", "争取资金3亿元。", category: "创优目标"),
    ]
    func version() -> [SampleRow] {
      var version = rows.filter { _ in random.below(4) > 0 }.shuffled(using: &random)
      if version.isEmpty { version = rows }
      let at = random.below(version.count)
      switch random.below(4) {
      case 0: version[at].title += "（续）"
      case 1: version[at].content[0] = version[at].content[0].replacing("0", with: "5").replacing("2", with: "4")
      case 2: version[at].content.append("落实责任\(random.below(3))项。")
      default: break
      }
      return version.sorted { $0.category == "重点目标" && $1.category != "重点目标" }
    }
    func file() -> SourceFile { sheet(version(), unit: random.below(4) == 0 ? "市例外局" : "市示例局") }

    var pool = [session([sheet(rows)]).contents, session([sheet(rows)], version: 2).contents]
    while pool.count < 60 {
      let base = pool[random.below(pool.count)]
      switch random.below(8) {
      case 0: pool.append(session([file()], version: 1 + random.below(2)).contents)
      case 1, 2: pool.append(session([file()], onto: base, version: 1 + random.below(2)).contents)
      case 3, 4: pool.append(edited(base, &random))
      case 5: pool.append(cut(base, &random))
      case 6: pool.append(extended(base, &random))
      default: pool.append(base.union(pool[random.below(pool.count)]))
      }
    }
    return pool
  }()

  /// Without an item that a person took out, but with all that stands under it.
  private static func cut(_ contents: BundleContents, _ random: inout Seeded) -> BundleContents {
    var contents = contents
    let items = View(of: contents.revisions).items.filter { $0.conflicts.isEmpty }
    guard !items.isEmpty else { return contents }
    let row = items[random.below(items.count)]
    contents.revisions.insert(Record(removing: row.id, .item, parents: row.heads.map(\.revision)))
    return contents
  }

  /// With a measure and a figure that another program found under some item.
  private static func extended(_ contents: BundleContents, _ random: inout Seeded) -> BundleContents {
    var contents = contents
    let items = View(of: contents.revisions).items.compactMap(\.item)
    guard !items.isEmpty else { return contents }
    let owner = items[random.below(items.count)]
    let readings = contents.revisions.revisions(.document, owner.document)
    guard let span = owner.spans.first, let hash = readings[owner.reading]?.document?.text.sha256,
      let text = contents.scalars(ofText: hash)
    else { return contents }
    let name = 50 + random.below(3)
    let measure = Item(
      id: "\(owner.id).m\(name)", document: owner.document, reading: owner.reading, parent: owner.id, role: .measure,
      text: "另有举措", spans: [span])
    let figure = Indicator(
      id: "\(owner.id).i\(name)", item: owner.id, reading: owner.reading, role: .target, subject: nil, comparator: .eq,
      low: "1", high: "1", unit: "", valueKind: .level, commitment: .firm,
      quote: String(String.UnicodeScalarView(text[span.start..<span.end])), spans: [span])
    contents.revisions.insert(Record(.item, measure.json))
    contents.revisions.insert(Record(.indicator, figure.json))
    return contents
  }

  /// A correction of some row, as `--fix` makes it.
  private static func edited(_ contents: BundleContents, _ random: inout Seeded) -> BundleContents {
    var contents = contents
    let view = View(of: contents.revisions)
    let rows = view.documents + view.items + view.indicators
    let row = rows[random.below(rows.count)]
    let word = ["甲", "乙", "丙"][random.below(3)]
    let field =
      switch row.type {
      case .indicator: "subject"
      default: "title"
      }
    let yaml = """
      by: 复核人\(word)
      date: 2031-04-0\(1 + random.below(9))
      fixes:
        - {id: \(row.id), set: {\(field): 改为\(word)}, why: 复核}
      """
    if let file = try? FixFile(yaml: Array(yaml.utf8)) {
      // A row in conflict without a base may refuse it; then nothing is changed.
      _ = try? apply(file, to: &contents.revisions, documents: contents.revisions.ids(.document)) { _ in nil }
    }
    return contents
  }

  private func merged(_ parts: BundleContents...) -> BundleContents {
    parts.reduce(BundleContents()) { $0.union($1) }
  }

  @Test func `any order, grouping and repetition gives identical bytes, and loses nothing`() throws {
    var random = Seeded(seed: 7)
    var (conflicts, superseded, tombstones, joined, orphans) = (0, 0, 0, 0, 0)
    for round in 0..<200 {
      let (a, b, c) = (
        Self.pool[random.below(Self.pool.count)], Self.pool[random.below(Self.pool.count)],
        Self.pool[random.below(Self.pool.count)]
      )
      let bytes = packed(merged(a, b, c))
      // Reading holds it to every rule: a merge of valid bundles is valid.
      let open = try readBundle(bytes)
      #expect(packed(merged(c, a, b, a, c)) == bytes, "round \(round)")
      // Through bundles in between, in both groupings.
      let inner = try readBundle(packed(round % 2 == 0 ? merged(b, c) : merged(b, a))).contents
      #expect(packed(round % 2 == 0 ? merged(inner, a) : merged(c, inner)) == bytes, "round \(round)")
      // With itself and with an old copy of a part.
      #expect(packed(merged(open.contents, a, open.contents)) == bytes, "round \(round)")

      #expect(open.contents.hashes == a.hashes.union(b.hashes).union(c.hashes), "round \(round)")
      #expect(Set(open.contents.texts.keys) == Set(a.texts.keys).union(b.texts.keys).union(c.texts.keys))
      #expect(Set(open.contents.contacts.keys).isSuperset(of: b.contacts.keys))
      try expectEverySideIsNamed(open.view, "round \(round)")
      conflicts += open.view.conflicts.count
      superseded += open.view.superseded.count
      tombstones += open.contents.revisions.all.count(where: \.isRemoved)
      joined += open.view.indicators.count { $0.heads.count > 1 && $0.conflicts.isEmpty }
      let shown = Set(open.view.items.map(\.id))
      orphans += open.view.indicators.compactMap(\.indicator).count { !shown.contains($0.item) }
    }
    // The bundles are such that there is something to see.
    #expect(conflicts > 200 && superseded > 20 && tombstones > 200 && joined > 20 && orphans > 20)
  }

  /// A conflict names heads of its row, each with its own value, and of a removal every head.
  private func expectEverySideIsNamed(_ view: View, _ note: String) throws {
    for row in view.conflicts {
      for conflict in row.conflicts {
        #expect(conflict.values.count > 1, "\(note) \(row.id)")
        let named = conflict.values.flatMap(\.heads)
        #expect(
          Set(named).count == named.count && Set(named).isSubset(of: row.heads.map(\.revision)), "\(note) \(row.id)")
        if conflict.group == MemberGroup.record { #expect(named.count == row.heads.count, "\(note) \(row.id)") }
        for value in conflict.values {
          for revision in value.heads {
            let head = try #require(row.heads.first { $0.revision == revision })
            for member in value.value.members { #expect(head.body[member.key] == member.value, "\(note) \(row.id)") }
          }
        }
      }
    }
  }

  @Test func `two sources with one id stand side by side, in conflict`() throws {
    let (left, right) = (imported(threeRows), imported([threeRows[2], SampleRow("改造老旧路灯", "更换路灯600盏。")]))
    let merged = try view(left.union(right))
    #expect(merged.conflicts.map(\.type) == [.document])
    #expect(merged.items.filter { $0.id.hasSuffix(".key-1") }.count == 2)
    #expect(Set(merged.items.compactMap { $0.item?.title }).count == 4)
    // Each side's records are together.
    let readings = merged.items.compactMap { $0.item?.reading }
    #expect(zip(readings, readings.dropFirst()).count { $0 != $1 } == 1)
  }
}
