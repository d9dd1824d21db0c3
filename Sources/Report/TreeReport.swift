import Compare
import Plan
import Vocabulary

extension TextReport {
  /// The documents with their items, each with its figures below it; conflicts show every side.
  ///
  /// An id is shortened to what its parent's does not say; themes are shown where the item above has not all of them.
  /// Lines are not wrapped.
  public static func tree(_ view: View, language: Language) -> String {
    var tree = Tree(view, Phrases(language: language))
    return tree.lines()
  }
}

/// Prints a view as a tree; walks without recursion, and every row is printed once whatever its parents say.
private struct Tree {
  let view: View
  let phrases: Phrases
  private let outline: RowOutline
  private var out = ""

  init(_ view: View, _ phrases: Phrases) {
    self.view = view
    self.phrases = phrases
    outline = RowOutline(view)
  }

  mutating func lines() -> String {
    var roots = outline.roots
    for row in view.documents {
      if !out.isEmpty { out += "\n" }
      let document = row.shownDocument
      out +=
        [document.map(phrases.document), "[\(phrases.text(row.id))]"].compactMap { $0 }.joined(separator: "  ") + "\n"
      if let title = document?.title, !title.isEmpty { add(1, phrases.text(title)) }
      conflicts(row, 1)
      for gone in view.superseded where gone.document.utf8.elementsEqual(row.id.utf8) {
        add(1, "\(phrases(Words.superseded)): \(gone.dropped.prefix(12))")
      }
      items(roots.removeValue(forKey: row.id) ?? [], under: row.id)
    }
    let left = roots.keys.sorted(by: utf8Order)
    if !left.isEmpty || !outline.unplaced.isEmpty {
      if !out.isEmpty { out += "\n" }
      out += phrases(Words.unplaced) + "\n"
      for id in left { items(roots[id] ?? [], under: "") }
      for at in outline.unplaced { figure(view.indicators[at], under: "", 1) }
    }
    return out
  }

  private mutating func items(_ tops: [Int], under owner: String) {
    var open = tops.reversed().map { (index: $0, depth: 1, owner: owner, themes: [String]()) }
    while let next = open.popLast() {
      let row = view.items[next.index]
      let themes = row.shownItem?.themes ?? []
      item(row, under: next.owner, about: next.themes, next.depth)
      for at in outline.figures[next.index] ?? [] { figure(view.indicators[at], under: row.id, next.depth + 1) }
      open += (outline.children[next.index] ?? []).reversed().map { ($0, next.depth + 1, row.id, themes) }
    }
  }

  private mutating func item(_ row: Row, under owner: String, about above: [String], _ depth: Int) {
    guard let item = row.shownItem else { return }
    let role = Words.label(.itemRoles, item.role.rawValue, phrases.language)
    var head = [short(row.id, owner), item.category == nil ? role : phrases.place(item)]
    if item.category == nil, let number = item.number { head[1] += " \(number)" }
    let texts = [item.title, item.title == nil ? item.text : nil].compactMap { $0 }.map(phrases.text)
    var notes = item.review.map { [phrases.review($0)] } ?? []
    if depth == 1, item.parent != nil { notes.append("[\(phrases(Words.parentGone))]") }
    add(depth, (head + texts + notes).joined(separator: "  "))
    if let aim = item.aim { add(depth + 1, phrases.labelled(phrases(Words.aim), phrases.text(aim))) }
    if item.title != nil, let text = item.text { add(depth + 1, phrases.text(text)) }
    for party in item.parties {
      add(
        depth + 1,
        phrases.labelled(Words.label(.partyRoles, party.role.rawValue, phrases.language), phrases.text(party.name)))
    }
    if let due = item.due, let label = Words.field("due") {
      add(depth + 1, phrases.labelled(phrases(label), phrases.due(due)))
    }
    if !item.benchmarkCities.isEmpty, let label = Words.field("benchmark") {
      add(
        depth + 1,
        phrases.labelled(phrases(label), item.benchmarkCities.map { phrases.text($0.name) }.joined(separator: " ")))
    }
    if !Set(item.themes).isSubset(of: above), let label = Words.field("themes") {
      add(depth + 1, phrases.labelled(phrases(label), phrases.themes(item)))
    }
    conflicts(row, depth + 1)
  }

  private mutating func figure(_ row: Row, under owner: String, _ depth: Int) {
    guard let indicator = row.shownIndicator else { return }
    let parts = [phrases.text(indicator.quote)] + phrases.details(indicator)
    let review = indicator.review.map { "  " + phrases.review($0) } ?? ""
    add(depth, short(row.id, owner) + "  " + parts.joined(separator: " · ") + review)
    conflicts(row, depth + 1)
  }

  /// Every side of a conflict: its heads and what it says that another side does not.
  private mutating func conflicts(_ row: Row, _ depth: Int) {
    for conflict in row.conflicts {
      let group = Words.bracketed(phrases.text(Words.group(conflict.group)[phrases.language]), phrases.language)
      add(depth, "! \(phrases(Words.conflict))\(group)")
      let standing = conflict.values.map(\.value).filter { $0["removed"] == nil }
      let shared = standing.first?.members.filter { member in
        standing.count > 1 && standing.allSatisfy { $0[member.key] == member.value }
      }
      let common = (shared ?? []).map(\.key)
      for side in conflict.values {
        let heads = side.heads.map { String($0.prefix(12)) }.joined(separator: " ")
        let value =
          side.value["removed"] == .bool(true)
          ? phrases(Words.removed)
          : side.value.without(common).members.map { member in
            "\(member.key): " + (member.value.string ?? String(decoding: member.value.canonical, as: UTF8.self))
          }.joined(separator: " · ")
        add(depth + 1, "\(heads)  \(phrases.text(value))")
      }
    }
  }

  private func short(_ id: String, _ owner: String) -> String {
    let prefix = owner + "."
    guard !owner.isEmpty, id.utf8.starts(with: prefix.utf8) else { return phrases.text(id) }
    return phrases.text(String(decoding: id.utf8.dropFirst(prefix.utf8.count), as: UTF8.self))
  }

  private mutating func add(_ depth: Int, _ line: String) {
    out += String(repeating: "  ", count: depth) + line + "\n"
  }
}
