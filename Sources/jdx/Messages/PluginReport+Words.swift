import Conformance
import Import
import Plan
import Profiles
import Vocabulary

extension PluginReport {
  /// As many differences of a document as are told.
  private static let told = 20

  var lines: [String] {
    var lines = plugin.tested.map { "\($0.id)  v\($0.version)  \($0.name[language])" }
    if !accepted.isEmpty {
      lines.append(
        say(
          zh: "已记为预期：\(accepted.joined(separator: "、"))；请核对后再提交",
          en: "recorded as expected: \(accepted.joined(separator: ", ")); review them"))
    }
    lines += report.cases.flatMap(PluginReport.lines)
    lines += mutationLines + report.rules.flatMap(ruleLines)
    let bad = report.cases.count { $0.result != .passed }
    let summary = [
      counted(report.cases.count, zh: "样例", en: "document"), say(zh: "不合格 \(bad)", en: "\(bad) failed"),
      counted(report.mutations.count, zh: "损坏的文件", en: "damaged one"),
      say(zh: "违反规律 \(report.mutations.brokenCount)", en: "\(report.mutations.brokenCount) broke laws"),
    ]
    let answer = report.isPassed ? say(zh: "通过", en: "passed") : say(zh: "没有通过", en: "not passed")
    return lines + [say(zh: "\(answer)：\(listed(summary))", en: "\(answer): \(listed(summary))")]
  }

  private static func lines(of document: CaseReport) -> [String] {
    var lines = [say(zh: "\(document.name)：\(words(of: document))", en: "\(document.name): \(words(of: document))")]
    if document.result == .unrecognised, let refusal = document.refusal {
      lines += Self.lines(of: refusal, document.name)
    }
    lines += document.differences.prefix(told).flatMap(Self.lines)
    if document.differences.count > told {
      lines.append(
        say(
          zh: "  还有 \(document.differences.count - told) 处不同",
          en: "  and \(plural(document.differences.count - told, "more difference"))"))
    }
    return lines + document.breaches.prefix(told).map(line)
  }

  /// Why a document was refused that should be read, and what to do.
  private static func lines(of refusal: ImportError, _ name: String) -> [String] {
    let failure = Failure(refusal, in: name)
    var hint: Localized?
    if case .missing = refusal {
      hint = Localized(
        zh: "写在样例旁的 options.json 里：{\"city\": \"370500\", \"organization\": \"…\", \"year\": 2031}，缺什么写什么",
        en:
          "state what is missing beside the document, in options.json: {\"city\": \"370500\", \"organization\": \"…\", \"year\": 2031}"
      )
    }
    return ["  " + failure.message[language]] + (hint.map { [say(zh: "  办法：", en: "  hint: ") + $0[language]] } ?? [])
  }

  private static func words(of document: CaseReport) -> String {
    let result = document.result.words[language]
    guard let first = document.fits.first else {
      let reason = document.outcome.json["error"]?.string ?? ""
      return listed([result, say(zh: "被拒（\(reason)）", en: "refused (\(reason))")])
    }
    var fit = say(
      zh: "\(first.adapter) 读取，\(first.score) 分", en: "read by \(first.adapter), \(plural(first.score, "point"))")
    if document.fits.count > 1 {
      let next = document.fits[1]
      fit += say(zh: "；其次 \(next.adapter) \(next.score)", en: "; next \(next.adapter) \(next.score)")
    }
    return listed([result, fit])
  }

  private static func lines(of difference: OutcomeDifference) -> [String] {
    let place = [difference.part, difference.record, difference.field].compactMap(\.self).joined(separator: " ")
    let none = say(zh: "（无）", en: "(nothing)")
    return [
      "  " + place,
      say(zh: "    应为：", en: "    expected: ") + (difference.expected.map(shown) ?? none),
      say(zh: "    实为：", en: "    found:    ") + (difference.found.map(shown) ?? none),
    ]
  }

  private static func shown(_ value: JSON) -> String {
    value.string ?? String(decoding: value.canonical, as: UTF8.self)
  }

  private static func line(of breach: Breach) -> String {
    let place = breach.record.map { $0 + say(zh: "：", en: ": ") } ?? ""
    return "  \(breach.law.words[language])\(say(zh: "：", en: ": "))\(place)\(breach.message[language])"
  }

  private var mutationLines: [String] {
    let mutations = report.mutations
    guard mutations.count > 0 else { return [] }
    let refused = mutations.count - mutations.read
    let counts = [
      say(zh: "读出 \(mutations.read)", en: "\(mutations.read) read"), say(zh: "被拒 \(refused)", en: "\(refused) refused"),
      say(zh: "违反规律 \(mutations.brokenCount)", en: "\(mutations.brokenCount) broke laws"),
    ]
    let head = say(
      zh: "损坏的文件 \(mutations.count) 份：\(listed(counts))",
      en: "damaged documents, \(mutations.count): \(listed(counts))")
    return [head]
      + mutations.broken.flatMap { mutation in
        [say(zh: "  \(mutation.name) 第 \(mutation.number) 份", en: "  \(mutation.name), number \(mutation.number)")]
          + mutation.breaches.prefix(3).map { "  " + PluginReport.line(of: $0) }
      }
  }

  private func ruleLines(_ use: RuleUse) -> [String] {
    let count = use.used.count + use.unused.count
    let file = plugin.file(of: use)
    let head = say(
      zh: "\(file)：\(count) 条规则，样例用到 \(use.used.count) 条",
      en: "\(file): \(plural(count, "rule")), \(use.used.count) of them needed by the corpus")
    var lines = [head]
    var at: (line: Int, key: String)?
    for rule in use.unused {
      if at?.line != rule.line || at?.key != rule.key {
        at = (rule.line, rule.key)
        lines.append(
          say(
            zh: "  \(file):\(rule.line)  没有用到 \(rule.key)：", en: "  \(file):\(rule.line)  never needed, \(rule.key): ")
            + rule.text)
      } else {
        lines[lines.count - 1] += say(zh: "、", en: ", ") + rule.text
      }
    }
    return lines
  }
}

extension CaseReport.Result {
  fileprivate var words: Localized {
    switch self {
    case .passed: Localized(zh: "通过", en: "passed")
    case .differs: Localized(zh: "与预期不同", en: "not as expected")
    case .broken: Localized(zh: "违反规律", en: "breaks a law")
    case .unrecognised: Localized(zh: "没有被这个适配器识别", en: "not recognised by this adapter")
    case .unrecorded:
      Localized(zh: "没有 expected.json，核对后用 --accept 记下", en: "has no expected.json; record it with --accept")
    }
  }
}

extension Law {
  var words: Localized {
    switch self {
    case .text: Localized(zh: "文字一致", en: "text")
    case .accounting: Localized(zh: "逐字去向", en: "accounting")
    case .records: Localized(zh: "记录合法", en: "records")
    case .ids: Localized(zh: "编号唯一、稳定", en: "ids")
    case .quotes: Localized(zh: "引文属实", en: "quotes")
    case .people: Localized(zh: "联系人不入记录", en: "people")
    case .determinism: Localized(zh: "结果确定", en: "determinism")
    case .idempotence: Localized(zh: "再读不变", en: "idempotence")
    case .refusal: Localized(zh: "拒收不留痕", en: "refusal")
    }
  }
}
