/// How much a decoded text looks like Chinese: the mean over its scalars beyond ASCII.
enum Plausibility {
  /// 1 for text of frequent characters alone, below 0 for what no one writes; 0 where all is ASCII.
  static func score(_ scalars: some Sequence<Unicode.Scalar>) -> Double {
    var sum = 0.0
    var count = 0
    for scalar in scalars where scalar.value >= 0x80 {
      sum += weight(scalar)
      count += 1
    }
    return count == 0 ? 0 : sum / Double(count)
  }

  /// Below this no reading is taken: a text with nothing familiar in it is more likely of another encoding.
  static let least = -0.25

  private static func weight(_ scalar: Unicode.Scalar) -> Double {
    switch scalar.value {
    case 0x4E00...0x9FFF: FrequentCharacters.contains(scalar) ? 1 : -0.3
    // Punctuation and full-width forms of ASCII: frequent in Chinese, and in wrongly decoded text by chance.
    case 0x3000...0x3002, 0x3008...0x3011, 0x3014, 0x3015, 0x2014, 0x2018...0x201D, 0x2026, 0xFF01...0xFF5E: 0.6
    case 0x3400...0x4DBF, 0x20000...0x3FFFF: -0.8
    case 0xE000...0xF8FF, 0xF0000...0x10FFFF, 0xFFFD, 0x80...0x9F: -2
    case 0xA0...0x33FF, 0xFE30...0xFFEF: -0.2
    default: -1
    }
  }
}
