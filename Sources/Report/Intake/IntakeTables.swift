import Intake
import Plan
import Sheet
import Vocabulary

extension HTMLReport {
  /// What was sent and what is owed, as one HTML file that needs nothing else.
  public static func intake(_ receipt: Receipt, language: Language) -> String {
    IntakeTables(receipt, Phrases(language: language)).report.page(language)
  }

  /// What goes back to one sender.
  public static func letter(_ sender: SenderReceipt, of receipt: Receipt, language: Language) -> String {
    IntakeTables(receipt, Phrases(language: language)).letter(sender).page(language)
  }
}

extension TextReport {
  /// What was sent and what is owed, as Markdown.
  public static func intakeMarkdown(_ receipt: Receipt, language: Language) -> String {
    IntakeTables(receipt, Phrases(language: language)).report.markdown
  }

  /// What goes back to one sender.
  public static func letterMarkdown(_ sender: SenderReceipt, of receipt: Receipt, language: Language) -> String {
    IntakeTables(receipt, Phrases(language: language)).letter(sender).markdown
  }
}

extension WorkbookReport {
  /// What was sent and what is owed, as a workbook whose first sheet is the leader's table.
  public static func intake(_ receipt: Receipt, language: Language) throws(SheetError) -> [UInt8] {
    try IntakeTables(receipt, Phrases(language: language)).report.workbook()
  }

  /// What goes back to one sender.
  public static func letter(
    _ sender: SenderReceipt, of receipt: Receipt, language: Language
  ) throws(SheetError) -> [UInt8] {
    try IntakeTables(receipt, Phrases(language: language)).letter(sender).workbook()
  }
}

/// The tables of `intake`.
struct IntakeTables {
  typealias Cell = TabledReport.Cell
  typealias Line = TabledReport.Words

  let receipt: Receipt
  let phrases: Phrases

  init(_ receipt: Receipt, _ phrases: Phrases) { (self.receipt, self.phrases) = (receipt, phrases) }

  private var colon: String { Words.colon(phrases.language) }

  var title: String {
    let name = receipt.expectations.title.map(phrases.text) ?? String(receipt.expectations.year)
    return "\(phrases(Words.receipt))\(colon)\(name)"
  }

  /// `应报 5 · 已报齐 1 · 退回修改 2 · …`.
  var headline: String {
    let states = SenderReceipt.State.allCases.map { state in
      (phrases(Words.state(state)), receipt.senders.count { $0.state == state })
    }
    let late = (phrases(Words.timing(.late)), receipt.senders.count { $0.timing?.standing == .late })
    let parts = [(phrases(Words.expectedCount), receipt.senders.count)] + (states + [late]).filter { $0.1 > 0 }
    return parts.map { "\($0.0) \($0.1)" }.joined(separator: " · ")
  }

  var report: TabledReport {
    let states = SenderReceipt.State.allCases.filter { state in receipt.senders.contains { $0.state == state } }
    let tables = [senders, reminders, findings, files, unexpected, totals].filter { !$0.rows.isEmpty }
    var facts = [
      (
        label: phrases(Words.controlTotals),
        value: phrases(receipt.totals.isReconciled ? Words.reconciled : Words.unreconciled)
      )
    ]
    if let asOf = receipt.asOf { facts.insert((phrases(Words.until), asOf.description), at: 0) }
    return TabledReport(
      title: title, headline: headline, facts: facts,
      filters: states.map { state in
        ReportPage.Filter(
          token: state.token, label: phrases(Words.state(state)),
          count: receipt.senders.count { $0.state == state })
      },
      tones: SenderReceipt.State.allCases.map { ($0.token, $0.tone) }, tables: tables, sheets: tables)
  }

  /// One row a sender: what a leader asks for.
  private var senders: TabledReport.Table {
    table(
      Words.receipt,
      [
        (Words.sender, 26), (Words.state, 12), (Words.arrival, 24), (Words.signature, 18), (Words.goals, 18),
        (Words.figureCount, 18), (Words.explanation, 44),
      ],
      receipt.senders.map { sender in
        TabledReport.Row(
          cells: [
            Cell(phrases.name(sender)), badge(sender), Cell(phrases.time(sender)), Cell(phrases.signature(sender)),
            Cell(phrases.count(sender, \.goals)), Cell(phrases.count(sender, \.figures)),
            Cell(phrases.summary(sender)),
          ], token: sender.state.token)
      })
  }

  private var reminders: TabledReport.Table {
    table(
      Words.reminders, [(Words.sender, 26), (Words.owed, 60), (Words.deadline, 24)],
      receipt.senders.filter(\.isReminded).map { sender in
        TabledReport.Row(
          cells: [phrases.name(sender), phrases.owed(sender), phrases.deadline(sender)].map { Cell($0) },
          token: sender.state.token)
      })
  }

