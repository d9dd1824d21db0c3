import Archive
import Plan
import TestSupport
import Testing

@testable import Packaging

/// Rows that are accepted by their bytes are those that a reading of their records finds sound, and have the same cells.
@Suite struct PlainDocumentTests {
  /// One document's files.
  private struct Lines {
    var document: [UInt8]
    var items: [[UInt8]]
    var figures: [[UInt8]]
    let text: [UInt8]

    var accepted: PlainDocument? {
      PlainDocument(
        document, items: BundleLayout.lines(items), figures: BundleLayout.lines(figures),
        texts: [SHA256Hex.of(text): text])
    }

    /// What ``accepted`` stands for, by the reading of records.
    var read: (contents: BundleContents, view: View) {
      get throws {
        try partialBundle(of: [
          "data/records/documents.jsonl": document + [0x0A], "data/records/items.jsonl": BundleLayout.lines(items),
          "data/records/indicators.jsonl": BundleLayout.lines(figures),
          "data/\(BundleContents.textPath(SHA256Hex.of(text)))": text,
        ])
      }
    }
  }

  private static let id = "cn370200.市示例局.2031.targetSheet"
  private static let text = "一、修建栈道12公里，\t种树300至400棵\n“示例”工程, 全年5%；争取2.50亿元\n建成𠀀字样\r\n"

  private static func place(of words: String, from: Int = 0) -> Span {
    let (all, part) = (Array(text.unicodeScalars), Array(words.unicodeScalars))
    let start = all.indices.first { $0 >= from && all[$0...].starts(with: part) } ?? 0
    return Span(start: start, end: start + part.count)
  }

  /// Rows with every member that an import writes, in all the forms that a cell can have.
  private static let sample: Lines = {
    let (scalars, hash) = (text.unicodeScalars.count, SHA256Hex.of(Array(text.utf8)))
    let document = Record(
      .document,
      Document(
        id: id, kind: .targetSheet, title: "示例, \"甲\"", city: CityReference(code: "370200", name: "青岛市"),
        organization: "市示例局", period: Period(year: 2031), inferred: ["period"],
        source: Document.Source(
          path: "甲.txt", sha256: hash, mediaType: "text/plain", encoding: "UTF-8", scalars: scalars),
        text: Document.Text(path: BundleContents.textPath(hash), sha256: hash, scalars: scalars),
        adapter: Document.Adapter(id: "sample.sheet", version: 1)
      ).json)
    func item(
      _ name: String, below parent: String? = nil, _ role: Item.Role, _ words: String, _ change: (inout Item) -> Void
    ) -> Record {
      var item = Item(
        id: "\(id).\(name)", document: id, reading: document.revision, parent: parent.map { "\(id).\($0)" }, role: role,
        text: words, spans: [place(of: words)])
      change(&item)
      return Record(.item, item.json)
    }
    func figure(
      _ owner: String, _ number: Int, _ comparator: Indicator.Comparator, _ low: String?, _ high: String?,
      _ unit: String, _ quote: String, _ change: (inout Indicator) -> Void = { _ in }
    ) -> Record {
      var figure = Indicator(
        id: "\(id).\(owner).i\(number)", item: "\(id).\(owner)", reading: document.revision, role: .target,
        subject: "示例", comparator: comparator, low: low, high: high, unit: unit, valueKind: .level, commitment: .firm,
        quote: quote, spans: [place(of: quote)])
      change(&figure)
      var body = figure.json
      if number == 1 {
        var base = JSONObject()
        base["low"] = low.map(JSON.string)
        base["unit"] = .string("m")
        body["base"] = .object(base)
      }
      return Record(.indicator, body)
    }
    let items = [
      item("key-1", .goal, "修建栈道12公里，") {
        $0.category = Item.Category(code: "key", label: "重点目标")
        $0.number = 1
        $0.title = "修建\t\"栈道\"\\, 甲"
        $0.aim = "宜居;乐业"
        $0.period = Period(year: 2031)
        $0.due = Item.Due(date: "2031-10-31", text: "10月底前,")
        $0.parties = [Item.Party(name: "甲:乙;丙\\", role: .lead), Item.Party(name: "示例\n处", role: .cooperating)]
        $0.themes = ["道路;桥", "环\"境"]
        $0.benchmarkCities = [CityReference(code: "370600", name: "烟台市")]
        $0.review = Review(reason: "请核对\r")
      },
      item("key-1.m1", below: "key-1", .measure, "种树300至400棵") { _ in },
      item("key-2", .goal, "“示例”工程, 全年5%") { $0.title = "" },
      item("task-1", .task, "争取2.50亿元\n建成𠀀字样") { $0.spans = [place(of: "争取"), place(of: "2.50亿元\n建成𠀀字样")] },
    ]
    let figures = [
      figure("key-1", 1, .ge, "12", nil, "公里", "12公里") { $0.review = Review(reason: "") },
      figure("key-1.m1", 1, .between, "300", "400", "棵", "300至400棵") { $0.period = Period(year: 2031) },
      figure("key-2", 1, .approx, "5", "5", "%", "5%") {
        $0.valueKind = .change
        $0.benchmarkCity = CityReference(code: "370600", name: "烟台市")
      },
      figure("key-2", 2, .le, nil, "-0.50", "", "%") { $0.subject = nil },
      figure("task-1", 2, .eq, "2.50", "2.50", "亿元", "2.50亿元") {
        $0.commitment = .stretch
        $0.qualifiers = [
          Indicator.Qualifier(subject: "投资:额", comparator: .between, low: "9", high: "10", unit: "个;"),
          Indicator.Qualifier(subject: nil, comparator: .lt, low: nil, high: "0.5", unit: "%"),
        ]
      },
    ]
    return Lines(
      document: document.line.canonical, items: items.map(\.line.canonical), figures: figures.map(\.line.canonical),
      text: Array(text.utf8))
  }()

