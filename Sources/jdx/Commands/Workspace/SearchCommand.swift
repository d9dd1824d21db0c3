import ArgumentParser
import Plan
import Store
import Vocabulary

struct SearchCommand: ParsableCommand {
  static let configuration = describe(
    "search", zh: "在工作库中按词语、指标检索条目", en: "Finds items of a workspace by their words and figures",
    usage: Localized(zh: "jdx search [<文字> ...] [<选项> ...]", en: "jdx search [<text> ...] [<option> ...]"),
    example: """
      jdx search 渡口 --workspace province
      jdx search 渡口 --city 青岛市 --year 2031 --role goal --workspace province
      jdx search --where '渡口 >= 2处' --workspace province --format json
      """)

  @Argument(help: help("词语，须全部出现", "words, all of which must be there", value: ValueName.text))
  var words: [String] = []

  @Option(help: help("哪个城市（可多次）", "the city (may be repeated)", value: ValueName.city))
  var city: [String] = []

  @Option(help: help("哪一年（可多次）", "the year (may be repeated)", value: ValueName.year))
  var year: [Int] = []

  @Option(help: help("条目的性质（可多次）", "what the item is (may be repeated)", value: ValueName.text))
  var role: [ItemRole] = []

  @Option(help: help("主题：代码或名称（可多次）", "the theme, its code or name (may be repeated)", value: ValueName.text))
  var theme: [String] = []

  @Option(
    help: help(
      "有这种单位的指标，可换算的也算（可多次）", "has a figure of this unit or one that turns into it (may be repeated)",
      value: ValueName.text))
  var unit: [String] = []

  @Option(
    name: .customLong("where"),
    help: help(
      "指标条件，如 '招商引资 >= 50亿元'；可多次，须全部满足",
      "a condition on figures: words, a sign such as >=, a figure with its unit; may be repeated, all must hold",
      value: ValueName.text))
  var conditions: [String] = []

  @Option(help: help("最多显示几条", "how many items at most", value: ValueName.count))
  var limit = 20

  @Option(
    help: help(
      "形式（不写则看 -o 的扩展名，没有扩展名就是 text）", "the form (by the extension of -o if not given, else text)",
      value: ValueName.form))
  var format: AnswerForm?

  @Option(name: .shortAndLong, help: help("写到这个文件", "write to this file", value: ValueName.file), completion: .file())
  var output: String?

  @OptionGroup var place: WorkspaceOption
  @OptionGroup var themes: ThemesOption
  @OptionGroup var common: LanguageOption

  /// The roles of items by their codes.
  enum ItemRole: String, ExpressibleByArgument, CaseIterable {
    case goal, task, measure, achievement, guideline, requirement, section, context
  }

  func run() throws {
    let form = try AnswerForm.chosen(format, writing: output)
    let request = try request()
    let (result, units) = try Workspace(place.folder).calling { workspace throws(WorkspaceError) in
      let result = try workspace.search(request)
      return (result, result.hits.isEmpty ? try otherUnits(workspace, request.conditions) : [])
    }
    let answer = SearchAnswer(result)
    switch form {
    case .text: try write(lines: answer.lines, toFile: output)
    case .json: try write(answer.json.canonical + [UInt8(ascii: "\n")], toFile: output ?? "-")
    case .csv, .xlsx: try answer.table.write(as: form, to: output, name: say(zh: "检索结果", en: "Search"))
    }
    for (condition, units) in units { printError(Self.incomparable(condition, units)) }
  }

  /// Conditions whose figures are all in units that theirs does not turn into.
  private func otherUnits(
    _ workspace: Workspace, _ conditions: [FigureCondition]
  ) throws(WorkspaceError) -> [(FigureCondition, [String])] {
    var found: [(FigureCondition, [String])] = []
    for condition in conditions {
      let units = try workspace.otherUnits(of: condition)
      if !units.isEmpty { found.append((condition, units)) }
    }
    return found
  }

  private static func incomparable(_ condition: FigureCondition, _ units: [String]) -> String {
    let shown = Localized(
      zh: units.prefix(5).joined(separator: "、"), en: units.prefix(5).joined(separator: ", "))
    return say(
      zh: "条件“\(condition.text)”没有单位相通的指标：库里的单位是\(shown.zh)，请在数值后写明其中一种",
      en: "no figure that \(condition.text) names has such a unit: write one of \(shown.en) behind the number")
  }

  private func request() throws -> SearchRequest {
    guard (1...1_000_000).contains(limit) else {
      throw Failure(
        .wrongUse, .usageValue, Localized(zh: "--limit 的值应在 1 到 1000000 之间", en: "--limit is from 1 to 1000000"))
    }
    for year in year { try requireYear(year) }
    var request = SearchRequest()
    request.words = words
    request.cities = try city.map { name throws(Failure) in try namedCity(name).code }
    request.years = year
    request.roles = role.map(\.rawValue)
    request.themes = try themeCodes()
    request.units = unit
    request.conditions = try conditions.map { text throws(Failure) in
      guard let condition = FigureCondition(text) else {
        throw Failure(
          .wrongUse, .usageValue, Localized(zh: "看不懂条件“\(text)”", en: "the condition \(text) is not understood"),
          hint: Localized(
            zh: "写成“词语 >= 数值单位”的样子，如 '招商引资 >= 50亿元'",
            en: "write words, a sign and a figure with its unit: '招商引资 >= 50亿元'"))
      }
      return condition
    }
    request.limit = limit
    guard !request.isEmpty else {
      throw Failure(
        .wrongUse, .usageArguments, Localized(zh: "没有写要找什么", en: "nothing is named to look for"),
        hint: Localized(zh: "写出词语，或 --where、--city 等条件", en: "name words, or conditions such as --where or --city"))
    }
    return request
  }

  private func themeCodes() throws(Failure) -> [String] {
    if theme.isEmpty { return [] }
    let known = try themes.vocabulary().all
    return try theme.map { name throws(Failure) in
      let found = known.first { theme in
        [theme.code, theme.label.zh, theme.label.en].contains { $0.utf8.elementsEqual(name.utf8) }
      }
      guard let found else {
        let names = known.map { "\($0.code) \($0.label[language])" }
        throw Failure(
          .wrongUse, .usageValue, Localized(zh: "没有主题“\(name)”", en: "there is no theme \(name)"),
          hint: Localized(
            zh: "可用：" + names.joined(separator: "、"), en: "there are: " + names.joined(separator: ", ")))
      }
      return found.code
    }
  }
}
