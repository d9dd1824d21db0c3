import Foundation
import Testing

/// Links between the pages of this repository lead somewhere.
@Suite struct LinkTests {
  static let pages: [String] = {
    let root = SourceTree.root.path
    let top = ((try? FileManager.default.contentsOfDirectory(atPath: root)) ?? []).filter { $0.hasSuffix(".md") }
    let below = ["docs", "exchange-formats", "Plugins"].flatMap { folder in
      (FileManager.default.enumerator(atPath: root + "/" + folder)?.compactMap { $0 as? String } ?? [])
        .filter { $0.hasSuffix(".md") && !$0.contains("corpus/") }.map { folder + "/" + $0 }
    }
    return (top + below).sorted()
  }()

  @Test(arguments: pages) func everyLinkLeadsSomewhere(_ page: String) throws {
    let place = SourceTree.root.appendingPathComponent(page)
    let text = try String(contentsOf: place, encoding: .utf8)
    for link in text.matches(of: #/\]\(([^)#\s]+)(?:#[^)]*)?\)/#).map({ String($0.1) }) where !link.contains(":") {
      let target = place.deletingLastPathComponent().appendingPathComponent(link).standardized
      #expect(FileManager.default.fileExists(atPath: target.path), "\(page) links to \(link)")
    }
  }
}
