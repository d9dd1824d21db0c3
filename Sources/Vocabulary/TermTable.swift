/// Finds the longest term of a fixed list that stands at a place of a text.
///
/// Terms are looked up scalar by scalar, so NFC and NFD spellings differ, as they do in the text.
struct TermTable<Value: Sendable>: Sendable {
  private var byFirst: [Unicode.Scalar: [(scalars: [Unicode.Scalar], value: Value)]] = [:]

  /// Builds a table; where a term occurs twice, the first value is found.
  init(_ entries: [(term: String, value: Value)]) {
    for (term, value) in entries {
      let scalars = Array(term.unicodeScalars)
      guard let first = scalars.first else { continue }
      byFirst[first, default: []].append((scalars, value))
    }
    for first in byFirst.keys {
      // Stable, so that the first of two equal terms stays first.
      byFirst[first]?.sort { $0.scalars.count > $1.scalars.count }
    }
  }

  /// The longest term that begins at `start`, with its length in scalars; nil where none does.
  func longest(in text: [Unicode.Scalar], at start: Int) -> (length: Int, value: Value)? {
    all(in: text, at: start).first
  }

  /// Every term that begins at `start`, the longest first.
  func all(in text: [Unicode.Scalar], at start: Int) -> [(length: Int, value: Value)] {
    guard text.indices.contains(start), let candidates = byFirst[text[start]] else { return [] }
    var found: [(length: Int, value: Value)] = []
    for candidate in candidates
    where candidate.scalars.count <= text.count - start
      && text[start..<start + candidate.scalars.count].elementsEqual(candidate.scalars)
    {
      found.append((candidate.scalars.count, candidate.value))
    }
    return found
  }
}
