import Import
import QingdaoPlugin
import Reading
import TestSupport
import Testing
import WeihaiPlugin

/// One sheet and one report in every format that is read: what is understood is the same, places apart.
///
/// `make test-formats` installs what is missing.
@Suite(
  .enabled(
    if: DocumentFiles.hasPython, "no Python with python-docx, openpyxl, msoffcrypto: Tools/python-tools makes one"))
struct EveryFormatTests {
  private static let files = Result { try DocumentFiles() }

  @Test(arguments: DocumentFormat.own) func givesTheSameRecords(_ format: DocumentFormat) throws {
    try compare(format)
  }

  @Test(
    .enabled(
      if: OutsideProgram.hasOffice,
      "LibreOffice is not installed: DOC, WPS, XLS, ET, RTF, ODT, ODS untried"),
    arguments: DocumentFormat.office)
  func givesTheSameRecordsThroughLibreOffice(_ format: DocumentFormat) throws { try compare(format) }

  @Test(
    .enabled(
      if: OutsideProgram.hasOffice && DocumentFormat.isInstalled("pdftotext"),
      "LibreOffice or poppler is not installed: its PDF untried"
    ),
    arguments: DocumentFormat.pdf)
  func givesTheSameRecordsFromPDF(_ format: DocumentFormat) throws { try compare(format) }

  @Test(
    .enabled(
      if: DocumentFormat.isInstalled("chromium", "pdftotext"),
      "Chromium or poppler is not installed: pages printed to PDF untried"),
    arguments: DocumentFormat.printed)
  func givesTheSameRecordsFromPrintedPages(_ format: DocumentFormat) throws { try compare(format) }

  @Test(arguments: ["locked.docx", "locked.xlsx"]) func aPasswordIsTold(_ name: String) throws {
    let file = try Self.files.get().source(name)
    #expect(throws: ReadingError.encrypted(.encryptedPackage)) { try readFile(file.bytes, name: name) }
  }

  private func compare(_ format: DocumentFormat) throws {
    let files = try Self.files.get()
    let plain = try understood(files.source("\(format.document).txt"))
    let read = try understood(files.source(format.fileName))
    #expect(plain.records.count > 20)
    #expect(read.records == plain.records)
    #expect(read.reading.text.file.mediaType == format.mediaType)
    #expect(read.reading.segments.allSatisfy { $0.class != .unclaimed })
    #expect(read.reading.text.file.notices.allSatisfy { $0.kind != .extensionMismatch })
  }

  private func understood(_ file: SourceFile) throws -> (reading: DocumentReading, records: [String]) {
    var session = ImportSession(adapters: [TargetSheet(), MeetingReport()])
    session.run([file])
    let outcome = try #require(session.outcomes.first?.outcome)
    guard case .imported(let imported) = outcome else { throw NotImported(outcome: "\(outcome)") }
    return (imported.reading, imported.assembly.recordsWithoutPlaces)
  }

  private struct NotImported: Error { var outcome: String }
}
