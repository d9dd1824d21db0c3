import ArgumentParser
import Plan
import Report
import Vocabulary

struct ShowCommand: ParsableCommand {
  static let configuration = describe(
    "show", zh: "查看数据包的内容", en: "Shows what a bundle holds",
    example: """
      jdx show goals.jdx
      jdx show goals.jdx --format table
      jdx show goals.jdx --format json | python3 -m json.tool
      """)

  enum Format: String, ExpressibleByArgument, CaseIterable { case tree, table, json, jsonl }

  @Argument(help: help("数据包；- 为标准输入", "the bundle; - is standard input", value: ValueName.bundle), completion: .bundle)
  var bundle: String

  @Option(help: help("形式", "the form", value: ValueName.form))
  var format = Format.tree

  @Flag(name: .customLong("with-contacts"), help: help("连同负责人、联系人", "with the people named"))
  var withContacts = false

  @OptionGroup var common: LanguageOption

  func run() throws {
    let open = try Input.bundle(bundle)
    let lines = open.contents.contacts.keys.sorted { $0.lexicographicallyPrecedes($1) }
    let contacts = withContacts ? lines.compactMap { open.contents.contacts[$0] } : []
    switch format {
    case .tree:
      try write(Array(TextReport.tree(open.view, language: language).utf8))
      try printPeople(contacts)
    case .table:
      try write(Array(TextReport.table(open.view, language: language, width: terminalWidth).utf8))
      try printPeople(contacts)
    case .json:
      var object = JSONObject()
      for type in RecordType.allCases { object[type.plural] = .array(open.view.rows(type).map { .object($0.line) }) }
      if withContacts { object["contacts"] = .array(contacts.map(JSON.object)) }
      try write(JSON.object(object).canonical + [UInt8(ascii: "\n")])
    case .jsonl:
      let rows = RecordType.allCases.flatMap { open.view.rows($0).map(\.line) } + contacts
      try write(rows.flatMap { $0.canonical + [UInt8(ascii: "\n")] })
    }
  }

  private func printPeople(_ contacts: [JSONObject]) throws(Failure) {
    let lines = contacts.map { contact in
      let text = { (key: String) in contact[key]?.string }
      let role = text("role").flatMap { Labels.standard.label(.contactRoles, $0)?[language] }
      return [text("document"), role, text("name"), text("phone"), text("email")].compactMap { $0 }.joined(
        separator: "  ")
    }
    if !lines.isEmpty { try printLines([""] + lines) }
  }
}
