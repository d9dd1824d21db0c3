import ChineseText
import Foundation
import Reading
import Vocabulary

/// What stands in the place of what is taken out: characters of the same kind that are part of no word that means
/// anything to a reader or an adapter.
struct Fillers: Sendable {
  /// Ideographs that are the same in simplified and traditional text.
  private(set) var plain: [Unicode.Scalar]
  /// Ideographs of traditional text alone.
  private(set) var traditional: [Unicode.Scalar]
  /// Common words of two characters that no kept word shares a character with: what a dot may stand in.
  private(set) var pairs: [[Unicode.Scalar]]

  /// - Parameter kept: the characters of the words that a sample keeps.
  init(besides kept: Set<Unicode.Scalar>) {
    let lexicon = Lexicon.standard.words.map { Array($0.unicodeScalars) }
    var used = kept
    for city in Cities.standard.all { used.formUnion(city.name.unicodeScalars) }
    for theme in Themes.standard.all {
      for word in theme.strong + theme.weak { used.formUnion(word.unicodeScalars) }
    }
    used.formUnion(lexicon.joined())
    let level1 = Fillers.level1.filter { !used.contains($0) }
    let forms = Fillers.traditionalForms(of: level1)
    let written = inSimplified(String(String.UnicodeScalarView(level1))).unicodeScalars
    plain = zip(zip(level1, forms), written).compactMap { $0.0 == $0.1 && $0.0 == $1 ? $0.0 : nil }
    let changed = zip(level1, forms).filter { $0 != $1 && !used.contains($1) }.map(\.1)
    let back = inSimplified(String(String.UnicodeScalarView(changed))).unicodeScalars
    traditional = zip(changed, back).compactMap { $0 != $1 ? $0 : nil }
    let apart = lexicon.filter { kept.isDisjoint(with: $0) }
    pairs = apart.isEmpty ? lexicon : apart
  }

  /// Those of which a file's encoding has each character.
  func within(_ isWritable: (Unicode.Scalar) -> Bool) -> Fillers {
    var fillers = self
    fillers.plain = plain.filter(isWritable)
    fillers.traditional = traditional.filter(isWritable)
    fillers.pairs = pairs.filter { $0.allSatisfy(isWritable) }
    return fillers
  }

  /// The 3755 characters of the first level of GB/T 2312, the most used ones.
  private static let level1: [Unicode.Scalar] = {
    var bytes: [UInt8] = [0x84, 0x31, 0x95, 0x33]
    for row in UInt8(0xB0)...0xD7 {
      for column in UInt8(0xA1)...(row == 0xD7 ? 0xF9 : 0xFE) { bytes += [row, column] }
    }
    // Behind the mark of GB 18030, which decides.
    return (try? decode(bytes))?.scalars ?? []
  }()

  /// Each character as traditional text has it; itself where that is not one character.
  static func traditionalForms(of characters: [Unicode.Scalar]) -> [Unicode.Scalar] {
    let lines = characters.map { String($0) }.joined(separator: "\n")
      .applyingTransform(StringTransform("Hans-Hant"), reverse: false)?.unicodeScalars.split(separator: "\n")
    guard let lines, lines.count == characters.count else { return characters }
    return zip(characters, lines).map { $1.count == 1 ? $1.first ?? $0 : $0 }
  }
}
