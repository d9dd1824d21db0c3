import Vocabulary

extension NewPlugin {
  func lines(_ proposal: any ProposedProfile) -> [String] {
    var lines = [
      say(
        zh: "已建 \(folder)：README.md、\(shortName).yaml、corpus/0001-example",
        en: "made \(folder): README.md, \(shortName).yaml, corpus/0001-example"),
      proposal.summary,
    ]
    if let best = example.best(), best.score >= 80 {
      lines.append(
        say(
          zh: "\(best.id) 已能读这类文件（\(best.score) 分），不一定要另做插件",
          en: "\(best.id) reads such documents already (\(best.score) points); it may need no plugin"))
    }
    return lines
  }

  var programLines: [String] {
    [
      say(
        zh: "已建 \(folder)：README.md、\(programName)、corpus/0001-example",
        en: "made \(folder): README.md, \(programName), corpus/0001-example"),
      say(
        zh: "用法：jdx import <文件> --adapter-program \(folder)/\(programName)，或放到 PATH 上",
        en: "to use it: jdx import FILE --adapter-program \(folder)/\(programName), or put it on the PATH"),
    ]
  }

  /// What a new Swift adapter takes besides its own folder.
  var swiftLines: [String] {
    [
      say(
        zh: "已建 \(folder)：README.md、\(typeName).swift、plugin.yaml、corpus/0001-example",
        en: "made \(folder): README.md, \(typeName).swift, plugin.yaml, corpus/0001-example"),
      say(
        zh: "把文件夹放到源码的 Plugins/\(typeName)，再登记三处：",
        en: "move it to Plugins/\(typeName) of the source and register it in three places:"),
      "  Package.swift: .target(name: \"\(typeName)Plugin\", dependencies: [\"AdapterKit\"], path: \"Plugins/\(typeName)\",",
      "    exclude: [\"README.md\", \"corpus\", \"plugin.yaml\"]), \"\(typeName)Plugin\" → jdx",
      "  docs/architecture.md: | `\(typeName)Plugin` | … | `AdapterKit` |",
      "  Sources/jdx/Registry.swift: import \(typeName)Plugin, \(typeName)()",
      say(
        zh: "然后：swift build --product jdx && jdx adapters test Plugins/\(typeName) --accept",
        en: "then: swift build --product jdx && jdx adapters test Plugins/\(typeName) --accept"),
    ]
  }

  func readme(title: String) -> String {
    say(
      zh: """
        # \(id)

        \(title)。哪些单位、哪些年份的文件，一年一份还是几份，写在这里。

        - 写法见 jdx 的 docs/new-city.zh-Hans.md；检验：`jdx adapters test <本文件夹>`。
        - `corpus` 里每份样例一个文件夹：`input.*`、`expected.json`（核对过的结果）、`note.md`（为什么收它）。
          文件要改写，不留真人姓名、电话。

        """,
      en: """
        # \(id)

        \(title). Say here whose documents these are, of which years, and how many there are a year.

        - How it is written: docs/new-city.md of jdx; the test: `jdx adapters test THIS_FOLDER`.
        - `corpus` has a folder for each document: `input.*`, `expected.json` (a result that somebody checked), `note.md`
          (why it is there). Documents are reworded, without names and numbers of people.

        """)
  }
}
