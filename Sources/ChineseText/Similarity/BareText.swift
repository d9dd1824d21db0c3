/// Text without what a reader would not call a change: punctuation, white space, width and the case of Latin letters.
///
/// Figures never run together: where a mark between two digits falls away a separator stays (3、5 is not 35), and a
/// point, a dash and a minus sign are kept. Only a comma that groups thousands vanishes (1,000 is 1000).
public struct BareText: Sendable {
  /// What is left, in order.
  public private(set) var scalars: [Unicode.Scalar] = []
  /// Per scalar left, its offset in the text; for a separator, that of the first mark it stands for.
  public private(set) var places: [Int] = []

  private var gap: [Unicode.Scalar] = []
  private var gapStart = 0
  /// Whether the digits at the end already hold a group of thousands.
  private var isGrouped = false

  /// Reads a text; linear in its length.
  public init(_ text: [Unicode.Scalar]) {
    scalars.reserveCapacity(text.count)
    places.reserveCapacity(text.count)
    for (offset, original) in text.enumerated() {
      let scalar = BareText.folded(original)
      if BareText.isKept(scalar) {
        bridge(to: scalar, in: text, at: offset)
        if !scalar.isASCIIDigit { isGrouped = false }
        append(scalar, offset)
        gap.removeAll(keepingCapacity: true)
      } else {
        if gap.isEmpty { gapStart = offset }
        gap.append(scalar)
      }
    }
  }

  /// The bare scalars of a text.
  public static func bare(_ text: some Sequence<Unicode.Scalar>) -> [Unicode.Scalar] { BareText(Array(text)).scalars }

  /// The bare scalars of a string.
  public static func bare(_ text: String) -> [Unicode.Scalar] { bare(text.unicodeScalars) }

  private mutating func append(_ scalar: Unicode.Scalar, _ place: Int) {
    scalars.append(scalar)
    places.append(place)
  }

  /// Writes what must stay of the marks between the last scalar kept and the next one.
  private mutating func bridge(to next: Unicode.Scalar, in text: [Unicode.Scalar], at offset: Int) {
    guard let last = gap.last, next.isASCIIDigit else { return }
    let before = scalars.last
    let sign: Unicode.Scalar? =
      switch last {
      case "-": gap.dropLast().last == "-" || before?.isASCIILetter == true && gap.count == 1 ? nil : "-"
      case "<", ">": last
      case "=": gap.dropLast().last == ">" ? "≥" : gap.dropLast().last == "<" ? "≤" : nil
      default: nil
      }
    guard let before, before.isASCIIDigit else {
      if let sign { append(sign, offset - 1) }
      return
    }
    if gap.allSatisfy({ $0 == "-" }) {
      append("-", gapStart)
    } else if gap == ["."] {
      append(".", gapStart)
    } else if gap == [","], groupsThousands(text, offset) {
      isGrouped = true
      return
    } else {
      append(",", gapStart)
      if let sign { append(sign, offset - 1) }
    }
    isGrouped = false
  }

  /// Whether a comma stands between up to three digits, or a group, and exactly three digits.
  private func groupsThousands(_ text: [Unicode.Scalar], _ offset: Int) -> Bool {
    var after = offset
    while after < text.count, after - offset < 4, BareText.folded(text[after]).isASCIIDigit { after += 1 }
    guard after - offset == 3 else { return false }
    if isGrouped { return true }
    let digits = scalars.reversed().prefix(4).prefix { $0.isASCIIDigit }.count
    return digits <= 3 && scalars.dropLast(digits).last != "."
  }
}

extension BareText {
  /// ASCII forms of full-width scalars, lower case, one dash for all dashes, one comma for its kin.
  static func folded(_ scalar: Unicode.Scalar) -> Unicode.Scalar {
    var value = scalar.value
    if (0x4E00...0x9FFF).contains(value) { return scalar }
    if (0xFF01...0xFF5E).contains(value) { value -= 0xFEE0 }
    if (0x41...0x5A).contains(value) { value += 0x20 }
    switch value {
    case 0x2010...0x2015, 0x2212, 0x7E, 0x301C, 0x223C, 0x2E3A, 0x2E3B, 0xFE58, 0xFE63: return "-"
    case 0x3001, 0xFF64: return ","
    case 0x2267, 0x2A7E: return "≥"
    case 0x2266, 0x2A7D: return "≤"
    case 0x2215, 0x2044: return "/"
    case 0xFFE5: return "¥"
    default: return Unicode.Scalar(value) ?? scalar
    }
  }

  /// Whether a folded scalar says something by itself.
  static func isKept(_ scalar: Unicode.Scalar) -> Bool {
    if scalar.isHan || scalar.isASCIIDigit || scalar.isASCIILetter { return true }
    switch scalar {
    case "%", "‰", "/", "+", "°", "$": return true
    case "<", ">", "=", "|", "^", "`", "¦": return false
    case "\u{FE00}"..."\u{FE0F}": return false
    default: break
    }
    switch scalar.properties.generalCategory {
    case .connectorPunctuation, .dashPunctuation, .openPunctuation, .closePunctuation, .initialPunctuation,
      .finalPunctuation, .otherPunctuation, .spaceSeparator, .lineSeparator, .paragraphSeparator, .control, .format,
      .modifierSymbol:
      return false
    case .otherSymbol:
      // Letterlike and squared signs are units (℃, ㎡); bullets, stars and boxes are ornament.
      return (0x2100...0x214F).contains(scalar.value) || (0x3300...0x33FF).contains(scalar.value)
    default: return true
    }
  }
}
