import Archive
import Plan
import Testing

@testable import Packaging

/// The flat tables say what the rows say, in one form.
@Suite struct TableTests {
  static let items = "data/tables/items.csv"

  /// The sample with values that a careless reader of tables stumbles over.
  static func difficult() -> BundleContents {
    var sample = SampleBundle()
    guard let goal = sample.records["goal"] else { return sample.contents }
    let words = [
      "修路，\"甲级\",12公里", "第一行\n第二行\r\n第三行\r", "007", " 前后有空格 ", "=1+1", "-5", "@a", "\t缩进", "\u{0}\u{1F}\u{7F}",
      "；;\\;", "\u{FEFF}开头", "e\u{301}é𠮷", String(repeating: "长，", count: 100_000),
    ]
    for (number, word) in words.enumerated() {
      var body = goal.body
      body["id"] = .string(SampleBundle.sheet + ".key-\(number + 2)")
      body["title"] = .string(word)
      body["themes"] = .array([.string(word), .string("b")])
      body["parties"] = .array([party("lead", "甲:乙;丙\\丁"), party("cooperating", word)])
      body["due"] = due(word)
      sample.contents.revisions.insert(Record(.item, body))
    }
    return sample.contents
  }

  private static func party(_ role: String, _ name: String) -> JSON {
    var object = JSONObject()
    object["role"] = .string(role)
    object["name"] = .string(name)
    return .object(object)
  }

  private static func due(_ text: String) -> JSON {
    var object = JSONObject()
    object["date"] = .string("2031-12-31")
    object["text"] = .string(text)
    return .object(object)
  }

  @Test func `cells are told apart by quotes, elements by semicolons`() throws {
    let table = try Bag(packed(Self.difficult())).text(Self.items)
    let bytes = Array(table.utf8)
    func has(_ piece: String) -> Bool { bytes.contains(Array(piece.utf8)) }
    #expect(has("id,conflicts,document,reading,parent,role,") && !table.hasPrefix("\u{FEFF}"))
    #expect(has(",\"修路，\"\"甲级\"\",12公里\","))
    #expect(has(",\"第一行\n第二行\r\n第三行\r\","))
    #expect(has(",007,") && has(", 前后有空格 ,") && has(",=1+1,") && has(",-5,") && has(",@a,"))
    #expect(has(",lead:甲\\:乙\\;丙\\\\丁;cooperating:007,007;b,"))
    #expect(has(",；\\;\\\\\\;;b,"))
    #expect(has(",0-10,"))
    // Two people's titles: the row shows neither, the table says that there is a conflict.
    #expect(has("\(SampleBundle.report).task-1,wording,"))
    #expect(bytes.suffix(2).elementsEqual("\r\n".utf8))
  }

  @Test func `every file of records has its table, and its schema names its columns`() throws {
    let bag = try Bag(SampleBundle.bytes)
    let package = try JSON.parse(Array((bag.files["data/datapackage.json"] ?? []).dropLast()))
    let resources = package.object?["resources"]?.array?.compactMap(\.object) ?? []
    for type in RecordType.allCases {
      let path = "data/tables/\(type.plural).csv"
      let resource = try #require(resources.first { $0["path"]?.string == String(path.dropFirst(5)) })
      let names = resource["schema"]?.object?["fields"]?.array?.compactMap { $0.object?["name"]?.string } ?? []
      #expect(names.count > 5 && bag.text(path).utf8.starts(with: (names.joined(separator: ",") + "\r\n").utf8))
      let rows = try readBundle(SampleBundle.bytes).view.rows(type).count
      #expect(bag.text(path).utf8.count { $0 == 0x0A } == rows + 1)
    }
    #expect(try Bag(packed(BundleContents())).files["data/tables/links.csv"] == nil)
  }

  @Test func `a table that says something else than the rows is found`() throws {
    let whole = try Bag(SampleBundle.bytes)
    let tables = whole.files.keys.filter { $0.hasPrefix("data/tables/") }.sorted()
    #expect(tables.count == 4)
    let changes: [(Bag, String) -> [UInt8]] = [
      { _, _ in [] },
      { Array($0.text($1).replacing("2031", with: "2032").utf8) },
      { Array($0.text($1).utf8.dropLast()) },
      { $0.files[$1, default: []] + $0.files[$1, default: []] },
      { bag, path in bag.files[path, default: []].filter { $0 != 0x0D } },
    ]
    for path in tables {
      for (number, change) in changes.enumerated() {
        var bag = whole
        bag.files[path] = change(whole, path)
        guard case .viewDiffers(path, _) = refusal(try bag.sealed.zipped) else {
          Issue.record("\(path) \(number)")
          continue
        }
      }
      var without = whole
      without.files[path] = nil
      #expect(refusal(try without.sealed.zipped) == nil, "a bundle may lack a table")
    }
    for path in ["data/tables/people.csv", "data/tables/items.CSV.txt"] {
      var bag = whole
      bag.files[path] = []
      guard case .viewDiffers(path, 1) = refusal(try bag.sealed.zipped) else {
        Issue.record("\(path)")
        continue
      }
    }
  }
}

