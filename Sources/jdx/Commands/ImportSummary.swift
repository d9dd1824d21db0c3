import AdapterKit
import ChineseText
import Import
import Packaging
import Plan
import Vocabulary

/// What an import tells a person: what was understood of each file and why, what was repaired, what is left unclaimed.
struct ImportSummary {
  let session: ImportSession
  /// The files of our own exchange forms, read back as they were written.
  var exchanged: [ExchangedFile] = []
  /// Of every file that was not imported, why.
  var failures: [Failure] = []
  var fixed: [Record] = []
  /// How many corrections say what was read anyway.
  var unchanged = 0
  /// Absent where no file was imported.
  var written: WrittenBundle?

  /// How many files were imported.
  var count: Int { session.imported.count + exchanged.count }

  /// - Parameter path: where the bundle was written.
  func lines(_ path: String) -> [String] {
    var lines = imported.flatMap { file, document in describe(document, file) } + exchanged.map(\.line)
    if !fixed.isEmpty {
      lines.append(say(zh: "更正 \(fixed.count) 处：", en: plural(fixed.count, "correction") + ":"))
      lines += fixed.map { "  \($0.id)" }
    }
    if unchanged > 0 {
      lines.append(
        say(
          zh: "\(unchanged) 条更正与已读出的相同，没有改动",
          en: "\(plural(unchanged, "correction")) would change nothing: that is what was read"))
    }
    return lines + (written.map { closingLines($0, path) } ?? [])
  }

  /// What to look at, as compilers say it: files that were not imported, what was noticed in the others, and at the end
  /// the readings to check.
  var warnings: [String] {
    var lines = (failures.map(\.notice) + notices.flatMap(\.noticed)).flatMap(\.lines)
    if !failures.isEmpty {
      lines.append(
        written == nil
          ? say(zh: "没有写出数据包", en: "no bundle was written")
          : say(
            zh: "\(failures.count) 个文件没有导入，\(count) 个已导入",
            en: "\(plural(failures.count, "file")) not imported, \(count) imported"))
    }
    let toCheck = notices.flatMap(\.toCheck)
    if !toCheck.isEmpty {
      lines.append(
        say(
          zh: "待核 \(toCheck.count) 处，请对照原文核对：",
          en: "\(plural(toCheck.count, "reading")) of low confidence, to be checked against the source:"))
      lines += toCheck.flatMap(\.lines)
    }
    return lines
  }

  var notices: [(noticed: [Notice], toCheck: [Notice])] {
    imported.map { file, document in document.notices(path: file.displayPath) }
  }

  var imported: [(file: SourceFile, document: ImportedDocument)] {
    session.outcomes.compactMap { file, outcome in
      if case .imported(let document) = outcome { (file, document) } else { nil }
    }
  }

  private func describe(_ document: ImportedDocument, _ file: SourceFile) -> [String] {
    let reading = document.reading
    let known = document.isKnown ? say(zh: "（与已有内容相同）", en: " (nothing new)") : ""
    var lines = ["\(file.displayPath) → \(document.assembly.document.id)\(known)"]
    lines += reading.recognitions.prefix(1).map(choice)
    let source = reading.text.file
    if let encoding = source.encoding {
      lines.append(
        say(zh: "编码：", en: "encoding: ") + encoding + (source.hasBOM ? say(zh: "（有 BOM）", en: " (BOM)") : ""))
    } else {
      lines.append(say(zh: "文件格式：", en: "format: ") + source.fileExtension)
    }
    lines.append(say(zh: "读出：", en: "read: ") + counts(reading.draft))
    if let continued = continued(document) { lines.append(continued) }
    if let inferred = inferred(document.assembly.document) {
      lines.append(say(zh: "推断（原文未写明）：", en: "inferred, not stated: ") + inferred)
    }
    let repairs = Repair.Kind.allCases.compactMap { kind in
      kind.counted(reading.repaired.repairs.count { $0.kind == kind })
    }
    if !repairs.isEmpty { lines.append(say(zh: "修复：", en: "repaired: ") + listed(repairs)) }
    lines.append(totals(reading))
    return lines.prefix(1) + lines.dropFirst().map { "  " + $0 }
  }

  /// Which adapter was chosen and what spoke for it.
  private func choice(_ chosen: Recognition) -> String {
    let how =
      session.options.adapterID == nil
      ? say(zh: "识别为", en: "recognised as") : say(zh: "按 --adapter 读作", en: "as --adapter says:")
    let name = chosen.adapter.name[language]
    let score = say(
      zh: "\(how)\(name)（\(chosen.adapter.id)，\(chosen.score) 分）",
      en: "\(how) \(name) (\(chosen.adapter.id), \(chosen.score) points)")
    let reasons = chosen.evidence.filter { $0.points != 0 }
      .map { "\($0.reason[language]) \($0.points > 0 ? "+" : "")\($0.points)" }
    guard !reasons.isEmpty else { return score }
    return score + say(zh: "：", en: ": ") + reasons.joined(separator: say(zh: "；", en: "; "))
  }