  @Test("sound rows of an import are accepted, with the cells and the counts that their records have")
  func sound() throws {
    let accepted = try #require(Self.sample.accepted)
    let read = try Self.sample.read
    #expect(accepted.counts == [1, 4, 5])
    try expectSame(accepted, read, Self.sample)
    let revisions = PackedDocument.types.flatMap { read.view.rows($0).map { $0.heads[0].revision } }
    #expect(accepted.revisions == Array(revisions.joined(separator: " ").utf8))
    // No items, no figures.
    var bare = Self.sample
    (bare.items, bare.figures) = ([], [])
    #expect(bare.accepted?.counts == [1, 0, 0])
    bare.figures = Self.sample.figures
    #expect(bare.accepted == nil)
  }

  @Test("documents of many items are accepted, wherever their ids begin to differ", arguments: 0..<8)
  func many(length: Int) throws {
    let name = "cn370200.office\(String(repeating: "a", count: length)).2031.targetSheet"
    let (text, count) = (Array(String(repeating: "建成亭台。", count: 700).utf8), 700)
    let hash = SHA256Hex.of(text)
    let document = Record(
      .document,
      Document(
        id: name, kind: .targetSheet, title: "示例", city: CityReference(code: "370200", name: "青岛市"),
        organization: "市示例局", period: Period(year: 2031),
        source: Document.Source(
          path: "甲.txt", sha256: hash, mediaType: "text/plain", encoding: "UTF-8", scalars: 5 * count),
        text: Document.Text(path: BundleContents.textPath(hash), sha256: hash, scalars: 5 * count),
        adapter: Document.Adapter(id: "sample.sheet", version: 1)
      ).json)
    let items = (0..<count).map { at in
      Record(
        .item,
        Item(
          id: "\(name).key-\(at + 1)", document: name, reading: document.revision, role: .goal, text: "建成亭台。",
          spans: [Span(start: 5 * at, end: 5 * at + 5)]
        ).json)
    }
    let lines = Lines(document: document.line.canonical, items: items.map(\.line.canonical), figures: [], text: text)
    #expect(lines.accepted?.counts == [1, count, 0])
  }

  private func expectSame(
    _ accepted: PlainDocument, _ read: (contents: BundleContents, view: View), _ lines: Lines,
    _ comment: Comment? = nil
  ) throws {
    let rows = BundleLayout.rows(read.contents, view: read.view)
    for (at, type) in PackedDocument.types.enumerated() {
      let table = try #require(Table.of(type))
      #expect(accepted.rows[at] == rows[BundleLayout.path("records", type)], comment)
      #expect(accepted.cells[at] == table.lines(of: read.view.rows(type)), comment)
    }
    let past = read.view.history.values.reduce(0) { $0 + $1.count }
    #expect(past == 0, comment)
  }

