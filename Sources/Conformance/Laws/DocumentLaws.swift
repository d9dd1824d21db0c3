import AdapterKit
import ChineseText
import Import
import Plan
import Vocabulary

/// The laws that the documents of an import break.
///
/// - Parameter isDamaged: whether words of a contact's field may have been put into a goal's text as well; what the
///   text says twice is then no secret, and a damaged title is nobody's.
public func brokenLaws(of session: ImportSession, isDamaged: Bool = false) -> [Breach] {
  var laws = LawCheck()
  for imported in session.imported {
    laws.checkText(imported)
    laws.checkAccounting(imported.reading)
    laws.checkRecords(session, imported)
    laws.checkQuotes(imported)
    laws.checkPeople(imported, isDamaged: isDamaged)
  }
  return laws.breaches
}

extension LawCheck {
  fileprivate mutating func checkText(_ imported: ImportedDocument) {
    let repaired = imported.reading.repaired
    let printed = try? TextReading(imported.reading.file.bytes, name: imported.reading.file.name).bytes
    check(
      printed == imported.assembly.text, .text,
      Localized(zh: "出处所指的文字与 jdx text 打印的不同", en: "the text that spans point into is not what jdx text prints"))
    check(
      repaired.source == imported.reading.text.file.scalars, .text,
      Localized(zh: "原文与文件中读出的文字不同", en: "the source is not the decoded file"))
    var undone: [Unicode.Scalar] = []
    var at = 0
    for repair in repaired.repairs {
      let kept = repair.range.lowerBound - undone.count
      undone += repaired.text[at..<at + kept] + repair.original
      at += kept + repair.replacement.count
    }
    check(
      undone + repaired.text[at...] == repaired.source, .text,
      Localized(zh: "撤销全部修复后得不到原文", en: "undoing every repair does not give the source"))
  }

  fileprivate mutating func checkAccounting(_ reading: DocumentReading) {
    var at = 0
    for segment in reading.segments {
      check(
        segment.range.lowerBound == at && !segment.range.isEmpty, .accounting,
        Localized(zh: "各段在第 \(at) 个字处不相接", en: "segments do not adjoin at \(at)"))
      check(
        (segment.class == .record) == (segment.owner != nil), .accounting,
        Localized(zh: "第 \(at) 个字处的段没有归属", en: "a record's segment has no owner at \(at)"))
      let isRuled = segment.class != .record && segment.class != .unclaimed
      check(
        isRuled == (segment.rule != nil), .accounting,
        Localized(zh: "第 \(at) 个字处的段没有写明依据", en: "a segment names no rule at \(at)"))
      at = segment.range.upperBound
    }
    check(
      at == reading.repaired.source.count, .accounting,
      Localized(
        zh: "各段合计 \(at) 个字，原文 \(reading.repaired.source.count) 个",
        en: "the segments cover \(at) characters of \(reading.repaired.source.count)"))
    let noise = reading.segments.filter { $0.class == .noise }.reduce(0) { $0 + $1.range.count }
    let removed = reading.repaired.repairs.reduce(0) { $0 + max(0, $1.range.count - $1.replacement.count) }
    check(
      noise == removed, .accounting,
      Localized(
        zh: "修复去掉 \(removed) 个字，记为杂质的有 \(noise) 个",
        en: "repairs removed \(removed) characters, and \(noise) are counted as noise"))
  }

  fileprivate mutating func checkRecords(_ session: ImportSession, _ imported: ImportedDocument) {
    for fault in Validation.faults(in: session.contents.revisions, text: { session.contents.scalars(ofText: $0) }) {
      check(
        false, .records, record: fault.record,
        Localized(zh: "违反格式规则：\(fault.rule)", en: "breaks a rule of the format: \(fault.rule)"))
    }
    let records = imported.assembly.records
    for record in records {
      let faults = Record.read(record.type, record.line).faults
      check(
        faults.isEmpty, .records, record: record.id,
        Localized(
          zh: "不是合法的记录：\(faults.first?.rule ?? "")", en: "is no legal record: \(faults.first?.rule ?? "")"))
    }
    checkOnce(records.map(\.id))
  }

  mutating func checkOnce(_ ids: [String]) {
    var seen: Set<[UInt8]> = []
    for id in ids {
      check(
        seen.insert(Array(id.utf8)).inserted, .ids, record: id, Localized(zh: "编号重复", en: "the id is given twice"))
    }
  }
}

extension Fault {
  /// The rule and where it is broken: `[field.missing] /title`.
  fileprivate var rule: String {
    ["[\(code.rawValue)]", path, detail].filter { !$0.isEmpty }.joined(separator: " ")
  }
}
