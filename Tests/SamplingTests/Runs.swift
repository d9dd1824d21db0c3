import ChineseText
import Reading
import Sampling

/// Stretches of six characters that two texts have in common.
enum Runs {
  static let length = 6

  /// The stretches of the original that stand anywhere in the sample and hold something that is no word of the
  /// vocabulary, no mark and no blank.
  static func left(of original: [UInt8], in sample: [UInt8]) -> [String] {
    guard let old = try? readFile(original).scalars, let new = try? readFile(sample).scalars else {
      return ["unreadable"]
    }
    return left(of: old, in: new)
  }

  static func left(of old: [Unicode.Scalar], in new: [Unicode.Scalar]) -> [String] {
    guard old.count >= length, new.count >= length else { return [] }
    let covered = SampleFile.words.covers(simplified(old) ?? old)
    let there = Set((0...new.count - length).map { Array(new[$0..<$0 + length]) })
    return (0...old.count - length).compactMap { start in
      let run = start..<start + length
      let open = run.filter { kind(old[$0]) != .mark && !covered[$0] && !isNumeral(old[$0]) }
      // Numbers of rows and lists stay, which have three digits at most; figures are looked at by themselves.
      let kinds = open.map { kind(old[$0]) }
      // A letter or two of anti-copy dirt come back by chance; the time of a day in a sheet's cell stays.
      let letters = kinds.count { $0 == .letter }
      let digits = kinds.count { $0 == .digit }
      // So does one character behind blanks.
      let hans = kinds.count { $0 == .han }
      let isWords = hans > 1 || hans == 1 && run.allSatisfy { kind(old[$0]) != .mark }
      guard isWords || letters > 2 || digits > 4, there.contains(Array(old[run])) else { return nil }
      return old.string(run)
    }
  }

  /// A lone numeral counts the parts of a text, and stays.
  private static func isNumeral(_ scalar: Unicode.Scalar) -> Bool {
    "零〇一二两三四五六七八九十百千万亿点".unicodeScalars.contains(scalar)
  }

  enum Kind { case digit, wideDigit, letter, han, mark }

  static func kind(_ scalar: Unicode.Scalar) -> Kind {
    if scalar.isASCIIDigit { return .digit }
    if scalar.isDigit { return .wideDigit }
    if scalar.isHan || (0x2E80...0x2FD5).contains(scalar.value) { return .han }
    return scalar.properties.isAlphabetic ? .letter : .mark
  }
}
