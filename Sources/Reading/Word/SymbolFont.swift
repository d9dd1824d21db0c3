/// The characters that stand in symbol fonts under codes of their own, as Unicode has them.
enum SymbolFont {
  /// A text in a font, each code of a symbol font that Unicode has a sign for replaced by it.
  static func shown(_ text: String, font: String?) -> String {
    guard let table = table(font), text.utf8.contains(where: { $0 >= 0x80 }) else { return text }
    var shown = String.UnicodeScalarView()
    for scalar in text.unicodeScalars { shown.append(sign(scalar.value, in: table) ?? scalar) }
    return String(shown)
  }

  /// The sign of a code in a font (`w:sym`); `nil` where the code is no character at all.
  static func sign(_ code: UInt32, font: String?) -> Unicode.Scalar? {
    table(font).flatMap { sign(code, in: $0) ?? sign(code | 0xF000, in: $0) } ?? Unicode.Scalar(code)
  }

  /// Codes stand at U+F020 to U+F0FF.
  private static func sign(_ code: UInt32, in table: [UInt32: Unicode.Scalar]) -> Unicode.Scalar? {
    (0xF020...0xF0FF).contains(code) ? table[code - 0xF000] : nil
  }

  private static func table(_ font: String?) -> [UInt32: Unicode.Scalar]? {
    switch font?.lowercased() {
    case "symbol": symbol
    case "wingdings": wingdings
    case "wingdings 2": wingdings2
    default: nil
    }
  }

  /// Signs that follow each other from a code on; a blank stands for a code that has none.
  private static func codes(_ runs: [(UInt32, String)]) -> [UInt32: Unicode.Scalar] {
    var table: [UInt32: Unicode.Scalar] = [:]
    for (first, signs) in runs {
      for (offset, sign) in signs.unicodeScalars.enumerated() where sign != " " { table[first + UInt32(offset)] = sign }
    }
    return table
  }

  private static let symbol = codes([
    (0x21, "!∀#∃%&∍()∗+,−./0123456789:;<=>?≅ΑΒΧΔΕΦΓΗΙϑΚΛΜΝΟΠΘΡΣΤΥςΩΞΨΖ[∴]⊥_"),
    (0x61, "αβχδεφγηιϕκλμνοπθρστυϖωξψζ{|}∼"),
    (0xA0, "€ϒ′≤⁄∞ƒ♣♦♥♠↔←↑→↓°±″≥×∝∂•÷≠≡≈…"),
    (0xC4, "⊗⊕∅∩∪⊃⊇⊄⊂⊆∈∉∠∇®©™∏√⋅¬∧∨⇔⇐⇑⇒⇓◊"),
    (0xE5, "∑"), (0xF2, "∫"),
  ])

  private static let wingdings = codes([
    (0x21, "✏✂✁"), (0x28, "☎✆✉"), (0x45, "☜☞☝☟"), (0x4A, "☺"), (0x4C, "☹"), (0x52, "☼"), (0x54, "❄"),
    (0x6C, "●❍■□□❑❒◆◆◆❖◆⌧"), (0x80, "⓪①②③④⑤⑥⑦⑧⑨⑩⓿❶❷❸❹❺❻❼❽❾❿"), (0x9E, "·•▪○○○◉◎"), (0xA7, "▪□"),
    (0xAA, "✦★"), (0xAC, "✶✴✹✵"), (0xD8, "➢"), (0xDC, "➲"), (0xDF, "←→↑↓↖↗↙↘"), (0xE8, "➔"), (0xEF, "⇦⇨⇧⇩"),
    (0xFB, "✗✓☒☑"),
  ])

  private static let wingdings2 = codes([
    (0x50, "✓☒☑☒☒"), (0x69, "⓪①②③④⑤⑥⑦⑧⑨⑩⓿❶❷❸❹❺❻❼❽❾❿"), (0x97, "●"), (0xA2, "■□"),
  ])
}
