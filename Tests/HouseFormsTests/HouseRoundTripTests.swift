import AdapterKit
import HouseForms
import Import
import Plan
import Testing

/// What is written in the house's form gives the same records when it is imported.
@Suite struct HouseRoundTripTests {
  @Test func bothHousesWrite() {
    for plugin in ["Qingdao", "Yantai"] {
      #expect(CorpusDocument.all.count { $0.name.hasPrefix(plugin) } >= 10)
    }
  }

  @Test(arguments: CorpusDocument.all, HouseFile.allCases)
  func everyRecordComesBack(_ document: CorpusDocument, _ file: HouseFile) throws {
    let name = "form.\(file.rawValue)"
    let back = ReadBack(
      try document.written(file), named: name, with: document.adapter, against: document.records)
    #expect(back.failure == nil)
    #expect(back.missing == [])
    #expect(back.added == [])
    #expect(back.changed.map { "\($0.id) \($0.fields)" } == [])
  }

  /// The form has no column of units: such figures are told as not coming back, never left out in silence.
  @Test(arguments: CorpusDocument.withUnitsApart, HouseFile.allCases)
  func unitsOfAColumnAreToldAsMissing(_ document: CorpusDocument, _ file: HouseFile) throws {
    let back = ReadBack(
      try document.written(file), named: "form.\(file.rawValue)", with: document.adapter, against: document.records)
    #expect(back.failure == nil && !back.isWhole)
    #expect(!back.missing.isEmpty || !back.changed.isEmpty)
  }

  /// Recognised among all adapters, with the people named, in the same order.
  @Test(arguments: CorpusDocument.all, HouseFile.allCases)
  func itIsRecognisedAndTheOrderStays(_ document: CorpusDocument, _ file: HouseFile) throws {
    let name = "form.\(file.rawValue)"
    var session = ImportSession(adapters: CorpusDocument.adapters, options: document.options)
    session.run([SourceFile(displayPath: name, name: name, bytes: try document.written(file))])
    let imported = try #require(session.imported.first)
    #expect(imported.reading.adapter.id == document.adapter.id)
    let view = View(of: session.contents.revisions)
    #expect(view.documents.map(\.id) == [document.records.document.id])
    #expect(view.items.map(\.id) == document.records.items.map(\.id))
    #expect(view.indicators.map(\.id) == document.records.indicators.map(\.id))
  }

  @Test(arguments: CorpusDocument.all, HouseFile.allCases)
  func theSameRecordsAreTheSameBytes(_ document: CorpusDocument, _ file: HouseFile) throws {
    #expect(try document.written(file) == document.written(file))
  }
}
