/// Small questions about scalars that the rules of this module share.
extension Unicode.Scalar {
  /// A Chinese ideograph, the number zero 〇 included.
  public var isHan: Bool {
    switch value {
    case 0x4E00...0x9FFF, 0x3400...0x4DBF, 0x20000...0x323AF, 0xF900...0xFAFF, 0x3007: true
    default: false
    }
  }

  /// White space inside a line: full-width, no-break and typographic blanks, those without a width, form feeds.
  public var isBlank: Bool {
    switch value {
    case 0x20, 0x09, 0x3000, 0xA0: true
    case 0x0B, 0x0C, 0x1680, 0x2000...0x200B, 0x202F, 0x205F, 0x2060, 0xFEFF: true
    default: false
    }
  }

  public var isLineEnd: Bool {
    self == "\n" || self == "\r" || self == "\u{85}" || self == "\u{2028}" || self == "\u{2029}"
  }

  public var isASCIIDigit: Bool { value >= 0x30 && value <= 0x39 }
  public var isASCIILetter: Bool { (0x41...0x5A).contains(value) || (0x61...0x7A).contains(value) }
  /// A digit, ASCII or full-width.
  public var isDigit: Bool { isASCIIDigit || (0xFF10...0xFF19).contains(value) }
}

extension RandomAccessCollection where Element == Unicode.Scalar {
  /// The scalars as text.
  public var string: String {
    String(unsafeUninitializedCapacity: utf8Count) { fill($0) }
  }

  /// Their UTF-8.
  public var utf8: [UInt8] {
    [UInt8](unsafeUninitializedCapacity: utf8Count) { $1 = fill($0) }
  }

  private var utf8Count: Int { reduce(0) { $0 + UTF8.width($1) } }

  private func fill(_ buffer: UnsafeMutableBufferPointer<UInt8>) -> Int {
    var end = 0
    for scalar in self {
      // Most of a Chinese text.
      if (0x800...0xFFFF).contains(scalar.value) {
        buffer[end] = UInt8(truncatingIfNeeded: 0xE0 | scalar.value >> 12)
        buffer[end + 1] = UInt8(truncatingIfNeeded: 0x80 | scalar.value >> 6 & 0x3F)
        buffer[end + 2] = UInt8(truncatingIfNeeded: 0x80 | scalar.value & 0x3F)
        end += 3
        continue
      }
      for byte in scalar.utf8 {
        buffer[end] = byte
        end += 1
      }
    }
    return end
  }
}

extension Array where Element == Unicode.Scalar {
  /// The text of a stretch; what lies outside the array is left out.
  public func string(_ range: Range<Int>) -> String {
    self[range.clamped(to: 0..<count)].string
  }

  /// The UTF-8 of a stretch; what lies outside the array is left out.
  public func utf8(_ range: Range<Int>) -> [UInt8] {
    self[range.clamped(to: 0..<count)].utf8
  }

  /// The stretch without white space and line ends at its edges.
  public func trimmed(_ range: Range<Int>) -> Range<Int> {
    let range = range.clamped(to: 0..<count)
    var start = range.lowerBound
    var end = range.upperBound
    while start < end, self[start].isBlank || self[start].isLineEnd { start += 1 }
    while end > start, self[end - 1].isBlank || self[end - 1].isLineEnd { end -= 1 }
    return start..<end
  }

  /// The pieces between the scalars that part a stretch, trimmed, without empty ones.
  public func pieces(of range: Range<Int>, partedBy isMark: (Unicode.Scalar) -> Bool) -> [Range<Int>] {
    var out: [Range<Int>] = []
    let range = range.clamped(to: 0..<count)
    var start = range.lowerBound
    for at in range where isMark(self[at]) {
      out.append(trimmed(start..<at))
      start = at + 1
    }
    out.append(trimmed(start..<range.upperBound))
    return out.filter { !$0.isEmpty }
  }

  /// Whether `word` stands at `offset`.
  public func stands(_ word: String, at offset: Int, before end: Int? = nil) -> Bool {
    var at = offset
    let end = Swift.min(end ?? count, count)
    guard offset >= 0 else { return false }
    for scalar in word.unicodeScalars {
      guard at < end, self[at] == scalar else { return false }
      at += 1
    }
    return true
  }

  /// Where `word` stands first within the range.
  public func first(_ word: String, in range: Range<Int>) -> Range<Int>? {
    let length = word.unicodeScalars.count
    let range = range.clamped(to: 0..<count)
    guard let head = word.unicodeScalars.first, length <= range.count else { return nil }
    for at in range.lowerBound...(range.upperBound - length) where self[at] == head && stands(word, at: at) {
      return at..<at + length
    }
    return nil
  }
}
