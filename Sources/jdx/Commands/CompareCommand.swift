import ArgumentParser
import Compare
import Packaging
import Plan
import Report
import Sheet
import Vocabulary

struct CompareCommand: ParsableCommand {
  static let configuration = describe(
    "compare", zh: "各市并列：按指标、按主题对比上年目标、上年完成、今年目标",
    en: "Cities side by side, by indicator and by theme: last target, last result, this target",
    example: """
      jdx compare qingdao.jdx weihai.jdx
      jdx compare qingdao.jdx weihai.jdx -o cities.html
      jdx compare qingdao.jdx weihai.jdx --by indicator --format json -o cities.json
      """)

  @Argument(
    help: help("数据包，一市或多市、一年或多年", "bundles of any cities and years", value: ValueName.bundle), completion: .bundle)
  var bundles: [String]

  @Option(help: help("按指标或按主题；不写时两样都列", "by indicator or by theme; both if not given", value: ValueName.form))
  var by: ComparisonSide?

  @Option(
    help: help(
      "对比哪一年的目标；不写时为多数城市有目标的最近一年",
      "the year whose targets are compared; if not given the last that most cities plan for",
      value: ValueName.year))
  var year: Int?

  @OptionGroup var themes: ThemesOption

  @Option(
    help: help(
      "形式（不写则看 -o 的扩展名，没有扩展名就是 text）", "the form (by the extension of -o if not given, else text)",
      value: ValueName.form))
  var format: ReportForm?

  @Option(name: .shortAndLong, help: help("写到这个文件", "write to this file", value: ValueName.file), completion: .file())
  var output: String?

  @OptionGroup var common: LanguageOption

  func run() throws {
    let form = try ReportForm.chosen(format, writing: output)
    let vocabulary = try themes.vocabulary()
    try requireOther(output, than: bundles + themes.files)
    let contents = try readTogether(bundles)
    let comparison = CityComparison(View(of: contents.revisions), year: year, vocabulary: vocabulary)
    try write(bytes(of: comparison, vocabulary, as: form), toFile: output ?? "-")
  }

  private func bytes(
    of comparison: CityComparison, _ themes: Themes, as form: ReportForm
  ) throws(Failure) -> [UInt8] {
    let sides = by.map { [$0] } ?? ComparisonSide.allCases
    return switch form {
    case .text:
      Array(
        TextReport.compareText(comparison, by: sides, themes: themes, language: language, width: terminalWidth).utf8)
    case .json: JSON.object(comparison.json(by: by)).canonical + [UInt8(ascii: "\n")]
    case .html: Array(HTMLReport.compare(comparison, by: sides, themes: themes, language: language).utf8)
    case .markdown: Array(TextReport.compareMarkdown(comparison, by: sides, themes: themes, language: language).utf8)
    case .xlsx:
      try workbook(writing: output) { () throws(SheetError) in
        try WorkbookReport.compare(comparison, by: sides, themes: themes, language: language)
      }
    }
  }
}

extension ComparisonSide: ExpressibleByArgument {}

extension CityComparison {
  /// Without the side that was not asked for.
  fileprivate func json(by side: ComparisonSide?) -> JSONObject {
    switch side {
    case nil: json
    case .indicator: json.without(["themes"])
    case .theme: json.without(["indicators", "apart"])
    }
  }
}
