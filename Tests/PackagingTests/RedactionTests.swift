import Archive
import Plan
import TestSupport
import Testing

@testable import Packaging

/// People and their numbers leave a bundle, and nothing in it lets them be found again.
@Suite struct RedactionTests {
  private static let name = "张示例"
  private static let phone = "0532-0000127"

  private let sheet = "cn370200.市示例局.2031.targetSheet"
  private let text = "目标表（张 示例）\n种树300棵\t张示例\n电话：０５３２－００００１２７\n手机138 0000 0127，张\n示例\n信箱 SAMPLE@example.org\n"

  /// A contact in the text, a cell, the title, a party, the file's name, the history and the reason of a change.
  private func sample() -> BundleContents {
    var contents = BundleContents()
    let source = contents.add(source: .init(bytes: Array(text.utf8), fileExtension: "txt"))
    contents.add(text: Array("另有隐藏文字 \(Self.phone)".utf8))
    let sha256 = contents.add(text: Array(text.utf8))
    let count = text.unicodeScalars.count
    let document = Record(
      .document,
      Document(
        id: sheet, kind: .targetSheet, title: "示例局目标（张示例）", city: CityReference(code: "370200", name: "青岛市"),
        organization: "示例局", period: Period(year: 2031), marks: [.init(text: "张 示例", span: Span(4..<8))],
        source: .init(
          path: "张示例13800000127.txt", sha256: source, mediaType: "text/plain", encoding: "UTF-8", scalars: count),
        text: .init(path: BundleContents.textPath(sha256), sha256: sha256, scalars: count),
        adapter: .init(id: "sample.sheet", version: 1)
      ).json)
    let item = Record(
      .item,
      Item(
        id: sheet + ".key-1", document: sheet, reading: document.revision, role: .goal, title: "种树300棵\t张示例",
        parties: [.init(name: "张示例", role: .lead)], spans: [Span(10..<20)]
      ).json)
    var edited = item.body
    edited["aim"] = .string("电话 0532 0000127")
    let indicator = { (id: String, low: String, quote: String, range: Range<Int>) in
      Record(
        .indicator,
        Indicator(
          id: item.id + id, item: item.id, reading: document.revision, role: .target, subject: "示例", comparator: .eq,
          low: low, high: low, unit: "棵", valueKind: .level, commitment: .firm, quote: quote, spans: [Span(range)]
        ).json)
    }
    let scalars = Array(text.unicodeScalars)
    let mobile = scalars.firstIndex(of: "手").map { $0 + 2 } ?? 0
    let records = [
      document, item,
      Record(
        .item, edited, parents: [item.revision],
        change: Change(by: "张示例", why: "见 sample@example.org", date: "2031-03-04")),
      indicator(".i1", "300", "300棵", 12..<16),
      indicator(".i2", "138", "138 0000 0127", mobile..<mobile + 13),
    ]
    for record in records { contents.revisions.insert(record) }
    contents.add(
      contact: Contact(
        document: sheet, role: .contact, name: Self.name, phone: Self.phone, email: "sample@example.org"
      ).json)
    return contents
  }

  private func redacted(_ contents: BundleContents) -> Redaction {
    Redaction(of: contents, view: View(of: contents.revisions))
  }

  private func files(_ contents: BundleContents) -> [String: [UInt8]] {
    BundleLayout(contents, view: View(of: contents.revisions)).files
  }

  /// The words of a file without what may part a number or a name.
  private func squeezed(_ bytes: [UInt8]) -> String {
    let scalars = String(decoding: bytes, as: UTF8.self).unicodeScalars.map(SecretForm.folded)
      .filter { !SecretForm.isBlank($0) && !SecretForm.isDash($0) && !SecretForm.isBreak($0) }
    var out = String.UnicodeScalarView()
    out.append(contentsOf: scalars)
    return String(out)
  }

  @Test func `the sample is valid before and after`() throws {
    #expect(try readBundle(packed(sample())).faults.isEmpty)
    let open = try readBundle(packed(redacted(sample()).contents))
    #expect(open.faults.isEmpty && open.view.conflicts.isEmpty)
    #expect(open.view.documents.count == 1 && open.view.items.count == 1)
    let past = open.view.history.values.reduce(0) { $0 + $1.count }
    #expect(past == 0)
  }

  @Test func `no secret is left anywhere`() {
    for (path, bytes) in files(redacted(sample()).contents) where !path.hasPrefix("data/format/") {
      let words = squeezed(bytes)
      for secret in ["张示例", "05320000127", "0000127", "13800000127", "sample@example.org"] {
        #expect(!words.contains(secret), "\(secret) in \(path)")
      }
    }
  }