  private func counts(_ draft: Draft) -> String {
    let roles = Item.Role.allCases.compactMap { role in role.counted(draft.items.count { $0.role == role }) }
    let figures = draft.items.reduce(0) { $0 + $1.figures.count }
    return listed(roles + [counted(figures, zh: "指标", en: "figure")])
  }

  /// How a newer draft stands to the reading that it follows.
  private func continued(_ document: ImportedDocument) -> String? {
    guard !document.isKnown else { return nil }
    guard !document.assembly.document.parents.isEmpty else {
      guard session.isOnto else { return nil }
      return say(zh: "原数据包里没有这份文件，作为新文件加入", en: "the older bundle holds no such document; it is added as a new one")
    }
    let below = document.assembly.records.filter { $0.type != .document }
    let (gone, kept) = (below.count(where: \.isRemoved), below.count { !$0.isRemoved && !$0.parents.isEmpty })
    let new = below.count - gone - kept
    return say(
      zh: "与原数据包相比：保留编号 \(kept)，新增 \(new)，取消 \(gone)",
      en: "against the older bundle: \(plural(kept, "id")) kept, \(new) new, \(gone) gone")
  }

  private func inferred(_ record: Record) -> String? {
    guard let document = record.document, !document.inferred.isEmpty else { return nil }
    return listed(
      document.inferred.map { field in
        switch field {
        case "city": say(zh: "城市 ", en: "city ") + document.city.name
        case "organization": say(zh: "单位 ", en: "bureau ") + document.organization
        case "date": say(zh: "日期 ", en: "date ") + (document.date ?? "")
        case "period": say(zh: "年度 ", en: "year ") + document.period.start.prefix(4)
        default: say(zh: "标题 ", en: "title ") + document.title
        }
      })
  }

  /// What became of the source's characters; what is unclaimed is always told.
  private func totals(_ reading: DocumentReading) -> String {
    let parts = Segment.Class.allCases.compactMap { kind -> String? in
      let scalars = reading.segments.filter { $0.class == kind }.reduce(0) { $0 + $1.range.count }
      return scalars > 0 || kind == .unclaimed ? "\(kind.label[language]) \(scalars)" : nil
    }
    let all = reading.repaired.source.count
    return say(zh: "原文 \(all) 字：", en: plural(all, "character") + ": ") + listed(parts)
  }
}

extension Item.Role {
  /// `目标 9`, `9 goals`; nil for none.
  fileprivate func counted(_ count: Int) -> String? {
    guard count > 0 else { return nil }
    let label = Labels.standard.label(.itemRoles, rawValue)
    let one = self == .context ? "sentence of context" : label?.en ?? rawValue
    let many = self == .context ? "sentences of context" : nil
    return jdx.counted(count, zh: label?.zh ?? rawValue, en: one, plural: many)
  }
}

extension Repair.Kind {
  fileprivate func counted(_ count: Int) -> String? {
    guard count > 0 else { return nil }
    return switch self {
    case .antiCopy: say(zh: "防复制乱码 \(count) 处", en: plural(count, "anti-copy run"))
    case .filterDot: say(zh: "词中间隔点 \(count) 处", en: plural(count, "dot inside a word", "dots inside words"))
    case .pageRemnant:
      say(zh: "网页残留符号 \(count) 处", en: plural(count, "mark left by the page", "marks left by the page"))
    case .radical:
      say(zh: "部首字符 \(count) 处", en: plural(count, "radical for a character", "radicals for characters"))
    case .deletedText: say(zh: "修订中删除的文字 \(count) 处", en: plural(count, "deleted passage"))
    case .hiddenText: say(zh: "隐藏的文字 \(count) 处", en: plural(count, "hidden passage"))
    case .ruby: say(zh: "注音 \(count) 处", en: plural(count, "reading over a word", "readings over words"))
    case .hiddenSheet: say(zh: "隐藏的工作表 \(count) 张", en: plural(count, "hidden sheet"))
    case .annotation:
      say(
        zh: "繁体注音字 \(count) 处",
        en: plural(count, "traditional character with pinyin", "traditional characters with pinyin"))
    }
  }
}

extension Segment.Class {
  fileprivate var label: Localized {
    switch self {
    case .record: Localized(zh: "记入", en: "in records")
    case .structure: Localized(zh: "结构", en: "structure")
    case .boilerplate: Localized(zh: "页面附带", en: "boilerplate")
    case .noise: Localized(zh: "乱码", en: "noise")
    case .unclaimed: Localized(zh: "未识别", en: "unclaimed")
    }
  }
}
