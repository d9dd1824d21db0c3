import ArgumentParser
import Interop
import Packaging
import Plan
import Report
import Vocabulary

struct ExportCommand: ParsableCommand {
  static let configuration = describe(
    "export", zh: "导出为其他程序能用的格式", en: "Writes a bundle in a form that other programs read",
    example: """
      jdx export goals.jdx --to yaml -o goals.yaml
      jdx export goals.jdx --to xlsx -o goals.xlsx
      jdx export goals.jdx --to csv -o tables
      jdx export goals.jdx --to stratml -o goals.xml
      jdx export goals.jdx --to markdown -o -
      jdx export goals.jdx --to house -o goals.docx
      """)

  enum Form: String, ExpressibleByArgument, CaseIterable {
    case jsonl, yaml, xlsx, csv, stratml, iati, markdown, house
    case stratml1 = "stratml-1"
  }

  @Argument(help: help("数据包；- 为标准输入", "the bundle; - is standard input", value: ValueName.bundle), completion: .bundle)
  var bundle: String

  @Option(help: help("导出格式", "the form", value: ValueName.form))
  var to: Form

  @Option(
    name: .shortAndLong,
    help: help(
      "写到哪个文件（csv：文件夹）；- 为标准输出", "the file to write (csv: a folder); - is standard output", value: ValueName.file),
    completion: .file())
  var output: String

  @Option(
    help: help(
      "导出哪份文件（stratml、house 一次一份）：编号或其末尾部分", "the document (stratml and house take one): its id, or the end of it",
      value: ValueName.id))
  var document: String?

  @Flag(
    name: .customLong("with-contacts"),
    help: help("连同负责人、联系人（jsonl、yaml、house）", "with the people named (jsonl, yaml, house)"))
  var withContacts = false

  @Option(
    help: help(
      "按这份描述文件的表头写（house）", "write by the headers of this profile (house)", value: ValueName.file),
    completion: .file())
  var profile: String?

  @Option(
    help: help(
      "填进这份 .docx 或 .xlsx 模板（house）", "fill this .docx or .xlsx template (house)", value: ValueName.file),
    completion: .file())
  var template: String?

  @OptionGroup var common: LanguageOption

  func run() throws {
    try requireOther(output, than: [bundle] + [template].compactMap { $0 })
    if to != .house, let option = template.map({ _ in "--template" }) ?? profile.map({ _ in "--profile" }) {
      throw Failure(
        .wrongUse, .usageValue,
        Localized(zh: "\(option) 只用于 --to house", en: "\(option) is for --to house only"))
    }
    if to == .house { return try writeHouseForm() }
    let open = try Input.bundle(bundle)
    if let bytes = try exported(open) { try write(bytes, toFile: output) } else { try writeTables(open.view) }
    try printSummary(summary(open), besides: output)
  }

  /// A file a table, each whole or not at all, in the folder that is the output.
  private func writeTables(_ view: View) throws(Failure) {
    guard output != "-" else {
      throw Failure(
        .wrongUse, .usageValue,
        Localized(zh: "CSV 是几张表，不能写到标准输出", en: "CSV is several tables, which standard output cannot take"),
        hint: Localized(zh: "用 -o 指定一个文件夹", en: "name a folder with -o"))
    }
    try makeFolder(output)
    for table in view.tables { try write(table.bytes, toFile: "\(output)/\(table.name)") }
  }

  /// The bytes of a form that is one file, else nil.
  private func exported(_ open: OpenBundle) throws(Failure) -> [UInt8]? {
    switch to {
    case .jsonl: return RecordLines.written(open.contents, open.view, withContacts: withContacts)
    case .yaml: return RecordYAML.written(open.contents, open.view, withContacts: withContacts)
    case .xlsx:
      do throws(InteropError) { return try PlanWorkbook.written(open.view) } catch { throw Failure(error, in: output) }
    case .stratml: return try plan(open.view, .two)
    case .stratml1: return try plan(open.view, .one)
    case .iati: return IATIResults.written(open.view)
    case .csv, .house: return nil
    case .markdown: return Array(TextReport.markdown(open.view, language: language).utf8)
    }
  }

  private func plan(_ view: View, _ part: StratML.Part) throws(Failure) -> [UInt8] {
    let id = try oneDocument(of: view) { count in
      Localized(
        zh: "StratML 一个文件放一份计划，这里有 \(count) 份", en: "StratML takes one plan a file, and there are \(count)")
    }
    guard let bytes = StratML.written(view, document: id, part: part) else {
      throw Failure(
        .badInput, .exchangeForm, in: bundle,
        Localized(zh: "\(id) 没有目标、任务，StratML 至少要有一个", en: "\(id) has no goal or task, and StratML needs one"))
    }
    return bytes
  }

  /// The id of the only document, or of the one that the user named.
  func oneDocument(of view: View, else tooMany: (Int) -> Localized) throws(Failure) -> String {
    let end = Array(("." + (document ?? "")).utf8)
    let found = Set(view.documents.map(\.id)).filter { id in
      document.map { id.utf8.elementsEqual($0.utf8) || id.utf8.suffix(end.count).elementsEqual(end) } ?? true
    }
    if found.count == 1, let id = found.first { return id }
    let ids = view.documents.map(\.id)
    throw Failure(
      .wrongUse, .usageValue,
      found.isEmpty
        ? Localized(zh: "数据包里没有文件 \(document ?? "")", en: "the bundle has no document \(document ?? "")")
        : tooMany(found.count),
      hint: Localized(
        zh: "用 --document 指定：\(ids.joined(separator: "、"))",
        en: "name one with --document: \(ids.joined(separator: ", "))"))
  }

  /// Where the form goes, as messages have it.
  var place: String { output == "-" ? say(zh: "标准输出", en: "standard output") : output }

  /// What was written, and what of the bundle its form does not carry.
  private func summary(_ open: OpenBundle) -> [String] {
    var lines = [say(zh: "已导出 \(place)：", en: "exported \(place): ") + counted(open.view)]
    let left = leftOut(open)
    if !left.isEmpty { lines.append(say(zh: "未带：", en: "not carried: ") + listed(left)) }
    return lines
  }

  func leftOut(_ open: OpenBundle) -> [String] {
    let contents = open.contents
    let carriesAll = to == .jsonl || to == .yaml
    let past = RecordType.allCases.reduce(0) { $0 + (open.view.history[$1]?.count ?? 0) }
    let parts = [
      (contents.sources.count, Localized(zh: "原文件", en: "source file"), true),
      (
        contents.contacts.count, Localized(zh: "负责人、联系人", en: "contact"), to != .house && (!carriesAll || !withContacts)
      ),
      (past, Localized(zh: "历史修订", en: "earlier revision"), !carriesAll),
      (contents.texts.count, Localized(zh: "全文", en: "full text"), !carriesAll),
    ]
    return parts.filter { $0.2 && $0.0 > 0 }.map { counted($0.0, zh: $0.1.zh, en: $0.1.en) }
  }
}
