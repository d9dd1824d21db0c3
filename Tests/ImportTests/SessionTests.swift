import AdapterKit
import Import
import Packaging
import Plan
import Testing
import Vocabulary

@Suite struct SessionTests {
  static let sheetID = "cn370200.市示例局.2031.targetSheet"

  @Test func `what is imported is read back without a fault`() throws {
    let view = try view(imported(threeRows))
    #expect(view.documents.map(\.id) == [Self.sheetID])
    #expect(view.goals == ["修建滨海步行栈道": "key-1", "开展校园足球联赛": "key-2", "整治占道停车": "key-3"])
    #expect(view.items.filter { $0.item?.role == .measure }.count == 5)
    #expect(
      view.indicators.map { $0.id.dropFirst(Self.sheetID.count + 1) } == [
        "key-1.m1.i1", "key-1.m2.i1", "key-2.m1.i1", "key-3.m1.i1",
      ])
    #expect(view.documents.first?.document?.source.path == "sheet.txt")
  }

  /// It is kept as written, and only told where a listed name is near.
  @Test func aBodyThatIsNearlyAListedOneIsTold() throws {
    let slip = try #require(session([sheet(threeRows, unit: "市生态环保局")]).imported.first)
    let told = slip.diagnostics.filter { $0.code == "organization.unknown" }
    #expect(told.count == 1 && told.first?.severity == .note)
    let range = try #require(told.first?.range)
    #expect(slip.reading.repaired.text.string(range) == "市生态环保局")
    #expect(told.first?.message.zh.contains("最接近的是“生态环境局”") == true)
    for unit in ["市生态环境局", "市示例局"] {
      let read = try #require(session([sheet(threeRows, unit: unit)]).imported.first)
      #expect(!read.diagnostics.contains { $0.code == "organization.unknown" })
    }
  }

  @Test func `the order of the files does not matter`() throws {
    let files = [
      sheet(threeRows, name: "a.txt"), sheet(threeRows, unit: "市例外局", name: "b.txt"),
      sheet(threeRows, year: 2032, name: "c.txt"), SourceFile(displayPath: "d.txt", name: "d.txt", bytes: []),
    ]
    let expected = packed(session(files).contents)
    #expect(try readBundle(expected).view.documents.count == 3)
    for order in [[3, 2, 1, 0], [1, 3, 0, 2], [2, 0, 3, 1]] {
      #expect(packed(session(order.map { files[$0] }).contents) == expected)
    }
    // One at a time gives the same as all at once.
    let steps = files.reduce(BundleContents()) { session([$1], onto: $0).contents }
    #expect(packed(steps) == expected)
  }

  @Test func `the same bytes under two names are one document, called by the lesser`() throws {
    let files = [sheet(threeRows, name: "b.txt"), sheet(threeRows, name: "a.txt"), sheet(threeRows, name: "c.txt")]
    let one = packed(session([files[1]]).contents)
    for order in [[0, 1, 2], [2, 1, 0], [1, 0, 2]] {
      let read = session(order.map { files[$0] })
      #expect(packed(read.contents) == one)
      #expect(read.imported.count == 1)
      #expect(
        read.outcomes.count { if case .imported(let document) = $0.outcome { document.isKnown } else { false } } == 2)
    }
    #expect(try readBundle(one).view.superseded.isEmpty)
  }

  @Test func `two sources with one id are both refused, and the rest is imported`() throws {
    let rival = sheet(Array(threeRows.dropLast()), name: "rival.txt")
    let other = sheet(threeRows, unit: "市例外局", name: "other.txt")
    let files = [sheet(threeRows), rival, sheet(threeRows, name: "copy.txt"), other]
    for order in [[0, 1, 2, 3], [3, 2, 1, 0]] {
      let read = session(order.map { files[$0] })
      let refused = read.outcomes.filter { if case .collides = $0.outcome { true } else { false } }
      #expect(Set(refused.map(\.file.displayPath)) == ["sheet.txt", "rival.txt", "copy.txt"])
      for (file, outcome) in refused {
        guard case .collides(let id, let with) = outcome else { continue }
        #expect(id == Self.sheetID)
        #expect((file.displayPath == "rival.txt") != (with == "rival.txt"))
      }
      #expect(packed(read.contents) == packed(session([other]).contents))
    }
  }

  @Test func `a bad file does not stop the others`() {
    let files = [
      SourceFile(displayPath: "empty", name: "empty", bytes: []),
      SourceFile(displayPath: "picture", name: "picture", bytes: [0xFF, 0xD8, 0xFF, 0xE0, 0, 16]),
      meeting("今天天气很好，适合出门散步。\n", name: "news"), sheet(threeRows),
    ]
    let read = session(files)
    #expect(read.imported.count == 1)
    let failures = read.outcomes.compactMap { if case .failed(let error) = $0.outcome { error } else { nil } }
    #expect(failures.count == 3)
    guard case .unreadable = failures[0], case .unreadable = failures[1], case .notRecognised(let fits) = failures[2]
    else {
      Issue.record("\(failures)")
      return
    }
    #expect(fits.map(\.adapter).sorted() == ["qingdao.target-sheet", "weihai.meeting-report"])
  }

  private func failure(_ file: SourceFile, _ given: Given, adapter: String? = nil) -> ImportError? {
    var options = ImportSession.Options()
    options.given = given
    options.adapterID = adapter
    let read = session([file], options: options)
    if case .failed(let error)? = read.outcomes.first?.outcome { return error }
    return nil
  }

  @Test func `what an id needs and nothing gives is an error that names it`() {
    let text = String(decoding: sheet(threeRows).bytes, as: UTF8.self)
    let file = { (text: String) in meeting(text, name: "sheet.txt") }
    let (withoutUnit, withoutYear) = (
      text.replacing("单位名称：市示例局", with: ""), text.replacing("2031年度", with: "")
    )
    let cases: [(ImportError.Missing, SourceFile, Given, Given)] = [
      (.city, file(text), Given(), Given(city: qingdao)),
      (.organization, file(withoutUnit), Given(city: qingdao), Given(city: qingdao, organization: "市示例局")),
      (.year, file(withoutYear), Given(city: qingdao), Given(city: qingdao, year: 2031)),
    ]
    for (wanted, file, given, enough) in cases {
      guard case .missing(let missing) = failure(file, given, adapter: "qingdao.target-sheet") else {
        Issue.record("\(wanted): \(String(describing: failure(file, given, adapter: "qingdao.target-sheet")))")
        continue
      }
      #expect(missing == wanted)
      #expect(failure(file, enough, adapter: "qingdao.target-sheet") == nil)
    }
    let undated = meeting(
      "青岛市示例局工作会议召开。会议总结2030年工作，对2031年工作作出安排。\n会议对2031年重点工作作出安排部署\n一要修好道路，在便民上求突破。要修路3公里。\n二要种好树木，在绿化上求突破。要种树5棵。\n")
    guard case .missing(.meetingDate) = failure(undated, Given(city: qingdao, organization: "市示例局")) else {
      Issue.record("\(String(describing: failure(undated, Given(city: qingdao, organization: "市示例局"))))")
      return
    }
    #expect(failure(undated, Given(city: qingdao, organization: "市示例局", name: "x")) == nil)
  }

  @Test func `an adapter that is not known is an error that lists those that are`() {
    guard case .unknownAdapter("x", let known) = failure(sheet(threeRows), Given(city: qingdao), adapter: "x") else {
      Issue.record("no error")
      return
    }
    #expect(known == ["qingdao.target-sheet", "weihai.meeting-report"])
  }

  @Test func `a name sets the id's last part, escaped`() throws {
    let read = session([sheet(threeRows)], options: options { $0.name = "复核 2" })
    #expect(try view(read.contents).documents.map(\.id) == [Self.sheetID + ".复核_x0020_2"])
  }
}
