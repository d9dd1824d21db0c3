import Compare
import Plan
import Vocabulary

extension TextReport {
  /// The documents as Markdown (CommonMark) for pages and mail: goals, tasks and sections are headings, all else lists,
  /// figures stand in bold under what says them.
  public static func markdown(_ view: View, language: Language) -> String {
    var page = MarkdownPage(view, Phrases(language: language))
    return page.text()
  }
}

/// Prints a view as Markdown; walks without recursion, and every row is printed once whatever its parents say.
private struct MarkdownPage {
  let view: View
  let phrases: Phrases
  private let outline: RowOutline
  private var out = ""

  init(_ view: View, _ phrases: Phrases) {
    self.view = view
    self.phrases = phrases
    outline = RowOutline(view)
  }

  mutating func text() -> String {
    var left = outline.roots
    for row in view.documents {
      guard let document = row.shownDocument else { continue }
      heading(1, phrases.document(document), row)
      if !document.title.isEmpty { paragraph(document.title) }
      facts(document, row.id)
      items(left.removeValue(forKey: row.id) ?? [])
    }
    let rest = left.keys.sorted(by: utf8Order)
    if !rest.isEmpty || !outline.unplaced.isEmpty {
      out += "# \(phrases(Words.unplaced))\n\n"
      for id in rest { items(left[id] ?? []) }
      for at in outline.unplaced { figure(view.indicators[at], "") }
    }
    return out
  }

  private mutating func facts(_ document: Document, _ id: String) {
    let facts: [(Localized, String?)] = [
      (Words.id, "`\(id)`"), (Words.city, escaped("\(document.city.name) \(document.city.code)")),
      (Words.period, "\(document.period.start)/\(document.period.end)"), (Words.date, document.date),
      (Words.documentNumber, document.number.map(escaped)), (Words.source, document.source.path.map(escaped)),
    ]
    for (label, value) in facts { if let value { out += "- \(phrases.labelled(phrases(label), value))\n" } }
    out += "\n"
  }

  /// Headings count from the second level; what is no heading is a list below the nearest one.
  private mutating func items(_ tops: [Int]) {
    var open = tops.reversed().map { (index: $0, level: 2, indent: 0, isList: false) }
    while let next = open.popLast() {
      let row = view.items[next.index]
      guard let item = row.shownItem else { continue }
      let isHeading = !next.isList && next.level <= 6 && [.goal, .task, .section].contains(item.role)
      if isHeading { head(item, row, next.level) } else { entry(item, row, next.indent) }
      let indent = String(repeating: "  ", count: isHeading ? 0 : next.indent + 1)
      for at in outline.figures[next.index] ?? [] { figure(view.indicators[at], indent) }
      let inner = outline.children[next.index] ?? []
      open += inner.reversed().map {
        ($0, isHeading ? next.level + 1 : next.level, isHeading ? 0 : next.indent + 1, !isHeading)
      }
    }
    if !out.hasSuffix("\n\n") { out += "\n" }
  }

  private mutating func head(_ item: Item, _ row: Row, _ level: Int) {
    heading(level, [phrases.place(item), item.title ?? ""].filter { !$0.isEmpty }.joined(separator: " "), row)
    if let aim = item.aim { paragraph(phrases.labelled(phrases(Words.aim), aim)) }
    if let text = item.text { paragraph(text) }
    for note in notes(item) { out += "- \(escaped(note))\n" }
  }

  private mutating func entry(_ item: Item, _ row: Row, _ indent: Int) {
    let role = Words.label(.itemRoles, item.role.rawValue, phrases.language)
    let words = [item.title, item.aim, item.text].compactMap { $0 }.joined(separator: " ")
    let space = String(repeating: "  ", count: indent)
    out += "\(space)- \(phrases.labelled(escaped(role), escaped(words)))\(conflict(row))\n"
    for note in notes(item, isHead: false) { out += "\(space)  - \(escaped(note))\n" }
  }

  private func notes(_ item: Item, isHead: Bool = true) -> [String] {
    var notes = item.parties.map { party in
      phrases.labelled(Words.label(.partyRoles, party.role.rawValue, phrases.language), party.name)
    }
    let field = { (name: String) in Words.field(name).map { phrases($0) } ?? name }
    if let due = item.due { notes.append(phrases.labelled(field("due"), phrases.due(due))) }
    if !item.benchmarkCities.isEmpty {
      notes.append(phrases.labelled(field("benchmark"), item.benchmarkCities.map(\.name).joined(separator: " ")))
    }
    if isHead, !item.themes.isEmpty { notes.append("\(field("themes")): " + phrases.themes(item)) }
    return notes + (item.review.map { [phrases.review($0)] } ?? [])
  }

  private mutating func figure(_ row: Row, _ indent: String) {
    guard let indicator = row.shownIndicator else { return }
    let details = phrases.details(indicator).map(escaped).joined(separator: " · ")
    let review = indicator.review.map { " " + escaped(phrases.review($0)) } ?? ""
    out += "\(indent)- **\(escaped(indicator.quote))** · \(details)\(review)\(conflict(row))\n"
  }

  private func conflict(_ row: Row) -> String {
    row.conflicts.isEmpty ? "" : " **\\[\(phrases(Words.conflict))\\]**"
  }

  private mutating func heading(_ level: Int, _ text: String, _ row: Row) {
    if !out.isEmpty, !out.hasSuffix("\n\n") { out += "\n" }
    out += "\(String(repeating: "#", count: level)) \(escaped(text))\(conflict(row))\n\n"
  }

  private mutating func paragraph(_ text: String) { out += escaped(text) + "\n\n" }

  private func escaped(_ text: String) -> String { MarkdownText.escaped(text) }
}
