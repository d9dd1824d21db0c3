import ArgumentParser
import Packaging
import Plan
import Vocabulary

struct RedactCommand: ParsableCommand {
  static let configuration = describe(
    "redact", zh: "去掉数据包里的人名、电话、邮箱、身份证号和原文件", en: "Takes people, their numbers and the source files out of a bundle",
    example: """
      jdx redact goals.jdx -o public.jdx
      jdx redact --sample goals.txt -o sample.txt
      """)

  @Argument(
    help: help(
      "数据包，做样例时也可以是文件；- 为标准输入", "the bundle, or with --sample a document; - is standard input",
      value: ValueName.bundle), completion: .file())
  var bundle: String

  @Option(
    name: .shortAndLong,
    help: help("写到哪个数据包；- 为标准输出", "the bundle to write; - is standard output", value: ValueName.bundle),
    completion: .bundle)
  var output: String

  @Flag(
    help: help(
      "做脱敏样例，随问题报告发送：版式、长度、编号不变，词句、名称、数字换掉",
      "make a sample to send with a report of an error: the same form, lengths and numbering, other words, names and figures"
    ))
  var sample = false

  @Flag(
    name: .customLong("allow-marked"),
    help: help("有密级或内部标志的文件也做样例", "make a sample of a paper with a confidentiality mark too"))
  var allowMarked = false

  @OptionGroup var common: LanguageOption

  func run() throws {
    if sample { return try SampleWriting(input: bundle, output: output, allowMarked: allowMarked).run() }
    if allowMarked {
      throw Failure(
        .wrongUse, .usageValue,
        Localized(zh: "--allow-marked 只与 --sample 同用", en: "--allow-marked goes with --sample alone"),
        hint: Localized(zh: "去掉 --allow-marked，或加上 --sample", en: "leave --allow-marked out, or add --sample"))
    }
    try requireOther(output, than: [bundle])
    let open = try soundBundle(bundle)
    let redaction = Redaction(of: open.contents, view: open.view)
    let written = try writeBundle(redaction.contents, toPath: output)
    try printSummary(described(redaction) + closingLines(written, output), besides: output)
  }

  private func described(_ redaction: Redaction) -> [String] {
    let found = Redacted.Rule.allCases.compactMap { rule in
      redaction.counts[rule].map { "  " + counted($0, rule) }
    }
    let head =
      found.isEmpty
      ? say(zh: "没有要去掉的内容", en: "there is nothing to take out") : say(zh: "已去掉：", en: "taken out:")
    let ids = redaction.tellingIds.map {
      say(zh: "编号 \($0) 中含有要去掉的内容；编号不能改，请确认后再发出", en: "the id \($0) holds what is to go; ids are kept")
    }
    return [head] + found + ids
  }

  private func counted(_ count: Int, _ rule: Redacted.Rule) -> String {
    switch rule {
    case .contact: say(zh: "联系人 \(count) 条", en: plural(count, "contact"))
    case .email: say(zh: "邮箱 \(count) 处", en: plural(count, "e-mail address", "e-mail addresses"))
    case .figure:
      say(zh: "含号码的指标 \(count) 条", en: plural(count, "figure that tells a number", "figures that tell a number"))
    case .history: say(zh: "历史修订 \(count) 个", en: plural(count, "revision of the history", "revisions of the history"))
    case .identityNumber: say(zh: "身份证号 \(count) 处", en: plural(count, "identity number"))
    case .name: say(zh: "人名 \(count) 处", en: plural(count, "name"))
    case .phone: say(zh: "电话 \(count) 处", en: plural(count, "telephone number"))
    case .source: say(zh: "原文件的校验值 \(count) 个", en: plural(count, "hash of a source file", "hashes of source files"))
    }
  }
}
