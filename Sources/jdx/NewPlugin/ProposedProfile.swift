import Profiles
import Vocabulary

extension LedgerProposal {
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

  /// The profile's file.
  ///
  /// - Parameter points: what title and columns give together, more than any other adapter finds.
  func yaml(id: String, points: Int) -> String {
    let label = title ?? id
    var lines = [
      say(
        zh: "# 照样例拟出，请逐行核对；改后运行 jdx adapters test。",
        en: "# Proposed from an example: check every line, then run jdx adapters test."),
      "profile: \(id)", "version: 1", "name: {zh: \(quoted(label)), en: \(id)}",
      "summary: {zh: \(quoted(label + "。")), en: A ledger as \(id) has it.}", "kind: taskLedger", "shape: ledger",
      "evidence:",
    ]
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

  private func quoted(_ text: String) -> String { "'" + text.replacing("'", with: "''") + "'" }
}
