import Glibc
import Testing

@testable import Vocabulary

@Suite struct VocabularyFilesTests {
  static let embedded: [(name: String, bytes: [UInt8])] = [
    ("cities", PackageResources.cities_yaml), ("units", PackageResources.units_yaml),
    ("categories", PackageResources.categories_yaml), ("labels", PackageResources.labels_yaml),
    ("lexicon", PackageResources.lexicon_yaml), ("marks", PackageResources.marks_yaml),
    ("themes", PackageResources.themes_yaml), ("organizations", PackageResources.organizations_yaml),
    ("lights", PackageResources.lights_yaml), ("synonyms", PackageResources.synonyms_yaml),
  ]

  @Test(arguments: 0..<embedded.count)
  func embedsThePublishedFile(index: Int) throws {
    let (name, bytes) = Self.embedded[index]
    #expect(try read("exchange-formats/v1/vocabularies/\(name).yaml") == bytes)
    let header = try #require(String(decoding: bytes, as: UTF8.self).split(separator: "\n\n").first)
    #expect(header.hasPrefix("# ") && header.contains("Edition: "), "\(name).yaml states no edition")
  }

  @Test func readsEachEmbeddedFile() throws {
    _ = try Cities(yaml: PackageResources.cities_yaml)
    _ = try Units(yaml: PackageResources.units_yaml)
    _ = try Categories(yaml: PackageResources.categories_yaml)
    _ = try Labels(yaml: PackageResources.labels_yaml)
    _ = try Lexicon(yaml: PackageResources.lexicon_yaml)
    _ = try MarkWords(yaml: PackageResources.marks_yaml)
    _ = try Themes(yaml: PackageResources.themes_yaml)
    _ = try Organizations(yaml: PackageResources.organizations_yaml)
    _ = try LightRules(yaml: PackageResources.lights_yaml)
    #expect(try Synonyms(yaml: PackageResources.synonyms_yaml).groups.count > 200)
    #expect(Self.embedded.count == 10, "a file was added: read it here too")
  }

  /// A program with a damaged vocabulary would find nothing in any document and call it done.
  @Test func aDamagedEmbeddedFileEndsTheProcess() async throws {
    let result = await #expect(processExitsWith: .exitCode(4), observing: [\.standardErrorContent]) {
      _ = builtIn("units", Array("scales: {}\nterms: {area: [亩, 亩]}\n".utf8), Units.init(yaml:))
    }
    let message = String(decoding: try #require(result).standardErrorContent, as: UTF8.self)
    #expect(message.contains("units.yaml 已损坏（第 2 行第 19 列）"))
    #expect(message.contains("vocabulary units.yaml is damaged (line 2, column 19)"))
  }

  @Test func categoriesLoad() throws {
    let categories = try Categories(yaml: PackageResources.categories_yaml)
    #expect(categories.all.map(\.code) == ["key", "excellence"])
    #expect(categories.category(code: "excellence")?.label[.zhHans] == "创优目标")
    #expect(categories.category(for: "重点工作目标".unicodeScalars)?.code == "key")
    #expect(categories.category(for: "创优\n目标　".unicodeScalars)?.code == "excellence")
    #expect(categories.category(for: "创新目标".unicodeScalars) == nil)
    #expect(categories.category(for: "".unicodeScalars) == nil)
  }

  @Test func labelsLoad() throws {
    let labels = try Labels(yaml: PackageResources.labels_yaml)
    #expect(LabelSet.allCases.allSatisfy { !labels.codes($0).isEmpty })
    #expect(labels.codes(.comparators) == ["eq", "approx", "ge", "gt", "le", "lt", "between"])
    #expect(labels.label(.documentKinds, "targetSheet")?[.en] == "target sheet")
    #expect(labels.label(.documentKinds, "nothing") == nil)
  }

  @Test func lexiconLoads() throws {
    let lexicon = try Lexicon(yaml: PackageResources.lexicon_yaml)
    #expect(lexicon.words.count >= 400)
    #expect(lexicon.contains("海", "洋"))
    #expect(!lexicon.contains("洋", "海"))
  }

  @Test func markWordsLoad() throws {
    let words = try MarkWords(yaml: PackageResources.marks_yaml)
    #expect(MarkWords.Kind.allCases.allSatisfy { !words.words($0).isEmpty })
    #expect(words.plain("機") == "机" && words.plain("机") == "机")
    #expect(words.begin(with: "密") && !words.begin(with: "渡"))
    #expect(throws: VocabularyError.shape(line: 1, column: 1, expected: "a mapping with levels")) {
      try MarkWords(yaml: Array("words: [机密]\n".utf8))
    }
  }

  @Test func themesLoad() throws {
    let themes = try Themes(yaml: PackageResources.themes_yaml)
    #expect((20...28).contains(themes.all.count) && !themes.bodies.isEmpty && !themes.noBodies.isEmpty)
    #expect(themes.theme(code: "marine-economy")?.label == Localized(zh: "海洋经济", en: "marine economy"))
    #expect(themes.theme(code: "海洋经济") == nil)
    for theme in themes.all {
      #expect(theme.code.utf8.allSatisfy { (0x61...0x7A).contains($0) || $0 == 0x2D }, "\(theme.code)")
      #expect(!theme.strong.isEmpty && !theme.weak.isEmpty, "\(theme.code)")
      // One character stands in too many words.
      #expect((theme.strong + theme.weak).allSatisfy { $0.unicodeScalars.count > 1 }, "\(theme.code)")
    }
    let head = "bodies: [局]\nnoBodies: [局面]\nthemes:\n  - {code: sea, zh: 海, en: sea, strong: [海洋]"
    #expect(throws: VocabularyError.duplicate(line: 4, column: 54, term: "海洋")) {
      try Themes(yaml: Array((head + ", weak: [海洋]}\n").utf8))
    }
    #expect(throws: VocabularyError.duplicate(line: 5, column: 12, term: "sea")) {
      try Themes(yaml: Array((head + "}\n  - {code: sea, zh: 渔, en: fish, strong: [渔业]}\n").utf8))
    }
    #expect(throws: VocabularyError.shape(line: 4, column: 5, expected: "a mapping with strong")) {
      try Themes(yaml: Array("bodies: []\nnoBodies: []\nthemes:\n  - {code: sea, zh: 海, en: sea}\n".utf8))
    }
  }

  @Test func reportsAFileOfAnotherShape() {
    #expect(throws: VocabularyError.shape(line: 1, column: 1, expected: "a mapping with words")) {
      try Lexicon(yaml: Array("other: []\n".utf8))
    }
    #expect(throws: VocabularyError.duplicate(line: 1, column: 13, term: "海洋")) {
      try Lexicon(yaml: Array("words: [海洋, 海洋]\n".utf8))
    }
    #expect(throws: VocabularyError.yaml(YAMLError(line: 1, column: 1, problem: .noDocument))) {
      try Lexicon(yaml: [])
    }
  }

  private func read(_ path: String) throws -> [UInt8] {
    let root = #filePath.split(separator: "/").dropLast(3).joined(separator: "/")
    let file = try #require(fopen("/" + root + "/" + path, "rb"), "cannot open \(path)")
    defer { fclose(file) }
    var bytes: [UInt8] = []
    var chunk = [UInt8](repeating: 0, count: 65536)
    while true {
      let count = fread(&chunk, 1, chunk.count, file)
      if count == 0 { return bytes }
      bytes += chunk[..<count]
    }
  }
}
