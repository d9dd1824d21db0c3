import ChineseText
import Packaging
import Plan

/// The heads of the form that a document was filled into, as its text still shows them: short cells before the first goal.
///
/// Records hold what was filled in, never the form. So heads are looked for where forms have them: before the first item,
/// each alone in a cell or line; what holds a figure, a colon or the name of a person is none.
struct FormHeads {
  /// Without blanks, in the order of the text, each once.
  let words: [[Unicode.Scalar]]
  /// Every cell and line of the text without blanks, up to its colon.
  private let cells: Set<[Unicode.Scalar]>

  /// - Parameter starts: where items begin in the text.
  init(text: [Unicode.Scalar], firstItem: Int, not known: [String]) {
    let known = Set(known.map { FormHeads.plain($0.unicodeScalars) })
    var words: [[Unicode.Scalar]] = []
    var cells: Set<[Unicode.Scalar]> = []
    var start = 0
    while start < text.count {
      let end = text[start...].firstIndex { $0 == "\n" || $0 == "\t" } ?? text.count
      let cell = FormHeads.plain(text[start..<end])
      let label = cell.prefix { $0 != "：" && $0 != ":" }
      cells.insert(Array(label))
      let isHead =
        end <= firstItem && label.count == cell.count && (2...10).contains(cell.count) && !known.contains(cell)
        && cell.allSatisfy { (0x4E00...0x9FFF).contains($0.value) || "（）()".unicodeScalars.contains($0) }
      if isHead, !words.contains(cell) { words.append(cell) }
      start = end + 1
    }
    (self.words, self.cells) = (words, cells)
  }

  func contains(_ head: String) -> Bool { cells.contains(FormHeads.plain(head.unicodeScalars)) }

  static func plain(_ scalars: some Sequence<Unicode.Scalar>) -> [Unicode.Scalar] {
    scalars.filter { !$0.properties.isWhitespace }
  }
}

extension FormHeads {
  /// The heads of a document; `nil` where its text is not there, or it is no form.
  init?(_ document: Document, _ view: View, _ contents: [BundleContents]) {
    guard [.targetSheet, .taskLedger].contains(document.kind) else { return nil }
    guard let text = contents.lazy.compactMap({ $0.scalars(ofText: document.text.sha256) }).first else { return nil }
    let items = view.items.compactMap(\.shownItem).filter { $0.document.utf8.elementsEqual(document.id.utf8) }
    let people = contents.flatMap { $0.contacts.values.compactMap { $0["name"]?.string } }
    self.init(
      text: text, firstItem: items.flatMap(\.spans).map(\.start).min() ?? text.count,
      not: people + items.compactMap { $0.category?.label } + [document.title, document.organization])
  }
}
