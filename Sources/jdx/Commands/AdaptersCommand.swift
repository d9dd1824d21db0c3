import AdapterKit
import ArgumentParser
import ExternalAdapters
import Plan
import Profiles
import Report
import Vocabulary

struct AdaptersCommand: ParsableCommand {
  static let configuration = jdx.describe(
    "adapters", zh: "查看、检验适配器", en: "Shows and tests the adapters",
    usage: Localized(zh: "jdx adapters <命令> ...", en: "jdx adapters <command> ..."),
    example: "jdx adapters list\njdx adapters describe qingdao.target-sheet",
    subcommands: [List.self, Describe.self, Test.self, New.self])

  enum Format: String, ExpressibleByArgument, CaseIterable { case text, json }

  struct List: ParsableCommand {
    static let configuration = jdx.describe("list", zh: "列出全部适配器", en: "Lists them all", example: "jdx adapters list")

    @Option(help: help("形式", "the form", value: ValueName.form))
    var format = Format.text

    @OptionGroup var common: LanguageOption

    func run() throws {
      var adapters = AvailableAdapters()
      adapters.addPrograms()
      adapters.reportFailures()
      switch format {
      case .text:
        let width = adapters.all.map { DisplayWidth.of($0.id) }.max() ?? 0
        try printLines(
          adapters.all.map { adapter in
            let program = adapter.program.map { say(zh: "（程序 \($0)）", en: " (program \($0))") } ?? ""
            return
              "\(DisplayWidth.padded(adapter.id, to: width))  v\(adapter.version)  \(adapter.name[language])\(program)"
          })
      case .json: try write(JSON.array(adapters.all.map { .object($0.json) }).canonical + [UInt8(ascii: "\n")])
      }
    }
  }

  struct Describe: ParsableCommand {
    static let configuration = jdx.describe(
      "describe", zh: "说明一个适配器识别什么", en: "Tells what one adapter recognises",
      example: "jdx adapters describe weihai.meeting-report")

    @Argument(help: help("适配器", "the adapter", value: ValueName.adapter), completion: .adapter)
    var id: String?

    @Option(
      help: help("这个适配器程序", "the adapter of this program", value: ValueName.file), completion: .file())
    var adapterProgram: String?

    @Option(help: help("形式", "the form", value: ValueName.form))
    var format = Format.text

    @OptionGroup var common: LanguageOption

    func run() throws {
      let adapter = try chosen()
      switch format {
      case .text:
        let kind = Labels.standard.label(.documentKinds, adapter.kind.rawValue)?[language] ?? adapter.kind.rawValue
        let least = Recognition.threshold
        try printLines(
          [
            "\(adapter.id)  v\(adapter.version)  \(adapter.name[language])",
            say(
              zh: "文件种类：\(kind)（\(adapter.kind.rawValue)）", en: "kind of document: \(kind) (\(adapter.kind.rawValue))"),
            adapter.summary[language],
            adapter.program.map { say(zh: "外部适配器，程序 \($0)", en: "external: the program \($0)") },
            say(
              zh: "证据合计 \(least) 分以上即识别，导入时列出每条证据。",
              en: "Recognised from \(least) points of evidence on; an import lists each piece of evidence."),
          ].compactMap(\.self))
      case .json: try write(JSON.object(adapter.json).canonical + [UInt8(ascii: "\n")])
      }
    }

    /// Programs are started only where no other adapter has the id.
    private func chosen() throws(Failure) -> any Adapter {
      var adapters = AvailableAdapters()
      if let adapterProgram, id == nil { return try adapters.adapter(try adapters.add(program: adapterProgram)) }
      guard let id, adapterProgram == nil else {
        throw Failure(
          .wrongUse, .usageArguments,
          Localized(
            zh: "请写一个适配器，或用 --adapter-program 指定程序", en: "name one adapter, or a program with --adapter-program"),
          hint: Localized(zh: "用 jdx adapters list 查看", en: "jdx adapters list shows them"))
      }
      if !adapters.all.contains(where: { $0.id == id }) {
        adapters.addPrograms()
        adapters.reportFailures()
      }
      return try adapters.adapter(id)
    }
  }
}

extension Adapter {
  /// Where the program is, of an adapter that is one.
  fileprivate var program: String? { (self as? ExternalAdapter)?.program.path }

  /// What it is made as.
  private var type: String {
    switch self {
    case is ExternalAdapter: "external"
    case is ProfileAdapter: "profile"
    default: "swift"
    }
  }

  fileprivate var json: JSONObject {
    var object = JSONObject()
    object["id"] = .string(id)
    object["version"] = .integer(version)
    object["kind"] = .string(kind.rawValue)
    object["name"] = .string(name[language])
    object["summary"] = .string(summary[language])
    object["type"] = .string(type)
    object["program"] = program.map(JSON.string)
    return object
  }
}
