import ArgumentParser
import Packaging
import Plan
import Vocabulary

struct HistoryCommand: ParsableCommand {
  static let configuration = describe(
    "history", zh: "查看一条记录的全部修订：谁、何时、为什么、改了什么",
    en: "Shows the revisions of a record: who, when, why, what changed", example: "jdx history goals.jdx key-1")

  enum Format: String, ExpressibleByArgument, CaseIterable { case text, jsonl }

  @Argument(help: help("数据包；- 为标准输入", "the bundle; - is standard input", value: ValueName.bundle), completion: .bundle)
  var bundle: String

  @Argument(help: help("编号，或 jdx show 显示的末尾部分", "the id, or its end as jdx show prints it", value: ValueName.id))
  var id: String

  @Option(help: help("形式", "the form", value: ValueName.form))
  var format = Format.text

  @OptionGroup var common: LanguageOption

  func run() throws {
    let open = try Input.bundle(bundle)
    let set = open.contents.revisions
    let (type, id) = try find(in: set)
    let revisions = ordered(set.revisions(type, id))
    switch format {
    case .jsonl: try write(revisions.flatMap { $0.line.canonical + [UInt8(ascii: "\n")] })
    case .text:
      let rows = open.view.rows(type).filter { $0.id == id }
      let current = Set(rows.flatMap { $0.heads.map(\.revision) })
      try printLines([id] + revisions.flatMap { described($0, in: set, isCurrent: current.contains($0.revision)) })
    }
  }

  // MARK: Finding

  /// The record of that id, else the only one whose id ends so.
  private func find(in set: RevisionSet) throws(Failure) -> (RecordType, String) {
    let all = RecordType.allCases.flatMap { type in set.ids(type).map { (type, $0) } }
    if let exact = all.first(where: { $0.1.utf8.elementsEqual(id.utf8) }) { return exact }
    let end = Array(("." + id).utf8)
    let ending = all.filter { $0.1.utf8.suffix(end.count).elementsEqual(end) }
    if ending.count == 1, let only = ending.first { return only }
    let listed = ending.prefix(3).map(\.1)
    throw Failure(
      .wrongUse, .usageValue,
      ending.isEmpty
        ? Localized(zh: "数据包里没有编号 \(id)", en: "the bundle has no record \(id)")
        : Localized(
          zh: "以 \(id) 结尾的编号有 \(ending.count) 个：\(listed.joined(separator: "、"))",
          en: "\(ending.count) ids end with \(id): \(listed.joined(separator: ", "))"),
      hint: Localized(zh: "用 jdx show 查看编号", en: "see the ids with jdx show"))
  }

  /// What is replaced stands before what replaces it; of two at once the one of the earlier day, then revision.
  private func ordered(_ revisions: [String: Record]) -> [Record] {
    let date = { (record: Record) in record.body["change"]?.object?["date"]?.string ?? "" }
    var waiting = revisions.values.sorted { (date($0), $0.revision) < (date($1), $1.revision) }
    var done: Set<String> = []
    var out: [Record] = []
    while let at = waiting.firstIndex(where: { $0.parents.allSatisfy { done.contains($0) || revisions[$0] == nil } }) {
      let next = waiting.remove(at: at)
      done.insert(next.revision)
      out.append(next)
    }
    return out
  }

  // MARK: Words

  private func described(_ record: Record, in set: RevisionSet, isCurrent: Bool) -> [String] {
    let known = set.revisions(record.type, record.id)
    let old = record.parents.compactMap { known[$0] }
    let mark = isCurrent ? say(zh: "  （当前）", en: "  (current)") : ""
    let changes = old.isEmpty ? [] : RecordChange.lines(from: old, to: record)
    return ["\(record.revision.prefix(12))  \(origin(record, set))\(mark)"] + changes.map { "    " + $0 }
  }

  /// Who made it: a person, or a reading by an adapter.
  private func origin(_ record: Record, _ set: RevisionSet) -> String {
    if let change = record.body["change"]?.object {
      let part = { (key: String) in change[key]?.string ?? "" }
      return "\(part("date"))  \(part("by"))\(say(zh: "：", en: ": "))\(part("why"))"
    }
    let reading = record.type == .document ? record.revision : record.reading
    for id in set.ids(.document) {
      guard let document = reading.flatMap({ set.revisions(.document, id)[$0]?.document }) else { continue }
      let adapter = "\(document.adapter.id) \(document.adapter.version)"
      return say(zh: "识别（\(adapter)）", en: "read by \(adapter)")
        + (document.source.path.map { "\(say(zh: "：", en: ": "))\($0)" } ?? "")
    }
    return record.isRemoved ? say(zh: "较新的文件里没有", en: "not in a later reading") : say(zh: "导入", en: "imported")
  }
}
