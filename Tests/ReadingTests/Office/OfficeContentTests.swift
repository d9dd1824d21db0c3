import TestSupport
import Testing

@testable import Reading

@Suite struct OfficeContentTests {
  /// The begin of a document's stream, with the flags of its information block.
  private func document(flags: UInt8 = 0) -> [UInt8] {
    [0xEC, 0xA5, 0xC1, 0, 0, 0, 0, 0, 0, 0, 0x20, flags] + [UInt8](repeating: 0, count: 4_084)
  }

  /// The begin of a workbook's stream with one record more.
  private func workbook(record: UInt8) -> [UInt8] {
    [0x09, 0x08, 4, 0, 0, 6, 5, 0, record, 0, 2, 0, 1, 0, 0x0A, 0, 0, 0]
  }

  @Test func streamsTellWhatADocumentIs() throws {
    #expect(try OfficeContent(ole: oleFile([("WordDocument", document())])) == .text)
    #expect(try OfficeContent(ole: oleFile([("CompObj", [1]), ("Workbook", workbook(record: 0x42))])) == .workbook)
    #expect(try OfficeContent(ole: oleFile([("Book", workbook(record: 0x42))])) == .workbook)
    #expect(try OfficeContent(ole: oleFile([("PowerPoint Document", [1])])) == .presentation)
    #expect(throws: ReadingError.damaged(.ole, part: nil, line: nil)) {
      try OfficeContent(ole: oleFile([("Other", [1])]))
    }
  }

  @Test(arguments: ["EncryptedPackage", "EncryptionInfo"])
  func aNewDocumentWithAPasswordIsTold(name: String) {
    let file = oleFile([(name, [1, 2, 3])])
    #expect(FileKind(signatureOf: file) == .encryptedPackage)
    for name in ["plan.docx", "plan.xlsx", nil] {
      #expect(throws: ReadingError.encrypted(.encryptedPackage)) { try readFile(file, name: name) }
    }
  }

  @Test func anOldDocumentWithAPasswordIsTold() throws {
    #expect(throws: ReadingError.encrypted(.ole)) {
      try OfficeContent(ole: oleFile([("WordDocument", document(flags: 0x01))]))
    }
    let file = oleFile([("Workbook", workbook(record: 0x2F))])
    #expect(try OfficeContent(ole: file) == .encryptedWorkbook)
    #expect(throws: ReadingError.encrypted(.ole)) { try readFile(file) }
  }

  @Test func smallAndLargeStreamsAreRead() throws {
    let large = (0..<9_000).map { UInt8(truncatingIfNeeded: $0) }
    let directory = try OLEDirectory(oleFile([("Small", Array(large.prefix(200))), ("Large", large)]))
    #expect(directory.names == ["Small", "Large"])
    #expect(directory.stream("Small", limit: 1_000) == Array(large.prefix(200)))
    #expect(directory.stream("Large", limit: 100_000) == large)
    #expect(directory.stream("Large", limit: 5_000) == Array(large.prefix(5_000)))
    #expect(directory.stream("Other", limit: 5_000) == nil)
  }

  @Test func damageOfAnyKindEndsInAnErrorOrAnAnswer() {
    var generator = SeededGenerator(seed: 11)
    let file = oleFile([("WordDocument", document()), ("Workbook", workbook(record: 0x42)), ("Small", [1, 2, 3])])
    for round in 0..<1_000 {
      var bytes = file
      if round % 4 == 0 {
        bytes.removeLast(Int.random(in: 1...file.count, using: &generator))
      } else {
        for _ in 0..<Int.random(in: 1...8, using: &generator) {
          // Mostly where the tables and the directory are.
          let index =
            Bool.random(using: &generator)
            ? Int.random(in: 0..<1_024, using: &generator) : Int.random(in: 0..<file.count, using: &generator)
          bytes[index] = UInt8.random(in: .min ... .max, using: &generator)
        }
      }
      _ = try? OfficeContent(ole: bytes)
    }
  }

  @Test func anOpenDocumentsKindAndPasswordAreTold() throws {
    func file(_ type: String, manifest: String = "<manifest/>") -> [UInt8] {
      ZipFixture([("mimetype", type), ("META-INF/manifest.xml", manifest)]).bytes
    }
    let prefix = "application/vnd.oasis.opendocument."
    #expect(try OfficeContent(odf: file(prefix + "text"), limits: ReadingLimits()) == .text)
    #expect(try OfficeContent(odf: file(prefix + "text-template"), limits: ReadingLimits()) == .text)
    #expect(try OfficeContent(odf: file(prefix + "spreadsheet\n"), limits: ReadingLimits()) == .workbook)
    #expect(try OfficeContent(odf: file(prefix + "presentation"), limits: ReadingLimits()) == .presentation)
    #expect(throws: ReadingError.damaged(.odf, part: "mimetype", line: nil)) {
      try OfficeContent(odf: file("image/png"), limits: ReadingLimits())
    }
    let manifest = "<m:manifest xmlns:m='urn:m'><m:file-entry><m:encryption-data/></m:file-entry></m:manifest>"
    #expect(throws: ReadingError.encrypted(.odf)) {
      try OfficeContent(odf: file(prefix + "text", manifest: manifest), limits: ReadingLimits())
    }
  }
}
