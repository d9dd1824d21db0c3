import ArgumentParser
import Plan
import Report

struct ShowCommand: ParsableCommand {
  static var configuration: CommandConfiguration {
    describe(
      "show", zh: "查看数据包的内容", en: "Shows what a bundle holds",
      example: "jdx show goals.jdx\njdx show goals.jdx --format table\njdx show goals.jdx --format json | python3 -m json.tool")
  }

  enum Format: String, ExpressibleByArgument, CaseIterable { case tree, table, json, jsonl }

  @Argument(help: help("数据包；- 为标准输入", "the bundle; - is standard input"))
  var bundle: String

  @Option(help: help("形式", "the form"))
  var format = Format.tree

  @Flag(name: .customLong("with-contacts"), help: help("连同负责人、联系人", "with the people named"))
  var withContacts = false

  func run() throws {
    let open = try Input.bundle(bundle)
    let contacts = withContacts ? open.contents.contacts.keys.sorted { $0.lexicographicallyPrecedes($1) } : []
    let rows = contacts.compactMap { open.contents.contacts[$0] }
    switch format {
    case .tree: try print(TextReport.tree(open.view, language: language) + (withContacts ? "\n" + contactLines(rows) : ""))
    case .table: try print(TextReport.table(open.view, language: language, width: terminalWidth))
    case .json:
      var object = JSONObject()
      for type in RecordType.allCases {
        object[type.plural] = .array(open.view.rows(type).map { .object($0.line) })
      }
      if withContacts { object["contacts"] = .array(rows.map(JSON.object)) }
      try write(JSON.object(object).canonical + [UInt8(ascii: "\n")])
    case .jsonl:
      var out: [UInt8] = []
      for type in RecordType.allCases {
        for row in open.view.rows(type) { out += row.line.canonical + [UInt8(ascii: "\n")] }
      }
      for row in contacts { out += row + [UInt8(ascii: "\n")] }
      try write(out)
    }
  }

  private func contactLines(_ rows: [JSONObject]) -> String {
    rows.map { row in
      let text = { (key: String) in row[key]?.string }
      let role = text("role") == "head" ? say(zh: "负责人", en: "head") : say(zh: "联系人", en: "contact")
      return (["\(text("document") ?? "")  \(role)"] + ["name", "phone", "email"].compactMap(text)).joined(separator: "  ")
    }.joined(separator: "\n")
  }
}
