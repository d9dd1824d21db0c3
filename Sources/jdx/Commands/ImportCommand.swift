import AdapterKit
import Archive
import ArgumentParser
import ChineseText
import Import
import Packaging
import Plan
import Vocabulary

struct ImportCommand: ParsableCommand {
  static let configuration = describe(
    "import", zh: "读取文件，识别、规范化，打成数据包", en: "Reads files, recognises and normalises them, packs one bundle",
    usage: Localized(
      zh: "jdx import <文件> ... -o <数据包> [<选项> ...]", en: "jdx import <file> ... -o <bundle> [<option> ...]"),
    example: """
      jdx import goals.txt -o goals.jdx
      jdx import folder -o year.jdx --report report.json
      jdx import goals.txt -o corrected.jdx --fix fixes.yaml
      jdx import ledger.txt -o ledger.jdx --profile my-city.yaml
      """)

  enum Format: String, ExpressibleByArgument, CaseIterable { case text, json }

  @Argument(
    help: help("文件、文件夹或 ZIP；- 为标准输入", "files, folders or ZIPs; - is standard input", value: ValueName.file),
    completion: .file())
  var inputs: [String]

  @Option(
    name: .shortAndLong,
    help: help("写到哪个数据包；- 为标准输出", "the bundle to write; - is standard output", value: ValueName.bundle),
    completion: .bundle)
  var output: String

  @Option(
    help: help("在这个数据包上更新：仍有的保留编号", "update this bundle: what is still said keeps its id", value: ValueName.bundle),
    completion: .bundle)
  var onto: String?

  @Option(
    help: help("指定适配器（见 jdx adapters list）", "the adapter to use (see jdx adapters list)", value: ValueName.adapter),
    completion: .adapter)
  var adapter: String?

  @Option(
    help: help("按这份描述文件读取（YAML）", "read by this profile (YAML)", value: ValueName.file), completion: .file())
  var profile: String?

  @Option(
    help: help("用这个适配器程序读取", "read by this adapter program", value: ValueName.file), completion: .file())
  var adapterProgram: String?

  @Option(
    help: help("城市：GB/T 2260 代码或名称", "the city: its GB/T 2260 code or name", value: Localized(zh: "城市", en: "city")))
  var city: String?

  @Option(help: help("单位名称", "the bureau's name", value: Localized(zh: "单位", en: "name")))
  var organization: String?

  @Option(help: help("年份", "the year", value: ValueName.year))
  var year: Int?

  @Option(
    help: help(
      "文件编号的最后一段（只能用于一个文件）", "the last part of the document's id (for one file only)",
      value: Localized(zh: "名称", en: "name")))
  var name: String?

  @OptionGroup var themes: ThemesOption

  @Flag(
    name: .customLong("allow-marked"),
    help: help("有密级或内部标志的文件也导入，并记下标志", "import papers with a confidentiality mark too, and record it"))
  var allowMarked = false

  @Option(help: help("更正文件（YAML）", "a file of corrections (YAML)", value: ValueName.file), completion: .file())
  var fix: String?

  @Option(
    help: help(
      "把逐字去向、修复和提醒写到这个文件（JSON）", "write where every character went to this file (JSON)", value: ValueName.file),
    completion: .file()
  )
  var report: String?

  @Option(help: help("形式", "the form", value: ValueName.form))
  var format = Format.text

  @OptionGroup var common: LanguageOption

