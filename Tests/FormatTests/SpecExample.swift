import Archive
import Plan

@testable import Packaging

/// The bundle of `example.md`: its files as fenced blocks, and the hashes that the text states.
struct SpecExample {
  private let page: String
  /// The files in the page, by path below the bag.
  let files: [String: [UInt8]]

  init(page: String) {
    self.page = page
    var files: [String: [UInt8]] = [:]
    for block in SpecExample.blocks(in: page) {
      let text = String(page[block.body])
      files[block.path] = Array((block.path.hasSuffix(".csv") ? text.replacing("\n", with: "\r\n") : text).utf8)
    }
    self.files = files
  }

  /// With the published files, which the page does not repeat.
  var bag: Bag { Bag(files: files.merging(FormatFiles.all) { stated, _ in stated }) }

  /// The contents that its records, text and source give.
  func contents() throws -> BundleContents {
    var contents = BundleContents()
    for type in RecordType.allCases {
      for line in (files["data/records/\(type.plural).jsonl"] ?? []).split(separator: UInt8(ascii: "\n")) {
        contents.revisions.insert(Record.read(type, try JSON.parse(Array(line)).object ?? JSONObject()).record)
      }
    }
    for (path, bytes) in files {
      if path.hasPrefix("data/text/") { contents.add(text: bytes) }
      if path.hasPrefix("data/sources/") { contents.add(source: .init(bytes: bytes, fileExtension: "txt")) }
    }
    return contents
  }

  /// The page with every file and hash as the program writes it.
  func rewritten() throws -> String {
    let bag = Bag(try contents())
    let archive = bag.stored
    var page = page
    for block in SpecExample.blocks(in: page).reversed() {
      let text = String(decoding: bag.files[block.path] ?? [], as: UTF8.self)
      page.replaceSubrange(block.body, with: text.replacing("\r\n", with: "\n"))
    }
    let hash = { (path: String) in SHA256Hex.of(bag.files[path] ?? []) }
    page.replace(#/stored, the archive has \d+ bytes/#, with: "stored, the archive has \(archive.bytes.count) bytes")
    page.replace(#/its comment is\n`\w+`/#, with: "its comment is\n`\(archive.comment)`")
    page.replace(#/The fingerprint is\n`\w+`/#, with: "The fingerprint is\n`\(hash(BundleLayout.tagManifest))`")
    return page
  }

  /// Lines ``File `path`:`` and the fenced block that follows each.
  private static func blocks(in page: String) -> [(path: String, body: Range<String.Index>)] {
    page.matches(of: #/(?m)^File `(?<path>[^`]+)`:\n\n(?<fence>`{3,})\w+\n(?<body>(?s:.*?))^\k<fence>$/#).map {
      (String($0.output.path), $0.output.body.startIndex..<$0.output.body.endIndex)
    }
  }
}