  @Test func `lengths and everything else stay`() throws {
    let contents = redacted(sample()).contents
    let document = try #require(View(of: contents.revisions).documents.first?.document)
    let scalars = try #require(contents.scalars(ofText: document.text.sha256))
    #expect(scalars.count == text.unicodeScalars.count)
    for (old, new) in zip(text.unicodeScalars, scalars) where new != SecretForm.cover { #expect(old == new) }
    #expect(String(String.UnicodeScalarView(scalars[10..<17])) == "种树300棵\t")
    #expect(document.source.sha256 == nil && contents.sources.isEmpty && contents.contacts.isEmpty)
    #expect(contents.texts.count == 1)
  }

  @Test func `a figure that is part of a number goes, others stay`() {
    let view = View(of: redacted(sample()).contents.revisions)
    #expect(view.indicators.map(\.id) == [sheet + ".key-1.i1"])
  }

  @Test func `what went is stated by rule and place`() throws {
    let document = try #require(View(of: redacted(sample()).contents.revisions).documents.first)
    let stated = Redacted.all(of: document.line)
    #expect(
      Set(stated) == [
        Redacted(.contact, count: 1), Redacted(.name, path: "/source/path", count: 1),
        Redacted(.phone, path: "/source/path", count: 1), Redacted(.source, path: "/source/sha256", count: 1),
        Redacted(.name, path: "/text", count: 3), Redacted(.phone, path: "/text", count: 2),
        Redacted(.email, path: "/text", count: 1), Redacted(.name, path: "/title", count: 1),
      ])
  }

  @Test func `redacting twice gives the same bytes`() {
    for contents in [sample(), SampleBundle().contents] {
      let once = redacted(contents)
      let twice = redacted(once.contents)
      #expect(packed(once.contents) == packed(twice.contents))
      #expect(twice.counts.isEmpty)
    }
  }

  @Test func `a bundle with conflicts and two documents stays valid`() throws {
    let open = try readBundle(packed(redacted(SampleBundle().contents).contents))
    #expect(open.view.documents.count == 2 && open.view.conflicts.count == 1)
  }

  /// Whoever has the redacted bundle tries every number of the range, and the name, in every place that they stood in.
  @Test func `no hash in it can be tried for what is gone`() throws {
    let original = sample()
    let kept = redacted(original).contents
    var hashes: Set<String> = []
    for bytes in files(kept).values {
      for run in bytes.split(whereSeparator: { !(48...57).contains($0) && !(97...102).contains($0) })
      where run.count == 64 {
        hashes.insert(String(decoding: run, as: UTF8.self))
      }
    }
    #expect(hashes.count > 10)
    let contact = try #require(original.contacts.values.first)
    let records = original.revisions.all.map(\.body)
    for number in 0..<1000 {
      let tail = String(number + 1_000_000).suffix(3)
      let phone = "0532-0000" + tail
      let wide = String(String.UnicodeScalarView(phone.unicodeScalars.compactMap { Unicode.Scalar($0.value + 0xFEE0) }))
      let full = text.replacing("０５３２－００００１２７", with: wide)
      var row = contact
      row["phone"] = .string(phone)
      let tried =
        [phone, phone + "\n", Self.name, "0000" + tail, "1380000" + tail, full, "\u{FEFF}" + full]
        .map { Array($0.utf8) } + [row.canonical, row.canonical + [10]]
      for bytes in tried { #expect(!hashes.contains(SHA256Hex.of(bytes)), "\(phone)") }
      for body in records where number == 127 {
        #expect(!hashes.contains(SHA256Hex.of(body.canonical)))
      }
    }
    #expect(hashes.isDisjoint(with: original.revisions.all.map(\.revision)))
    #expect(hashes.isDisjoint(with: original.texts.keys) && hashes.isDisjoint(with: original.sources.keys))
  }

  @Test func `merged with its original, the original is shown`() throws {
    var both = redacted(sample()).contents
    both.formUnion(sample())
    let open = try readBundle(packed(both))
    let alone = View(of: sample().revisions)
    #expect(open.view.conflicts.isEmpty)
    for type in RecordType.allCases {
      #expect(open.view.rows(type).map(\.line) == alone.rows(type).map(\.line))
    }
    let superseded = try #require(open.view.superseded.first)
    #expect(open.view.superseded.count == 1 && open.view.isRedacted(superseded))
  }

  @Test(
    arguments: [
      "13800000000", "138-0000-0000", "138 0000 0000", "+86 138 0000 0000", "１３８００００００００", "0532-00000000",
      "(0532)0000000", "（0532）0000000", "010 00000000", "0532—0000000-123", "400-000-0000", "4000000000",
      "a.b@example.org", "ａ＠example.org", "37020019900101000X", "370200199001010000",
    ])
  func `a number is found by its form`(_ secret: String) {
    let words = "联系" + secret + "。"
    let (scalars, counts) = Secrets().covering(Array(words.unicodeScalars))
    let open = scalars.dropFirst(2).dropLast().count { $0 != SecretForm.cover }
    #expect(open == 0, "\(secret)")
    #expect(counts.values.reduce(0, +) == 1)
  }

  @Test(
    arguments: [
      "2031年1月1日至2031-12-31", "投资1380000万元", "15.6%、23.4%、11.0%", "0.5320000000", "GB 11643-1999", "12380000 0000",
      "1 200 300 400 5", "138000000001",
    ])
  func `other figures stay`(_ words: String) {
    #expect(Secrets().matches(in: Array(words.unicodeScalars)).isEmpty, "\(words)")
  }
}
