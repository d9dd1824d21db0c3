/// Counts the lists of one story of a document, and says what stands in front of each of their paragraphs.
struct WordListCounters {
  private struct Use: Hashable {
    let list: Int
    let level: Int
  }

  /// The numbers of a definition's nine levels; lists of one definition count on together.
  private var counters: [Int: [Int?]] = [:]
  /// The lists that have begun with a number of their own.
  private var begun: Set<Use> = []

  /// The number of the next paragraph of a list at a level, with what parts it from the text; `nil` for none.
  mutating func next(
    _ id: Int, level index: Int, _ numbering: WordNumbering, _ styles: WordStyles
  ) -> String? {
    guard let list = numbering.list(id, styles: styles), (0...8).contains(index),
      let level = numbering.level(index, of: list)
    else { return nil }
    var counter = counters[list.definition] ?? [Int?](repeating: nil, count: 9)
    if let start = list.starts[index], begun.insert(Use(list: id, level: index)).inserted {
      counter[index] = start
    } else {
      counter[index] = counter[index].map { $0 &+ 1 } ?? Self.start(index, of: list, numbering)
    }
    // A level that was passed over counts as begun: after 1.1.1 right under 1 comes 1.2.
    for passed in 0..<index where counter[passed] == nil {
      counter[passed] = Self.start(passed, of: list, numbering)
    }
    for deeper in (index + 1)..<9 {
      let restart = numbering.level(deeper, of: list)?.restart ?? deeper
      if index < restart { counter[deeper] = nil }
    }
    counters[list.definition] = counter
    let text =
      level.format == .bullet
      ? Self.bullet(level) : Self.expanded(level, at: index, counter, of: list, numbering)
    return text.isEmpty ? nil : text + level.suffix
  }

  private static func start(_ index: Int, of list: WordNumbering.List, _ numbering: WordNumbering) -> Int {
    list.starts[index] ?? numbering.level(index, of: list)?.start ?? 0
  }

  private static func expanded(
    _ level: WordNumbering.Level, at index: Int, _ counter: [Int?], of list: WordNumbering.List,
    _ numbering: WordNumbering
  ) -> String {
    var text = String.UnicodeScalarView()
    var scalars = level.text.unicodeScalars[...]
    while let scalar = scalars.popFirst() {
      guard scalar == "%", let sign = scalars.first, ("1"..."9").contains(sign) else {
        text.append(scalar)
        continue
      }
      scalars.removeFirst()
      let named = Int(sign.value) - 0x31
      guard named <= index else { continue }
      let number = counter[named] ?? start(named, of: list, numbering)
      let format = numbering.level(named, of: list)?.format ?? .decimal
      text.append(contentsOf: (level.isLegal ? .decimal : format).text(number).unicodeScalars)
    }
    return String(text)
  }

  /// The bullet where it is a sign that cannot be taken for a part of a figure or a word, else `•`.
  private static func bullet(_ level: WordNumbering.Level) -> String {
    let scalars = SymbolFont.shown(level.text, font: level.font).unicodeScalars
    guard let sign = scalars.first else { return "" }
    let isSign = sign.properties.generalCategory == .otherSymbol || sign == "※"
    return isSign && scalars.count == 1 ? String(sign) : "•"
  }
}
