import ArgumentParser
import Conformance
import Vocabulary

extension AdaptersCommand {
  struct Test: ParsableCommand {
    static let configuration = jdx.describe(
      "test", zh: "检验一个插件：样例、规律、损坏的文件、规则的使用",
      en: "Tests a plugin: its corpus, the laws, damaged documents, the use of its rules",
      example: "jdx adapters test plugin --mutations 10\njdx adapters test plugin --accept --mutations 10")

    @Argument(
      help: help(
        "插件的文件夹：描述文件、程序（或 plugin.yaml）和 corpus",
        "the plugin's folder: its profile or program, or plugin.yaml, and its corpus",
        value: ValueName.folder), completion: .folder)
    var folder: String

    @Option(
      help: help(
        "样例属于这个适配器（没有 plugin.yaml 时）", "whose corpus it is, where no plugin.yaml says so", value: ValueName.adapter),
      completion: .adapter)
    var adapter: String?

    @Flag(help: help("把现在读出的结果记为预期，供核对", "record what is read now as what is expected, for review"))
    var accept = false

    @Option(
      help: help(
        "试多少份损坏的文件（程序至多 50）", "how many damaged documents are tried, for a program 50 at most", value: ValueName.count))
    var mutations = 1_000

    @Option(help: help("形式", "the form", value: ValueName.form))
    var format = Format.text

    @OptionGroup var common: LanguageOption

    func run() throws {
      guard (0...1_000_000).contains(mutations) else {
        throw Failure(
          .wrongUse, .usageValue,
          Localized(zh: "--mutations 要在 0 到 1000000 之间", en: "--mutations is from 0 to 1000000"))
      }
      let plugin = try PluginFolder(folder, adapter: adapter)
      let accepted = accept ? try plugin.accept() : []
      let progress = Progress(of: mutations)
      let report = ConformanceReport(
        of: try plugin.cases(), adapters: plugin.adapters, tested: plugin.tested.map(\.id),
        profiles: plugin.profiles.map(\.rules), mutations: plugin.hasPrograms ? min(mutations, 50) : mutations
      ) { progress.show($0) }
      let told = PluginReport(plugin: plugin, report: report, accepted: accepted)
      switch format {
      case .text: try printLines(told.lines)
      case .json: try write(told.json.canonical + [UInt8(ascii: "\n")])
      }
      if !report.isPassed { throw Exit.no }
    }
  }
}
