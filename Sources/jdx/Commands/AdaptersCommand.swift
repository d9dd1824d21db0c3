import AdapterKit
import ArgumentParser
import Plan
import Report
import Vocabulary

struct AdaptersCommand: ParsableCommand {
  static var configuration: CommandConfiguration {
    jdx.describe(
      "adapters", zh: "查看适配器", en: "Shows the adapters",
      usage: Localized(zh: "jdx adapters <命令> ...", en: "jdx adapters <command> ..."),
      example: "jdx adapters list\njdx adapters describe qingdao.target-sheet", subcommands: [List.self, Describe.self])
  }

  enum Format: String, ExpressibleByArgument, CaseIterable { case text, json }

  struct List: ParsableCommand {
    static var configuration: CommandConfiguration {
      jdx.describe("list", zh: "列出全部适配器", en: "Lists them all", example: "jdx adapters list")
    }

    @Option(help: help("形式", "the form", value: ValueName.form))
    var format = Format.text

    @OptionGroup var common: LanguageOption

    func run() throws {
      let adapters = AvailableAdapters()
      adapters.reportFailures()
      switch format {
      case .text:
        let width = adapters.all.map { DisplayWidth.of($0.id) }.max() ?? 0
        try printLines(
          adapters.all.map { "\(DisplayWidth.padded($0.id, to: width))  v\($0.version)  \($0.name[language])" })
      case .json: try write(JSON.array(adapters.all.map { .object($0.json) }).canonical + [UInt8(ascii: "\n")])
      }
    }
  }

  struct Describe: ParsableCommand {
    static var configuration: CommandConfiguration {
      jdx.describe(
        "describe", zh: "说明一个适配器识别什么", en: "Tells what one adapter recognises",
        example: "jdx adapters describe weihai.meeting-report")
    }

    @Argument(help: help("适配器", "the adapter", value: ValueName.adapter), completion: .adapter)
    var id: String

    @Option(help: help("形式", "the form", value: ValueName.form))
    var format = Format.text

    @OptionGroup var common: LanguageOption

    func run() throws {
      let adapter = try AvailableAdapters().adapter(id)
      switch format {
      case .text:
        let kind = Labels.standard.label(.documentKinds, adapter.kind.rawValue)?[language] ?? adapter.kind.rawValue
        let least = Recognition.threshold
        try printLines([
          "\(adapter.id)  v\(adapter.version)  \(adapter.name[language])",
          say(zh: "文件种类：\(kind)（\(adapter.kind.rawValue)）", en: "kind of document: \(kind) (\(adapter.kind.rawValue))"),
          adapter.summary[language],
          say(
            zh: "证据合计 \(least) 分以上即识别，导入时列出每条证据。",
            en: "Recognised from \(least) points of evidence on; an import lists each piece of evidence."),
        ])
      case .json: try write(JSON.object(adapter.json).canonical + [UInt8(ascii: "\n")])
      }
    }
  }
}

extension Adapter {
  fileprivate var json: JSONObject {
    var object = JSONObject()
    object["id"] = .string(id)
    object["version"] = .integer(version)
    object["kind"] = .string(kind.rawValue)
    object["name"] = .string(name[language])
    object["summary"] = .string(summary[language])
    return object
  }
}
