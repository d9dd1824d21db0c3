import ArgumentParser
import Conformance
import Vocabulary

extension AdaptersCommand {
  struct New: ParsableCommand {
    /// What kind of plugin is begun.
    enum Kind: String, ExpressibleByArgument, CaseIterable { case profile, swift, external }

    static let configuration = jdx.describe(
      "new", zh: "照一份样例做一个插件：描述文件、说明、样例", en: "Begins a plugin with an example: profile, README, corpus",
      example: "jdx adapters new my-city.ferries --from ledger.txt -o ferries")

    @Argument(
      help: help(
        "插件的名称，如 weifang.task-list", "its name, such as weifang.task-list", value: Localized(zh: "名称", en: "name")))
    var name: String

    @Option(help: help("样例文件", "the example", value: ValueName.file), completion: .file())
    var from: String

    @Option(help: help("种类", "what it is made of", value: ValueName.form))
    var kind = Kind.profile

    @Option(
      help: help(
        "样例的城市（文中没有写明时）：GB/T 2260 代码或名称", "the example's city, where it does not say: its GB/T 2260 code or name",
        value: ValueName.city))
    var city: String?

    @Option(
      name: .shortAndLong,
      help: help("写到哪个文件夹（默认用名称）", "the folder to make (the name, if not given)", value: ValueName.folder),
      completion: .folder)
    var output: String?

    @OptionGroup var common: LanguageOption

    func run() throws {
      let city = try city.map { name throws(Failure) in try namedCity(name) }
      let example = try PluginExample(from, city: city)
      let plugin = try NewPlugin(name, folder: output ?? name, of: example)
      switch kind {
      case .profile:
        let proposal = try example.proposal()
        try plugin.writeProfile(proposal)
        try printLines(plugin.lines(proposal))
        try test(plugin)
      case .swift:
        try plugin.writeSwift()
        try printLines(plugin.swiftLines)
      case .external:
        try plugin.writeProgram()
        try printLines(plugin.programLines)
        try test(plugin)
      }
    }

    /// The first test; what it reads is recorded as expected where the new adapter is the one that reads it.
    private func test(_ new: NewPlugin) throws {
      let plugin = try PluginFolder(new.folder, adapter: nil)
      let tested = plugin.tested.map(\.id)
      let isOwn = try plugin.cases().allSatisfy { document in
        let session = document.session(document.bytes, adapters: plugin.adapters)
        return session.imported.first.map { tested.contains($0.reading.adapter.id) } ?? false
      }
      if isOwn { _ = try plugin.accept() }
      let report = ConformanceReport(
        of: try plugin.cases(), adapters: plugin.adapters, tested: tested, profiles: plugin.profiles.map(\.rules),
        mutations: 20)
      try printLines(PluginReport(plugin: plugin, report: report, accepted: []).lines)
      if !report.isPassed { throw Exit.no }
    }
  }
}
