import ArgumentParser
import Interop
import Packaging
import Plan
import Report
import Vocabulary

struct ExportCommand: ParsableCommand {
  static var configuration: CommandConfiguration {
    describe(
      "export", zh: "导出为其他程序能用的格式", en: "Writes a bundle in a form that other programs read",
      example: """
        jdx export goals.jdx --to yaml -o goals.yaml
        jdx export goals.jdx --to xlsx -o goals.xlsx
        jdx export goals.jdx --to jsonl -o goals.jsonl
        jdx export goals.jdx --to markdown -o -
        """)
  }

  enum Form: String, ExpressibleByArgument, CaseIterable { case jsonl, yaml, xlsx, markdown }

  @Argument(help: help("数据包；- 为标准输入", "the bundle; - is standard input", value: ValueName.bundle), completion: .bundle)
  var bundle: String

  @Option(help: help("导出格式", "the form", value: ValueName.form))
  var to: Form

  @Option(
    name: .shortAndLong, help: help("写到哪个文件；- 为标准输出", "the file to write; - is standard output", value: ValueName.file),
    completion: .file())
  var output: String

  @Flag(
    name: .customLong("with-contacts"),
    help: help("连同负责人、联系人（jsonl、yaml）", "with the people named (jsonl, yaml)"))
  var withContacts = false

  @OptionGroup var common: LanguageOption

  func run() throws {
    try requireOther(output, than: [bundle])
    let open = try Input.bundle(bundle)
    try write(try exported(open), toFile: output)
    let lines = summary(open)
    if output == "-" { lines.forEach(printError) } else { try printLines(lines) }
  }

  private func exported(_ open: OpenBundle) throws(Failure) -> [UInt8] {
    switch to {
    case .jsonl: return RecordLines.written(open.contents, open.view, withContacts: withContacts)
    case .yaml: return RecordYAML.written(open.contents, open.view, withContacts: withContacts)
    case .xlsx:
      do throws(InteropError) { return try PlanWorkbook.written(open.view) } catch { throw Failure(error, in: output) }
    case .markdown: return Array(TextReport.markdown(open.view, language: language).utf8)
    }
  }

  /// What was written, and what of the bundle its form does not carry.
  private func summary(_ open: OpenBundle) -> [String] {
    let place = output == "-" ? say(zh: "标准输出", en: "standard output") : output
    var lines = [say(zh: "已导出 \(place)：", en: "exported \(place): ") + counted(open.view)]
    let left = leftOut(open)
    if !left.isEmpty { lines.append(say(zh: "未带：", en: "not carried: ") + listed(left)) }
    return lines
  }

  private func leftOut(_ open: OpenBundle) -> [String] {
    let contents = open.contents
    let carriesAll = to == .jsonl || to == .yaml
    let past = RecordType.allCases.reduce(0) { $0 + (open.view.history[$1]?.count ?? 0) }
    let parts = [
      (contents.sources.count, Localized(zh: "原始文件", en: "source file"), true),
      (contents.contacts.count, Localized(zh: "负责人、联系人", en: "contact"), !carriesAll || !withContacts),
      (past, Localized(zh: "历史修订", en: "earlier revision"), !carriesAll),
      (contents.texts.count, Localized(zh: "全文", en: "full text"), !carriesAll),
    ]
    return parts.filter { $0.2 && $0.0 > 0 }.map { counted($0.0, zh: $0.1.zh, en: $0.1.en) }
  }
}
