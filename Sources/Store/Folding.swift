import ChineseText

/// Words in the form in which they are looked up: without marks, width, case and traditional characters.
struct Folding: Sendable {
  /// Stretches of characters between which nothing stands, and where each character stands in the text.
  private(set) var runs: [(scalars: [Unicode.Scalar], places: [Int])] = []

  init(_ text: [Unicode.Scalar]) {
    let bare = BareText(text)
    var run: [Unicode.Scalar] = []
    var places: [Int] = []
    for (scalar, place) in zip(bare.scalars, bare.places) {
      let isJoined =
        places.last.map { last in
          place == last + 1 || Folding.isDigit(scalar) && run.last.map(Folding.isDigit) ?? false
        } ?? true
      if !isJoined {
        runs.append((run, places))
        (run, places) = ([], [])
      }
      run.append(simplifiedForms[scalar] ?? scalar)
      places.append(place)
    }
    if !run.isEmpty { runs.append((run, places)) }
  }

  init(_ text: String) { self.init(Array(text.unicodeScalars)) }

  /// Where the words stand in the text, ascending.
  func ranges(of words: [Unicode.Scalar]) -> [Range<Int>] {
    guard let first = words.first else { return [] }
    var out: [Range<Int>] = []
    for run in runs where run.scalars.count >= words.count {
      for at in 0...(run.scalars.count - words.count) where run.scalars[at] == first {
        guard run.scalars[at..<at + words.count].elementsEqual(words) else { continue }
        out.append(run.places[at]..<run.places[at + words.count - 1] + 1)
      }
    }
    return out
  }

  func contains(_ words: [Unicode.Scalar]) -> Bool { !ranges(of: words).isEmpty }

  private static func isDigit(_ scalar: Unicode.Scalar) -> Bool { (48...57).contains(scalar.value) }
}