  func run() throws {
    var options = ImportSession.Options()
    var adapters = AvailableAdapters()
    options.adapterID = try chosen(&adapters)
    adapters.reportFailures()
    options.given = try given()
    options.allowMarked = allowMarked
    let vocabulary = try themes.vocabulary()
    if vocabulary.isExtended { options.themes = ThemeReader(vocabulary) }
    let fixes = try fix.map { try Fixes($0) }
    let base = try onto.map { try soundBundle($0).contribution } ?? BundleContents()
    let stash = Stash(in: output == "-" ? nil : AtomicFile.scratchFolder(beside: output))
    let files = Input.files(inputs, unpackedTo: stash)
    try checkOutputs(files)

    let (exchanged, documents) = ExchangedFile.apart(files, options.given, onto: base.revisions)
    let keeping = ImportKeeping(
      stash: stash, isHeld: base.revisions.count > 0 || fixes != nil || !exchanged.isEmpty, format: format,
      isAccounted: report != nil)
    var (imported, failures) = try read(
      documents, by: FileImport(adapters: adapters.all, options: options, onto: base.revisions), keeping)
    failures = documents.compactMap(\.failure) + failures
    var summary = ImportSummary(
      files: imported, keeping: keeping, chosenBy: choosingOptions.first, isOnto: base.revisions.count > 0,
      exchanged: exchanged, failures: failures)
    do throws(Failure) {
      if summary.count > 0 { try pack(base, fixes, &summary) }
      try tell(summary)
    } catch {
      summary.failures.forEach { $0.report() }
      throw error
    }
    if !summary.failures.isEmpty { throw Exit.badInput }
  }

  /// The files that were imported, and why the others were not.
  private func read(
    _ files: [Input.Found], by imports: FileImport, _ keeping: ImportKeeping
  ) throws(Failure) -> ([ImportedFile], [Failure]) {
    let readable = files.filter { $0.failure == nil }
    let progress = Progress(of: readable.count)
    let results = imports.run(readable, done: { progress.show($0) }, open: { $0.file() }) { document in
      Result { () throws(FileFailure) in try ImportedFile(document, keeping) }
    }
    var (imported, failures) = ([ImportedFile](), [Failure]())
    for (path, outcome) in results {
      switch outcome {
      case .imported(let kept, let isCopy):
        do throws(FileFailure) {
          var file = try kept.get()
          file.isKnown = file.isKnown || isCopy
          imported.append(file)
        } catch {
          throw Failure(writing: error, to: .file)
        }
      case .failed(let error): failures.append(Failure(error, in: path))
      case .collides(let id, let other): failures.append(Failure(path, collidesWith: other, id: id))
      }
    }
    return (imported, failures)
  }

  private func pack(_ base: BundleContents, _ fixes: Fixes?, _ summary: inout ImportSummary) throws(Failure) {
    if report != nil, !summary.keeping.isHeld { try writeReport(summary) }
    guard summary.keeping.isHeld else {
      let packed = summary.files.compactMap { file in
        if case .packed(let document) = file.contribution, !file.isKnown { document } else { nil }
      }
      let fingerprint = try writeBundle(packed, from: summary.keeping.stash, toPath: output)
      summary.written = (fingerprint, nil)
      return
    }
    var contents = base
    for file in summary.files {
      if case .held(let own) = file.contribution, !file.isKnown { contents.formUnion(own) }
    }
    for file in summary.exchanged { contents.formUnion(file.contents) }
    let documents = summary.documents.map(\.document) + summary.exchanged.flatMap(\.documents)
    summary.fixed = try fixes?.apply(to: &contents, documents) ?? []
    summary.unchanged = (fixes?.count ?? 0) - summary.fixed.count
    if report != nil { try writeReport(summary) }
    let written = try writeBundle(contents, toPath: output)
    summary.written = (written.fingerprint, written.view)
  }

