/// Damages a document in ways that files are damaged in: cut short, pieces lost, doubled or moved, tabs and line ends
/// changed into one another, bytes overwritten. What it does follows from the seed.
struct Damage {
  private var state: UInt64

  init(seed: UInt64) { state = seed &* 0x9E37_79B9_7F4A_7C15 &+ 1 }

  private mutating func number(below limit: Int) -> Int {
    state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
    return limit > 0 ? Int(truncatingIfNeeded: state >> 33) % limit : 0
  }

  mutating func done(to bytes: [UInt8]) -> [UInt8] {
    var bytes = bytes
    for _ in 0...number(below: 4) { change(&bytes) }
    return bytes
  }

  private mutating func change(_ bytes: inout [UInt8]) {
    guard !bytes.isEmpty else { return }
    let at = number(below: bytes.count)
    let end = min(bytes.count, at + 1 + number(below: 120))
    switch number(below: 8) {
    case 0: bytes.removeSubrange(at...)
    case 1: bytes.removeSubrange(at..<end)
    case 2: bytes.insert(contentsOf: Array(bytes[at..<end]), at: number(below: bytes.count))
    case 3: moveLine(&bytes)
    case 4: exchange(&bytes, UInt8(ascii: "\t"), UInt8(ascii: "\n"), at)
    case 5: exchange(&bytes, UInt8(ascii: "\n"), UInt8(ascii: "\t"), at)
    case 6: bytes[at] = UInt8(truncatingIfNeeded: number(below: 256))
    default: exchange(&bytes, UInt8(ascii: "\n"), UInt8(ascii: "|"), at)
    }
  }

  /// The first of one byte behind a place becomes another, or all of them.
  private mutating func exchange(_ bytes: inout [UInt8], _ one: UInt8, _ other: UInt8, _ start: Int) {
    let all = number(below: 2) == 0
    for at in start..<bytes.count where bytes[at] == one {
      bytes[at] = other
      if !all { return }
    }
  }

  private mutating func moveLine(_ bytes: inout [UInt8]) {
    var lines = bytes.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false)
    let line = lines.remove(at: number(below: lines.count))
    lines.insert(line, at: number(below: lines.count + 1))
    bytes = Array(lines.joined(separator: [UInt8(ascii: "\n")]))
  }
}
