import Compare
import Plan
import Vocabulary

extension Words {
  static let merge = Localized(zh: "合并报告", en: "Merge report")
  static let conflicts = Localized(zh: "数据不一致", en: "Conflicts")
  static let collisions = Localized(zh: "编号相同的不同文件", en: "Documents of one id")
  static let duplicates = Localized(zh: "同一文件有几个编号", en: "One file under several ids")
  static let givenWay = Localized(zh: "未显示的识别结果", en: "Readings not shown")
  static let foreignChanges = Localized(zh: "改动了外市的记录", en: "Changes by another city")
  static let withdrawn = Localized(zh: "已撤回的记录", en: "Withdrawn records")
  static let resolved = Localized(zh: "本次裁定", en: "Settled")
  static let record = Localized(zh: "记录", en: "Record")
  static let group = Localized(zh: "不一致之处", en: "What differs")
  static let value = Localized(zh: "各方说法", en: "What is said")
  static let quoted = Localized(zh: "原文", en: "Words of the source")
  static let sentBy = Localized(zh: "报送方", en: "Sent by")
  static let revision = Localized(zh: "修订", en: "Revision")
  static let shownNow = Localized(zh: "目前显示", en: "shown now")
  static let notStated = Localized(zh: "未写明", en: "not stated")
  static let owner = Localized(zh: "所属城市", en: "Of")
  static let changedBy = Localized(zh: "改动", en: "Change")
  static let keptReading = Localized(zh: "显示", en: "shown")
  static let hiddenChanges = Localized(zh: "其中的更正未显示", en: "changes to it that are not shown")
  static let redactedGaveWay = Localized(zh: "脱敏件，显示原件", en: "redacted; the original is shown")
  static let olderGaveWay = Localized(
    zh: "同一文件，显示较新版本适配器读出的", en: "the same file; the newer adapter's reading is shown")
  static let sent = Localized(zh: "报送", en: "Sent")
  static let noConflicts = Localized(zh: "没有数据不一致", en: "no conflicts")
  static let removal = Localized(zh: "删除", en: "removal")
}

extension Phrases {
  /// What a side says of a group, as a person reads it: `不少于 6 所 · 新建学校 · “6所以上”`.
  func value(_ value: JSONObject, group: String) -> String {
    if value["removed"] == .bool(true) { return self(Words.removed) }
    if value.members.isEmpty { return self(Words.notStated) }
    switch group {
    case MemberGroup.figure: return figure(value)
    case MemberGroup.wording: return listed(value, ["number", "title", "aim", "text"])
    case MemberGroup.time:
      let due = value["due"]?.object
      let last = due?["date"]?.string.map { Words.bracketed($0, language) } ?? ""
      let parts = [due?["text"]?.string.map { text($0) + last }, period(value)]
      return parts.compactMap(\.self).joined(separator: " · ")
    default:
      // That two sources have two hashes says nothing where their names differ.
      let all = leaves(.object(value), below: "")
      let telling = all.filter { !$0.name.hasSuffix("sha256") && !$0.name.hasPrefix("text.") }
      return (telling.isEmpty ? all : telling).map { "\(text($0.name)): \(text($0.value))" }.joined(separator: " · ")
    }
  }

  private func figure(_ value: JSONObject) -> String {
    let bounds = Indicator.Comparator(rawValue: value["comparator"]?.string ?? "").map {
      meaning($0, value["low"]?.string, value["high"]?.string, value["unit"]?.string ?? "")
    }
    var parts = [bounds, value["subject"]?.string.map(text), value["quote"]?.string.map { "“\(text($0))”" }]
    if let kind = value["valueKind"]?.string, kind != "level" { parts.append(Words.label(.valueKinds, kind, language)) }
    if value["commitment"]?.string == "stretch" { parts.append(Words.label(.commitments, "stretch", language)) }
    for qualifier in value["qualifiers"]?.array ?? [] {
      parts.append(
        self(Words.condition) + " " + leaves(qualifier, below: "").map { text($0.value) }.joined(separator: " "))
    }
    return parts.compactMap(\.self).joined(separator: " · ")
  }

  private func listed(_ value: JSONObject, _ names: [String]) -> String {
    names.compactMap { value[$0] }.flatMap { leaves($0, below: "") }.map { text($0.value) }.joined(separator: " · ")
  }

  private func period(_ value: JSONObject) -> String? {
    guard let period = value["period"]?.object else { return nil }
    return "\(text(period["start"]?.string ?? ""))/\(text(period["end"]?.string ?? ""))"
  }

  /// The plain values in a value, each with the names that lead to it: `source.path`.
  private func leaves(_ value: JSON, below name: String) -> [(name: String, value: String)] {
    switch value {
    case .object(let object):
      object.members.flatMap { leaves($0.value, below: name.isEmpty ? $0.key : name + "." + $0.key) }
    case .array(let elements): elements.flatMap { leaves($0, below: name) }
    case .string(let text): [(name, text)]
    default: [(name, String(decoding: value.canonical, as: UTF8.self))]
    }
  }

  /// A bundle that was sent: its file, or the beginning of its fingerprint, and who signed it.
  func sender(_ sender: MergeAccount.Sender) -> String {
    let name = sender.path.map(text) ?? String(sender.fingerprint.prefix(12))
    let signers = sender.signers.map { signer in
      let stated = [signer.city?.name, signer.name].compactMap(\.self).map(text)
      return stated.isEmpty ? String(signer.key.prefix(12)) : stated.joined(separator: " ")
    }
    return signers.isEmpty ? name : name + Words.bracketed(signers.joined(separator: ", "), language)
  }

  /// Who changed what, when and why.
  func change(_ record: Record) -> String? {
    let removal = record.isRemoved ? self(Words.removal) : nil
    let change = record.body["change"]?.object
    let stated = ["date", "by", "why"].compactMap { change?[$0]?.string.map(text) }
    let parts = [removal].compactMap(\.self) + stated
    return parts.isEmpty ? nil : parts.joined(separator: " · ")
  }
}
