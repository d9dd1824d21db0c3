import ArgumentParser

/// The root of the command line.
struct JdxCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "jdx",
    abstract: say(
      zh: "胶东经济圈各市年度目标与工作总结的导入、打包、合并与对照",
      en: "Imports, bundles, merges and compares the yearly goals of city bureaus"),
    usage: say(zh: "jdx <命令> ...", en: "jdx <command> ..."),
    discussion: example("jdx import goals.txt -o goals.jdx\njdx show goals.jdx"),
    version: Version.line,
    subcommands: [
      ImportCommand.self, ShowCommand.self, ValidateCommand.self, VerifyCommand.self, DiffCommand.self,
      MatchCommand.self, CompareCommand.self, TrackCommand.self, IntakeCommand.self, MergeCommand.self,
      WorkspaceCommand.self, SearchCommand.self, QueryCommand.self, LineageCommand.self, RedactCommand.self,
      KeygenCommand.self, SignCommand.self, ExportCommand.self, AmendCommand.self, HistoryCommand.self,
      TextCommand.self, QuantitiesCommand.self, ExplainCommand.self, AdaptersCommand.self,
      DoctorCommand.self,
    ])

  @OptionGroup var common: LanguageOption
}
