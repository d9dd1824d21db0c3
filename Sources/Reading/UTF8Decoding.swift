/// Strict decoding of UTF-8: no overlong forms, no surrogates, nothing beyond U+10FFFF.
enum UTF8Decoding {
  /// The scalars up to the first byte that does not fit, and its offset; nil where all bytes fit.
  static func decode(_ bytes: ArraySlice<UInt8>) -> (scalars: [Unicode.Scalar], badOffset: Int?) {
    var badOffset: Int?
    // A scalar for each byte that goes on with none.
    let most = bytes.reduce(0) { $1 & 0xC0 == 0x80 ? $0 : $0 + 1 }
    let scalars = [Unicode.Scalar](unsafeUninitializedCapacity: most) { buffer, count in
      var index = bytes.startIndex
      while index < bytes.endIndex {
        guard let (scalar, length) = scalar(in: bytes, at: index) else {
          badOffset = index
          return
        }
        buffer[count] = scalar
        count += 1
        index += length
      }
    }
    return (scalars, badOffset)
  }

  /// All scalars, with one U+FFFD for each run of bytes that do not fit.
  static func decodeLossily(_ bytes: ArraySlice<UInt8>) -> [Unicode.Scalar] {
    var scalars: [Unicode.Scalar] = []
    var wasBad = false
    var index = bytes.startIndex
    while index < bytes.endIndex {
      if let (scalar, length) = scalar(in: bytes, at: index) {
        scalars.append(scalar)
        index += length
        wasBad = false
      } else {
        if !wasBad { scalars.append("\u{FFFD}") }
        index += 1
        wasBad = true
      }
    }
    return scalars
  }

  @inline(__always)
  private static func scalar(in bytes: ArraySlice<UInt8>, at index: Int) -> (scalar: Unicode.Scalar, length: Int)? {
    let lead = bytes[index]
    if lead < 0x80 { return (Unicode.Scalar(lead), 1) }
    // Han characters of the basic plane, most of any text: neither overlong nor surrogates.
    if 0xE1...0xEC ~= lead, bytes.endIndex - index >= 3 {
      let (second, third) = (bytes[index + 1], bytes[index + 2])
      let value = UInt32(lead & 0x0F) << 12 | UInt32(second & 0x3F) << 6 | UInt32(third & 0x3F)
      guard second & 0xC0 == 0x80, third & 0xC0 == 0x80, let scalar = Unicode.Scalar(value) else { return nil }
      return (scalar, 3)
    }
    let length: Int
    var value: UInt32
    let least: UInt32
    switch lead {
    case 0xC2...0xDF: (length, value, least) = (2, UInt32(lead & 0x1F), 0x80)
    case 0xE0...0xEF: (length, value, least) = (3, UInt32(lead & 0x0F), 0x800)
    case 0xF0...0xF4: (length, value, least) = (4, UInt32(lead & 0x07), 0x10000)
    default: return nil
    }
    guard bytes.endIndex - index >= length else { return nil }
    for byte in bytes[index + 1..<index + length] {
      guard byte & 0xC0 == 0x80 else { return nil }
      value = value << 6 | UInt32(byte & 0x3F)
    }
    guard value >= least, let scalar = Unicode.Scalar(value) else { return nil }
    return (scalar, length)
  }
}
