import Archive
import Plan
import Testing

@testable import Packaging

@Suite struct DamageTests {
  @Test func `a changed bit is found, whichever it is`() {
    let bytes = SampleBundle.smallest
    #expect(refusal(bytes) == nil && bytes.count > 1_000)
    for offset in bytes.indices {
      for bit in 0..<8 {
        var changed = bytes
        changed[offset] ^= 1 << bit
        if refusal(changed) == nil { Issue.record("bit \(bit) of byte \(offset)") }
      }
    }
  }

  @Test func `with the comment put right, a changed byte of data is found all the same`() throws {
    let bytes = SampleBundle.bare
    for entry in try ArchiveReader(bytes: bytes).entries {
      for offset in [entry.dataOffset, entry.dataOffset + entry.compressedSize / 2] where entry.compressedSize > 0 {
        var changed = bytes
        changed[offset] ^= 0x20
        if refusal(recommented(changed)) == nil { Issue.record("byte \(offset), \(entry.path)") }
      }
    }
  }

  @Test func `a bundle cut short is refused`() {
    let bytes = SampleBundle.bare
    for count in stride(from: 0, to: bytes.count, by: 41) {
      if refusal(Array(bytes[..<count])) == nil { Issue.record("\(count) bytes") }
    }
    for count in 1...100 where refusal(Array(bytes.dropLast(count))) == nil { Issue.record("without \(count)") }
    #expect(refusal(bytes + [0]) != nil)
  }

  /// What is wrong after one change to the files of a sound ZIP.
  private func refusalAfter(_ change: (inout Bag) -> Void) throws -> BundleError? {
    var bag = try Bag(SampleBundle.bare)
    change(&bag)
    return refusal(try bag.zipped)
  }

  @Test func `a missing file is found, whichever it is`() throws {
    for path in try Bag(SampleBundle.bare).files.keys.sorted() {
      let error = try refusalAfter { $0.files[path] = nil }
      switch error {
      case .missing(let entry): #expect(entry == path)
      // The payload's size is looked at first.
      case .malformed(let entry, _): #expect(entry == "bag-info.txt" && path.hasPrefix("data/"))
      default: Issue.record("\(path): \(String(describing: error))")
      }
    }
  }

  @Test func `an added file is found, wherever it is`() throws {
    for path in ["data/extra.txt", "extra.txt", "data/history/links.jsonl", "fetch.txt"] {
      #expect(try refusalAfter { $0.files[path] = Array("x".utf8) } != nil, "\(path)")
      #expect(try refusalAfter { $0.files[path] = [] } != nil, "\(path)")
    }
    // Signatures stand apart: they sign what names everything else.
    #expect(try refusalAfter { $0.files["signatures/a.json"] = Array("{}".utf8) } == nil)
  }

  @Test func `a list of files to be fetched is refused, though the manifest names it`() throws {
    var bag = try Bag(SampleBundle.smallest)
    bag.files["fetch.txt"] = Array("https://example.org/z.txt 1 data/z.txt\n".utf8)
    guard case .extra("fetch.txt") = refusal(try bag.sealed.zipped) else {
      Issue.record("accepted")
      return
    }
  }

  @Test func `renamed and swapped files are found, whichever they are`() throws {
    let whole = try Bag(SampleBundle.smallest)
    let paths = whole.files.keys.filter { !$0.hasPrefix("signatures/") }.sorted()
    for a in paths {
      for b in paths where a < b && whole.files[a] != whole.files[b] {
        var bag = whole
        (bag.files[a], bag.files[b]) = (bag.files[b], bag.files[a])
        #expect(refusal(try bag.zipped) != nil, "\(a), \(b)")
      }
      for name in [a + "x", "data/x", "x", "signatures/x"] {
        var bag = whole
        (bag.files[a], bag.files[name]) = (nil, bag.files[a])
        #expect(refusal(try bag.zipped) != nil, "\(a) as \(name)")
      }
    }
  }

  @Test func `a file outside the top folder is found`() throws {
    let sink = MemorySink()
    let writer = try ArchiveWriter(to: sink)
    let files = try Bag(SampleBundle.bare).files
    for path in files.keys.sorted(by: utf8Order) { try writer.add("jdx/" + path, files[path] ?? []) }
    try writer.add("other/file", [])
    try writer.finish()
    guard case .extra("other/file") = refusal(sink.bytes) else {
      Issue.record("\(String(describing: refusal(sink.bytes)))")
      return
    }
  }

  @Test func `manifests have one form`() throws {
    for name in ["manifest-sha256.txt", "tagmanifest-sha256.txt"] {
      let changes: [(inout Bag) -> Void] = [
        { $0.set(name, lines: $0.lines(name).reversed()) },
        { $0.set(name, "\n" + $0.text(name)) },
        { $0.set(name, $0.text(name) + "\n") },
        { $0.set(name, String($0.text(name).dropLast())) },
        { $0.set(name, lines: $0.lines(name) + $0.lines(name).suffix(1)) },
        { $0.set(name, lines: $0.lines(name).map { $0 + "\r" }) },
        { $0.set(name, $0.text(name).uppercased()) },
        { $0.set(name, "") },
      ]
      for (index, change) in changes.enumerated() {
        var bag = try Bag(SampleBundle.bare)
        change(&bag)
        // The tag manifest holds the other one's hash.
        if name.hasPrefix("manifest") {
          let hash = SHA256Hex.of(bag.files[name] ?? [])
          bag.set(
            "tagmanifest-sha256.txt",
            lines: bag.lines("tagmanifest-sha256.txt").map { $0.hasSuffix("  " + name) ? "\(hash)  \(name)" : $0 })
        }
        #expect(refusal(try bag.zipped) != nil, "\(name) \(index)")
      }
    }
  }

  @Test func `the declaration names the version, and a newer format is refused`() throws {
    let cases: [(String, Bool)] = [
      ("1.0", true), ("1.1", true), ("1.27", true), ("2.0", false), ("0.9", false), ("1", false), ("1.", false),
      ("1.0.0", false), ("1.x", false), ("", false), ("１.0", false), ("10.0", false),
    ]
    for (version, isRead) in cases {
      var bag = try Bag(SampleBundle.bare)
      bag.set("bag-info.txt", bag.text("bag-info.txt").replacing("Version: 1.0", with: "Version: \(version)"))
      let error = refusal(try bag.sealed.zipped)
      #expect((error == nil) == isRead, "\(version)")
      if version == "2.0" {
        guard case .version("2.0") = error else {
          Issue.record("\(String(describing: error))")
          continue
        }
      }
    }
    for change in ["Jdx-Format-Version: 1.0\n", "Payload-Oxum: 1.1\n"] {
      var bag = try Bag(SampleBundle.bare).sealed
      bag.set("bag-info.txt", bag.text("bag-info.txt") + change)
      #expect(refusal(try bag.zipped) != nil)
    }
    var bag = try Bag(SampleBundle.bare)
    bag.set("bagit.txt", bag.text("bagit.txt").replacing("1.0", with: "0.97"))
    #expect(refusal(try bag.sealed.zipped) != nil)
  }
}
