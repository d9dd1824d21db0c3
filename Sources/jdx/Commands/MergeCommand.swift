import Archive
import ArgumentParser
import Compare
import Import
import Packaging
import Plan
import Report
import Sheet
import Vocabulary

struct MergeCommand: ParsableCommand {
  static let configuration = describe(
    "merge", zh: "合并汇总几个数据包，任何一方都不丢", en: "Merges bundles; no side is lost, whatever their order",
    example: """
      jdx merge qingdao.jdx weihai.jdx -o province.jdx
      jdx merge qingdao.jdx weihai.jdx -o province.jdx --report conflicts.xlsx
      jdx merge qingdao.jdx weihai.jdx -o all.jdx --write-resolutions decide.yaml
      jdx merge qingdao.jdx weihai.jdx -o province.jdx --prefer qingdao
      """)

  @Argument(help: help("数据包", "the bundles", value: ValueName.bundle), completion: .bundle)
  var bundles: [String]

  @Option(
    name: .shortAndLong,
    help: help("写到哪个数据包；- 为标准输出", "the bundle to write; - is standard output", value: ValueName.bundle),
    completion: .bundle)
  var output: String

  @Option(
    help: help(
      "按这个 YAML 文件裁定数据不一致，记为修订", "settle conflicts as this YAML file says, recorded as revisions",
      value: ValueName.file),
    completion: .file())
  var resolve: String?

  @Option(
    name: .customLong("prefer"), parsing: .singleValue,
    help: help(
      "没有裁定的，以这一方为准：写数据包文件名，或密钥、指纹的开头；可写多个，在前的优先",
      "what is not settled goes to this sender: a bundle's file, or the beginning of its key or fingerprint; may be repeated",
      value: ValueName.who))
  var preferred: [String] = []

  @Flag(
    name: .customLong("prefer-newer"),
    help: help(
      "没有裁定的，以日期较晚的文件为准", "what is not settled goes to the document of the later date"))
  var prefersNewer = false

  @Option(help: help("按 --prefer 裁定由谁负责", "who answers for what --prefer settles", value: ValueName.who))
  var by = "jdx merge"

  @Option(
    help: help(
      "把合并报告写到这个文件，形式看扩展名", "write a report to this file, in the form of its ending", value: ValueName.file),
    completion: .file())
  var report: String?

  @Option(
    name: .customLong("report-format"),
    help: help("报告的形式", "the form of the report", value: ValueName.form))
  var reportFormat: ReportForm?

  @Option(
    name: .customLong("write-resolutions"),
    help: help(
      "把数据不一致逐处列成裁定文件，填好后用于 --resolve", "list the conflicts as a file of resolutions, to be filled in for --resolve",
      value: ValueName.file), completion: .file())
  var writeResolutions: String?

  @OptionGroup var common: LanguageOption

  func run() throws {
    let form = try report.map { path throws(Failure) in try ReportForm.chosen(reportFormat, writing: path) }
    try requireDistinctOutputs()
    var merged = MergedBundles(in: Stash(in: output == "-" ? nil : AtomicFile.scratchFolder(beside: output)))
    let inputs = try readAll(into: &merged)
    let senders = MergeSenders(inputs, merged)
    let made = try settle(&merged.contents, senders)
    let written = try writeBundle(merged, toPath: output)
    let counts = RowCounts(merged, written.view)
    if report != nil || writeResolutions != nil {
      let contents = merged.contents
      let account = MergeAccount(
        written.view, of: contents.revisions, rows: counts.rows, revisions: counts.revisions, senders: senders.all,
        inputs: senders.inputs, duplicates: merged.duplicates, resolutions: made
      ) { contents.scalars(ofText: $0) }
      if let report, let form { try write(try bytes(of: account, as: form), toFile: report) }
      if let writeResolutions {
        try write(Array(TextReport.resolutions(account, language: language).utf8), toFile: writeResolutions)
      }
    }
    let lines =
      inputs.map { $0.path + say(zh: "：", en: ": ") + $0.counts.words }
      + [say(zh: "合并后：", en: "merged: ") + counts.words] + settled(made) + closingLines(written, output)
    try printSummary(lines, besides: output, report ?? writeResolutions)
    warnOfMarks(inputs)
    if !written.view.conflicts.isEmpty { throw Exit.no }
  }

  private func requireDistinctOutputs() throws(Failure) {
    let outputs = [("-o", output), ("--report", report), ("--write-resolutions", writeResolutions)]
    for (at, (name, path)) in outputs.enumerated() {
      guard let path else { continue }
      if let (other, _) = outputs.prefix(at).first(where: { $0.1 == path }) {
        throw Failure(
          .wrongUse, .usageOutput,
          Localized(zh: "\(other) 与 \(name) 是同一个文件", en: "\(other) and \(name) are the same file"))
      }
      if at > 0 { try requireOther(path, than: bundles + (resolve.map { [$0] } ?? [])) }
    }
  }

  /// Settles what the file says, then what the preferences decide of the rest.
  private func settle(_ contents: inout BundleContents, _ senders: MergeSenders) throws(Failure) -> [Record] {
    var made: [Record] = []
    if let resolve {
      let bytes = try Input.bytes(resolve)
      do throws(ResolutionError) {
        let file = try ResolutionFile(yaml: bytes)
        made += try Import.resolve(file, in: &contents.revisions, sender: senders.revisions)
      } catch {
        throw Failure(error, in: resolve, bytes)
      }
    }
    var preferences: [Preference] = []
    for name in preferred {
      guard let revisions = senders.revisions(of: name) else {
        throw Failure(
          .wrongUse, .usageValue,
          Localized(zh: "--prefer：没有名为“\(name)”的报送方", en: "--prefer: no bundle “\(name)” was sent"),
          hint: Failure.senders)
      }
      preferences.append(.sender(name: name, revisions: revisions))
    }
    if prefersNewer { preferences.append(.newer) }
    if !preferences.isEmpty { made += Import.settle(preferences, in: &contents.revisions, by: by) }
    return made
  }

