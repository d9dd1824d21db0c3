import Compare
import Plan
import Vocabulary

extension TextReport {
  /// A file of resolutions that lists every conflict with its sides; `take` and `why` are left for a person, and until
  /// they are filled in the file is refused.
  public static func resolutions(_ account: MergeAccount, language: Language) -> String {
    let phrases = Phrases(language: language)
    let quoted = { (text: String) in String(decoding: JSON.string(text).canonical, as: UTF8.self) }
    var out = ""
    for line in phrases(ResolutionWords.head).split(separator: "\n") { out += "# \(line)\n" }
    out += "by: \"\"\ndate: \"\"\nresolutions:"
    if account.conflicts.isEmpty { return out + " []\n" }
    out += "\n"
    for conflict in account.conflicts {
      let name = Words.group(conflict.group)[phrases.language]
      out += "\n  # \(phrases.text(name))\n"
      for (value, sides) in conflict.values {
        let heads = sides.map { String($0.record.revision.prefix(12)) }.joined(separator: " ")
        let senders = Set(sides.flatMap(\.senders)).sorted().map { phrases.sender(account.senders[$0]) }
        let words = [phrases.value(value, group: conflict.group), senders.joined(separator: ", ")]
        out += "  #   \(heads)  " + words.filter { !$0.isEmpty }.joined(separator: "  ← ") + "\n"
      }
      let isRecord = conflict.group == MemberGroup.record
      if !conflict.shown.members.isEmpty, !isRecord {
        out += "  #   base  \(phrases.value(conflict.shown, group: conflict.group))\n"
      }
      out += "  - id: \(quoted(conflict.row.id))\n"
      // Two rows of one id are told apart by their readings.
      let rows = account.conflicts.filter {
        $0.row.id.utf8.elementsEqual(conflict.row.id.utf8) && $0.group == conflict.group
      }
      if rows.count > 1, let reading = conflict.row.line["reading"]?.string {
        out += "    reading: \(quoted(String(reading.prefix(12))))\n"
      }
      out += "    group: \(quoted(conflict.group))\n"
      let choices = conflict.values.flatMap { $0.sides.prefix(1) }.map { String($0.record.revision.prefix(12)) }
      let more = isRecord ? ["kept", "removed"] : conflict.shown.members.isEmpty ? [] : ["base"]
      out += "    take: \"\"  # \((choices + more).joined(separator: " | "))\n    why: \"\"\n"
    }
    return out
  }
}

private enum ResolutionWords {
  static let head = Localized(
    zh: """
      数据不一致的裁定：填写 by（谁负责）、date（YYYY-MM-DD），每一处在 take 写上所选一方的修订号，在 why 写明理由；
      也可以用 from: 数据包名 代替 take，用 set: {字段: 值} 另写内容。同一条记录的各处要一起裁定。
      填好后：jdx merge … -o OUT.jdx --resolve 本文件
      """,
    en: """
      Resolutions: fill in by (who answers for it) and date (YYYY-MM-DD); of each conflict, take the revision of the side that
      holds, and say why. from: BUNDLE can stand for take, and set: {field: value} says something else. All conflicts of a
      record are decided together. Then: jdx merge … -o OUT.jdx --resolve THIS-FILE
      """)
}
