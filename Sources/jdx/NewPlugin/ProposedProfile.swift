import Profiles
import Vocabulary

/// A profile as an example proposes it.
protocol ProposedProfile {
  /// The words of the title that every year's has.
  var title: String? { get }

  /// The profile's file.
  ///
  /// - Parameter points: what its signs give together, more than any other adapter finds.
  func yaml(id: String, points: Int) -> String

  /// What was found, for whoever has to check it.
  var summary: String { get }
}

extension ProposedProfile {
  /// The lines above the evidence.
  func beginning(_ id: String, kind: String, shape: String, english: String) -> [String] {
    let label = title ?? id
    return [
      say(
        zh: "# 照样例拟出，请逐行核对；改后运行 jdx adapters test。",
        en: "# Proposed from an example: check every line, then run jdx adapters test."),
      "profile: \(id)", "version: 1", "name: {zh: \(quoted(label)), en: \(id)}",
      "summary: {zh: \(quoted(label + "。")), en: \(english) as \(id) has it.}", "kind: \(kind)", "shape: \(shape)",
      "evidence:",
    ]
  }

  func quoted(_ text: String) -> String { "'" + text.replacing("'", with: "''") + "'" }
}

extension LedgerProposal: ProposedProfile {
  /// The heads that a profile has to say, by what they hold, in the order of the table.
  private var own: [(column: Profile.Column, words: [Head])] {
    var out: [(column: Profile.Column, words: [Head])] = []
    for head in heads where head.reason == .guessed {
      guard let column = head.column else { continue }
      if let at = out.firstIndex(where: { $0.column == column }) {
        if !out[at].words.contains(where: { $0.words == head.words }) { out[at].words.append(head) }
      } else {
        out.append((column, [head]))
      }
    }
    return out
  }

  func yaml(id: String, points: Int) -> String {
    var lines = beginning(id, kind: "taskLedger", shape: "ledger", english: "A ledger")
    let signs = Profile.Column.allCases.filter { column in
      [.task, .measures, .target, .lead, .responsible, .deadline].contains(column)
        && heads.contains { $0.column == column && $0.reason != .unknown }
    }.prefix(3).map(\.rawValue).joined(separator: ", ")
    let ofTitle = title == nil ? 0 : points - 20
    if let title { lines.append("  - {points: \(ofTitle), title: [\(quoted("*" + title + "*"))]}") }
    if !signs.isEmpty { lines.append("  - {points: \(points - ofTitle), columns: [\(signs)]}") }
    lines += columnLines
    return lines.joined(separator: "\n") + "\n"
  }

  private var columnLines: [String] {
    let own = own
    var lines = own.isEmpty ? [] : ["columns:"]
    for (column, heads) in own {
      let near = heads.compactMap(\.nearest).first.map { say(zh: "，与“\($0)”相近", en: ", near \($0)") } ?? ""
      lines.append(
        "  \(column.rawValue): [\(heads.map { quoted($0.words) }.joined(separator: ", "))]"
          + say(zh: "  # 按各格内容推断\(near)", en: "  # by what its cells look like\(near)"))
    }
    for head in heads where head.reason == .unknown {
      let near =
        head.nearest.map { say(zh: "与“\($0)”相近，对就去掉 #", en: "near \($0): take the # away if it is right") }
        ?? say(zh: "含义未知，改成所属的列", en: "unknown: name what it holds")
      lines.append("  # \((head.column ?? .note).rawValue): [\(quoted(head.words))]  # \(near)")
    }
    let known = heads.filter { $0.reason == .known }.map { "\($0.words) \($0.column?.rawValue ?? "")" }
    if !known.isEmpty {
      let words = known.joined(separator: say(zh: "、", en: ", "))
      lines.append(say(zh: "  # 不必写，本来就认得：\(words)", en: "  # Known without being listed: \(words)"))
    }
    return lines
  }

  var summary: String {
    func count(_ reason: Head.Reason) -> Int { heads.count { $0.reason == reason } }
    return say(
      zh: "表头 \(heads.count) 列：认得 \(count(.known))，推断 \(count(.guessed))（请核对），未知 \(count(.unknown))",
      en:
        "columns, \(heads.count): \(count(.known)) known, \(count(.guessed)) guessed (check them), \(count(.unknown)) unknown"
    )
  }
}

extension OutlineProposal: ProposedProfile {
  func yaml(id: String, points: Int) -> String {
    var lines = beginning(id, kind: kind.rawValue, shape: "outline", english: "A text in sections")
    let signs: [(sign: String, values: [String])] = [
      ("title", [title.map { quoted("*" + $0 + "*") }].compactMap(\.self)), ("parts", parts.map(\.rawValue)),
      ("labels", labels.prefix(2).map(\.rawValue)),
    ].filter { !$0.values.isEmpty }
    for (at, sign) in signs.enumerated() {
      let own = at == 0 ? points - 15 * (signs.count - 1) : 15
      lines.append("  - {points: \(own), \(sign.sign): [\(sign.values.joined(separator: ", "))]}")
    }
    if !parts.isEmpty {
      let names = parts.map(\.rawValue).joined(separator: say(zh: "、", en: ", "))
      lines.append(say(zh: "# 不必写，本来就认得的部分：\(names)", en: "# Parts known without being listed: \(names)"))
    }
    if !unknown.isEmpty {
      lines.append(
        say(
          zh: "# 看不出属于哪一部分的大标题；把每一个写到所属部分之后，去掉 #：",
          en: "# Headings of which nothing tells what part they open: put each behind its part and take the # away:"))
      lines.append("# parts:")
      lines.append("#   plan: [\(unknown.map { quoted("*" + $0) }.joined(separator: ", "))]")
    }
    return lines.joined(separator: "\n") + "\n"
  }

  var summary: String {
    say(
      zh: "认得的部分 \(parts.count) 个，任务后的标签 \(labels.count) 种，未知的大标题 \(unknown.count) 个（请核对）",
      en:
        "\(plural(parts.count, "part")) known, \(plural(labels.count, "label")) behind tasks, \(plural(unknown.count, "heading")) unknown (check them)"
    )
  }
}
