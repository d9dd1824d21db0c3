import Intake
import Plan
import Signing
import Vocabulary

extension Phrases {
  private var colon: String { Words.colon(language) }
  private func bracketed(_ words: String) -> String { Words.bracketed(words, language) }
  private func quoted(_ words: String) -> String { "“\(text(words))”" }

  func kind(_ kind: Document.Kind) -> String { Words.label(.documentKinds, kind.rawValue, language) }

  /// `青岛市 市示例教育局`.
  func name(_ sender: SenderReceipt) -> String {
    [text(sender.expected.city.name), sender.expected.organization.map(text)].compactMap(\.self).joined(separator: " ")
  }

  /// `逾期（2032-01-25，签名自述）`.
  func time(_ sender: SenderReceipt) -> String {
    guard let timing = sender.timing else { return "—" }
    let basis = [timing.date?.description, timing.evidence.map { self(Words.evidence($0)) }].compactMap(\.self)
    let word = self(Words.timing(timing.standing))
    return basis.isEmpty ? word : word + bracketed(basis.joined(separator: Words.comma(language)))
  }

  func signature(_ sender: SenderReceipt) -> String {
    sender.files.isEmpty ? "—" : self(sender.standing?.words ?? Words.unsigned)
  }

  /// `12（上年 11）`; a dash where nothing came.
  func count(_ sender: SenderReceipt, _ value: KeyPath<SenderReceipt.Counts, Int>) -> String {
    let own = sender.counts.documents == 0 ? "—" : String(sender.counts[keyPath: value])
    return sender.earlier.map { "\(own)\(bracketed("\(self(Words.lastYear)) \($0[keyPath: value])"))" } ?? own
  }

  /// All findings by kind, with how often: `数据不一致 1、与上年相同 3`.
  func summary(_ sender: SenderReceipt) -> String {
    let words = Finding.Kind.allCases.compactMap { kind -> String? in
      let own = sender.findings.filter { $0.kind == kind }
      guard !own.isEmpty else { return nil }
      guard kind == .missing else { return "\(self(Words.finding(kind))) \(own.count)" }
      let kinds = sender.missing.map { self.kind($0) }.joined(separator: self(Words.listComma))
      return self(Words.finding(kind)) + colon + kinds
    }
    return words.isEmpty ? self(Words.state(.complete)) : words.joined(separator: language == .zhHans ? "；" : "; ")
  }

  /// What is asked for: the missing documents, then what has to be corrected.
  func owed(_ sender: SenderReceipt) -> String {
    let missing = sender.missing.map { self(Words.finding(.missing)) + colon + kind($0) }
    let rest = Finding.Kind.allCases.filter { $0 != .missing }.compactMap { kind -> String? in
      let count = sender.findings(.correct).count { $0.kind == kind }
      return count == 0 ? nil : "\(self(Words.finding(kind))) \(count)"
    }
    return (missing + rest).joined(separator: language == .zhHans ? "；" : "; ")
  }

  /// The deadline, and whether it has passed where the day of the check is known.
  func deadline(_ sender: SenderReceipt) -> String {
    let day = sender.expected.deadline?.description ?? "—"
    return sender.isOverdue.map { day + Words.comma(language) + self($0 ? Words.overdue : Words.notDue) } ?? day
  }

  /// Where it is and what stands there: the file, the record's id, the words, those of last year, those of each side.
  func places(_ finding: Finding) -> [String] {
    [finding.file.map(text), finding.record.map(text), finding.quote.map(quoted), earlier(finding)]
      .compactMap(\.self) + finding.sides.map { "· " + side($0) }
  }

  /// The same on one line, without the sides.
  func place(_ finding: Finding) -> String {
    [finding.file.map(text), finding.record.map(text), finding.quote.map(quoted), earlier(finding)]
      .compactMap(\.self).joined(separator: " ")
  }

  private func earlier(_ finding: Finding) -> String? {
    finding.earlier.map { "\(self(Words.lastYear))\(colon)\(text($0.id)) \(quoted($0.words))" }
  }

