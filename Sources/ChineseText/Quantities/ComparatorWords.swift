/// Words that say how a value relates to the number they touch.
struct ComparatorWords: Sendable {
  let words: WordSet
  /// For each word, in their order.
  private let meanings: [Quantity.Comparator]

  /// Lists of words, which are parted by white space, each with what it means.
  init(_ rows: [(words: String, meaning: Quantity.Comparator)]) {
    let lists = rows.map { row in row.words.split(separator: " ").map { Array($0.unicodeScalars) } }
    words = WordSet(words: lists.flatMap { $0 })
    meanings = zip(lists, rows).flatMap { list, row in list.map { _ in row.meaning } }
  }

  /// The longest word that ends before `index` and begins at `floor` or later.
  func last(in text: [Unicode.Scalar], before index: Int, floor: Int) -> (length: Int, meaning: Quantity.Comparator)? {
    words.longest(in: text, before: index, floor: floor).map { ($0.length, meanings[$0.ordinal]) }
  }

  /// The longest word that begins at `index`.
  func first(in text: [Unicode.Scalar], at index: Int) -> (length: Int, meaning: Quantity.Comparator)? {
    words.longest(in: text, at: index, limit: text.count).map { ($0.length, meanings[$0.ordinal]) }
  }
}
