/// A text as a row of small numbers, for counting what very many texts share.
///
/// Punctuation, blanks, width and the case of Latin letters are gone as in `BareText`; where they stood the row is
/// broken, so that no pair of neighbours reaches over them. A figure is one sign whatever its digits; the number of a
/// name (22号线) is its digits.
public struct TextSigns: Sendable {
  /// A figure's digits with the two signs behind it, which are most of its unit.
  public struct Figure: Sendable, Equatable {
    /// Up to eight ASCII characters, the first in the highest byte; of longer figures a hash with the highest bit set.
    public let digits: UInt64
    /// The two signs behind it, the first in the upper half; 0 where there is none.
    public let unit: UInt32

    /// The figure as it stands in the text, blanks and width aside; nil of a long one.
    public var text: String? {
      guard digits >> 63 == 0 else { return nil }
      var out = String.UnicodeScalarView()
      for shift in stride(from: UInt64(56), through: 0, by: -8) where digits >> shift & 0xFF != 0 {
        out.append(Unicode.Scalar(UInt8(truncatingIfNeeded: digits >> shift)))
      }
      for sign in [UInt16(truncatingIfNeeded: unit >> 16), UInt16(truncatingIfNeeded: unit)] where sign != gap {
        if let scalar = Unicode.Scalar(sign) { out.append(scalar) }
      }
      return String(out)
    }
  }

  /// What parts two stretches.
  public static let gap: UInt16 = 0
  /// Stands for any figure.
  public static let figure: UInt16 = 0x30

  /// The signs of the text read last; a gap is never first, last or twice in a row.
  public private(set) var signs: [UInt16] = []
  /// Its figures in their order.
  public private(set) var figures: [Figure] = []

  /// What a sign is shown as; `#` stands for any figure.
  public static func shown(_ sign: UInt16) -> Unicode.Scalar {
    if sign == figure { return "#" }
    let isNumber = sign >= 0x30 + nameDigits && sign <= 0x39 + nameDigits
    return Unicode.Scalar(isNumber ? sign - nameDigits : sign) ?? "?"
  }

  /// Reads nothing yet.
  public init() {}

  /// Reads a text in place of the one before; linear in its length.
  public mutating func read(_ text: String) {
    signs.removeAll(keepingCapacity: true)
    figures.removeAll(keepingCapacity: true)
    var digits = Digits()
    for scalar in text.unicodeScalars {
      let sign = TextSigns.sign(of: scalar)
      if TextSigns.isDigit(sign) {
        if !digits.isOpen {
          finish(&digits)
          signs.append(TextSigns.figure)
        }
        digits.append(sign)
      } else if sign != TextSigns.gap {
        if digits.endsInJoint { finish(&digits, gap: true) }
        if sign == TextSigns.number, let name = digits.asName {
          signs.removeLast()
          signs += name
          digits = Digits()
        }
        if digits.wantsUnit(sign) { finish(&digits) }
        signs.append(sign)
      } else if !TextSigns.quotes.contains(scalar), !digits.join(scalar) {
        finish(&digits, gap: true)
      }
    }
    finish(&digits)
    if signs.last == TextSigns.gap { signs.removeLast() }
  }

  private mutating func finish(_ digits: inout Digits, gap: Bool = false) {
    if let figure = digits.figure { figures.append(figure) }
    digits = Digits()
    if gap, let last = signs.last, last != TextSigns.gap { signs.append(TextSigns.gap) }
  }

  /// 号, which makes a name of the number before it.
  private static let number: UInt16 = 0x53F7
  /// From a digit to the sign that it is in a name: full-width digits, which are folded elsewhere.
  private static let nameDigits: UInt16 = 0xFF10 - 0x30

  /// “专精特新”企业 is one run of signs, as 专精特新企业 is.
  private static let quotes: Set<Unicode.Scalar> = ["“", "”", "‘", "’", "「", "」", "『", "』", "\"", "＂"]

  private static func isDigit(_ sign: UInt16) -> Bool { sign >= 0x30 && sign <= 0x39 }

  /// The sign of a scalar, for looking up a text in what has been read.
  private static func sign(of scalar: Unicode.Scalar) -> UInt16 {
    if scalar.value < 0x10000 { return table[Int(scalar.value)] }
    guard BareText.isKept(scalar) else { return gap }
    // The private use area takes the rare characters of the further planes in.
    return UInt16(truncatingIfNeeded: 0xE000 + scalar.value % 0x1900)
  }

  private static let table: [UInt16] = (UInt32(0)..<0x10000).map { value in
    guard let scalar = Unicode.Scalar(value) else { return gap }
    let folded = BareText.folded(scalar)
    return BareText.isKept(folded) ? UInt16(truncatingIfNeeded: folded.value) : gap
  }

  /// A figure being read: its digits, with the points and dashes between them, then up to two signs.
  private struct Digits {
    private var packed: UInt64 = 0
    private var count = 0
    private var joint: UInt64 = 0
    private var unit: UInt32 = 0
    private var unitSigns = 0

    var isOpen: Bool { count > 0 && unitSigns == 0 }
    var endsInJoint: Bool { joint != 0 }
    var figure: Figure? { count > 0 ? Figure(digits: packed, unit: unit) : nil }

    /// The digits as signs of a name; nil of none, of many and of such with points or dashes.
    var asName: [UInt16]? {
      guard isOpen, count <= 4 else { return nil }
      let signs = (0..<count).reversed().map { UInt16(packed >> (8 * UInt64($0)) & 0xFF) }
      return signs.allSatisfy(TextSigns.isDigit) ? signs.map { $0 + TextSigns.nameDigits } : nil
    }

    mutating func append(_ sign: UInt16) {
      if joint != 0 { push(joint) }
      joint = 0
      push(UInt64(sign))
    }

    private mutating func push(_ character: UInt64) {
      count += 1
      packed = count <= 8 ? packed << 8 | character : (packed ^ character) &* 0x100_0000_01B3 | 1 << 63
    }

    /// Whether the mark may stand inside a figure; a comma or point that ends a sentence is followed by no digit.
    mutating func join(_ mark: Unicode.Scalar) -> Bool {
      guard isOpen, joint == 0 else { return false }
      switch BareText.folded(mark) {
      case ".": joint = 0x2E
      case "-": joint = 0x2D
      default: return false
      }
      return true
    }

    /// Takes a sign behind the digits; whether the figure is complete with it.
    mutating func wantsUnit(_ sign: UInt16) -> Bool {
      guard count > 0 else { return false }
      unitSigns += 1
      unit |= UInt32(sign) << (unitSigns == 1 ? 16 : 0)
      return unitSigns == 2
    }
  }
}
