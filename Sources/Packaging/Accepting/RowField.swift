import Plan

/// A member of an item or a figure that has a cell in a table.
enum RowField: Int, CaseIterable {
  case aim, baseHigh, baseLow, baseUnit, benchmarkCities, benchmarkCode, benchmarkName, categoryCode, categoryLabel
  case commitment, comparator, document, dueDate, dueText, high, id, item, low, number, parent, parties, periodEnd
  case periodStart, qualifiers, quote, reading, reviewReason, role, spans, subject, text, themes, title, unit, valueKind

  /// By the column's name.
  static let columns: [String: RowField] = [
    "aim": .aim, "base.high": .baseHigh, "base.low": .baseLow, "base.unit": .baseUnit,
    "benchmark.cities": .benchmarkCities, "benchmark.city.code": .benchmarkCode, "benchmark.city.name": .benchmarkName,
    "category.code": .categoryCode, "category.label": .categoryLabel, "commitment": .commitment,
    "comparator": .comparator, "document": .document, "due.date": .dueDate, "due.text": .dueText, "high": .high,
    "id": .id, "item": .item, "low": .low, "number": .number, "parent": .parent, "parties": .parties,
    "period.end": .periodEnd, "period.start": .periodStart, "qualifiers": .qualifiers, "quote": .quote,
    "reading": .reading, "review.reason": .reviewReason, "role": .role, "spans": .spans, "subject": .subject,
    "text": .text, "themes": .themes, "title": .title, "unit": .unit, "valueKind": .valueKind,
  ]

  /// Columns that are empty in every row that is accepted.
  static let emptyColumns: Set<String> = ["conflicts", "change.by", "change.why", "change.date"]
}

/// The words of a vocabulary, each of sixteen bytes at most.
struct Codes {
  private let words: [SIMD2<UInt64>]

  init<Code: RawRepresentable & CaseIterable>(_: Code.Type) where Code.RawValue == String {
    words = Code.allCases.compactMap { code in
      Array(code.rawValue.utf8).withUnsafeBufferPointer { word in
        word.baseAddress.flatMap { Codes.packed($0, 0, word.count) }
      }
    }
  }

  /// Whether a token is one of them.
  func contains(_ token: Token, in line: LineCursor) -> Bool {
    guard let word = Codes.packed(line.bytes, token.start, token.end) else { return false }
    return words.contains(word)
  }

  private static func packed(_ bytes: UnsafePointer<UInt8>, _ start: Int, _ end: Int) -> SIMD2<UInt64>? {
    guard end - start <= 16, end > start else { return nil }
    var word = SIMD2<UInt64>(0, 0)
    for at in start..<end {
      let place = at - start
      word[place / 8] |= UInt64(bytes[at]) << UInt64(8 * (place % 8))
    }
    return word
  }
}
