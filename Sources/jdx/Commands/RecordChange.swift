import Plan
import Vocabulary

/// What a revision says otherwise than those it replaces, a line for each member.
enum RecordChange {
  /// Members that name a revision or a place, not what is said.
  private static let bookkeeping = ["id", "revision", "parents", "change", "spans", "reading"]

  /// `low: 12 → 15`; of several that were replaced what each of them said.
  static func lines(from old: [Record], to new: Record) -> [String] {
    if new.isRemoved { return [say(zh: "已删除", en: "removed")] }
    let after = new.body.without(bookkeeping)
    let before = old.map { $0.body.without(bookkeeping) }
    let keys = Set((before + [after]).flatMap { $0.members.map(\.key) }).sorted(by: utf8Order)
    return keys.filter { key in before.contains { $0[key] != after[key] } }.map { key in
      var said: [String] = []
      for value in before.map({ words($0[key]) }) where !said.contains(value) { said.append(value) }
      return "\(key): \(said.joined(separator: " | ")) → \(words(after[key]))"
    }
  }

  private static func words(_ value: JSON?) -> String {
    guard let value else { return say(zh: "（无）", en: "(none)") }
    return value.string ?? String(decoding: value.canonical, as: UTF8.self)
  }
}
