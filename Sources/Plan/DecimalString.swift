/// A quantity as the format writes it: a decimal string, compared as a number and hashed as written.
public struct DecimalString: Sendable {
  /// The digits without point, most significant first, and how many of them stand behind the point.
  private let negative: Bool
  private let whole: [UInt8]
  private let fraction: [UInt8]

  /// `nil` where the string is not of the form `-?(0|[1-9][0-9]*)(\.[0-9]+)?`.
  public init?(_ string: String) {
    var rest = Array(string.utf8)[...]
    negative = rest.first == UInt8(ascii: "-")
    if negative { rest = rest.dropFirst() }
    let isDigit = { (byte: UInt8) in byte >= UInt8(ascii: "0") && byte <= UInt8(ascii: "9") }
    whole = Array(rest.prefix(while: isDigit))
    rest = rest.dropFirst(whole.count)
    guard let first = whole.first, whole.count == 1 || first != UInt8(ascii: "0") else { return nil }
    if rest.first == UInt8(ascii: ".") {
      fraction = Array(rest.dropFirst())
      guard !fraction.isEmpty, fraction.allSatisfy(isDigit) else { return nil }
    } else {
      fraction = []
      guard rest.isEmpty else { return nil }
    }
  }

  public static func isWellFormed(_ string: String) -> Bool { DecimalString(string) != nil }

  private var isZero: Bool { whole.allSatisfy { $0 == 48 } && fraction.allSatisfy { $0 == 48 } }

  private static func magnitudeOrder(_ a: DecimalString, _ b: DecimalString) -> Int {
    if a.whole.count != b.whole.count { return a.whole.count < b.whole.count ? -1 : 1 }
    for (x, y) in zip(a.whole, b.whole) where x != y { return x < y ? -1 : 1 }
    for place in 0..<max(a.fraction.count, b.fraction.count) {
      let x = place < a.fraction.count ? a.fraction[place] : 48
      let y = place < b.fraction.count ? b.fraction[place] : 48
      if x != y { return x < y ? -1 : 1 }
    }
    return 0
  }
}

extension DecimalString: Comparable {
  public static func == (a: DecimalString, b: DecimalString) -> Bool { !(a < b) && !(b < a) }

  public static func < (a: DecimalString, b: DecimalString) -> Bool {
    let signs = (a.negative && !a.isZero, b.negative && !b.isZero)
    switch signs {
    case (true, false): return true
    case (false, true): return false
    case (true, true): return magnitudeOrder(a, b) > 0
    case (false, false): return magnitudeOrder(a, b) < 0
    }
  }
}
