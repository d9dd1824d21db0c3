import AdapterKit
import ChineseText
import Import
import Plan
import Vocabulary

extension LawCheck {
  /// Items and figures say what stands at their spans; names and times stand somewhere in the text.
  mutating func checkQuotes(_ imported: ImportedDocument) {
    let text = imported.reading.repaired.text
    let whole = bare(text)
    let isBroken = !imported.reading.draft.pieces.isEmpty
    let records = imported.assembly.records
    var spans: [String: [Span]] = [:]
    for item in records.compactMap(\.item) {
      spans[item.id] = item.spans
      let there = item.spans.flatMap { bare(text[($0.start..<$0.end).clamped(to: text.indices)]) }
      let said = [item.title, item.aim, item.text].compactMap { $0 }.flatMap { bare($0.unicodeScalars) }
      check(
        there == said, .quotes, record: item.id,
        Localized(zh: "出处处没有它的文字", en: "its words do not stand at its spans"))
      for words in item.parties.map(\.name) + [item.due?.text].compactMap({ $0 }) {
        checkStands(words, in: whole, isBroken: isBroken, record: item.id)
      }
    }
    for indicator in records.compactMap(\.indicator) {
      let there = indicator.spans.map { text.string(($0.start..<$0.end).clamped(to: text.indices)) }
      check(
        there.joined() == indicator.quote, .quotes, record: indicator.id,
        Localized(zh: "引文“\(indicator.quote)”与出处不符", en: "it quotes “\(indicator.quote)”, which its span does not say"))
      let owner = spans[indicator.item] ?? []
      check(
        indicator.spans.allSatisfy { span in owner.contains { $0.start < span.end && span.start < $0.end } }, .quotes,
        record: indicator.id,
        Localized(zh: "引文“\(indicator.quote)”不在条目的文字里", en: "it quotes “\(indicator.quote)”, no word of its item"))
    }
    guard let document = imported.assembly.document.document else { return }
    if !document.inferred.contains("title") {
      checkStands(document.title, in: whole, isBroken: isBroken, record: document.id)
    }
  }

  /// - Parameter isBroken: whether words of the text stand in pieces, other cells' words between them.
  private mutating func checkStands(_ words: String, in text: [Unicode.Scalar], isBroken: Bool, record: String) {
    let sought = bare(words.unicodeScalars)
    let isWhole = text.first(String(String.UnicodeScalarView(sought)), in: text.indices) != nil
    check(
      !sought.isEmpty && (isWhole || isBroken && stands(sought, inOrderIn: text)), .quotes,
      record: record, Localized(zh: "文中没有“\(words)”", en: "the text does not say “\(words)”"))
  }

  private func stands(_ sought: [Unicode.Scalar], inOrderIn text: [Unicode.Scalar]) -> Bool {
    var rest = sought[...]
    for scalar in text where scalar == rest.first { rest.removeFirst() }
    return rest.isEmpty
  }

  private func bare(_ words: some Sequence<Unicode.Scalar>) -> [Unicode.Scalar] {
    words.filter { !$0.properties.isWhitespace }
  }
}
