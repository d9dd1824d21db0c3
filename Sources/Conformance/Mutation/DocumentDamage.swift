/// Damages a document as files get damaged on their way, and as somebody would who means harm; what it does follows
/// from the seed.
package struct DocumentDamage {
  package var random: SplitMix64
  /// The longest run of one kind that is put in.
  package let longest: Int
  /// Whether no character of UTF-8 is broken, as in most cases: what is no text is refused before anything else.
  let keepsCharacters: Bool

  package init(seed: UInt64, longest: Int) {
    random = SplitMix64(seed: seed)
    self.longest = longest
    keepsCharacters = Int.random(in: 0..<5, using: &random) > 0
  }

  /// A damaged copy, with parts of another document in some.
  package mutating func damaged(_ document: [UInt8], splicing other: [UInt8]) -> [UInt8] {
    var bytes = document
    // In another encoding the same damage falls on other places: half a unit, a surrogate, a trail byte.
    if !keepsCharacters, chance(3), let again = reencoded(bytes) { bytes = again }
    for _ in 0...number(below: 4) { change(&bytes, splicing: other) }
    if chance(12), let again = reencoded(bytes) {
      bytes = again
      if !keepsCharacters { changeBytes(&bytes) }
    }
    return bytes
  }

  private mutating func change(_ bytes: inout [UInt8], splicing other: [UInt8]) {
    switch number(below: 12) {
    case 0..<4: changeBytes(&bytes)
    case 4..<7: changeLines(&bytes)
    case 7..<9: changeCells(&bytes)
    case 9: splice(other, into: &bytes)
    default: insertHostileRun(&bytes)
    }
  }

  /// The beginning of one document and the end of another, or a part of one inside the other.
  private mutating func splice(_ other: [UInt8], into bytes: inout [UInt8]) {
    guard !other.isEmpty else { return }
    if chance(2) {
      bytes = Array(bytes[..<place(in: bytes)] + other[place(in: other)...])
    } else {
      let part = stretch(of: other, atMost: other.count)
      bytes.insert(contentsOf: other[part], at: place(in: bytes))
    }
  }

  // MARK: Choosing

  package mutating func number(below limit: Int) -> Int { limit > 0 ? Int.random(in: 0..<limit, using: &random) : 0 }

  /// True once in so many times.
  package mutating func chance(_ times: Int) -> Bool { number(below: times) == 0 }

  /// A place between two bytes or characters, the ends included.
  package mutating func place(in bytes: [UInt8]) -> Int { settled(number(below: bytes.count + 1), in: bytes) }

  /// A stretch of at least one byte or character, where there is one.
  package mutating func stretch(of bytes: [UInt8], atMost length: Int) -> Range<Int> {
    var start = number(below: bytes.count)
    while keepsCharacters, start > 0, isInside(bytes[start]) { start -= 1 }
    return start..<settled(min(bytes.count, start + 1 + number(below: length)), in: bytes)
  }

  /// The place itself, or the next one that is not inside a character.
  private func settled(_ place: Int, in bytes: [UInt8]) -> Int {
    var place = place
    while keepsCharacters, place < bytes.count, isInside(bytes[place]) { place += 1 }
    return place
  }

  /// Whether a byte of UTF-8 goes on with a character.
  private func isInside(_ byte: UInt8) -> Bool { byte & 0xC0 == 0x80 }
}
