import ArgumentParser
import Compare
import Packaging
import Plan
import Report
import Sheet
import Vocabulary

struct TrackCommand: ParsableCommand {
  static let configuration = describe(
    "track", zh: "目标完成情况：每个目标值找到它的结果，逐条写明结论和依据",
    en: "Follows targets to their results, each with a verdict and its rule",
    example: """
      jdx track plan.jdx summary.jdx
      jdx track plan.jdx summary.jdx -o fulfilment.html
      jdx track plan.jdx summary.jdx --overrides rulings.yaml
      jdx track plan.jdx half-year.jdx --as-of 2031-06-30 --format json -o track.json
      """)

  @Argument(
    help: help(
      "计划和总结的数据包，不分先后：目标值、完成值从所有文件中取，一份文件可以两样都有",
      "bundles of plans and summaries, in any order: targets and results are taken from all documents, and one may hold both",
      value: ValueName.bundle), completion: .bundle)
  var bundles: [String]

  @Option(
    name: .customLong("as-of"),
    help: help(
      "结果截至哪一天（YYYY-MM-DD）；不写时为结果文件的日期（在目标期内）或目标期末",
      "the day that results count up to (YYYY-MM-DD); else the date of the results within the target's period, or its end",
      value: ValueName.date))
  var asOf: String?

  @Option(
    help: help("亮灯规则（YAML），代替内置规则", "rules for lights (YAML) in the place of the built-in ones", value: ValueName.file),
    completion: .file())
  var lights: String?

  @Option(
    help: help(
      "人工认定文件（YAML），优先于一切", "a file of what a person has decided (YAML), which always wins", value: ValueName.file),
    completion: .file())
  var overrides: String?

  @Option(
    help: help(
      "形式（不写则看 -o 的扩展名，没有扩展名就是 text）", "the form (by the extension of -o if not given, else text)",
      value: ValueName.form))
  var format: ReportForm?

  @Option(name: .shortAndLong, help: help("写到这个文件", "write to this file", value: ValueName.file), completion: .file())
  var output: String?

  @Option(
    name: .customLong("write-links"),
    help: help(
      "把各数据包合并，加上“完成”关联，写成这个数据包", "write a bundle of all of them with links fulfils", value: ValueName.bundle),
    completion: .bundle)
  var writeLinks: String?

  @OptionGroup var common: LanguageOption

  func run() throws {
    let form = try ReportForm.chosen(format, writing: output)
    let asOf = try day(asOf, option: "--as-of")
    let rules = try lights.map { path throws(Failure) in try LightRules.read(path) } ?? .standard
    let rulings = try overrides.map { path in (path: path, file: try readRulings(path)) }
    try requireOther(output, than: bundles + [lights, overrides].compactMap { $0 })
    if let writeLinks, writeLinks == output ?? "-" {
      throw Failure(
        .wrongUse, .usageOutput,
        Localized(zh: "-o 与 --write-links 不能是同一个文件", en: "-o and --write-links are the same file"))
    }
    var contents = try readTogether(bundles)
    let tracking = try tracked(View(of: contents.revisions), asOf, rulings)
    let bytes = try self.bytes(of: tracking, rules, as: form)
    try write(bytes, toFile: output ?? "-")
    guard let writeLinks else { return }
    let links = tracking.links.filter { contents.revisions.revisions(.link, $0.id).isEmpty }
    for link in links { contents.revisions.insert(link) }
    let written = try writeBundle(contents, toPath: writeLinks)
    let count = say(zh: "新增关联 \(links.count) 条", en: "\(plural(links.count, "link")) added")
    ([count] + closingLines(written, writeLinks)).forEach(printError)
  }

  private func readRulings(_ path: String) throws(Failure) -> (rulings: TrackRulings, bytes: [UInt8]) {
    let bytes = try Input.bytes(path)
    do throws(LinkRulingError) { return (try TrackRulings(yaml: bytes), bytes) } catch {
      throw Failure(trackRulings: error, in: Input.shown(path), bytes)
    }
  }

  private func tracked(
    _ view: View, _ asOf: CalendarDate?, _ rulings: (path: String, file: (rulings: TrackRulings, bytes: [UInt8]))?
  ) throws(Failure) -> Tracking {
    guard let rulings else { return Tracking(view, asOf: asOf) }
    do throws(LinkRulingError) { return try Tracking(view, asOf: asOf, rulings: rulings.file.rulings) } catch {
      throw Failure(trackRulings: error, in: Input.shown(rulings.path), rulings.file.bytes)
    }
  }

  private func bytes(
    of tracking: Tracking, _ rules: LightRules, as form: ReportForm
  ) throws(Failure) -> [UInt8] {
    switch form {
    case .text:
      Array(TextReport.trackText(tracking, lights: rules, language: language, width: terminalWidth).utf8)
    case .json: JSON.object(tracking.json(rules)).canonical + [UInt8(ascii: "\n")]
    case .html: Array(HTMLReport.track(tracking, lights: rules, language: language).utf8)
    case .markdown: Array(TextReport.trackMarkdown(tracking, lights: rules, language: language).utf8)
    case .xlsx:
      try workbook(writing: output) { () throws(SheetError) in
        try WorkbookReport.track(tracking, lights: rules, language: language)
      }
    }
  }
}

/// Several bundles as one, as `merge` joins them; all or none.
func readTogether(_ paths: [String]) throws -> BundleContents {
  var contents = BundleContents()
  var isComplete = true
  for path in paths {
    do throws(Failure) { contents.formUnion(try soundBundle(path).contribution) } catch {
      error.report()
      isComplete = false
    }
  }
  guard isComplete else { throw Exit.badInput }
  return contents
}
