import AdapterKit
import ArgumentParser
import Import
import Packaging
import Plan
import Vocabulary

struct ImportCommand: ParsableCommand {
  static var configuration: CommandConfiguration {
    describe(
      "import", zh: "读取文件，识别、规范化，打成数据包", en: "Reads files, recognises and normalises them, packs one bundle",
      example: "jdx import goals.txt -o goals.jdx\njdx import folder -o year.jdx --report report.json")
  }

  @Argument(help: help("文件或文件夹；- 为标准输入", "files or folders; - is standard input"))
  var inputs: [String]

  @Option(name: .shortAndLong, help: help("写到哪个数据包；- 为标准输出", "the bundle to write; - is standard output"))
  var output: String

  @Option(help: help("在这个数据包上更新：仍有的保留编号", "update this bundle: what is still said keeps its id"))
  var onto: String?

  @Option(help: help("指定适配器（见 jdx adapters list）", "the adapter to use (see jdx adapters list)"))
  var adapter: String?

  @Option(help: help("城市：GB/T 2260 代码或名称", "the city: its GB/T 2260 code or name"))
  var city: String?

  @Option(help: help("单位名称", "the bureau's name"))
  var organization: String?

  @Option(help: help("年份", "the year"))
  var year: Int?

  @Option(help: help("文件编号的最后一段（只能导入一个文件时使用）", "the last part of the document's id (for one file only)"))
  var name: String?

  @Option(help: help("更正文件（YAML）", "corrections (YAML)"))
  var fix: String?

  @Option(help: help("把记账报告写到这个文件（JSON）", "write the accounting to this file (JSON)"))
  var report: String?

  func run() throws {
    var options = ImportSession.Options()
    options.adapterID = adapter
    options.given = try given()
    let fixes = try fix.map { path in try readFixes(path) }
    let base = try onto.map { try Input.bundle($0).contents } ?? BundleContents()
    let files = try Input.files(inputs)
    if name != nil, files.count != 1 {
      throw Failure(
        .wrongUse, Localized(zh: "--name 只能用于一个文件，这里有 \(files.count) 个", en: "--name takes exactly one file, there are \(files.count)"))
    }

    var session = ImportSession(adapters: registeredAdapters, options: options, onto: base)
    session.run(files.compactMap { try? $0.result.get() })
    var contents = session.contents
    var fixed: [Record] = []
    if let fixes, let path = fix, !session.imported.isEmpty {
      do throws(FixError) {
        let read = contents
        fixed = try apply(
          fixes, to: &contents.revisions, documents: session.imported.map(\.assembly.document.id)
        ) { read.scalars(ofText: $0) }
      } catch {
        throw Failure(error, in: path)
      }
    }

    let failed = reportFailures(files, session)
    guard !session.imported.isEmpty else { throw Exit.badInput }
    if let report {
      let json = AccountingReport.json(session.imported, language: language)
      try write(json.canonical + [UInt8(ascii: "\n")], toFile: report)
    }
    let written = try writeOut(contents)
    let lines = ImportSummary(session: session, fixed: fixed, written: written, output: output).lines
    if output == "-" { lines.forEach(printError) } else { try print(lines.joined(separator: "\n")) }
    if failed { throw Exit.badInput }
  }

  private func given() throws(Failure) -> Given {
    var given = Given(organization: organization, year: year, name: name)
    if let year, !(1949...2100).contains(year) {
      throw Failure(.wrongUse, Localized(zh: "--year 的值 \(year) 不是年份", en: "--year \(year) is no year"))
    }
    if let city {
      let cities = Cities.standard
      guard let found = cities.city(code: city) ?? cities.city(name: city) ?? cities.cities(shortName: city).last else {
        throw Failure(
          .wrongUse, Localized(zh: "不认识城市 \(city)", en: "the city \(city) is not known"),
          hint: Localized(zh: "请用 GB/T 2260 六位代码或全称", en: "use the six digits of GB/T 2260 or the full name"))
      }
      given.city = found
    }
    return given
  }

  private func readFixes(_ path: String) throws(Failure) -> FixFile {
    let bytes = try Input.bytes(path)
    do throws(FixError) { return try FixFile(yaml: bytes) } catch { throw Failure(error, in: path) }
  }

  private func writeOut(_ contents: BundleContents) throws(Failure) -> WrittenBundle {
    try writeBundle(contents, toPath: output)
  }

  /// Says of every file that was not imported why; whether there was one.
  private func reportFailures(
    _ files: [(path: String, result: Result<SourceFile, Failure>)], _ session: ImportSession
  ) -> Bool {
    var failures: [Failure] = []
    for (_, result) in files { if case .failure(let failure) = result { failures.append(failure) } }
    for (file, outcome) in session.outcomes {
      switch outcome {
      case .imported: break
      case .failed(let error): failures.append(Failure(error, in: file.displayPath))
      case .collides(let id, let other):
        failures.append(
          Failure(
            .badInput,
            Localized(zh: "\(file.displayPath)：与 \(other) 的编号相同（\(id)），两个都没有导入", en: "\(file.displayPath): has the same id as \(other) (\(id)); neither was imported"),
            hint: Localized(zh: "分别导入，并用 --name 区分；或用 --onto 作为更新导入", en: "import them one by one with --name, or one onto the other with --onto")))
      }
    }
    failures.forEach { $0.report() }
    return !failures.isEmpty
  }
}

/// Writes a bundle to a file, whole or not at all, or to standard output for `-`.
func writeBundle(_ contents: BundleContents, toPath path: String) throws(Failure) -> WrittenBundle {
  do throws(BundleError) {
    if path == "-" { return try writeBundle(contents, to: StandardOutput.sink) }
    return try writeBundle(contents, toFile: path)
  } catch {
    throw Failure(error, in: path)
  }
}
