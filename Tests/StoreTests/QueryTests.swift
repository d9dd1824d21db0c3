import Testing

@testable import Store

/// Questions in SQL are answered; nothing else is.
@Suite struct QueryTests {
  private let test: TestWorkspace

  init() throws {
    test = try TestWorkspace()
    try test.add(
      Plans.bundle(
        "市示例局", year: 2031,
        goals: [.init(title: "修建渡口", text: "共三处", figures: [.init(subject: "渡口", low: "3", unit: "处")])]))
  }

  private func rows(_ sql: String) throws -> [[SQLQuestion.Cell]] { try test.workspace.ask(SQLQuestion(sql)).rows }

  @Test("the documented views say what the records say")
  func views() throws {
    let answer = try test.workspace.ask(SQLQuestion("SELECT * FROM documents"))
    #expect(
      answer.columns == [
        "id", "city_code", "city", "organization", "year", "kind", "title", "number", "date", "period_start",
        "period_end", "in_conflict",
      ])
    #expect(
      answer.rows.first?.prefix(6) == [
        .text("cn370200.市示例局.2031.targetSheet"), .text("370200"), .text("青岛市"), .text("市示例局"), .integer(2031),
        .text("targetSheet"),
      ])
    #expect(
      try rows("SELECT year, role, title, text, aim FROM items") == [
        [.integer(2031), .text("goal"), .text("修建渡口"), .text("共三处"), .none]
      ])
    #expect(
      try rows("SELECT subject, comparator, low, high, unit, year FROM indicators") == [
        [.text("渡口"), .text("ge"), .text("3"), .none, .text("处"), .integer(2031)]
      ])
    #expect(try rows("SELECT item = (SELECT id FROM items) FROM indicators") == [[.integer(1)]])
  }

  @Test(
    "what would change something is refused, and changes nothing",
    arguments: [
      "DELETE FROM item", "UPDATE item SET role = 'x'", "DROP TABLE item", "CREATE TABLE x(a)",
      "CREATE TEMP TABLE x(a)",
      "ATTACH 'other.sqlite' AS other", "PRAGMA user_version = 7", "PRAGMA writable_schema = 1", "VACUUM INTO 'copy'",
      "BEGIN IMMEDIATE", "WITH a AS (SELECT 1) DELETE FROM item", "/* SELECT */ DELETE FROM item",
      "SELECT 1; DELETE FROM item", "-- SELECT\nDELETE FROM item", "",
    ])
  func refused(_ sql: String) throws {
    let before = try test.dump()
    #expect {
      try test.workspace.ask(SQLQuestion(sql))
    } throws: { error in
      if case .notReading? = error as? SQLQuestion.Refusal { true } else { false }
    }
    #expect(try test.dump() == before)
  }

  @Test("comments and brackets may stand before a question")
  func comments() throws {
    #expect(try rows("-- how many\n /* all */ SELECT count(*) FROM items") == [[.integer(1)]])
  }

  @Test("what runs without end is stopped")
  func endless() throws {
    var question = SQLQuestion("WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n) SELECT count(*) FROM n")
    question.seconds = 0.05
    #expect {
      try test.workspace.ask(question)
    } throws: { error in
      if case .tooLong? = error as? SQLQuestion.Refusal { true } else { false }
    }
  }

  @Test("no more rows are read than were asked for")
  func limited() throws {
    var question = SQLQuestion("VALUES (1), (2), (3)")
    question.limit = 2
    let answer = try test.workspace.ask(question)
    #expect(answer.rows.count == 2 && answer.hasMore)
    question.limit = 3
    #expect(try test.workspace.ask(question).hasMore == false)
  }
}
