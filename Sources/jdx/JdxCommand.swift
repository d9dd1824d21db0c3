import ArgumentParser
import Vocabulary

/// The root of the command line.
struct JdxCommand: ParsableCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: "jdx",
      abstract: say(
        zh: "胶东经济圈各市年度目标与工作总结的导入、打包、合并与对照", en: "Imports, bundles, merges and compares the yearly goals of city bureaus"),
      discussion: say(
        zh: "示例：\n  jdx import 目标.txt -o 目标.jdx\n  jdx show 目标.jdx", en: "Example:\n  jdx import goals.txt -o goals.jdx\n  jdx show goals.jdx"),
      version: "jdx 0.1.0",
      subcommands: [
        ImportCommand.self, ShowCommand.self, ValidateCommand.self, VerifyCommand.self, DiffCommand.self,
        MergeCommand.self, TextCommand.self, QuantitiesCommand.self, AdaptersCommand.self,
      ])
  }
}

/// Help of an argument in the user's language.
func help(_ zh: String, _ en: String) -> ArgumentHelp { ArgumentHelp(stringLiteral: say(zh: zh, en: en)) }

/// A command's own help: what it does, and an example.
func describe(_ name: String, zh: String, en: String, example: String, subcommands: [ParsableCommand.Type] = [])
  -> CommandConfiguration
{
  CommandConfiguration(
    commandName: name, abstract: say(zh: zh, en: en),
    discussion: say(zh: "示例：\n", en: "Example:\n") + example.split(separator: "\n").map { "  " + $0 }.joined(separator: "\n"),
    subcommands: subcommands)
}
