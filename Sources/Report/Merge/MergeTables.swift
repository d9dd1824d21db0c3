import Compare
import Plan
import Sheet
import Vocabulary

extension HTMLReport {
  /// What came of a merge as one HTML file that needs nothing else.
  public static func merge(_ account: MergeAccount, language: Language) -> String {
    MergeTables(account, Phrases(language: language)).report.page(language)
  }
}

extension TextReport {
  /// What came of a merge as Markdown.
  public static func mergeMarkdown(_ account: MergeAccount, language: Language) -> String {
    MergeTables(account, Phrases(language: language)).report.markdown
  }

  /// What came of a merge: a heading for each sort of finding, then each with its sides.
  public static func mergeText(_ account: MergeAccount, language: Language, width: Int) -> String {
    let report = MergeTables(account, Phrases(language: language)).report
    var out = ""
    let add = { (text: String, indent: Int) in
      for (number, line) in LineBreaking.lines(text, width: max(20, width) - indent - 2).enumerated() {
        out += String(repeating: " ", count: indent + (number > 0 ? 2 : 0)) + line + "\n"
      }
    }
    add(report.title + Words.colon(language) + report.headline, 0)
    for fact in report.facts { add(fact.label + Words.colon(language) + fact.value, 2) }
    for table in report.tables {
      out += "\n"
      add(table.title, 0)
      for row in table.rows {
        for (at, cell) in row.cells.enumerated() where !cell.lines.isEmpty {
          let words = cell.lines.map(\.text).joined(separator: " · ")
          guard !words.isEmpty else { continue }
          let isFirst = at == 0
          add(isFirst ? words : table.columns[at].header + Words.colon(language) + words, isFirst ? 2 : 4)
        }
      }
    }
    return out
  }
}

extension WorkbookReport {
  /// What came of a merge as a workbook: a row for each side of a conflict, and a sheet for each other finding.
  public static func merge(_ account: MergeAccount, language: Language) throws(SheetError) -> [UInt8] {
    try MergeTables(account, Phrases(language: language)).report.workbook()
  }
}

/// The tables of a merge.
private struct MergeTables {
  typealias Cell = TabledReport.Cell
  typealias Line = TabledReport.Words

  let account: MergeAccount
  let phrases: Phrases

  init(_ account: MergeAccount, _ phrases: Phrases) { (self.account, self.phrases) = (account, phrases) }

  var report: TabledReport {
    let all = [conflicts, collisions, duplicates, foreign, givenWay, withdrawn, resolved]
    let tables = all.filter { !$0.rows.isEmpty }
    let open = account.conflicts.count
    let counts = [
      (Words.conflicts, open), (Words.collisions, account.collisions.count),
      (Words.duplicates, account.duplicates.count),
      (Words.foreignChanges, account.foreign.count),
      (Words.withdrawn, account.withdrawn.count), (Words.resolved, account.resolutions.count),
    ]
    let said = counts.filter { $0.1 > 0 }.map { "\(phrases($0.0)) \($0.1)" }
    let none = open == 0 ? [phrases(Words.noConflicts)] : []
    return TabledReport(
      title: phrases(Words.merge), headline: (none + said).joined(separator: " · "),
      facts: account.senders.map { (phrases(Words.sent), phrases.sender($0)) }, tables: tables,
      sheets: tables.isEmpty ? [conflicts] : tables)
  }

  private func table(_ title: Localized, _ heads: [(Localized, Double)], _ rows: [[Cell]]) -> TabledReport.Table {
    TabledReport.Table(
      title: phrases(title), columns: heads.map { TabledReport.Column(header: phrases($0.0), width: $0.1) },
      rows: rows.map { TabledReport.Row(cells: $0) })
  }

  /// A row for each value: what is said, by whose words, and who sent it.
  private var conflicts: TabledReport.Table {
    let rows = account.conflicts.flatMap { conflict -> [[Cell]] in
      let name = Words.group(conflict.group)[phrases.language]
      let shown = conflict.shown.members.isEmpty ? nil : phrases.value(conflict.shown, group: conflict.group)
      let isRecord = conflict.group == MemberGroup.record
      return conflict.values.map { value, sides in
        let words = isRecord ? wholeRecord(value) : phrases.value(value, group: conflict.group)
        return [
          Cell([Line(text: phrases.text(conflict.row.id), look: .source)]),
          Cell(
            [Line(text: phrases.text(name), look: .strong)]
              + (isRecord
                ? [] : shown.map { [Line(text: phrases.labelled(phrases(Words.shownNow), $0), look: .source)] } ?? [])),
          Cell([Line(text: words, look: .strong)]), Cell(lines(sides) { $0.quote.map { "“\(phrases.text($0))”" } }),
          Cell(lines(sides) { $0.document.map(source) }), Cell(lines(sides) { phrases.change($0.record) }),
          Cell(senders(sides)), Cell(sides.map { Line(text: String($0.record.revision.prefix(12)), look: .source) }),
        ]
      }
    }
    return table(
      Words.conflicts,
      [
        (Words.record, 34), (Words.group, 20), (Words.value, 40), (Words.quoted, 30), (Words.source, 34),
        (Words.changedBy, 26), (Words.sentBy, 26), (Words.revision, 14),
      ], rows)
  }

