import ArgumentParser
import Packaging
import Plan
import Report
import Vocabulary

struct MergeCommand: ParsableCommand {
  static var configuration: CommandConfiguration {
    describe(
      "merge", zh: "合并汇总几个数据包，任何一方都不丢", en: "Merges bundles; no side is lost, whatever their order",
      example: "jdx merge qingdao.jdx weihai.jdx -o province.jdx")
  }

  @Argument(help: help("数据包", "the bundles", value: ValueName.bundle), completion: .bundle)
  var bundles: [String]

  @Option(
    name: .shortAndLong,
    help: help("写到哪个数据包；- 为标准输出", "the bundle to write; - is standard output", value: ValueName.bundle),
    completion: .bundle)
  var output: String

  @Option(
    help: help("把合并报告写到这个文件（JSON）", "write a report to this file (JSON)", value: ValueName.file), completion: .file())
  var report: String?

  @OptionGroup var common: LanguageOption

  func run() throws {
    if output == report {
      throw Failure(
        .wrongUse, .usageOutput, Localized(zh: "-o 与 --report 是同一个文件", en: "-o and --report are the same file"))
    }
    try requireOther(report, than: bundles)
    let inputs = try readAll()
    var contents = BundleContents()
    for input in inputs { contents.formUnion(input.bundle.contribution) }
    if let report {
      let json = MergeReport(inputs, View(of: contents.revisions)).json
      try write(json.canonical + [UInt8(ascii: "\n")], toFile: report)
    }
    let written = try writeBundle(contents, toPath: output)
    let lines = summary(inputs, contents, written) + closingLines(written, output)
    try printSummary(lines, besides: output, report)
    warnOfMarks(written.view)
    if !written.view.conflicts.isEmpty { throw Exit.no }
  }

  /// A merged bundle travels further than its parts did: whoever merges a marked paper is told.
  private func warnOfMarks(_ view: View) {
    for document in view.documents.compactMap(\.document) where !document.marks.isEmpty {
      let words = document.markWordings.map(DisplayWidth.printable)
      let notice = Notice(
        severity: .warning, code: "document.marked", place: Notice.Place(path: output), record: document.id,
        message: Localized(
          zh: "\(document.id) 标有“\(words.joined(separator: "”“"))”",
          en: "\(document.id) is marked “\(words.joined(separator: "”, “"))”"),
        hint: Localized(
          zh: "合并后的数据包与原文件同样保管，不得扩大知悉范围",
          en: "keep the merged bundle as the source is kept, and pass it on to nobody else"))
      notice.lines.forEach(printError)
    }
  }

  /// All bundles, or none: a merge without one of them would look complete.
  private func readAll() throws -> [MergeReport.Input] {
    var inputs: [MergeReport.Input] = []
    var isComplete = true
    for path in bundles {
      do throws(Failure) {
        inputs.append((path, try soundBundle(path)))
      } catch {
        error.report()
        isComplete = false
      }
    }
    guard isComplete else {
      printError(say(zh: "没有写出数据包", en: "no bundle was written"))
      throw Exit.badInput
    }
    return inputs
  }

  private func summary(_ inputs: [MergeReport.Input], _ contents: BundleContents, _ written: WrittenBundle) -> [String]
  {
    let line = { (view: View, contents: BundleContents) in
      listed([counted(view), counted(contents.revisions.count, zh: "修订", en: "revision")])
    }
    return inputs.map { path, bundle in path + say(zh: "：", en: ": ") + line(bundle.view, bundle.contents) }
      + [say(zh: "合并后：", en: "merged: ") + line(written.view, contents)]
  }
}