  private var findings: TabledReport.Table {
    table(
      Words.letter, [(Words.sender, 26)] + Self.columns,
      receipt.senders.flatMap { sender in
        rows(sender).map { cells in
          TabledReport.Row(cells: [Cell(phrases.name(sender))] + cells, token: sender.state.token)
        }
      })
  }

  private static let columns: [(Localized, Double)] = [
    (Words.state, 12), (Words.problem, 18), (Words.correction.title, 60), (Words.correction.basis, 30),
    (Words.correction.advice, 40),
  ]

  /// What has to be corrected, then what a person should look at.
  private func rows(_ sender: SenderReceipt) -> [[Cell]] {
    [(Finding.Severity.correct, Words.corrections), (.check, Words.checks)].flatMap { severity, word in
      sender.findings(severity).map { finding in
        [
          Cell(phrases(word)), Cell([Line(text: phrases(Words.finding(finding.kind)), look: .strong)]),
          Cell(phrases.places(finding).map { Line(text: $0) }), Cell(phrases.basis(finding)),
          Cell(phrases(Words.advice(finding.kind))),
        ]
      }
    }
  }

  func letter(_ sender: SenderReceipt) -> TabledReport {
    let table = table(Words.letter, Self.columns, rows(sender).map { TabledReport.Row(cells: $0) })
    let counts = [(Words.corrections, Finding.Severity.correct), (Words.checks, .check)].map {
      "\(phrases($0.0)) \(sender.findings($0.1).count)"
    }
    return TabledReport(
      title: "\(phrases(Words.letter))\(colon)\(phrases.name(sender))",
      headline: sender.findings.isEmpty ? phrases(Words.nothingToCorrect) : counts.joined(separator: " · "),
      facts: [
        (phrases(Words.receipt), receipt.expectations.title.map(phrases.text) ?? String(receipt.expectations.year)),
        (phrases(Words.deadline), phrases.deadline(sender)), (phrases(Words.arrival), phrases.time(sender)),
      ], tables: table.rows.isEmpty ? [] : [table], sheets: [table])
  }

  private var files: TabledReport.Table {
    table(
      Words.files, [(Words.file, 34), (Words.state, 40), (Words.signature, 20), (Words.holds, 50)],
      receipt.files.map { file in
        let isBundle = file.fingerprint != nil
        return TabledReport.Row(cells: [
          Cell(phrases.text(file.path)), Cell(phrases.fate(file)),
          Cell(isBundle ? phrases(file.standing?.words ?? Words.unsigned) : "—"),
          Cell(file.documentIDs.map { Line(text: phrases.text($0)) }),
        ])
      })
  }

  private var unexpected: TabledReport.Table {
    table(
      Words.unexpectedSenders, [(Words.file, 34), (Words.holds, 60)],
      receipt.unexpected.map { one in
        TabledReport.Row(cells: [Cell(phrases.text(one.file)), Cell(phrases.document(one.document))])
      })
  }

  private var totals: TabledReport.Table {
    let totals = receipt.totals
    let lines =
      [(phrases(Words.revisionRows), totals.revisions)] + totals.records.map { (phrases.record($0.type), $0.line) }
      + totals.units.map { unit in
        let role = Words.label(.indicatorRoles, unit.role.rawValue, phrases.language)
        return ("\(role) \(phrases.text(unit.unit))", unit.line)
      }
    var table = table(
      Words.controlTotals, [(Words.controlTotals, 24)] + Words.totalsHeads.map { ($0, 22) },
      lines.map { name, line in
        TabledReport.Row(
          cells: [Cell(name)]
            + [line.sent, line.repeated, line.replaced, line.joined, line.merged].map { Cell(phrases.amount($0)) })
      })
    table.notes = [phrases(Words.totalsNote)]
    return table
  }

  private func table(
    _ title: Localized, _ columns: [(Localized, Double)], _ rows: [TabledReport.Row]
  ) -> TabledReport.Table {
    TabledReport.Table(
      title: phrases(title), columns: columns.map { TabledReport.Column(header: phrases($0.0), width: $0.1) },
      rows: rows)
  }

  private func badge(_ sender: SenderReceipt) -> Cell {
    Cell([
      Line(text: phrases(Words.state(sender.state)), look: .badge(sender.state.token, sender.state.tone))
    ])
  }
}

extension SenderReceipt.State {
  /// The colour of a state; its word always stands beside it.
  var tone: Tone {
    switch self {
    case .complete: .green
    case .returned: .brown
    case .partial: .violet
    case .missing: .red
    }
  }

  /// Its name in the classes of a page.
  var token: StaticString {
    switch self {
    case .complete: "complete"
    case .returned: "returned"
    case .partial: "partial"
    case .missing: "missing"
    }
  }
}
