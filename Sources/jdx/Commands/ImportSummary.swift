import AdapterKit
import ChineseText
import Import
import Packaging
import Plan
import Reading
import Vocabulary

/// What an import tells a person: what was understood, repaired, and left unclaimed.
struct ImportSummary {
  let session: ImportSession
  let fixed: [Record]
  let written: WrittenBundle
  let output: String

  var lines: [String] {
    var out: [String] = []
    for (file, outcome) in session.outcomes {
      if case .imported(let document) = outcome { out += describe(document, file) }
    }
    if !fixed.isEmpty {
      out.append(say(zh: "更正 \(fixed.count) 处：", en: "\(fixed.count) corrected:"))
      out += fixed.map { "  \($0.id)" }
    }
    for superseded in written.view.superseded {
      out.append(
        say(
          zh: "\(superseded.document)：同一来源有两次读取，采用较新适配器的结果",
          en: "\(superseded.document): the same source was read twice; the newer adapter's reading is shown"))
    }
    let conflicts = written.view.conflicts.count
    if conflicts > 0 {
      out.append(say(zh: "数据不一致 \(conflicts) 处，用 jdx show 查看", en: "\(conflicts) conflicts; see jdx show"))
    }
    out.append(say(zh: "数据包：\(output)", en: "bundle: \(output)"))
    out.append(say(zh: "指纹：\(written.fingerprint)", en: "fingerprint: \(written.fingerprint)"))
    return out
  }

  private func describe(_ document: ImportedDocument, _ file: SourceFile) -> [String] {
    let reading = document.reading
    let known = document.isKnown ? say(zh: "（与已有内容相同）", en: " (nothing new)") : ""
    var out = ["\(file.displayPath) → \(document.assembly.document.id)\(known)"]
    if let chosen = reading.recognitions.first {
      let reasons = chosen.evidence.filter { $0.points != 0 }
        .map { "\($0.reason[language]) \($0.points > 0 ? "+" : "")\($0.points)" }
      out.append(
        say(
          zh: "  识别为 \(chosen.adapter.name.zh)（\(chosen.adapter.id)，\(chosen.score) 分）：\(reasons.joined(separator: "；"))",
          en: "  read as \(chosen.adapter.name.en) (\(chosen.adapter.id), \(chosen.score) points): \(reasons.joined(separator: "; "))"
        ))
    }
    let encoding = reading.decoded.encoding + (reading.decoded.hasBOM ? " (BOM)" : "")
    out.append(say(zh: "  编码：\(encoding)", en: "  encoding: \(encoding)"))
    out.append("  " + counts(document))
    out += inferred(document)
    out += repairs(reading.repaired)
    out.append("  " + totals(reading))
    out += diagnostics(document, file)
    return out
  }

  private func counts(_ document: ImportedDocument) -> String {
    let items = document.reading.draft.items
    let figures = items.reduce(0) { $0 + $1.figures.count }
    let byRole = Item.Role.allCases.compactMap { role -> String? in
      let count = items.count { $0.role == role }
      guard count > 0 else { return nil }
      let name = Labels.standard.label(.itemRoles, role.rawValue)?[language] ?? role.rawValue
      return language == .zhHans ? "\(name) \(count)" : "\(count) \(name)"
    }
    let figureText = say(zh: "指标 \(figures)", en: "\(figures) figures")
    return say(zh: "读出：", en: "read: ") + (byRole + [figureText]).joined(separator: say(zh: "，", en: ", "))
  }

  private func inferred(_ document: ImportedDocument) -> [String] {
    guard let record = document.assembly.document.document, !record.inferred.isEmpty else { return [] }
    let values = record.inferred.map { field -> String in
      switch field {
      case "city": say(zh: "城市 \(record.city.name)", en: "city \(record.city.name)")
      case "organization": say(zh: "单位 \(record.organization)", en: "bureau \(record.organization)")
      case "date": say(zh: "日期 \(record.date ?? "")", en: "date \(record.date ?? "")")
      case "period": say(zh: "年度 \(record.period.start.prefix(4))", en: "year \(record.period.start.prefix(4))")
      default: say(zh: "标题 \(record.title)", en: "title \(record.title)")
      }
    }
    return [say(zh: "  推断（原文未写明）：", en: "  inferred, not stated: ") + values.joined(separator: say(zh: "，", en: ", "))]
  }

  private func repairs(_ text: RepairedText) -> [String] {
    let counted = Repair.Kind.allCases.compactMap { kind -> String? in
      let count = text.repairs.count { $0.kind == kind }
      guard count > 0 else { return nil }
      return say(zh: "\(kind.label.zh) \(count) 处", en: "\(count) × \(kind.label.en)")
    }
    guard !counted.isEmpty else { return [] }
    return [say(zh: "  修复：", en: "  repaired: ") + counted.joined(separator: say(zh: "，", en: ", "))]
  }

  private func totals(_ reading: DocumentReading) -> String {
    let parts = Segment.Class.allCases.map { kind -> String in
      let scalars = reading.segments.filter { $0.class == kind }.reduce(0) { $0 + $1.range.count }
      return "\(kind.label[language]) \(scalars)"
    }
    return say(zh: "原文 \(reading.repaired.source.count) 字：", en: "\(reading.repaired.source.count) characters: ")
      + parts.joined(separator: say(zh: "，", en: ", "))
  }

  private func diagnostics(_ document: ImportedDocument, _ file: SourceFile) -> [String] {
    let index = LineIndex(document.reading.repaired.source)
    return document.diagnostics.flatMap { diagnostic -> [String] in
      var place = ""
      if let range = diagnostic.range {
        let pieces = document.reading.repaired.sourceRanges(of: range)
        let found = index.place(of: pieces.first?.lowerBound ?? document.reading.repaired.sourceOffset(of: range.lowerBound))
        place = ":\(found.line):\(found.column)"
      }
      let severity = diagnostic.severity == .note ? say(zh: "说明", en: "note") : say(zh: "提醒", en: "warning")
      let line = "  \(file.displayPath)\(place): \(severity): \(diagnostic.message[language]) [\(diagnostic.code)]"
      return [line] + (diagnostic.hint.map { ["    " + $0[language]] } ?? [])
    }
  }
}

extension Repair.Kind {
  var label: Localized {
    switch self {
    case .antiCopy: Localized(zh: "防复制乱码", en: "anti-copy run")
    case .filterDot: Localized(zh: "词中间隔点", en: "dot inside a word")
    case .pageRemnant: Localized(zh: "网页残留的竖线", en: "bar left by the page")
    }
  }
}

extension Segment.Class {
  var label: Localized {
    switch self {
    case .record: Localized(zh: "记录", en: "records")
    case .structure: Localized(zh: "结构", en: "structure")
    case .boilerplate: Localized(zh: "页面附带", en: "boilerplate")
    case .noise: Localized(zh: "乱码", en: "noise")
    case .unclaimed: Localized(zh: "未识别", en: "unclaimed")
    }
  }
}
