import TestSupport
import Testing

@testable import Reading

private func readCSV(_ bytes: [UInt8], limits: ReadingLimits = ReadingLimits()) throws -> FileText {
  try Reading.readCSV(try decode(bytes), limits: limits)
}

@Suite struct CSVTests {
  private let sheet = "序号,目标,内容\r\n1,海洋经济,\"新建码头3座，\r\n完成投资\"\"一流\"\"\"\r\n\r\n2,,培育企业\r\n"

  @Test func fieldsAreCells() throws {
    let text = try readCSV(Array(sheet.utf8))
    #expect(text.sketch == ["序号|目标|内容", "1|海洋经济|新建码头3座，/完成投资\"一流\"", "2||培育企业"])
    #expect(text.mediaType == "text/csv")
    #expect(text.excerpt(0..<8) == "序号\t目标\t内容")
    let last = try #require(text.blocks?.first?.rows.last?.cells.last)
    #expect(text.place(of: last.range.lowerBound) == FilePlace(table: 1, row: 4, column: 3))
  }

  @Test(arguments: [",", "\t", ";"])
  func delimitersAreTold(delimiter: String) throws {
    let rows = ["序号,目标,数值", "1,码头,3.5", "2,企业,20"].map { $0.replacing(",", with: delimiter) }
    let text = try readCSV(Array(rows.joined(separator: "\n").utf8))
    #expect(text.sketch == ["序号|目标|数值", "1|码头|3.5", "2|企业|20"])
  }

  @Test func aTableByTabsMayHoldCommas() throws {
    let text = try readCSV(Array("甲,一\t乙,二\t丙\n丁,三\t戊,四\t己\n".utf8))
    #expect(text.sketch == ["甲,一|乙,二|丙", "丁,三|戊,四|己"])
    #expect(text.mediaType == "text/tab-separated-values")
  }

  @Test func encodingsAreTold() throws {
    let national = try readCSV(encode(sheet, as: "GB18030"))
    #expect(national.encoding == "GB18030")
    #expect(national.sketch.first == "序号|目标|内容")
    let marked = try readCSV([0xEF, 0xBB, 0xBF] + Array(sheet.utf8))
    #expect(marked.hasBOM)
    #expect(marked.sketch.first == "序号|目标|内容")
  }

  @Test func aNamedDelimiterIsTaken() throws {
    let text = try readCSV(Array("sep=;\r\n甲,一;乙\n丙,二;丁".utf8))
    #expect(text.sketch == ["甲,一|乙", "丙,二|丁"])
    #expect(text.asideLines(.hiddenText) == ["sep=;"])
  }

  @Test func brokenQuotesKeepTheirText() throws {
    let text = try readCSV(Array("甲,\"乙\n丙,丁\"\"\n".utf8))
    #expect(text.sketch == ["甲|\"乙", "丙|丁\"\""])
    #expect(text.notices == [ReadingNotice(.damagedPart, place: FilePlace(table: 1, row: 1, column: 2))])
    #expect(try readCSV(Array("甲,\"乙\"丙,丁\n".utf8)).sketch == ["甲|乙丙|丁"])
  }

  @Test(arguments: [
    ("序号,目标,数值\n1,码头,3\n", true), ("年份;数值\n2030;3\n2031;5\n", true),
    ("今年，完成投资，新建码头\n明年，完成投资，新建码头\n", false), ("3,5,7\n4,6,8\n", false), ("会议指出,要快。,\n会议要求,要稳。,\n", false),
    ("甲,乙\n丙,丁\n", false), ("序号,目标,数值\n", false), ("序号,目标\n一\n二,三,四\n五,六\n", false), ("甲\t乙\t丙\n一\t二\t三\n", false),
    ("", false), ("2031年度目标,,\n,,\n序号,目标,数值\n1,码头,3\n", true), ("会议召开,,\n会议要求,要稳。,\n,,\n", false),
    ("甲局,,,,联系人：示例\n序号,任务,目标,,时限\n1,码头,建,甲科,\n2,渡船,修,乙科,\n", true),
    ("会议,,强调,,\n要快,,要稳,,\n要好\n", false),
  ])
  func proseIsNoTable(text: String, isTable: Bool) {
    #expect(looksLikeCSV(Array(text.unicodeScalars)) == isTable)
  }

  @Test func sizesAreLimited() {
    var limits = ReadingLimits()
    limits.columns = 100
    limits.rows = 100
    #expect(throws: ReadingError.limitExceeded(.columns, allowed: 100, part: nil)) {
      try readCSV(Array(String(repeating: "甲,", count: 200).utf8), limits: limits)
    }
    #expect(throws: ReadingError.limitExceeded(.rows, allowed: 100, part: nil)) {
      try readCSV(Array(String(repeating: "甲,乙\n", count: 200).utf8), limits: limits)
    }
    #expect(throws: ReadingError.empty) { try readCSV(Array(",,\n\n,".utf8)) }
  }

  @Test func damagedTablesGiveTextOrAnError() {
    var random = SeededGenerator(seed: 77)
    for _ in 0..<400 {
      var bytes = Array(sheet.utf8)
      for _ in 0...Int.random(in: 0..<4, using: &random) {
        let index = Int.random(in: 0..<max(1, bytes.count), using: &random)
        switch Int.random(in: 0..<3, using: &random) {
        case 0 where index < bytes.count: bytes[index] = UInt8.random(in: 0...127, using: &random)
        case 1: bytes = Array(bytes.prefix(index))
        default: bytes.insert(0x22, at: min(index, bytes.count))
        }
      }
      guard let text = try? readCSV(bytes) else { continue }
      for block in text.blocks ?? [] { #expect(block.range.upperBound <= text.scalars.count) }
    }
  }
}
