extension DocumentDamage {
  /// Bits flipped, bytes put in, lost, doubled or overwritten, the file cut short at any byte: inside a character too.
  package mutating func changeBytes(_ bytes: inout [UInt8]) {
    guard !bytes.isEmpty else { return }
    let part = stretch(of: bytes, atMost: chance(4) ? 2000 : 40)
    switch number(below: 8) {
    case 0 where keepsCharacters: bytes.replaceSubrange(part, with: character())
    case 0: bytes[part.lowerBound] ^= 1 << UInt8(number(below: 8))
    case 1: bytes.insert(contentsOf: keepsCharacters ? character() : [anyByte()], at: place(in: bytes))
    case 2: bytes.removeSubrange(part)
    case 3: bytes.insert(contentsOf: bytes[part], at: part.upperBound)
    case 4: bytes.insert(contentsOf: bytes[part], at: place(in: bytes))
    case 5: bytes.removeSubrange(place(in: bytes)...)
    case 6: bytes.removeSubrange(..<place(in: bytes))
    case 7 where keepsCharacters: bytes.replaceSubrange(part, with: part.prefix(16).flatMap { _ in character() })
    default: for at in part.prefix(16) { bytes[at] = anyByte() }
    }
  }

  private mutating func anyByte() -> UInt8 { .random(in: .min ... .max, using: &random) }

  /// Any character there is, most of them of the kinds that documents have.
  private mutating func character() -> [UInt8] {
    let ranges: [ClosedRange<UInt32>] = [
      0x20...0x7E, 0x20...0x7E, 0x4E00...0x9FFF, 0x3001...0x3020, 0xFF01...0xFF5E, 0x80...0x2FFF, 1...0xD7FF,
      0xE000...0x10FFFF,
    ]
    let value = UInt32.random(in: ranges[number(below: ranges.count)], using: &random)
    return Array(String(String.UnicodeScalarView(CollectionOfOne(Unicode.Scalar(value) ?? "?"))).utf8)
  }
}
