/// Strict decoding of UTF-16: no lone surrogates, no odd byte at the end.
enum UTF16Decoding {
  /// The scalars up to the first unit that does not fit, and its byte offset; nil where all fit.
  static func decode(_ bytes: ArraySlice<UInt8>, bigEndian: Bool) -> (scalars: [Unicode.Scalar], badOffset: Int?) {
    var scalars: [Unicode.Scalar] = []
    scalars.reserveCapacity(bytes.count / 2)
    var index = bytes.startIndex
    while index + 1 < bytes.endIndex {
      let unit = unit(bytes, index, bigEndian)
      if let scalar = Unicode.Scalar(unit) {
        scalars.append(scalar)
        index += 2
        continue
      }
      guard unit < 0xDC00, index + 3 < bytes.endIndex else { return (scalars, index) }
      let low = self.unit(bytes, index + 2, bigEndian)
      guard (0xDC00...0xDFFF).contains(low),
        let scalar = Unicode.Scalar(0x10000 + (unit - 0xD800) << 10 + (low - 0xDC00))
      else { return (scalars, index) }
      scalars.append(scalar)
      index += 4
    }
    return (scalars, index < bytes.endIndex ? index : nil)
  }

  /// Whether bytes without a mark look like UTF-16, and in which order: nil where they do not.
  ///
  /// ASCII in UTF-16 has a NUL in every pair, always on the same side; Chinese text has on that side bytes of the few
  /// blocks that Chinese uses. Both are told by a share of the pairs, for a cut may hold anything.
  static func byteOrder(of bytes: [UInt8]) -> (bigEndian: Bool, isCertain: Bool)? {
    let sample = bytes.prefix(65_536)
    guard sample.count >= 4 else { return nil }
    var likely = (little: 0, big: 0)
    var lineEnds = (little: 0, big: 0)
    var pairs = 0
    var index = 0
    while index + 1 < sample.count {
      let (first, second) = (sample[index], sample[index + 1])
      if isLikely(high: second, low: first) { likely.little += 1 }
      if isLikely(high: first, low: second) { likely.big += 1 }
      if second == 0, first == 0x0A || first == 0x20 { lineEnds.little += 1 }
      if first == 0, second == 0x0A || second == 0x20 { lineEnds.big += 1 }
      pairs += 1
      index += 2
    }
    let bigEndian = (likely.big, lineEnds.big) > (likely.little, lineEnds.little)
    let hits = bigEndian ? likely.big : likely.little
    let other = bigEndian ? likely.little : likely.big
    guard hits * 10 >= pairs * 9, hits > other else { return nil }
    return (bigEndian, sample.contains(0))
  }

  /// True for the blocks of ASCII, Chinese punctuation and forms, and the Han characters.
  private static func isLikely(high: UInt8, low: UInt8) -> Bool {
    switch high {
    case 0x00: low >= 0x20 && low < 0x7F || low == 0x0A || low == 0x0D || low == 0x09
    case 0x20, 0x30, 0xFF: true
    case 0x4E...0x9F: true
    default: false
    }
  }

  private static func unit(_ bytes: ArraySlice<UInt8>, _ index: Int, _ bigEndian: Bool) -> UInt32 {
    let (first, second) = (UInt32(bytes[index]), UInt32(bytes[index + 1]))
    return bigEndian ? first << 8 | second : second << 8 | first
  }
}
