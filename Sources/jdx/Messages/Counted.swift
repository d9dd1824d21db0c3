import Plan
import Vocabulary

/// A number of things in English: `9 goals`, `1 goal`.
func plural(_ count: Int, _ one: String, _ many: String? = nil) -> String {
  "\(count) " + (count == 1 ? one : many ?? one + "s")
}

/// A number of things: `目标 9`, `9 goals`.
func counted(_ count: Int, zh: String, en one: String, plural many: String? = nil) -> String {
  say(zh: "\(zh) \(count)", en: plural(count, one, many))
}

/// `目标 9，举措 28`, `9 goals, 28 measures`.
func listed(_ parts: [String]) -> String { parts.joined(separator: say(zh: "，", en: ", ")) }

/// What a view holds: `文件 2，条目 40，指标 15`.
func counted(_ view: View) -> String {
  counted(RecordType.allCases.reduce(into: [:]) { $0[$1] = view.rows($1).count })
}

/// The same of rows that were counted.
func counted(_ rows: [RecordType: Int]) -> String {
  listed([
    counted(rows[.document] ?? 0, zh: "文件", en: "document"), counted(rows[.item] ?? 0, zh: "条目", en: "item"),
    counted(rows[.indicator] ?? 0, zh: "指标", en: "figure"),
  ])
}
