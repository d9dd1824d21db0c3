import ArgumentParser
import ChineseText
import Import
import Plan
import Reading
import Report
import Vocabulary

struct ExplainCommand: ParsableCommand {
  static let configuration = describe(
    "explain", zh: "说明一段文字里的每个数是怎样理解的：依据哪些词语和规则",
    en: "Tells by which words and rules each number of a text is understood",
    example: """
      jdx explain '力争全年新建学校12所以上'
      jdx explain --format json '全年新建学校12所'
      """)

  enum Format: String, ExpressibleByArgument, CaseIterable { case text, json }
  enum Role: String, ExpressibleByArgument, CaseIterable { case target, actual }

  @Argument(help: help("要说明的文字；- 为标准输入", "the text; - is standard input", value: ValueName.text))
  var text: String

  @Option(
    help: help(
      "这段文字所在的文件讲的是目标（target）还是完成情况（actual）；不给则按词语判断",
      "whether its document states goals (target) or results (actual); told from the words if not given",
      value: ValueName.form))
  var role: Role?

  @Option(help: help("全年、年内等词所指的年份", "the year that “all year” and the like mean", value: ValueName.year))
  var year: Int?

  @Option(help: help("形式", "the form", value: ValueName.form))
  var format = Format.text

  @OptionGroup var common: LanguageOption

  func run() throws {
    try requireYear(year)
    let scalars = try scalars()
    let context = QuantityContext(
      defaultRole: role == .actual ? .actual : .target, year: year, guessesRole: role == nil)
    let found = explanations(of: scalars, context: context)
    switch format {
    case .json:
      var out = CanonicalWriter()
      out.list { out in for explanation in found { explanation.write(of: scalars, into: &out) } }
      out.endLine()
      try write(out.bytes)
    case .text:
      let lines = found.map { ExplainedLines(explanation: $0, text: scalars).lines }
      try printLines(
        lines.isEmpty ? [say(zh: "这段文字里没有数字。", en: "No numbers.")] : Array(lines.joined(separator: [""])))
    }
  }

  private func scalars() throws -> [Unicode.Scalar] {
    guard text == "-" else { return Array(text.unicodeScalars) }
    let bytes = try Input.bytes(text)
    do throws(ReadingError) { return try decode(bytes).scalars } catch {
      throw Failure(ImportError.unreadable(error), in: Input.shown(text))
    }
  }
}
