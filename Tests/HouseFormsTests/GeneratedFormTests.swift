import AdapterKit
import HouseForms
import Import
import Plan
import QingdaoPlugin
import TestSupport
import Testing
import YantaiPlugin

/// Whatever a document of the house says: what is read from its form is written, and read again, as it was.
@Suite struct GeneratedFormTests {
  @Test(arguments: 0..<12, HouseFile.allCases)
  func aSheetComesBack(_ seed: Int, _ file: HouseFile) throws {
    var made = GeneratedRecords(seed: UInt64(seed))
    try check(made.sheet(), file, TargetSheet())
  }

  @Test(arguments: 0..<12, HouseFile.allCases)
  func aLedgerComesBack(_ seed: Int, _ file: HouseFile) throws {
    var made = GeneratedRecords(seed: UInt64(seed))
    try check(made.ledger(), file, taskLedger)
  }

  /// The items are those that were written, and what the import makes of them (their figures too) comes back as well.
  private func check(_ records: DocumentRecords, _ file: HouseFile, _ adapter: any Adapter) throws {
    let form = try #require(adapter.houseForm)
    let name = "form.\(file.rawValue)"
    let bytes = try file.written(form.filled(with: records, under: form.headers(for: records)))
    let first = ReadBack(bytes, named: name, with: adapter, against: records)
    #expect(first.failure == nil)
    #expect(first.missing == [])
    #expect(first.changed.map { "\($0.id) \($0.fields)" } == [])

    var session = ImportSession(adapters: [adapter])
    session.run([SourceFile(displayPath: name, name: name, bytes: bytes)])
    let view = View(of: session.contents.revisions)
    let read = DocumentRecords(
      document: try #require(view.documents.first?.document), items: view.items.compactMap(\.item),
      indicators: view.indicators.compactMap(\.indicator), contacts: [])
    #expect(read.items.map(\.id) == records.items.map(\.id))
    #expect(!read.indicators.isEmpty)
    let again = try file.written(form.filled(with: read, under: form.headers(for: read)))
    #expect(ReadBack(again, named: name, with: adapter, against: read).isWhole)
  }
}
