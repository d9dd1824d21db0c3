import TestSupport
import Testing

@testable import Reading

private let isInstalled: Bool = HelperProgram.pdftotext.path != nil && HelperProgram.pdftocairo.path != nil

@Suite(.enabled(if: isInstalled, "poppler-utils is not installed")) struct PDFReaderTests {
  /// A page with a head, a paragraph, a table and a number.
  private func addPage(_ number: Int, to file: inout PDFFixture) {
    file.beginPage()
    file.text("示例市示例局", x: 90, y: 50)
    file.text("会议指出示例产业增加值增长左右新建示例码", x: 114, y: 120)
    file.text("头三座，培育企业二十家。", x: 90, y: 140)
    for y in [160, 180, 200] { file.line(fromX: 90, y: y, toX: 354, y: y) }
    for x in [90, 150] { file.line(fromX: x, y: 160, toX: x, y: 200) }
    file.fill(x: 354, y: 160, width: 1, height: 40)
    file.text("序号", x: 94, y: 175)
    file.text("目标", x: 154, y: 175)
    file.text("\(number)", x: 94, y: 195)
    file.text("投资30亿元", x: 154, y: 195)
    file.text("— \(number) —", x: 210, y: 770)
  }

  @Test func textTablesAndRunningLinesComeOutOfAFile() throws {
    var file = PDFFixture()
    addPage(1, to: &file)
    addPage(2, to: &file)
    let text = try readPDF(file.bytes, limits: ReadingLimits())
    let paragraph = "会议指出示例产业增加值增长左右新建示例码头三座，培育企业二十家。"
    #expect(text.pageOutline == [paragraph, "序号|目标\n1|投资30亿元", paragraph, "序号|目标\n2|投资30亿元"])
    #expect(
      text.pageAsides == ["pageHeader: 示例市示例局", "pageNumber: — 1 —", "pageHeader: 示例市示例局", "pageNumber: — 2 —"])
    #expect(text.mediaType == "application/pdf")
    #expect(text.notices.isEmpty)
    let cell = try #require(text.blocks?[3].rows[1].cells[1])
    let place = try #require(text.place(of: cell.range.lowerBound))
    #expect(place.page == 2)
    #expect([place.table, place.row, place.column] == [2, 2, 2])
    // Boxes are as high as the font that the program puts in the place of the file's.
    #expect(place.box?.left == 1_540)
    #expect(place.box?.right == 2_140)
  }

  @Test func rulesAndWordsKeepTogetherOnACroppedPage() throws {
    var file = PDFFixture()
    addPage(1, to: &file)
    file.cropBox = [40, 20, 440, 780]
    #expect(try readPDF(file.bytes, limits: ReadingLimits()).pageOutline.last == "序号|目标\n1|投资30亿元")
  }

  @Test func outlinesOfCharactersAreNoRules() throws {
    var file = PDFFixture()
    file.beginPage()
    file.text("目标如下", x: 90, y: 200, size: 20)
    // A small frame with bars, and strokes with a slant among them.
    file.outline([
      [(90, 180), (108, 180), (108, 200), (90, 200)], [(90, 186), (108, 186), (108, 193), (90, 193)],
    ])
    file.outline([
      [(110, 180), (150, 180), (150, 200), (110, 200)], [(130, 180), (131, 180), (131, 200), (130, 200)],
      [(112, 182), (116, 190), (112, 198)],
    ])
    #expect(try readPDF(file.bytes, limits: ReadingLimits()).pageOutline == ["目标如下"])
  }

  @Test(arguments: ["Standard", "Adobe.PubSec"]) func aPasswordOrACertificateIsTold(handler: String) {
    var file = PDFFixture()
    addPage(1, to: &file)
    let key = "<" + String(repeating: "5A", count: 32) + ">"
    file.trailer = "/Encrypt << /Filter /\(handler) /V 1 /R 2 /O \(key) /U \(key) /P -4 >> /ID [<00> <00>]"
    #expect(throws: ReadingError.encrypted(.pdf)) { try readPDF(file.bytes, limits: ReadingLimits()) }
  }

  @Test func damageIsTold() {
    #expect(throws: ReadingError.damaged(.pdf, part: nil, line: nil)) {
      try readPDF(Array("%PDF-1.7\nnothing of the kind".utf8), limits: ReadingLimits())
    }
  }

  @Test func aFileWithoutAnythingIsEmpty() {
    var file = PDFFixture()
    file.beginPage()
    #expect(throws: ReadingError.empty) { try readPDF(file.bytes, limits: ReadingLimits()) }
  }

  @Test func aFileOfPicturesNeedsRecognition() {
    var file = PDFFixture()
    file.beginPage()
    file.picture()
    let canRecognise = HelperProgram.recognisedLanguages.contains("chi_sim")
    let expected: ReadingError =
      canRecognise ? .onlyPictures(.pdf) : .needsProgram(.pdf, package: HelperProgram.tesseract.package)
    #expect(throws: expected) { try readPDF(file.bytes, limits: ReadingLimits()) }
  }

  @Test func aPageThatIsAPictureAmongOthersIsTold() throws {
    var file = PDFFixture()
    addPage(1, to: &file)
    file.beginPage()
    file.picture()
    let text = try readPDF(file.bytes, limits: ReadingLimits())
    #expect(text.notices == [ReadingNotice(.picture, place: FilePlace(page: 2))])
  }

  @Test func pagesHaveALimit() {
    var file = PDFFixture()
    addPage(1, to: &file)
    addPage(2, to: &file)
    var limits = ReadingLimits()
    limits.pages = 1
    #expect(throws: ReadingError.limitExceeded(.pages, allowed: 1, part: nil)) {
      try readPDF(file.bytes, limits: limits)
    }
  }

  @Test func damageOfAnyKindEndsInAnErrorOrAText() {
    var file = PDFFixture()
    addPage(1, to: &file)
    let bytes = file.bytes
    var generator = SeededGenerator(seed: 5)
    for round in 0..<40 {
      var damaged = bytes
      if round % 2 == 0 {
        damaged.removeLast(Int.random(in: 1..<bytes.count, using: &generator))
      } else {
        for _ in 0..<10 {
          damaged[Int.random(in: 0..<bytes.count, using: &generator)] = UInt8.random(
            in: .min ... .max, using: &generator)
        }
      }
      _ = try? readPDF(damaged, limits: ReadingLimits())
    }
  }
}
