import Testing

@testable import Vocabulary

@Suite struct SynonymsTests {
  @Test func `a line names one thing by all its terms`() throws {
    let synonyms = try Synonyms(yaml: Array("synonyms:\n  - [渡船更新, 渡船换新]\n  - [甲, 乙, 丙]\n".utf8))
    #expect(synonyms.groups == [["渡船更新", "渡船换新"], ["甲", "乙", "丙"]])
  }

  @Test(arguments: [
    ("synonyms:\n  - [甲, 乙]\n  - [丙, 甲]\n", 3), ("synonyms:\n  - [甲, 乙]\n  - [丙]\n", 3),
    ("synonyms:\n  - [甲, 乙]\nterms: []\n", 3),
  ])
  func `a term stands once, beside another, and nothing else in the file`(yaml: String, line: Int) {
    let error = #expect(throws: VocabularyError.self) { _ = try Synonyms(yaml: Array(yaml.utf8)) }
    #expect(error?.place.line == line)
  }
}
