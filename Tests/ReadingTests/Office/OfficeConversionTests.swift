import TestSupport
import Testing

@testable import Reading

private let isInstalled = OutsideProgram.hasOffice

@Suite(.enabled(if: isInstalled, "LibreOffice is not installed")) struct OfficeConversionTests {
  @Test func richTextBecomesADocument() throws {
    let text = "{\\rtf1\\ansi Example bureau \\u28023?\\u27915?\\par second paragraph}"
    let converted = try convertedByOffice(Array(text.utf8), kind: .rtf, limits: ReadingLimits())
    #expect(converted.kind == .docx)
    #expect(FileKind(signatureOf: converted.bytes) == .docx)
    var package = try PackageFile(converted.bytes, kind: .docx, limits: ReadingLimits())
    let document = String(decoding: try #require(try package.part(named: "word/document.xml")), as: UTF8.self)
    #expect(document.contains("海洋"))
  }

  @Test func aWorkbookThatIsNoneIsNotTakenForText() {
    let workbook = oleFile([("Workbook", Array(repeating: UInt8(ascii: "A"), count: 5_000))])
    #expect(throws: ReadingError.self) { try convertedByOffice(workbook, kind: .ole, limits: ReadingLimits()) }
  }

  @Test func aDocumentThatIsNoneIsDamaged() {
    let file = oleFile([("WordDocument", [0xEC, 0xA5] + [UInt8](repeating: 7, count: 8) + [0, 0])])
    #expect(throws: ReadingError.self) { try convertedByOffice(file, kind: .ole, limits: ReadingLimits()) }
  }
}

@Suite struct OfficePresentationTests {
  @Test func aPresentationIsNotRead() {
    let file = oleFile([("PowerPoint Document", [1])])
    #expect(throws: ReadingError.notText(offset: 0, reason: .file(.ole))) {
      try convertedByOffice(file, kind: .ole, limits: ReadingLimits())
    }
  }
}
