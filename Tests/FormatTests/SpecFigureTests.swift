import Foundation
import Plan
import Testing

/// The worked sentences of the specification are read by the program as the page says.
@Suite struct SpecFigureTests {
  /// The cells of the table under a header line, row by row.
  private func table(under header: String) throws -> [[String]] {
    let page = try Repository.text(SpecTests.file)
    let lines = page.split(separator: "\n", omittingEmptySubsequences: false)
    let start = try #require(lines.firstIndex { $0.hasPrefix(header) })
    return lines[(start + 2)...].prefix { $0.hasPrefix("|") }.map { line in
      line.split(separator: "|", omittingEmptySubsequences: false).dropFirst().dropLast().map {
        $0.trimmingCharacters(in: ["`", " "])
      }
    }
  }

  /// What `jdx quantities` finds in each sentence.
  private func figures(in sentences: [String]) throws -> [[JSONObject]] {
    var found: [[JSONObject]] = []
    try Running.inFolder { folder in
      let file = folder.appending(path: "sentences.txt")
      try Data(sentences.map { $0 + "\n" }.joined().utf8).write(to: file)
      let (said, status) = try Running.jdx("quantities", file.path)
      #expect(status == 0)
      found = try said.split(separator: "\n").map { line in
        try JSON.parse(Array(line.utf8)).object?["indicators"]?.array?.compactMap(\.object) ?? []
      }
    }
    return found
  }

  @Test func theSentencesAreReadSo() throws {
    let rows = try table(under: "| sentence | quote |")
    let sentences = rows.compactMap(\.first).filter { !$0.isEmpty }
    #expect(sentences.count == 10)
    let names = ["quote", "subject", "comparator", "low", "high", "unit", "valueKind", "commitment"]
    let figures = try figures(in: sentences)
    let read = zip(sentences, figures).flatMap { sentence, found in
      found.enumerated().map { at, figure in
        [at == 0 ? sentence : ""] + names.map { figure[$0]?.string ?? "" }
      }
    }
    #expect(read == rows)
    let page = try Repository.text(SpecTests.file)
    for qualifiers in figures.joined().compactMap({ $0["qualifiers"] }) {
      let stated = "`\"qualifiers\":" + String(decoding: qualifiers.canonical, as: UTF8.self) + "`"
      #expect(page.contains(stated), "\(stated)")
    }
  }

  @Test func theWordsMeanTheComparators() throws {
    var cases: [(sentence: String, quote: String, comparator: String)] = []
    for row in try table(under: "| comparator | before the number |") {
      for word in row[1].split(separator: " ") { cases.append(("设置站点\(word)10个。", "\(word)10个", row[0])) }
      for word in row[2].split(separator: " ") { cases.append(("设置站点10个\(word)。", "10个\(word)", row[0])) }
    }
    #expect(cases.count > 20)
    for (wanted, found) in zip(cases, try figures(in: cases.map(\.sentence))) {
      #expect(found.compactMap { $0["quote"]?.string } == [wanted.quote])
      #expect(found.compactMap { $0["comparator"]?.string } == [wanted.comparator], "\(wanted.quote)")
    }
  }
}
