import Import
import Packaging
import Plan
import TestSupport
import Testing

/// Conflicts settled by a file or a preference: recorded, and never undone by an old copy.
@Suite struct ResolutionTests {
  private static let id = SessionTests.sheetID
  private static let original = imported(threeRows)

  private static func corrected(_ by: String, _ fixes: String..., base: BundleContents = original) throws
    -> BundleContents
  {
    var contents = base
    let lines = fixes.map { "  - {\($0), why: 复核}\n" }.joined()
    let file = try FixFile(yaml: Array("by: \(by)\ndate: 2031-03-0\(by.utf8.count % 9 + 1)\nfixes:\n\(lines)".utf8))
    _ = try apply(file, to: &contents.revisions, documents: contents.revisions.ids(.document)) { _ in nil }
    return contents
  }

  /// Two offices correct one figure and one title, each in its own way.
  private static let left = try? corrected(
    "甲处", "id: key-1.m1.i1, set: {low: \"13\"}", "id: key-2, set: {title: 办好校园联赛}")
  private static let right = try? corrected(
    "乙处室", "id: key-1.m1.i1, set: {unit: 千米}", "id: key-2, set: {title: 举办联赛, due: {text: 年内}}")

  private func both() throws -> (left: BundleContents, right: BundleContents, merged: BundleContents) {
    let (left, right) = (try #require(Self.left), try #require(Self.right))
    return (left, right, left.union(right))
  }

  private func yaml(_ entries: String...) -> [UInt8] {
    Array(("by: 省汇总组\ndate: 2031-04-01\nresolutions:\n" + entries.map { "  - {\($0), why: 商定}\n" }.joined()).utf8)
  }

  private func resolved(
    _ contents: BundleContents, _ entries: String..., senders: [String: BundleContents] = [:]
  ) throws(ResolutionError) -> (contents: BundleContents, made: [Record]) {
    var contents = contents
    let text = "by: 省汇总组\ndate: 2031-04-01\nresolutions:\n" + entries.map { "  - {\($0), why: 商定}\n" }.joined()
    let file = try ResolutionFile(yaml: Array(text.utf8))
    let made = try resolve(file, in: &contents.revisions) { senders[$0]?.hashes }
    return (contents, made)
  }

  private func head(_ view: View, _ id: String, saying words: String) throws -> String {
    let row = try #require(view.conflicts.first { $0.id.hasSuffix(id) })
    let text = { (record: Record) in String(decoding: JSON.object(record.body).canonical, as: UTF8.self) }
    return String(try #require(row.heads.first { text($0).contains(words) }).revision.prefix(12))
  }

  @Test("two offices in conflict: each group by itself, and no figure of two sides")
  func conflicts() throws {
    let merged = try view(try both().merged)
    #expect(merged.conflicts.map { $0.conflicts.map(\.group) } == [["wording"], ["figure"]])
    let figure = try #require(merged.indicators.first { $0.id.hasSuffix("key-1.m1.i1") }?.indicator)
    #expect(figure.low == "12" && figure.unit == "公里")
    // What only one of them says is joined.
    #expect(merged.items.first { $0.id.hasSuffix("key-2") }?.item?.due?.text == "年内")
  }

  @Test("a resolution replaces every head, says who and why, and an old copy does not bring the conflict back")
  func resolution() throws {
    let (left, right, merged) = try both()
    let take = try head(view(merged), "key-1.m1.i1", saying: "千米")
    let (contents, made) = try resolved(
      merged, "id: key-1.m1.i1, group: figure, take: \(take)", "id: key-2, group: wording, from: 甲, set: {title: 办好联赛}",
      senders: ["甲": left])
    #expect(made.count == 2)
    for record in made {
      #expect(record.parents.count == 2)
      #expect(record.body["change"] == .object(Change(by: "省汇总组", why: "商定", date: "2031-04-01").json))
    }
    let settled = try view(contents)
    #expect(settled.conflicts.isEmpty)
    let figure = try #require(settled.indicators.first { $0.id.hasSuffix("key-1.m1.i1") }?.indicator)
    #expect(figure.low == "12" && figure.unit == "千米")
    let goal = try #require(settled.items.first { $0.id.hasSuffix("key-2") }?.item)
    #expect(goal.title == "办好联赛" && goal.due?.text == "年内")
    for old in [left, right, merged, Self.original] {
      #expect(packed(contents.union(old)) == packed(contents))
      #expect(packed(old.union(contents)) == packed(contents))
    }
    #expect(contents.hashes.isSuperset(of: left.hashes.union(right.hashes)))
  }

  @Test("the value from before the sides parted, or one side's whole record")
  func otherChoices() throws {
    let merged = try both().merged
    let take = try head(view(merged), "key-2", saying: "办好校园联赛")
    let (contents, _) = try resolved(
      merged, "id: key-1.m1.i1, group: figure, take: base", "id: key-2, group: record, take: \(take)")
    let settled = try view(contents)
    #expect(settled.conflicts.isEmpty)
    #expect(settled.indicators.first { $0.id.hasSuffix("key-1.m1.i1") }?.indicator?.unit == "公里")
    let goal = try #require(settled.items.first { $0.id.hasSuffix("key-2") }?.item)
    #expect(goal.title == "办好校园联赛" && goal.due == nil)
  }

  @Test("what fits nothing, decides twice or leaves a conflict of its record open is refused")
  func refusals() throws {
    let merged = try both().merged
    func refused(_ entries: String..., by isMeant: (ResolutionError) -> Bool) -> Bool {
      do throws(ResolutionError) {
        let file = try ResolutionFile(yaml: yaml(entries.joined(separator: ", why: 商定}\n  - {")))
        var set = merged.revisions
        _ = try resolve(file, in: &set) { _ in nil }
        return false
      } catch { return isMeant(error) }
    }
    #expect(
      refused("id: key-3, group: wording, take: base") { if case .noConflict("key-3", 4) = $0 { true } else { false } })
    #expect(
      refused("id: key-2, group: figure, take: base") {
        if case .noGroup("figure", _, ["wording"], 4) = $0 { true } else { false }
      })
    #expect(refused("id: key-2, group: wording, take: ffffffff") { if case .noSide = $0 { true } else { false } })
    #expect(refused("id: key-2, group: wording, from: 丙") { if case .noSender("丙", 4) = $0 { true } else { false } })
    #expect(
      refused("id: key-2, group: wording, take: base", "id: key-2, group: wording, take: base") {
        if case .decidedTwice(_, "wording", 5) = $0 { true } else { false }
      })
    #expect(
      refused("id: key-2, group: wording, set: {due: {text: 年底}}") {
        if case .form(.notAField) = $0 { true } else { false }
      })
    #expect(
      refused("id: key-2, group: wording, take: \"\"") {
        if case .form(.wrongForm("take", 4)) = $0 { true } else { false }
      })
    #expect(refused("id: key-2, group: wording") { if case .form(.missing) = $0 { true } else { false } })
    // Two groups of one record are decided together, for a revision replaces both sides as a whole.
    let third = try Self.corrected("丙处", "id: key-2, set: {due: {text: 上半年}}")
    var set = merged.union(third).revisions
    let file = try ResolutionFile(yaml: yaml("id: key-2, group: wording, take: base"))
    #expect(throws: ResolutionError.self) { try resolve(file, in: &set) { _ in nil } }
  }

  @Test("a removal against a correction is kept or carried out")
  func removals() throws {
    let left = try #require(Self.left)
    var right = Self.original
    let row = try #require(View(of: right.revisions).items.first { $0.id.hasSuffix("key-2") })
    right.revisions.insert(Record(removing: row.id, .item, parents: row.heads.map(\.revision)))
    let merged = left.union(right)
    #expect(try view(merged).conflicts.map { $0.conflicts.map(\.group) } == [["record"]])
    let kept = try resolved(merged, "id: key-2, group: record, take: kept").contents
    #expect(try view(kept).items.first { $0.id.hasSuffix("key-2") }?.item?.title == "办好校园联赛")
    let gone = try resolved(merged, "id: key-2, group: record, take: removed").contents
    #expect(try view(gone).items.contains { $0.id.hasSuffix("key-2") } == false)
    for settled in [kept, gone] { #expect(packed(settled.union(left).union(right)) == packed(settled)) }
  }

  @Test("a preferred sender settles what it has one say in, by a revision that names the rule")
  func preferredSender() throws {
    let (left, right, merged) = try both()
    var set = merged.revisions
    let made = settle([.sender(name: "甲", revisions: left.hashes)], in: &set, by: "省汇总组")
    #expect(made.count == 2 && View(of: set).conflicts.isEmpty)
    #expect(made.allSatisfy { $0.body["change"]?.object?["why"] == .string("--prefer 甲") && $0.parents.count == 2 })
    // The date is the sides' own, never the clock's.
    let dates = [left, right].flatMap { $0.revisions.all }.compactMap { $0.body["change"]?.object?["date"]?.string }
    #expect(made.allSatisfy { $0.body["change"]?.object?["date"]?.string == dates.max() })
    var again = right.union(left).revisions
    #expect(
      settle([.sender(name: "甲", revisions: left.hashes)], in: &again, by: "省汇总组").map(\.revision)
        == made.map(\.revision))
    // Who sent both sides, or none, decides nothing.
    for revisions in [merged.hashes, Self.original.hashes] {
      var open = merged.revisions
      #expect(settle([.sender(name: "甲", revisions: revisions)], in: &open, by: "省汇总组").isEmpty)
    }
  }

  @Test("the document of the later date wins, and equal dates stay open")
  func newer() throws {
    var (earlier, later) = (imported(threeRows), imported(threeRows))
    let document = try #require(earlier.revisions.ids(.document).first)
    let first = try #require(earlier.newest(document))
    /// A reading dated so, in which the second goal has a title of its own.
    func reading(_ contents: inout BundleContents, _ date: String, _ title: String) {
      var body = first.body
      body["date"] = .string(date)
      let dated = Record(.document, body, parents: [first.revision])
      contents.revisions.insert(dated)
      for row in View(of: Self.original.revisions).items where row.id.hasSuffix("key-2") {
        var item = row.heads[0].body
        item["reading"] = .string(dated.revision)
        item["title"] = .string(title)
        contents.revisions.insert(Record(.item, item, parents: row.heads.map(\.revision)))
      }
    }
    reading(&earlier, "2031-02-01", "早的题目")
    reading(&later, "2031-03-01", "晚的题目")
    var set = earlier.union(later).revisions
    #expect(View(of: set).conflicts.map { $0.conflicts.map(\.group) } == [["date"], ["wording"]])
    let made = settle([.newer], in: &set, by: "jdx merge")
    let view = View(of: set)
    #expect(made.count == 2 && view.conflicts.isEmpty)
    #expect(view.items.first { $0.id.hasSuffix("key-2") }?.item?.title == "晚的题目")
    #expect(made.allSatisfy { $0.body["change"]?.object?["date"] == .string("2031-03-01") })
    // Two corrections of one document are of one date.
    var open = try both().merged.revisions
    #expect(settle([.newer], in: &open, by: "jdx merge").isEmpty)
  }

  @Test("two documents that claim one id are left to a person")
  func collision() throws {
    let other = imported([SampleRow("改造老旧路灯", "更换路灯600盏。")])
    var set = Self.original.union(other).revisions
    #expect(settle([.newer, .sender(name: "甲", revisions: other.hashes)], in: &set, by: "jdx merge").isEmpty)
    #expect(View(of: set).conflicts.map(\.type) == [.document])
  }

  @Test("random histories: what was settled stays settled in any merge with what was known before")
  func settledForGood() throws {
    var random = Seeded(seed: 41)
    var count = 0
    for round in 0..<40 {
      let pool = MergeLawTests.pool
      let parts = (0..<3).map { _ in pool[random.below(pool.count)] }
      let merged = parts.reduce(BundleContents()) { $0.union($1) }
      var settled = merged
      let sender = parts[random.below(3)]
      let made = settle([.sender(name: "甲", revisions: sender.hashes), .newer], in: &settled.revisions, by: "复核")
      guard !made.isEmpty else { continue }
      count += made.count
      let names = { (contents: BundleContents) in
        Set(View(of: contents.revisions).conflicts.flatMap { row in row.conflicts.map { "\(row.id) \($0.group)" } })
      }
      let open = names(settled)
      let bytes = packed(settled)
      for old in parts + [merged] {
        #expect(packed(settled.union(old)) == bytes, "round \(round)")
        #expect(names(old.union(settled)) == open, "round \(round)")
      }
      #expect(settled.hashes.isSuperset(of: merged.hashes))
      let reopened = try readBundle(bytes).view.conflicts.map(\.id)
      #expect(made.filter { $0.type != .document }.allSatisfy { !reopened.contains($0.id) }, "round \(round)")
    }
    #expect(count > 8)
  }
}

extension BundleContents {
  fileprivate func newest(_ document: String) -> Record? { revisions.newestReading(of: document) }
}
