import ArgumentParser
import Plan
import Report
import Sheet
import Store
import Vocabulary

struct QueryCommand: ParsableCommand {
  static let configuration = describe(
    "query", zh: "用 SQL 查询工作库，只读", en: "Asks a workspace in SQL; reads only",
    example: """
      jdx query "SELECT id, title FROM items" --workspace province
      jdx query "SELECT * FROM indicators" --workspace province -o figures.xlsx
      """)

  @Argument(
    help: help(
      "SQL：可用 documents、items、indicators、links 四张表", "SQL over documents, items, indicators and links",
      value: ValueName.text))
  var sql: String

  @Option(help: help("最多几行", "how many rows at most", value: ValueName.count))
  var limit = 10_000

  @Option(
    name: .customLong("timeout"), help: help("最多运行几秒", "after how many seconds it is stopped", value: ValueName.count))
  var seconds = 30.0

  @Option(
    help: help(
      "形式（不写则看 -o 的扩展名，没有扩展名就是 text）", "the form (by the extension of -o if not given, else text)",
      value: ValueName.form))
  var format: AnswerForm?

  @Option(name: .shortAndLong, help: help("写到这个文件", "write to this file", value: ValueName.file), completion: .file())
  var output: String?

  @OptionGroup var place: WorkspaceOption
  @OptionGroup var common: LanguageOption

  func run() throws {
    let form = try AnswerForm.chosen(format, writing: output)
    guard (1...10_000_000).contains(limit), seconds > 0 else {
      throw Failure(
        .wrongUse, .usageValue,
        Localized(
          zh: "--limit 应在 1 到 10000000 之间，--timeout 应大于 0", en: "--limit is from 1 to 10000000, --timeout above 0"))
    }
    var question = SQLQuestion(sql)
    question.limit = limit
    question.seconds = seconds
    let workspace = Workspace(place.folder)
    let answer: SQLQuestion.Answer
    do throws(SQLQuestion.Refusal) { answer = try workspace.ask(question) } catch {
      throw Failure(error, in: workspace.folder.path)
    }
    var table = AnswerTable(columns: answer.columns)
    table.rows = answer.rows.map { row in
      row.map { cell in
        switch cell {
        case .none: .none
        case .text(let text): .text(text)
        case .integer(let number): .integer(number)
        }
      }
    }
    try table.write(as: form, to: output, name: say(zh: "查询结果", en: "Query"))
    if answer.hasMore {
      printError(
        say(zh: "只取了前 \(limit) 行，还有更多：用 --limit 放宽", en: "only the first \(plural(limit, "row")); see --limit"))
    }
  }
}

extension Failure {
  fileprivate init(_ refusal: SQLQuestion.Refusal, in folder: String) {
    switch refusal {
    case .notReading:
      self.init(
        .wrongUse, .queryRefused, Localized(zh: "只能查询，不能改动", en: "only questions are answered; nothing can be changed"),
        hint: Localized(zh: "以 SELECT 或 WITH 开头，一次一句", en: "begin with SELECT or WITH, one statement at a time"))
    case .tooLong:
      self.init(
        .wrongUse, .queryRefused, Localized(zh: "查询超时，已停止", en: "it took too long and was stopped"),
        hint: Localized(zh: "缩小范围，或用 --timeout 放宽", en: "ask for less, or allow more with --timeout"))
    case .tooMuch:
      self.init(
        .wrongUse, .queryRefused, Localized(zh: "查询占用内存过多", en: "it asks for too much memory"),
        hint: Localized(zh: "缩小范围", en: "ask for less"))
    case .wrong(let words):
      self.init(
        .wrongUse, .queryRefused, Localized(zh: "SQL 有误：\(words)", en: "wrong SQL: \(words)"),
        hint: Localized(
          zh: "可用 documents、items、indicators、links，列名见 docs/workspace.md",
          en: "there are documents, items, indicators and links; docs/workspace.md lists their columns"))
    case .workspace(let error): self.init(error, in: folder)
    }
  }
}
