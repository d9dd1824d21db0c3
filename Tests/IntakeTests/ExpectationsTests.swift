import Intake
import Testing
import Vocabulary

/// The receiver's list is refused where it can't be meant, with the place.
@Suite struct ExpectationsTests {
  @Test("what stands above all senders holds for those that say nothing else")
  func defaults() throws {
    let expected = try expectations(
      "deadline: 2032-01-20\nsignature: required\ndocuments: [业务计划]".replacing("业务计划", with: "workPlan"),
      senders: """
        - {city: "370200"}
        - {city: 烟台, deadline: 2032-01-25, documents: [targetSheet], signature: optional}
        """)
    #expect(expected.senders.map(\.city.name) == ["青岛市", "烟台市"])
    #expect(expected.senders.map(\.deadline?.description) == ["2032-01-20", "2032-01-25"])
    #expect(expected.senders.map(\.mustSign) == [true, false])
    #expect(expected.senders.map(\.documents) == [[.workPlan], [.targetSheet]])
  }

  @Test("kinds of document may be named in Chinese")
  func chineseKinds() throws {
    let label = try #require(Labels.standard.label(.documentKinds, "targetSheet")).zh
    let expected = try expectations(senders: "- {city: 青岛市, documents: [\(label)]}")
    #expect(expected.senders[0].documents == [.targetSheet])
  }

  @Test(
    "a mistake is told with its line and column",
    arguments: [
      ("years: 2032\n", 1, 1), ("year: 2032\n", 1, 1), ("year: next\nsenders: []\n", 1, 7),
      ("year: 2032\nsenders: []\n", 2, 10), ("year: 2032\nsenders:\n- documents: [targetSheet]\n", 3, 3),
      ("year: 2032\nsenders:\n- city: 无此市\n", 3, 9), ("year: 2032\nsenders:\n- city: 青岛市\n", 3, 3),
      ("year: 2032\nsenders:\n- city: 青岛市\n  documents: [targetSheets]\n", 4, 15),
      ("year: 2032\ndeadline: 2032-02-30\nsenders:\n- {city: 青岛市, documents: [other]}\n", 2, 11),
      ("year: 2032\nsenders:\n- &a {city: 青岛市, documents: [other]}\n- {city: 青岛, documents: [other]}\n", 4, 3),
      ("year: 2032\nsenders:\n- {city: 青岛市, documents: [other], minimum: {goals: -1}}\n", 3, 52),
      ("year: 2032\nsenders:\n- {city: 青岛市, documents: [other], signature: maybe}\n", 3, 46),
      ("year: [\n", 2, 1),
    ])
  func mistakes(_ yaml: String, _ line: Int, _ column: Int) throws {
    let error = try #require(throws: FormError.self) { try Expectations(yaml: Array(yaml.utf8)) }
    #expect(error.line == line && error.column == column, "\(yaml): \(error)")
  }
}