  @Test("whatever is changed in rows, they are accepted only where a reading finds no fault and the same cells")
  func mutated() throws {
    var random = Seeded(seed: 31)
    var (accepted, refused) = (0, 0)
    for round in 0..<1200 {
      var lines = Self.sample
      for _ in 0...random.below(2) {
        switch random.below(8) {
        case 0: lines.items.swapAt(random.below(lines.items.count), random.below(lines.items.count))
        case 1: lines.figures.append(lines.figures[random.below(lines.figures.count)])
        case 2: lines.figures.remove(at: random.below(lines.figures.count))
        case 3: lines.items.remove(at: random.below(lines.items.count))
        case 4...5:
          let at = random.below(lines.items.count)
          lines.items[at] = changed(lines.items[at], &random)
        default:
          let at = random.below(lines.figures.count)
          lines.figures[at] = changed(lines.figures[at], &random)
        }
        if lines.items.isEmpty || lines.figures.isEmpty { break }
      }
      guard let document = lines.accepted else {
        refused += 1
        continue
      }
      accepted += 1
      let shown = (lines.items + lines.figures).map { String(decoding: $0, as: UTF8.self) }.joined(separator: "\n")
      do {
        try expectSame(document, try lines.read, lines, "round \(round)\n\(shown)")
      } catch {
        Issue.record("round \(round): \(error)\n\(shown)")
      }
    }
    #expect(accepted > 100 && refused > 500, "\(accepted) \(refused)")
  }

  /// A line with something else in it, most often under a revision that fits.
  private func changed(_ line: [UInt8], _ random: inout Seeded) -> [UInt8] {
    guard random.below(3) > 0, case .object(var object)? = try? JSON.parse(line) else {
      return rehashed(scratched(line, &random), &random)
    }
    let keys = object.members.map(\.key) + ["aim", "text", "x-more", "parents", "change", "redacted", "low", "period"]
    let key = keys[random.below(keys.count)]
    if random.below(6) == 0 {
      object[key] = nil
    } else {
      object[key] = other(than: object[key], &random, depth: 0)
    }
    object["revision"] = .string(Revision.of(object))
    return object.canonical
  }

  private func other(than value: JSON?, _ random: inout Seeded, depth: Int) -> JSON {
    let strings = [
      "", "甲,乙", "\"", "\\;", "a:b", "\u{1}", "\u{7F}", "é\u{301}", "𠀀\u{2028}", "2031-02-29", "2032-02-29",
      "2031-12-31", "0", "-0", "00", "1.50", "300", "400", "key", "eq", "ge", "between", "low", "firm", "goal",
      "measure", "370200", Self.id, Self.id + ".key-1", Self.id + ".key-1.i1", Self.id + ".key-9", "\r\n", "12公里",
      "5%",
    ]
    switch value {
    case .object(var object) where depth < 3 && !object.members.isEmpty && random.below(8) > 0:
      let key = object.members[random.below(object.members.count)].key
      object[key] = random.below(5) == 0 ? nil : other(than: object[key], &random, depth: depth + 1)
      return .object(object)
    case .array(var array) where depth < 3 && !array.isEmpty && random.below(8) > 0:
      let at = random.below(array.count)
      switch random.below(4) {
      case 0: array.remove(at: at)
      case 1: array.append(array[at])
      default: array[at] = other(than: array[at], &random, depth: depth + 1)
      }
      return .array(array)
    case .integer(let number) where random.below(8) > 0: return .integer(number + random.below(5) - 2)
    default: break
    }
    switch random.below(12) {
    case 0: return .integer(random.below(100) - 5)
    case 1: return .array([])
    case 2: return .object(JSONObject())
    case 3: return .bool(true)
    default: return .string(strings[random.below(strings.count)])
    }
  }

  /// With bytes written over, taken out or put in.
  private func scratched(_ line: [UInt8], _ random: inout Seeded) -> [UInt8] {
    var line = line
    let at = random.below(line.count)
    let marks = Array("\"\\,{}[]: 0n-\u{1}".utf8) + [0x80, 0xE4, 0xED, 0xF4, 0xFF, UInt8(random.below(256))]
    switch random.below(4) {
    case 0: line[at] = marks[random.below(marks.count)]
    case 1: line.remove(at: at)
    case 2: line.insert(marks[random.below(marks.count)], at: at)
    default: line.replaceSubrange(at..<min(line.count, at + random.below(6)), with: line[..<min(at, 3)])
    }
    return line
  }

  /// With the hash of all its other bytes in the place of the revision's.
  private func rehashed(_ line: [UInt8], _ random: inout Seeded) -> [UInt8] {
    let member = Array(#""revision":""#.utf8)
    let start = line.indices.first { line[$0...].starts(with: member) }
    guard random.below(8) > 0, let start, start + member.count + 66 <= line.count else { return line }
    let end = start + member.count + 64
    let hash = Array(SHA256Hex.of(Array(line[..<start] + line[(end + 2)...])).utf8)
    return line[..<start] + member + hash + line[end...]
  }
}

extension Seeded {
  fileprivate mutating func below(_ bound: Int) -> Int { Int.random(in: 0..<max(1, bound), using: &self) }
}
