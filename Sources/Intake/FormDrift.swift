import Packaging
import Plan

/// Where a document left the form that was handed down, or that it had the year before.
enum FormDrift {
  /// The adapter that reads by headings alone.
  private static let outline = "generic"

  static func findings(
    _ document: Document, _ own: (view: View, contents: [BundleContents]), _ template: Expectations.Template?,
    _ earlier: (document: Document, year: EarlierYear.Earlier)?
  ) -> [Finding] {
    var findings: [Finding] = []
    let wanted = template?.adapter ?? earlier?.document.adapter.id
    if let wanted, !wanted.utf8.elementsEqual(document.adapter.id.utf8) {
      findings.append(Finding(.otherForm, record: document.id, quote: document.adapter.id, rule: wanted))
    } else if wanted == nil, document.adapter.id == outline {
      findings.append(Finding(.otherForm, record: document.id, quote: outline))
    }
    let past = earlier.map { ($0.document, $0.year.view(of: [$0.document]), [$0.year.contents]) }
    let heads = FormHeads(document, own.view, own.contents)
    let pastHeads = past.flatMap { FormHeads($0.0, $0.1, $0.2) }
    findings += headings(document.id, heads, template?.headings ?? [], pastHeads)
    findings += categories(
      document.id, labels(document, own.view), template?.categories ?? [], past.map { labels($0.0, $0.1) })
    return findings
  }

  private static func headings(
    _ id: String, _ heads: FormHeads?, _ wanted: [String], _ past: FormHeads?
  ) -> [Finding] {
    guard let heads else { return [] }
    let finding = { (kind: Finding.Kind, words: [Unicode.Scalar], rule: String) in
      Finding(kind, record: id, quote: String(String.UnicodeScalarView(words)), rule: rule)
    }
    if !wanted.isEmpty {
      return wanted.filter { !heads.contains($0) }.map {
        finding(.headingGone, Array($0.unicodeScalars), "template")
      }
    }
    guard let past else { return [] }
    return past.words.filter { !heads.words.contains($0) }.map { finding(.headingGone, $0, "earlier") }
      + heads.words.filter { !past.words.contains($0) }.map { finding(.headingNew, $0, "earlier") }
  }

  /// Labels that no vocabulary knows are reported without a year before too.
  private static func categories(
    _ id: String, _ labels: [Item.Category], _ wanted: [String], _ past: [Item.Category]?
  ) -> [Finding] {
    let finding = { (kind: Finding.Kind, label: String, rule: String) in
      Finding(kind, record: id, quote: label, rule: rule)
    }
    let names = { (categories: [Item.Category]) in categories.map { FormHeads.plain($0.label.unicodeScalars) } }
    let has = { (names: [[Unicode.Scalar]], label: String) in names.contains(FormHeads.plain(label.unicodeScalars)) }
    if !wanted.isEmpty {
      let known = wanted.map { FormHeads.plain($0.unicodeScalars) }
      return wanted.filter { !has(names(labels), $0) }.map { finding(.categoryGone, $0, "template") }
        + labels.filter { !has(known, $0.label) }.map { finding(.categoryNew, $0.label, "template") }
    }
    guard let past else {
      return labels.filter { $0.code == nil }.map { finding(.categoryNew, $0.label, "vocabulary") }
    }
    return past.filter { !has(names(labels), $0.label) }.map { finding(.categoryGone, $0.label, "earlier") }
      + labels.filter { !has(names(past), $0.label) }.map { finding(.categoryNew, $0.label, "earlier") }
  }

  /// The categories of a document's items, each once, in reading order.
  private static func labels(_ document: Document, _ view: View) -> [Item.Category] {
    var out: [Item.Category] = []
    for item in view.items.compactMap(\.shownItem) where item.document.utf8.elementsEqual(document.id.utf8) {
      guard let category = item.category else { continue }
      if !out.contains(where: { $0.label.utf8.elementsEqual(category.label.utf8) }) { out.append(category) }
    }
    return out
  }
}
