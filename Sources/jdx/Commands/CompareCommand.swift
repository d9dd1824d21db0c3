import ArgumentParser
import Compare
import Packaging
import Plan
import Report
import Vocabulary

struct CompareCommand: ParsableCommand {
  static var configuration: CommandConfiguration {
    describe(
      "compare", zh: "各市并列：按指标、按主题对比上年目标、上年完成、今年目标",
      en: "Cities side by side, by indicator and by theme: last target, last result, this target",
      example: """
        jdx compare qingdao.jdx weihai.jdx
        jdx compare qingdao.jdx weihai.jdx --by indicator --format json -o cities.json
        """)
  }

  enum Format: String, ExpressibleByArgument, CaseIterable { case text, json }

  @Argument(
    help: help("数据包，一市或多市、一年或多年", "bundles of any cities and years", value: ValueName.bundle), completion: .bundle)
  var bundles: [String]

  @Option(help: help("按指标或按主题；不写时两样都列", "by indicator or by theme; both if not given", value: ValueName.form))
  var by: ComparisonSide?

  @Option(
    help: help(
      "对比哪一年的目标；不写时为最近的一年", "the year whose targets are compared; the last one if not given", value: ValueName.year))
  var year: Int?

  @OptionGroup var themes: ThemesOption

  @Option(help: help("形式", "the form", value: ValueName.form))
  var format = Format.text

  @Option(name: .shortAndLong, help: help("写到这个文件", "write to this file", value: ValueName.file), completion: .file())
  var output: String?

  @OptionGroup var common: LanguageOption

  func run() throws {
    let vocabulary = try themes.vocabulary()
    try requireOther(output, than: bundles + themes.files)
    let contents = try readTogether(bundles)
    let comparison = CityComparison(View(of: contents.revisions), year: year, vocabulary: vocabulary)
    let bytes: [UInt8] =
      switch format {
      case .text:
        Array(
          TextReport.compareText(
            comparison, by: by.map { [$0] } ?? ComparisonSide.allCases, themes: vocabulary, language: language,
            width: terminalWidth
          ).utf8)
      case .json: JSON.object(comparison.json(by: by)).canonical + [UInt8(ascii: "\n")]
      }
    try write(bytes, toFile: output ?? "-")
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
