import Plan
import Vocabulary

/// A row in conflict, side by side: the fields in which its heads differ, each with who says what.
func conflictLines(_ row: Row, _ language: Language) -> [String] {
  var out = [row.id]
  for conflict in row.conflicts {
    let keys = Set(conflict.values.flatMap { $0.value.members.map(\.key) }).sorted(by: utf8Order)
    for value in conflict.values {
      let heads = value.heads.map { String($0.prefix(12)) }.joined(separator: " ")
      if value.value["removed"] != nil {
        out.append("  \(heads)  " + Localized(zh: "已删除", en: "removed")[language])
        continue
      }
      let differing = keys.filter { key in conflict.values.contains { $0.value[key] != value.value[key] } }
      let fields = differing.compactMap { key in
        value.value[key].map { "\(key)=" + String(decoding: $0.canonical, as: UTF8.self) }
      }
      out.append("  \(heads)  " + fields.joined(separator: "  "))
    }
  }
  return out
}
