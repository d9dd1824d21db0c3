@testable import ChineseText

/// Random numbers that are the same in every run (SplitMix64).
struct NoiseSeed: RandomNumberGenerator {
  private var state: UInt64

  init(_ seed: UInt64) { state = seed }

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var value = state
    value = (value ^ (value >> 30)) &* 0xBF58_476D_1CE4_E5B9
    value = (value ^ (value >> 27)) &* 0x94D0_49BB_1331_11EB
    return value ^ (value >> 31)
  }
}

/// Writes anti-copy runs as the forum program does, and shows them as a browser copies them.
struct ForumNoise {
  var random: NoiseSeed

  /// Five to fifteen times a scalar of U+0020–U+003B, a blank, and one of U+003F–U+007E.
  mutating func run() -> String {
    (0..<Int.random(in: 5...15, using: &random)).map { _ in
      "\(scalar(32...59)) \(scalar(63...126))"
    }.joined()
  }

  /// Single characters parted by blanks, as other programs write them.
  mutating func looseRun() -> String {
    (0..<Int.random(in: 12...24, using: &random)).map { _ in String(scalar(33...126)) }.joined(separator: " ")
  }

  /// Groups as the forum's, of any characters and with every other lead a blank.
  mutating func mixedRun() -> String {
    ForumNoise.shown(
      (0..<Int.random(in: 8...15, using: &random)).map { _ in
        "\(Bool.random(using: &random) ? " " : String(scalar(33...59))) \(scalar(33...126))"
      }.joined())
  }

  private mutating func scalar(_ range: ClosedRange<UInt8>) -> Character {
    Character(Unicode.Scalar(UInt8.random(in: range, using: &random)))
  }

  /// A browser folds blanks and strips them at a line's edges.
  static func shown(_ line: String) -> String {
    line.split(separator: " ", omittingEmptySubsequences: true).joined(separator: " ")
  }

  enum Place: CaseIterable { case front, back, both, ownLine }

  /// A line with runs put in, as a browser shows it.
  mutating func polluted(_ line: String, _ place: Place) -> String {
    switch place {
    case .front: ForumNoise.shown(run() + line)
    case .back: ForumNoise.shown(line + run())
    case .both: ForumNoise.shown(run() + line + run())
    // Where an empty line was, two runs meet.
    case .ownLine: line + "\n" + ForumNoise.shown(run() + (Bool.random(using: &random) ? run() : ""))
    }
  }
}

/// A text after repair.
func mended(_ text: String) -> String {
  let result = repaired(Array(text.unicodeScalars))
  return result.text.string(0..<result.text.count)
}
