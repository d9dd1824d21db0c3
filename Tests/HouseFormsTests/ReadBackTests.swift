import AdapterKit
import HouseForms
import Plan
import QingdaoPlugin
import Testing

/// What a form can't carry is told, record by record.
@Suite struct ReadBackTests {
  private func back(_ change: (inout DocumentRecords) -> Void) throws -> (ReadBack, DocumentRecords) {
    var records = try #require(CorpusDocument.all.first { $0.name == "Qingdao/0001-education-2022" }).records
    change(&records)
    let form = try #require(TargetSheet().houseForm)
    let bytes = try HouseFile.docx.written(form.filled(with: records, under: form.headers(for: records)))
    return (ReadBack(bytes, named: "form.docx", with: TargetSheet(), against: records), records)
  }

  @Test func aCorrectedFigureIsReadAsItStands() throws {
    let (back, _) = try back { $0.indicators[0].low = "41" }
    #expect(back.changed.map(\.id) == ["key-1.m1.i1"])
    #expect(back.changed.map(\.fields) == [["low"]])
    #expect(!back.isWhole)
  }

  @Test func anItemOfARoleThatTheFormDoesNotHaveIsMissing() throws {
    let (back, _) = try back { records in
      var item = records.items[1]
      item.id = records.document.id + ".requirement-1"
      (item.role, item.parent) = (.requirement, nil)
      records.items.append(item)
    }
    #expect(back.missing == ["requirement-1"])
  }

  /// A CRLF within words is the line feed that other programs' files have.
  @Test func lineEndsAreNoDifference() throws {
    let (back, _) = try back { records in
      var items = records.items
      let at = items.firstIndex { $0.id.hasSuffix("excellence-2") } ?? 0
      items[at].text = "建成数字校园200所，\r\n力争达到260所。"
      records = DocumentRecords(
        document: records.document, items: items, indicators: records.indicators, contacts: [])
    }
    #expect(back.changed.map(\.id) == [])
  }

  @Test func aDueDateThatTheWordsDoNotTellIsOtherwise() throws {
    let (back, _) = try back { $0.items[0].due = Item.Due(date: "2022-11-15", text: "10月底前") }
    #expect(back.changed.map(\.fields) == [["due"]])
  }

  @Test func whatHasToBeStatedIsTold() throws {
    let (back, records) = try back { records in
      records.document.period = Period(year: 2030)
      records.document.id = "cn370200.市教育局.2030.targetSheet.draft"
    }
    #expect(back.given.year == 2030)
    #expect(back.given.name == "draft")
    #expect(back.given.city == nil)
    // The goals' own years follow the document's.
    #expect(back.missing.count == records.items.count + records.indicators.count)
  }

  @Test func aSheetWithoutGoalsIsNotReadBack() throws {
    let (back, _) = try back { $0.items = [] }
    #expect(back.failure != nil)
    #expect(!back.isWhole)
  }

  @Test func peopleStandInTheFormWhereTheyAreAskedFor() throws {
    let (withPeople, records) = try back { _ in }
    #expect(!records.contacts.isEmpty)
    #expect(withPeople.missingContacts == 0)
    let form = try #require(TargetSheet().houseForm)
    var without = records
    without.contacts = []
    let fields = form.filled(with: without, under: form.headers(for: without)).fields
    #expect(!fields.contains { $0.contains("示例") || $0.contains("电话") })
  }
}
