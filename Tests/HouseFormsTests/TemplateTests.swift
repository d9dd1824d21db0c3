import AdapterKit
import HouseForms
import Plan
import QingdaoPlugin
import Testing

/// A template keeps what it is, and takes the records; one that does not fit says what is missing.
@Suite struct TemplateTests {
  private static func document(_ name: String) throws -> CorpusDocument {
    try #require(CorpusDocument.all.first { $0.name == name })
  }

  /// A form without words, places for all that stands around its table, and empty rows in it.
  private static func template(of document: CorpusDocument, _ file: HouseFile, headers: [String]? = nil, rows: Int = 3)
    throws -> [UInt8]
  {
    let headers = headers ?? document.form.headers(for: document.records)
    var form = document.form.filled(with: document.records, under: headers)
    (form.title, form.marks) = ("{{title}}", ["{{marks}}"])
    (form.introduction, form.notes) = (["{{introduction}}"], ["{{notes}}"])
    form.rows = Array(repeating: headers.map { _ in FilledForm.Cell("") }, count: rows)
    return try file.written(form)
  }

  private static func fill(_ template: [UInt8], _ document: CorpusDocument) throws -> [UInt8] {
    try HouseTemplate(template).filled(with: document.records, by: document.form)
  }

  @Test(arguments: CorpusDocument.all, HouseFile.allCases)
  func everyRecordComesBackFromATemplate(_ document: CorpusDocument, _ file: HouseFile) throws {
    let bytes = try Self.fill(try Self.template(of: document, file), document)
    let back = ReadBack(bytes, named: "form.\(file.rawValue)", with: document.adapter, against: document.records)
    #expect(back.failure == nil)
    #expect(back.missing == [])
    #expect(back.added == [])
    #expect(back.changed.map { "\($0.id) \($0.fields)" } == [])
  }

  @Test(arguments: HouseFile.allCases)
  func whatHasNoColumnStandsInTheContent(_ file: HouseFile) throws {
    let document = try Self.document("Qingdao/0001-education-2022")
    let template = try Self.template(of: document, file, headers: ["序号", "目标名称", "目标内容及要求", "佐证"])
    let back = ReadBack(
      try Self.fill(template, document), named: "form.\(file.rawValue)", with: document.adapter,
      against: document.records)
    #expect(back.isWhole, "\(back.missing) \(back.changed) \(back.added)")
  }

  /// What a record says is no place to fill.
  @Test(arguments: HouseFile.allCases)
  func wordsOfRecordsStayAsTheyAre(_ file: HouseFile) throws {
    let document = try Self.document("Qingdao/0001-education-2022")
    var records = document.records
    records.items[0].title = "推进{{year}}和{{其他}}"
    let template = try HouseTemplate(try Self.template(of: document, file))
    let back = ReadBack(
      try template.filled(with: records, by: document.form), named: "form.\(file.rawValue)", with: document.adapter,
      against: records)
    #expect(back.isWhole, "\(back.missing) \(back.changed) \(back.added)")
  }

  // MARK: What does not fit

  private static func error(_ template: [UInt8], _ document: CorpusDocument) -> HouseTemplateError? {
    do throws(HouseTemplateError) {
      _ = try HouseTemplate(template).filled(with: document.records, by: document.form)
      return nil
    } catch { return error }
  }

  @Test(arguments: HouseFile.allCases)
  func columnsThatAreMissingAreNamed(_ file: HouseFile) throws {
    let document = try Self.document("Qingdao/0001-education-2022")
    let template = try Self.template(of: document, file, headers: ["序号", "目标名称", "完成时限"])
    #expect(Self.error(template, document) == .missingColumns(["目标内容"]))
    let other = try Self.template(of: document, file, headers: ["姓名", "电话"])
    #expect(Self.error(other, document) == .missingColumns(["目标名称", "目标内容"]))
  }

  @Test(arguments: HouseFile.allCases)
  func aHeaderWithoutARowBelowIsNoPattern(_ file: HouseFile) throws {
    let document = try Self.document("Qingdao/0006-health-benchmark-columns")
    var form = FilledForm(title: "{{title}}", headers: ["目标名称", "目标内容"])
    form.fields = ["单位名称：{{organization}}"]
    #expect(Self.error(try file.written(form), document) == .noPattern)
  }

  @Test(arguments: HouseFile.allCases)
  func aPlaceThatNothingFillsIsNamed(_ file: HouseFile) throws {
    let document = try Self.document("Qingdao/0001-education-2022")
    var form = FilledForm(title: "{{titel}}", headers: ["目标名称", "目标内容"])
    form.rows = [[FilledForm.Cell(""), FilledForm.Cell("")]]
    guard case .unknownPlace("titel", let known) = Self.error(try file.written(form), document) else {
      Issue.record("the place was not refused")
      return
    }
    #expect(known.contains("title"))
  }

  @Test(arguments: HouseFile.allCases)
  func aMarkedPaperNeedsAPlaceForItsMarks(_ file: HouseFile) throws {
    let document = try Self.document("Qingdao/0032-marked-and-allowed")
    var form = FilledForm(title: "{{title}}", headers: ["目标名称", "目标内容"])
    form.rows = [[FilledForm.Cell(""), FilledForm.Cell("")]]
    #expect(Self.error(try file.written(form), document) == .noPlaceForMarks(document.records.document.markWordings))
  }

  @Test func whatIsNoOfficeFileIsRefused() throws {
    let document = try Self.document("Qingdao/0001-education-2022")
    #expect(Self.error(Array("目标".utf8), document) == .unreadable)
    let whole = try document.written(.docx)
    #expect(Self.error(Array(whole.prefix(whole.count / 2)), document) == .unreadable)
  }
}