  /// `{documents:[…]}`, as ``AccountingReport`` has it.
  private func writeReport(_ summary: ImportSummary) throws(Failure) {
    guard let report else { return }
    try write(toFile: report) { sink throws(FileFailure) in
      try sink.write(Array(#"{"documents":["#.utf8))
      var isFirst = true
      for place in summary.documents.compactMap(\.accounting) {
        if !isFirst { try sink.write([UInt8(ascii: ",")]) }
        isFirst = false
        try sink.write(try summary.keeping.stash.bytes(at: place))
      }
      try sink.write(Array("]}\n".utf8))
    }
  }

  /// Data that goes to standard output is not mixed with what is said about it.
  private func tell(_ summary: ImportSummary) throws(Failure) {
    let isTaken = output == "-" && summary.written != nil || report == "-"
    switch format {
    case .json:
      let line = try summary.json(output) + "\n".utf8
      if isTaken { printErrors(line) } else { try write(line) }
    case .text:
      try printSummary(summary.lines(output), besides: isTaken ? "-" : nil)
      try summary.forEachWarning(printErrors)
    }
  }

  // MARK: What the options say

  /// The options by which the user chose an adapter.
  private var choosingOptions: [String] {
    [("--adapter", adapter), ("--profile", profile), ("--adapter-program", adapterProgram)]
      .filter { $0.1 != nil }.map(\.0)
  }

  /// The adapter that the user named, or that of the profile or program; programs are started where they may be needed.
  private func chosen(_ adapters: inout AvailableAdapters) throws(Failure) -> String? {
    let named = choosingOptions
    guard named.count < 2 else {
      throw Failure(
        .wrongUse, .usageValue,
        Localized(
          zh: "\(named.joined(separator: " 与 ")) 只能写一个", en: "\(named.joined(separator: " and ")) exclude each other"))
    }
    if let profile { return try adapters.add(profile: profile) }
    if let adapterProgram { return try adapters.add(program: adapterProgram) }
    if adapter.map({ id in !adapters.all.contains { $0.id == id } }) ?? true { adapters.addPrograms() }
    return try adapter.map { id throws(Failure) in try adapters.adapter(id).id }
  }

  private func given() throws(Failure) -> Given {
    try requireYear(year)
    if let name, name.isEmpty {
      throw Failure(.wrongUse, .usageValue, Localized(zh: "--name 不能为空", en: "--name is empty"))
    }
    if let name, Identity.readsAsItem(name) {
      throw Failure(
        .wrongUse, .usageValue, Localized(zh: "--name \(name) 会与条目的编号相混", en: "--name \(name) reads like an item's id"),
        hint: Localized(zh: "换一个名称，如 draft 或 2-2", en: "choose another one, such as draft or 2-2"))
    }
    var given = Given(organization: organization, year: year, name: name)
    if let city { given.city = try namedCity(city) }
    return given
  }

  private func checkOutputs(_ files: [Input.Found]) throws(Failure) {
    if name != nil, files.count != 1 {
      throw Failure(
        .wrongUse, .usageValue,
        Localized(
          zh: "--name 只能用于一个文件，这里有 \(files.count) 个", en: "--name takes exactly one file, there are \(files.count)"),
        hint: Localized(zh: "分别导入，再用 jdx merge 合并", en: "import them one by one and join them with jdx merge"))
    }
    if output == report {
      throw Failure(
        .wrongUse, .usageOutput, Localized(zh: "-o 与 --report 是同一个文件", en: "-o and --report are the same file"))
    }
    let read = files.map(\.origin) + [fix].compactMap { $0 }
    try requireOther(output, than: read)
    try requireOther(report, than: read + [onto].compactMap { $0 })
  }
}

/// A file of corrections, with its bytes for messages.
private struct Fixes {
  private let path: String
  private let bytes: [UInt8]
  private let file: FixFile
  var count: Int { file.fixes.count }

  init(_ path: String) throws(Failure) {
    self.path = path
    bytes = try Input.bytes(path)
    do throws(FixError) { file = try FixFile(yaml: bytes) } catch { throw Failure(error, in: path, bytes) }
  }

  func apply(to contents: inout BundleContents, _ documents: [String]) throws(Failure) -> [Record] {
    let read = contents
    do throws(FixError) {
      return try Import.apply(file, to: &contents.revisions, documents: documents) {
        read.scalars(ofText: $0)
      }
    } catch {
      throw Failure(error, in: path, bytes)
    }
  }
}
