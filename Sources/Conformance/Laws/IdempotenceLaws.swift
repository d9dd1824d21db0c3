import AdapterKit
import Import
import Plan
import Vocabulary

extension LawCheck {
  /// The text that `jdx text` prints of a document, imported as a text, gives the same items.
  ///
  /// Asked where the text is all there is: it has neither the cells of a table nor what stands beside the running text.
  mutating func checkOwnText(_ session: ImportSession, again: ImportSession) {
    guard let imported = session.imported.first, imported.reading.text.isAllText else { return }
    guard let second = again.imported.first else {
      let refusal = again.refusal ?? ""
      return check(
        false, .idempotence,
        Localized(zh: "jdx text 打印的文字不能再导入（\(refusal)）", en: "the text that jdx text prints is refused (\(refusal))"))
    }
    let (old, new) = (said(imported), said(second))
    for (id, words) in old.sorted(by: { $0.key < $1.key }) where new[id] != words {
      check(
        false, .idempotence, record: id,
        Localized(zh: "从 jdx text 打印的文字中读出的不同", en: "is read otherwise from the text that jdx text prints"))
    }
    for id in new.keys.sorted() where old[id] == nil {
      check(
        false, .idempotence, record: id,
        Localized(zh: "只在 jdx text 打印的文字中读出", en: "is only read from the text that jdx text prints"))
    }
  }

  /// Items and indicators by id, without what differs by the file's bytes.
  private func said(_ imported: ImportedDocument) -> [String: [UInt8]] {
    let records = imported.assembly.records.filter { $0.type != .document }
    return Dictionary(records.map { ($0.id, $0.body.without(["revision", "reading", "parents"]).canonical) }) { $1 }
  }
}

extension TextReading {
  /// Whether the text that is printed holds all that adapters see.
  fileprivate var isAllText: Bool {
    guard let blocks = file.blocks else { return true }
    return asides.isEmpty && !blocks.contains { $0.kind == .table }
  }
}
