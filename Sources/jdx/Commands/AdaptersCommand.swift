import AdapterKit
import ArgumentParser
import Import
import Plan
import Vocabulary

struct AdaptersCommand: ParsableCommand {
  static var configuration: CommandConfiguration {
    describe(
      "adapters", zh: "查看适配器", en: "Shows the adapters", example: "jdx adapters list\njdx adapters describe qingdao.target-sheet",
      subcommands: [List.self, Describe.self])
  }

  enum Format: String, ExpressibleByArgument, CaseIterable { case text, json }

  struct List: ParsableCommand {
    static var configuration: CommandConfiguration {
      jdx.describe("list", zh: "列出全部适配器", en: "Lists them all", example: "jdx adapters list")
    }

    @Option(help: help("形式", "the form"))
    var format = Format.text

    func run() throws {
      switch format {
      case .text:
        let width = registeredAdapters.map(\.id.count).max() ?? 0
        for adapter in registeredAdapters {
          let id = adapter.id + String(repeating: " ", count: width - adapter.id.count)
          try print("\(id)  v\(adapter.version)  \(adapter.kind.rawValue)  \(adapter.name[language])")
        }
      case .json:
        try write(JSON.array(registeredAdapters.map { .object($0.json) }).canonical + [UInt8(ascii: "\n")])
      }
    }
  }

  struct Describe: ParsableCommand {
    static var configuration: CommandConfiguration {
      jdx.describe(
        "describe", zh: "说明一个适配器识别什么", en: "Tells what one adapter recognises", example: "jdx adapters describe weihai.meeting-report")
    }

    @Argument(help: help("适配器", "the adapter"))
    var id: String

    func run() throws {
      guard let adapter = registeredAdapters.first(where: { $0.id == id }) else {
        let error = ImportError.unknownAdapter(id, known: registeredAdapters.map(\.id))
        throw Failure(.wrongUse, error.explained.0, hint: error.explained.hint)
      }
      try print("\(adapter.id)  v\(adapter.version)  \(adapter.kind.rawValue)")
      try print(adapter.name[language])
      try print(adapter.summary[language])
      try print(
        say(
          zh: "识别：证据合计 \(Recognition.threshold) 分以上；导入时逐条列出。", en: "Recognised from \(Recognition.threshold) points of evidence on; an import lists each piece."))
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
