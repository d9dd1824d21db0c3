import Intake
import Plan
import Vocabulary

extension TextReport {
  /// What was sent and what is owed: the leader's table, who is to be chased, what goes back to whom, the files and the
  /// control totals.
  public static func intakeText(_ receipt: Receipt, language: Language, width: Int) -> String {
    var text = IntakeText(
      receipt: receipt, tables: IntakeTables(receipt, Phrases(language: language)), width: max(20, width))
    text.head()
    text.reminders()
    text.findings()
    text.files()
    text.totals()
    return text.out
  }
}

private struct IntakeText {
  let receipt: Receipt
  let tables: IntakeTables
  let width: Int
  var out = ""

  private var phrases: Phrases { tables.phrases }
  private var colon: String { Words.colon(phrases.language) }

  mutating func head() {
    add(tables.title, 0)
    add(tables.headline, 0)
    out += "\n"
    let heads = [Words.sender, Words.state, Words.arrival, Words.signature, Words.goals, Words.explanation]
    var grid = Grid(header: heads.map { phrases($0) })
    grid.rows = receipt.senders.map { sender in
      [
        phrases.name(sender), phrases(Words.state(sender.state)), phrases.time(sender), phrases.signature(sender),
        phrases.count(sender, \.goals), phrases.summary(sender),
      ].map { [$0] }
    }
    out += grid.text(width: width)
  }

  mutating func reminders() {
    let senders = receipt.senders.filter(\.isReminded)
    guard !senders.isEmpty else { return }
    section(Words.reminders)
    for sender in senders {
      let day =
        sender.missing.isEmpty
        ? ""
        : Words.bracketed(
          "\(phrases(Words.deadline)) \(phrases.deadline(sender))", phrases.language)
      add("\(phrases.name(sender))\(colon)\(phrases.owed(sender))\(day)", 2)
    }
  }

  mutating func findings() {
    for (severity, word) in [(Finding.Severity.correct, Words.corrections), (.check, Words.checks)] {
      for sender in receipt.senders {
        let findings = sender.findings(severity).filter { $0.kind != .missing }
        guard !findings.isEmpty else { continue }
        out += "\n"
        add("\(phrases(word))\(colon)\(phrases.name(sender))", 0)
        for kind in Finding.Kind.allCases { self.findings(kind, findings.filter { $0.kind == kind }) }
      }
    }
  }

  /// Those of one kind: what is wrong and what to do stand once.
  private mutating func findings(_ kind: Finding.Kind, _ findings: [Finding]) {
    guard !findings.isEmpty else { return }
    var bases: [String] = []
    for finding in findings {
      let basis = phrases.basis(finding)
      if !bases.contains(basis) { bases.append(basis) }
    }
    for basis in bases {
      let own = findings.filter { phrases.basis($0) == basis }
      add("\(phrases(Words.finding(kind))) \(own.count)" + (basis.isEmpty ? "" : colon + basis), 2)
      for line in kind.isOfForm ? phrases.heads(own) : own.map(phrases.place) where !line.isEmpty { add(line, 4) }
      for side in own.flatMap(\.sides) { add("· " + phrases.side(side), 6) }
    }
    add("→ " + phrases(Words.advice(kind)), 4)
  }

  mutating func files() {
    section(Words.files)
    for file in receipt.files { add("\(phrases.text(file.path))\(colon)\(phrases.fate(file))", 2) }
    guard !receipt.unexpected.isEmpty else { return }
    section(Words.unexpectedSenders)
    for one in receipt.unexpected { add("\(phrases.text(one.file))\(colon)\(phrases.document(one.document))", 2) }
  }

  mutating func totals() {
    let totals = receipt.totals
    section(Words.controlTotals)
    var grid = Grid(header: [phrases(Words.holds)] + Words.totalsHeads.map { phrases($0) })
    let lines =
      [(phrases(Words.revisionRows), totals.revisions)] + totals.records.map { (phrases.record($0.type), $0.line) }
    grid.rows = lines.map { name, line in
      [name] + [line.sent, line.repeated, line.replaced, line.joined, line.merged].map { String($0.count) }
    }.map { $0.map { [$0] } }
    out += grid.text(width: width)
    let word = phrases(totals.isReconciled ? Words.reconciled : Words.unreconciled)
    add(
      phrases(
        Localized(
          zh: "\(word)：\(totals.files.count) 个数据包，\(totals.units.count) 种计量单位逐一核对，数据不一致 \(totals.conflicts) 处",
          en:
            "\(word): \(totals.files.count) bundles, \(totals.units.count) roles and units held against each other, conflicts: \(totals.conflicts)"
        )), 0)
    add(phrases(receipt.isComplete ? Words.inOrder : Words.notInOrder), 0)
  }

  private mutating func section(_ words: Localized) {
    out += "\n"
    add(phrases(words) + colon, 0)
  }

  private mutating func add(_ text: String, _ indent: Int) {
    for (number, line) in LineBreaking.lines(text, width: width - indent - 2).enumerated() {
      out += String(repeating: " ", count: indent + (number > 0 ? 2 : 0)) + line + "\n"
    }
  }
}