  /// `low: 12（甲处，2032-01-10，a.jdx）`.
  func side(_ side: Finding.Side) -> String {
    let who = ([side.by, side.date].compactMap(\.self) + side.files).map(text)
    let words = side.words.isEmpty ? self(Words.removed) : text(side.words)
    return words + (who.isEmpty ? "" : bracketed(who.joined(separator: Words.comma(language))))
  }

  /// The heads or categories of each document on a line.
  func heads(_ findings: [Finding]) -> [String] {
    var records: [String] = []
    for record in findings.compactMap(\.record) where !records.contains(record) { records.append(record) }
    return records.map { record in
      let own = findings.filter { $0.record == record }.compactMap(\.quote).map(quoted)
      return "\(text(record))\(colon)\(own.joined(separator: self(Words.listComma)))"
    }
  }

  /// By what rule it was found, as far as it is not said by its name.
  func basis(_ finding: Finding) -> String {
    let word = finding.rule ?? ""
    switch finding.kind {
    case .missing: return Document.Kind(rawValue: word).map { kind($0) } ?? word
    case .rule: return (Fault.Code(rawValue: word).map { self($0.label) + " " } ?? "") + "[\(word)]"
    case .brokenSignature, .untrusted: return Standing(rawValue: word).map { self($0.words) } ?? word
    case .tooFew:
      let name = self(word == "goals" ? Words.goals : Words.figureCount)
      guard let counts = finding.counts else { return name }
      return language == .zhHans
        ? "\(name) \(counts.found)，应不少于 \(counts.wanted)" : "\(name): \(counts.found), \(counts.wanted) at least"
    case .headingGone, .headingNew, .categoryGone, .categoryNew:
      switch word {
      case "template": return self(Localized(zh: "与下发模板对照", en: "by the form handed down"))
      case "vocabulary": return self(Localized(zh: "与词表对照", en: "by the vocabulary"))
      default: return self(Localized(zh: "与上年对照", en: "by last year's document"))
      }
    case .otherForm:
      return word.isEmpty
        ? self(Localized(zh: "只能按标题层次识别", en: "read by its headings only"))
        : self(Localized(zh: "应识别为 \(word)", en: "\(word) was expected"))
    case .otherKey: return text(word)
    case .unsigned: return self(Localized(zh: "要求签名", en: "a signature is required"))
    case .conflict: return self(Localized(zh: "两方各自改过，谁也没有取代谁", en: "changed on both sides, neither after the other"))
    case .otherYear: return self(Localized(zh: "不是应报的年度", en: "not the year that is due"))
    case .sameSource: return self(Localized(zh: "原始文件的 SHA-256 相同", en: "one SHA-256 of the source file"))
    case .copied, .goalGone, .figureGone: return self(Localized(zh: "与上年对照", en: "by last year's document"))
    }
  }

  /// `2（合计 84.5）`.
  func amount(_ amount: ControlTotals.Amount) -> String {
    amount.sum.map { "\(amount.count)\(bracketed("\(self(Words.sumOf)) \($0)"))" } ?? String(amount.count)
  }

  func record(_ type: RecordType) -> String {
    switch type {
    case .document: self(Localized(zh: "文件", en: "Documents"))
    case .item: self(Localized(zh: "条目", en: "Items"))
    case .indicator: self(Words.figureCount)
    case .link: self(Localized(zh: "关联", en: "Links"))
    }
  }

  /// What became of a file: its state, and the reason or the other file.
  func fate(_ file: SortedFile) -> String {
    let word = self(Words.state(file.state))
    guard let detail = file.problem.map({ self($0.reason) }) ?? file.other.map(text) else { return word }
    return word + colon + detail
  }
}

extension Finding.Kind {
  /// Whether it names a head or a category of a form.
  var isOfForm: Bool { [.headingGone, .headingNew, .categoryGone, .categoryNew].contains(self) }
}
