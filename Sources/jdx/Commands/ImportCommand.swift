import AdapterKit
import ChineseText
import ArgumentParser
import Import
import Packaging
import Plan
import Vocabulary

struct ImportCommand: ParsableCommand {
  static var configuration: CommandConfiguration {
    describe(
      "import", zh: "读取文件，识别、规范化，打成数据包", en: "Reads files, recognises and normalises them, packs one bundle",
      usage: Localized(
        zh: "jdx import <文件> ... -o <数据包> [<选项> ...]", en: "jdx import <file> ... -o <bundle> [<option> ...]"),
      example: """
        jdx import goals.txt -o goals.jdx
        jdx import folder -o year.jdx --report report.json
        jdx import goals.txt -o corrected.jdx --fix fixes.yaml
        jdx import ledger.txt -o ledger.jdx --profile my-city.yaml
        """)
  }

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
    let files = Input.files(inputs)
    try checkOutputs(files)

    let (exchanged, documents) = ExchangedFile.apart(files, options.given, onto: base.revisions)
    var session = ImportSession(adapters: adapters.all, options: options, onto: base)
    let sources = documents.compactMap { try? $0.result.get() }
    let progress = Progress(of: sources.count)
    session.run(sources) { progress.show($0) }
    var summary = ImportSummary(session: session, exchanged: exchanged, failures: failures(documents, session))
    do throws(Failure) {
      if summary.count > 0 { try pack(session, fixes, &summary) }
      try tell(summary)
    } catch {
      summary.failures.forEach { $0.report() }
      throw error
    }
    if !summary.failures.isEmpty { throw Exit.badInput }
  }

  private func pack(_ session: ImportSession, _ fixes: Fixes?, _ summary: inout ImportSummary) throws(Failure) {
    var contents = session.contents
    for file in summary.exchanged { contents.formUnion(file.contents) }
    let documents = session.imported.map(\.assembly.document.id) + summary.exchanged.flatMap(\.documents)
    summary.fixed = try fixes?.apply(to: &contents, documents) ?? []
    summary.unchanged = (fixes?.count ?? 0) - summary.fixed.count
    if let report {
      let json = AccountingReport.json(session.imported, language: language)
      try write(json.canonical + [UInt8(ascii: "\n")], toFile: report)
    }
    summary.written = try writeBundle(contents, toPath: output)
  }

  /// Data that goes to standard output is not mixed with what is said about it.
  private func tell(_ summary: ImportSummary) throws(Failure) {
    let isTaken = output == "-" && summary.written != nil || report == "-"
    switch format {
    case .json:
      let line = String(decoding: summary.json(output).canonical, as: UTF8.self)
      if isTaken { printError(line) } else { try write(Array((line + "\n").utf8)) }
    case .text:
      let lines = summary.lines(output)
      if isTaken { lines.forEach(printError) } else { try printLines(lines) }
      summary.warnings.forEach(printError)
    }
  }

  // MARK: What the options say

  /// The adapter that the user named, or that of the profile or program; programs are started where they may be needed.
  private func chosen(_ adapters: inout AvailableAdapters) throws(Failure) -> String? {
    let named = [("--adapter", adapter), ("--profile", profile), ("--adapter-program", adapterProgram)]
      .filter { $0.1 != nil }.map(\.0)
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

  // MARK: What came of it

  /// Of every file that was not imported, why.
  private func failures(_ files: [Input.Found], _ session: ImportSession) -> [Failure] {
    let unread = files.compactMap { if case .failure(let failure) = $0.result { failure } else { nil } }
    return unread
      + session.outcomes.compactMap { file, outcome in
        switch outcome {
        case .imported: nil
        case .failed(let error): Failure(error, in: file.displayPath)
        case .collides(let id, let other): Failure(file.displayPath, collidesWith: other, id: id)
        }
      }
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
