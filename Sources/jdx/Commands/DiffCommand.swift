import ArgumentParser
import Compare
import Packaging
import Plan
import Report
import Sheet
import Vocabulary
import Workers

struct DiffCommand: ParsableCommand {
  static let configuration = describe(
    "diff", zh: "对照两个数据包：延续、调整、更名、新增、取消",
    en: "Compares two bundles: what continued, changed, was renamed, added, dropped",
    example: """
      jdx diff 2030.jdx 2031.jdx
      jdx diff 2030.jdx 2031.jdx -o changes.html
      jdx diff 2030.jdx 2031.jdx --layout table -o changes.xlsx
      """)

  @Argument(help: help("原来的数据包", "the old bundle", value: ValueName.bundle), completion: .bundle)
  var old: String

  @Argument(help: help("新的数据包", "the new bundle", value: ValueName.bundle), completion: .bundle)
  var new: String

  @Option(
    help: help(
      "形式（不写则看 -o 的扩展名，没有扩展名就是 text）", "the form (by the extension of -o if not given, else text)",
      value: ValueName.form))
  var format: ReportForm?

  @Option(
    help: help(
      "排法：list 逐项；table 对照表（调整前、调整后、说明）", "the layout: list, or table (before, after, remarks) for handing in",
      value: ValueName.layout))
  var layout = DiffLayout.list

  @Flag(
    name: .customLong("show-punctuation"),
    help: help("连同标点、全半角、空格、数字写法的不同", "with other punctuation, width, blanks and forms of numbers"))
  var showPunctuation = false

  @Option(name: .shortAndLong, help: help("写到这个文件", "write to this file", value: ValueName.file), completion: .file())
  var output: String?

  @Flag(name: .customLong("exit-code"), help: help("有变化时退出码为 1", "end with 1 where something changed"))
  var exitCode = false

  @OptionGroup var common: LanguageOption

  func run() throws {
    let form = try ReportForm.chosen(format, writing: output)
    if form == .json, layout == .table {
      throw Failure(
        .wrongUse, .usageValue,
        Localized(zh: "--layout table 没有 json 形式", en: "--layout table has no form json"),
        hint: Localized(zh: "json 去掉 --layout", en: "leave --layout out for json"))
    }
    let (before, after, common) = try sides(form)
    try requireOther(output, than: [old, new])
    let diff = Diff(old: before, new: after, common: common)
    try write(bytes(of: diff, before, after, as: form), toFile: output ?? "-")
    if exitCode, !diff.isEmpty { throw Exit.no }
  }

  /// Records of so many bytes are many; of fewer every one is read and checked, equal or not.
  private static let large = 8 << 20

  /// Both sides, each read on a core of its own; of large ones only what differs, where the form shows nothing else.
  private func sides(_ form: ReportForm) throws(Failure) -> (old: View, new: View, common: CommonRows) {
    // What is wrong with a bundle is told by the whole reading. A pipe can be read once.
    if form == .text, layout == .list, Input.isFile(old), Input.isFile(new),
      let pair = try? BundlePair(old, new, ofLeast: Self.large)
    {
      return (pair.old, pair.new, pair.common)
    }
    let read = { @Sendable (path: String) -> Result<View, Failure> in
      Result { () throws(Failure) in try Input.bundle(path).view }
    }
    // Standard input is there once: whoever comes second finds it at its end.
    guard old != new else { return (try read(old).get(), try read(new).get(), CommonRows()) }
    let sides = concurrentMap([old, new], read)
    return (try sides[0].get(), try sides[1].get(), CommonRows())
  }

  private func bytes(of diff: Diff, _ old: View, _ new: View, as form: ReportForm) throws(Failure) -> [UInt8] {
    switch form {
    case .text where layout == .table:
      let text = TextReport.diffTable(
        diff, old: old, new: new, language: language, width: terminalWidth, showsMarks: showPunctuation)
      return Array(text.utf8)
    case .text:
      let isColored = (output ?? "-") == "-" && isTerminal
      let text = TextReport.diffText(
        diff, old: old, new: new, language: language, color: isColored, width: terminalWidth,
        showsMarks: showPunctuation)
      return Array(text.utf8)
    case .json: return JSON.object(diff.json).canonical + [UInt8(ascii: "\n")]
    case .html:
      let page = HTMLReport.diff(
        diff, old: old, new: new, language: language, layout: layout, showsMarks: showPunctuation)
      return Array(page.utf8)
    case .markdown:
      let text = TextReport.diffMarkdown(
        diff, old: old, new: new, language: language, layout: layout, showsMarks: showPunctuation)
      return Array(text.utf8)
    case .xlsx:
      return try workbook(writing: output) { () throws(SheetError) in
        try WorkbookReport.diff(
          diff, old: old, new: new, language: language, layout: layout, showsMarks: showPunctuation)
      }
    }
  }
}

extension DiffLayout: ExpressibleByArgument {}
