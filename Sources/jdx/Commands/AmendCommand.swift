import ArgumentParser
import Import
import Interop
import Packaging
import Plan
import Vocabulary

struct AmendCommand: ParsableCommand {
  static let configuration = describe(
    "amend", zh: "把改过的表格或 YAML 写回数据包，并记下由谁改、为什么改", en: "Brings an edited table or YAML file back, with who and why",
    usage: Localized(
      zh: "jdx amend <数据包> --from <文件> --by <谁> --why <理由> --date <日期> -o <数据包>",
      en: "jdx amend <bundle> --from <file> --by <who> --why <why> --date <date> -o <bundle>"),
    example: """
      jdx export goals.jdx --to xlsx -o edited.xlsx
      jdx amend goals.jdx --from edited.xlsx --by office --why checked --date 2031-03-01 -o amended.jdx
      """)

  @Argument(help: help("数据包；- 为标准输入", "the bundle; - is standard input", value: ValueName.bundle), completion: .bundle)
  var bundle: String

  @Option(
    help: help(
      "改过的文件：jdx export 导出的 XLSX 或 YAML", "the edited file: XLSX or YAML of jdx export", value: ValueName.file),
    completion: .file())
  var from: String

  @Option(help: help("谁改的：单位、岗位或姓名", "who answers for it: an office, a role or a name", value: ValueName.who))
  var by: String

  @Option(help: help("为什么改", "why", value: ValueName.why))
  var why: String

  @Option(help: help("改动日期（YYYY-MM-DD）", "the day of the change (YYYY-MM-DD)", value: ValueName.date))
  var date: String

  @Option(
    name: .shortAndLong,
    help: help("写到哪个数据包；- 为标准输出", "the bundle to write; - is standard output", value: ValueName.bundle),
    completion: .bundle)
  var output: String

  @OptionGroup var common: LanguageOption

  func run() throws {
    try checkOptions()
    try requireOther(output, than: [from])
    let open = try Input.bundle(bundle)
    let file = try edited(open.view)
    var contents = open.contents
    let before = contents.revisions
    let made = try apply(file.edits, to: &contents)
    let written = try writeBundle(contents, toPath: output)
    let lines = file.notes(from) + described(made, before) + closingLines(written, output)
    try printSummary(lines, besides: output)
  }

  private func checkOptions() throws(Failure) {
    for (name, value) in [("--by", by), ("--why", why)] where value.isEmpty {
      throw Failure(.wrongUse, .usageValue, Localized(zh: "\(name) 不能为空", en: "\(name) is empty"))
    }
    _ = try day(date, option: "--date")
  }

  private func edited(_ view: View) throws(Failure) -> EditedFile {
    let bytes = try Input.bytes(from)
    do throws(InteropError) { return try EditedFile(bytes, against: view) } catch { throw Failure(error, in: from) }
  }

  /// A revision for each record that was edited; all or none.
  private func apply(_ edits: [RecordEdit], to contents: inout BundleContents) throws(Failure) -> [Record] {
    let fixes = edits.enumerated().map { index, edit in
      FixFile.Fix(target: .id(edit.id), fields: edit.fields, why: why, line: index)
    }
    let read = contents
    do throws(FixError) {
      return try Import.apply(
        FixFile(by: by, date: date, fixes: fixes), to: &contents.revisions, documents: contents.revisions.ids(.document)
      ) { read.scalars(ofText: $0) }
    } catch {
      let explained = error.explained
      let place = edits.indices.contains(explained.line) ? edits[explained.line].place : nil
      throw Failure(
        .wrongUse, .amendValue, at: place?.notice(in: from) ?? Notice.Place(path: from), explained.3,
        hint: explained.hint)
    }
  }

  private func described(_ made: [Record], _ before: RevisionSet) -> [String] {
    guard !made.isEmpty else {
      return [say(zh: "没有改动，未增加修订", en: "nothing was changed; there is no new revision")]
    }
    let head = say(zh: "改动 \(made.count) 条：", en: "\(plural(made.count, "record")) changed:")
    return [head]
      + made.flatMap { record in
        let known = before.revisions(record.type, record.id)
        let old = record.parents.compactMap { known[$0] }
        return ["  \(record.id)"] + RecordChange.lines(from: old, to: record).map { "    " + $0 }
      }
  }
}

extension EditedFile {
  /// What of the file was not taken, and what of the bundle it does not have.
  fileprivate func notes(_ path: String) -> [String] {
    var lines: [String] = []
    if missing > 0 {
      lines.append(
        say(
          zh: "\(path) 中没有的记录 \(missing) 条，数据包里保持不变",
          en: "\(plural(missing, "record")) of the bundle not in \(path), kept as they are"))
    }
    if !otherColumns.isEmpty {
      lines.append(say(zh: "未识别的列不读：", en: "other columns, left aside: ") + listed(otherColumns))
    }
    return lines
  }
}