  private func wholeRecord(_ value: JSONObject) -> String {
    let groups = [
      "subject": MemberGroup.figure, "quote": MemberGroup.figure, "title": MemberGroup.wording,
      "text": MemberGroup.wording,
    ]
    let group = value.members.lazy.compactMap { groups[$0.key] }.first ?? MemberGroup.record
    return phrases.value(value, group: group)
  }

  private func source(_ document: Document) -> String {
    phrases.source(document) + (document.date.map { " " + phrases.text($0) } ?? "")
  }

  private func lines(_ sides: [MergeAccount.Side], _ words: (MergeAccount.Side) -> String?) -> [Line] {
    var out: [String] = []
    for words in sides.compactMap(words) where !out.contains(words) { out.append(words) }
    return out.map { Line(text: $0) }
  }

  private func senders(_ sides: [MergeAccount.Side]) -> [Line] {
    Set(sides.flatMap(\.senders)).sorted().map { Line(text: phrases.sender(account.senders[$0])) }
  }

  private var collisions: TabledReport.Table {
    table(
      Words.collisions, [(Words.id, 34), (Words.source, 50), (Words.sentBy, 30), (Words.revision, 14)],
      account.collisions.flatMap { collision in
        collision.readings.map { side in
          [
            Cell([Line(text: phrases.text(collision.id), look: .source)]),
            Cell(lines([side]) { $0.document.map(source) }),
            Cell(senders([side])), Cell([Line(text: String(side.record.revision.prefix(12)), look: .source)]),
          ]
        }
      })
  }

  private var duplicates: TabledReport.Table {
    table(
      Words.duplicates, [(Words.id, 60), (Words.source, 20)],
      account.duplicates.map { sha256, ids in
        [
          Cell(ids.map { Line(text: phrases.text($0), look: .source) }),
          Cell([Line(text: String(sha256.prefix(12)), look: .source)]),
        ]
      })
  }

  private var foreign: TabledReport.Table {
    table(
      Words.foreignChanges,
      [(Words.record, 34), (Words.owner, 14), (Words.changedBy, 40), (Words.sentBy, 30), (Words.revision, 14)],
      account.foreign.map { foreign in
        [
          Cell([Line(text: phrases.text(foreign.side.record.id), look: .source)]),
          Cell(phrases.text(foreign.owner.name)),
          Cell(phrases.change(foreign.side.record)), Cell(senders([foreign.side])),
          Cell([Line(text: String(foreign.side.record.revision.prefix(12)), look: .source)]),
        ]
      })
  }

  private var givenWay: TabledReport.Table {
    table(
      Words.givenWay, [(Words.id, 34), (Words.explanation, 34), (Words.hiddenChanges, 40), (Words.revision, 14)],
      account.givenWay.map { given in
        [
          Cell([Line(text: phrases.text(given.document), look: .source)]),
          Cell(phrases(given.isRedacted ? Words.redactedGaveWay : Words.olderGaveWay)),
          Cell(
            given.changes.map { side in
              Line(text: phrases.text(side.record.id) + " " + (phrases.change(side.record) ?? ""))
            }), Cell([Line(text: String(given.dropped.prefix(12)), look: .source)]),
        ]
      })
  }

  private var withdrawn: TabledReport.Table {
    table(
      Words.withdrawn, [(Words.record, 40), (Words.changedBy, 40), (Words.sentBy, 30)],
      account.withdrawn.map { side in
        [
          Cell([Line(text: phrases.text(side.record.id), look: .source)]), Cell(phrases.change(side.record)),
          Cell(senders([side])),
        ]
      })
  }

  private var resolved: TabledReport.Table {
    table(
      Words.resolved, [(Words.record, 40), (Words.changedBy, 50), (Words.revision, 14)],
      account.resolutions.map { record in
        [
          Cell([Line(text: phrases.text(record.id), look: .source)]), Cell(phrases.change(record)),
          Cell([Line(text: String(record.revision.prefix(12)), look: .source)]),
        ]
      })
  }
}