  private func settled(_ made: [Record]) -> [String] {
    guard !made.isEmpty else { return [] }
    let head = say(
      zh: "已裁定 \(made.count) 条记录，各方内容保留在历史中：",
      en: "\(plural(made.count, "record")) settled; every side stays in the history:")
    return [head]
      + made.map { "  \($0.id)  " + ($0.body["change"]?.object?["why"]?.string.map(DisplayWidth.printable) ?? "") }
  }

  private func bytes(of account: MergeAccount, as form: ReportForm) throws(Failure) -> [UInt8] {
    switch form {
    case .text:
      Array(TextReport.mergeText(account, language: language, width: report == "-" ? terminalWidth : 100).utf8)
    case .json: JSON.object(account.json).canonical + [UInt8(ascii: "\n")]
    case .html: Array(HTMLReport.merge(account, language: language).utf8)
    case .markdown: Array(TextReport.mergeMarkdown(account, language: language).utf8)
    case .xlsx:
      try workbook(writing: report) { () throws(SheetError) in
        try WorkbookReport.merge(account, language: language)
      }
    }
  }

  /// A merged bundle travels further than its parts did: whoever merges a marked paper is told.
  private func warnOfMarks(_ inputs: [MergedInput]) {
    var marks: [String: [String]] = [:]
    for (id, words) in inputs.flatMap(\.marks) {
      for word in words where !(marks[id] ?? []).contains(word) { marks[id, default: []].append(word) }
    }
    for (id, words) in marks.sorted(by: { utf8Order($0.key, $1.key) }) {
      let notice = Notice(
        severity: .warning, code: "document.marked", place: Notice.Place(path: output), record: id,
        message: Localized(
          zh: "\(id) 标有“\(words.joined(separator: "”“"))”",
          en: "\(id) is marked “\(words.joined(separator: "”, “"))”"),
        hint: Localized(
          zh: "合并后的数据包与原文件同样保管，不得扩大知悉范围",
          en: "keep the merged bundle as the source is kept, and pass it on to nobody else"))
      notice.lines.forEach(printError)
    }
  }

  /// All bundles, or none: a merge without one of them would look complete. One at a time is in memory as a whole, at most.
  private func readAll(into merged: inout MergedBundles) throws -> [MergedInput] {
    var inputs: [MergedInput] = []
    var isComplete = true
    for path in bundles {
      do throws(Failure) {
        inputs.append(try read(path, into: &merged))
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

  /// A walk finds that a bundle is sound, never what is wrong with one.
  private func read(_ path: String, into merged: inout MergedBundles) throws(Failure) -> MergedInput {
    let walked = Input.isFile(path) ? IncomingBundle(path, for: merged) : nil
    if let walked, SignatureReport(walked.rest).broken == nil {
      do throws(BundleError) { try merged.add(walked) } catch { throw Failure(error, in: output) }
      return MergedInput(path, walked)
    }
    let bundle = try soundBundle(path)
    do throws(BundleError) { try merged.add(bundle) } catch { throw Failure(error, in: output) }
    return MergedInput(path, bundle)
  }
}

/// What is kept of a bundle that was merged.
struct MergedInput {
  let path: String
  let fingerprint: String
  let signatures: [[UInt8]]
  let counts: RowCounts
  /// The confidentiality marks that its documents bear, by document id.
  let marks: [(id: String, words: [String])]

  init(_ path: String, _ bundle: OpenBundle) {
    self.init(
      path, bundle,
      marks: bundle.view.documents.map { ($0.id, $0.heads.compactMap(\.document).flatMap(\.markWordings)) },
      RowCounts(
        rows: RecordType.allCases.reduce(into: [:]) { $0[$1] = bundle.view.rows($1).count },
        revisions: bundle.contents.revisions.count))
  }

  init(_ path: String, _ bundle: IncomingBundle) {
    self.init(
      path, bundle.rest, marks: bundle.marks,
      RowCounts(
        rows: RecordType.allCases.reduce(into: [:]) { $0[$1] = bundle.count(of: $1) }, revisions: bundle.revisionCount))
  }

  private init(_ path: String, _ bundle: OpenBundle, marks: [(id: String, words: [String])], _ counts: RowCounts) {
    self.path = path
    fingerprint = bundle.fingerprint
    signatures = Array(bundle.seal.signatures.values)
    self.counts = counts
    self.marks = marks.map { ($0.id, $0.words.map(DisplayWidth.printable)) }.filter { !$0.words.isEmpty }
  }
}

/// How many rows a bundle has, and revisions.
struct RowCounts {
  let rows: [RecordType: Int]
  let revisions: Int

  init(rows: [RecordType: Int], revisions: Int) { (self.rows, self.revisions) = (rows, revisions) }

  init(_ merged: MergedBundles, _ view: View) {
    self.init(
      rows: RecordType.allCases.reduce(into: [:]) { $0[$1] = view.rows($1).count + merged.count(of: $1) },
      revisions: merged.revisionCount)
  }

  var words: String { listed([counted(rows), counted(revisions, zh: "修订", en: "revision")]) }
}
