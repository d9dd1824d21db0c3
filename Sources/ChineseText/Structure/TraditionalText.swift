import Foundation

/// A text in simplified characters, scalar for scalar, where it is written in traditional ones; else `nil`.
///
/// Adapters and quantities know simplified words; offsets are the same in both, so that records keep the words as they
/// are written. Uses ICU's transform `Hant-Hans`, a character at a time: what depends on the neighbours (乾隆) may come
/// out wrong, which no place or figure depends on.
public func simplified(_ text: [Unicode.Scalar]) -> [Unicode.Scalar]? {
  var seen: Set<UInt32> = []
  var characters: [Unicode.Scalar] = []
  for scalar in text where scalar.isHan && seen.insert(scalar.value).inserted { characters.append(scalar) }
  let changes = changes(of: characters)
  let han = text.count(where: \.isHan)
  let changed = text.count { changes[$0] != nil }
  // Simplified text has some of these characters too: names, 著, 於.
  guard changed * 5 > han else { return nil }
  return text.map { changes[$0] ?? $0 }
}

/// Words in simplified characters.
public func inSimplified(_ words: String) -> String {
  let changes = changes(of: words.unicodeScalars.filter(\.isHan))
  return String(String.UnicodeScalarView(words.unicodeScalars.map { changes[$0] ?? $0 }))
}

private func changes(of characters: some Collection<Unicode.Scalar>) -> [Unicode.Scalar: Unicode.Scalar] {
  var joined = String.UnicodeScalarView()
  for character in characters {
    joined.append(character)
    joined.append("\n")
  }
  guard let plain = String(joined).applyingTransform(StringTransform("Hant-Hans"), reverse: false) else { return [:] }
  let lines = plain.unicodeScalars.split(separator: "\n")
  guard lines.count == characters.count else { return [:] }
  var changes: [Unicode.Scalar: Unicode.Scalar] = [:]
  for (character, line) in zip(characters, lines) where line.count == 1 {
    if let first = line.first, first != character { changes[character] = first }
  }
  return changes
}
