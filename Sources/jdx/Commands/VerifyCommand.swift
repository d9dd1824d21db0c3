import ArgumentParser
import Packaging
import Plan
import Report
import Signing
import Vocabulary

struct VerifyCommand: ParsableCommand {
  static let configuration = describe(
    "verify", zh: "校验数据包的每一个字节和签名", en: "Checks every byte of a bundle, and its signatures",
    example: """
      jdx verify goals.jdx
      jdx verify signed.jdx --trust trust.yaml
      """)

  enum Format: String, ExpressibleByArgument, CaseIterable { case text, json }

  @Argument(help: help("数据包；- 为标准输入", "the bundle; - is standard input", value: ValueName.bundle), completion: .bundle)
  var bundle: String

  @Option(help: help("形式", "the form", value: ValueName.form))
  var format = Format.text

  @Option(
    help: help("信任文件；签名不可信就不通过", "the file of trusted keys; refuses what none of them signed", value: ValueName.file),
    completion: .file())
  var trust: String?

  @Option(
    help: help(
      "密钥在这一天应当有效（不写则为今天）", "the day on which keys must hold (today if not given)", value: ValueName.date))
  var date: String?

  @OptionGroup var common: LanguageOption

  func run() throws {
    let reliance = try reliance(trust, on: day(date, option: "--date"))
    let bytes = try Input.bytes(bundle)
    let open: OpenBundle
    do throws(BundleError) {
      open = try Input.parsed(bytes, tolerant: true)
    } catch {
      guard error.isDamage else { throw Failure(error, in: Input.shown(bundle)) }
      throw try refuse(error.reason, hint: error.hint)
    }
    if let first = open.faults.first(where: { $0.isOfFixity }) { throw try refuse(first.words, hint: nil) }
    let report = SignatureReport(open, reliance: reliance)
    if let broken = report.broken { throw try refuse(broken.reason, hint: broken.hint) }
    let count = open.contents.revisions.count
    switch format {
    case .text:
      let standing = report.standingWords
      try printLines(
        [
          say(
            zh: "\(Input.shown(bundle))：完好，\(count) 条修订，\(standing.zh)",
            en: "\(Input.shown(bundle)): intact, \(plural(count, "revision")), \(standing.en)"),
          say(zh: "指纹：\(open.fingerprint)", en: "fingerprint: \(open.fingerprint)"),
        ] + report.lines)
    case .json:
      try answer(
        [("verified", .bool(true)), ("fingerprint", .string(open.fingerprint)), ("revisions", .integer(count))]
          + report.json)
    }
    if reliance != nil, report.standing != .trusted { throw Exit.no }
  }

  /// Says why the bundle is not what it was when it was made.
  private func refuse(_ reason: Localized, hint: Localized?) throws(Failure) -> Exit {
    switch format {
    case .text:
      try printLines([
        say(zh: "\(Input.shown(bundle))：校验未通过，\(reason.zh)", en: "\(Input.shown(bundle)): not verified, \(reason.en)")
      ])
      if let hint { printError(say(zh: "  办法：", en: "  hint: ") + hint[language]) }
    case .json: try answer([("verified", .bool(false)), ("reason", .string(reason[language]))])
    }
    return .no
  }

  private func answer(_ members: [(String, JSON)]) throws(Failure) {
    var object = JSONObject()
    for (key, value) in members { object[key] = value }
    try write(JSON.object(object).canonical + [UInt8(ascii: "\n")])
  }
}

extension Fault {
  /// Whether the record's bytes are not those that its revision was made of.
  fileprivate var isOfFixity: Bool { [.revision, .notJSON, .notCanonical].contains(code) }
}