/// What explains the bundle travels with it.
@Suite struct ExplanationTests {
  @Test func `a bundle carries the published files`() throws {
    let bag = try Bag(SampleBundle.bytes)
    for path in [
      "README.md", "format/spec.md", "format/bagit-profile.json", "format/schemas/item.schema.json",
      "format/schemas/tables.json", "format/vocabularies/labels.yaml",
    ] { #expect(bag.text("data/" + path).utf8.count > 300, "\(path)") }
    for (path, bytes) in FormatFiles.all { #expect(bag.files[path] == bytes) }
  }

  /// A bundle of one page stays a small file.
  @Test func `what explains it does not make it ten times its size`() {
    #expect(SampleBundle.bytes.count < 10 * SampleBundle.bare.count)
  }
}

/// A bundle of a later minor version is read, and what is new in it carried on; a later major version is refused.
@Suite struct LaterVersionTests {
  private func later(_ version: String, _ change: (inout Bag) -> Void) throws -> [UInt8] {
    var bag = try Bag(SampleBundle.bare)
    bag.set("bag-info.txt", bag.text("bag-info.txt").replacing("Version: 1.0", with: "Version: \(version)"))
    change(&bag)
    return try bag.sealed.zipped
  }

  private func addNews(_ bag: inout Bag) {
    bag.change(RowTests.indicators, ".key-1.i1") {
      $0["forecast"] = .string("13")
      $0["valueKind"] = .string("index")
    }
    bag.set("data/contacts.jsonl", bag.text("data/contacts.jsonl").replacing("\"head\"", with: "\"deputy\""))
    bag.set("data/tables/items.csv", "id,new\r\n")
    bag.set("data/maps/a.txt", "new")
  }

  @Test func `members and codes that are new are no faults, and live through reading and writing`() throws {
    #expect(refusal(try later("1.0", addNews)) != nil)
    let open = try readBundle(try later("1.7", addNews))
    let again = try readBundle(packed(open.contents))
    #expect(again.contents == open.contents)
    let bag = try Bag(packed(open.contents))
    #expect(bag.text("bag-info.txt").contains("Jdx-Format-Version: 1.7\n"))
    #expect(bag.text("data/datapackage.json").hasSuffix("\"version\":\"1.7\"}\n"))
    #expect(bag.text(RowTests.indicators).contains("\"forecast\":\"13\""))
    #expect(bag.text("data/contacts.jsonl").contains("\"deputy\""))
    // What a later version would write there is not known.
    #expect(bag.files.keys.allSatisfy { !$0.hasPrefix("data/tables/") && !$0.hasPrefix("data/format/") })
  }

  @Test func `a union takes the latest version of its parts, in either order`() throws {
    var (one, other) = (try readBundle(try later("1.3", addNews)).contents, SampleBundle().contents)
    let (a, b) = (one, other)
    one.formUnion(b)
    other.formUnion(a)
    #expect(packed(one) == packed(other))
    #expect(try Bag(packed(one)).text("bag-info.txt").contains("Jdx-Format-Version: 1.3\n"))
    #expect(refusal(packed(one)) == nil)
  }

  @Test func `all other rules hold for it`() throws {
    let cases: [(String, (inout Bag) -> Void)] = [
      ("a key that is not ASCII", { $0.change(RowTests.indicators, ".key-1.i1") { $0["新"] = .string("x") } }),
      ("a missing member", { $0.change(RowTests.indicators, ".key-1.i1") { $0["quote"] = nil } }),
      ("a wrong revision", { $0.set(RowTests.items, $0.text(RowTests.items).replacing("栈道", with: "驿道")) }),
      ("another order", { $0.set(RowTests.items, lines: $0.lines(RowTests.items).reversed()) }),
    ]
    for (name, change) in cases { #expect(refusal(try later("1.7", change)) != nil, "\(name)") }
    guard case .version("2.0") = refusal(try later("2.0", addNews)) else {
      Issue.record("a later major version")
      return
    }
    #expect(refusal(try later("1.99999999999999999999999", addNews)) == nil)
  }

  @Test func `extensions live through reading and writing untouched`() throws {
    let extensions: JSON = .array([.object(JSONObject()), .string("e\u{301}"), .array([]), .integer(-3), .bool(false)])
    let bytes = try later("1.0") { bag in
      bag.change(RowTests.indicators, ".key-1.i1") {
        $0["x-vendor"] = extensions
        $0["unit"] = .string("vendor:箩筐")
      }
      bag.change(RowTests.items, ".m1") { $0["themes"] = .array([.string("vendor:墟市")]) }
    }
    let open = try readBundle(bytes)
    var union = SampleBundle().contents
    union.formUnion(open.contents)
    for contents in [open.contents, union] {
      let again = try readBundle(packed(contents))
      let rows = again.view.indicators.flatMap(\.heads) + again.view.items.flatMap(\.heads)
      #expect(rows.contains { $0.body["x-vendor"] == extensions && $0.body["unit"]?.string == "vendor:箩筐" })
      #expect(rows.contains { $0.body["themes"] == .array([.string("vendor:墟市")]) })
    }
  }
}
