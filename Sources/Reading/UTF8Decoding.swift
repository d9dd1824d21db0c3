/// Strict decoding of UTF-8: no overlong forms, no surrogates, nothing beyond U+10FFFF.
enum UTF8Decoding {
  /// The scalars up to the first byte that does not fit, and its offset; nil where all bytes fit.
  static func decode(_ bytes: ArraySlice<UInt8>) -> (scalars: [Unicode.Scalar], badOffset: Int?) {
    bytes.withUnsafeBufferPointer { buffer in
      let (scalars, end) = decode(buffer)
      return (scalars, end < buffer.count ? bytes.startIndex + end : nil)
    }
  }

  /// The scalars up to the first byte that does not fit, and its place.
  private static func decode(_ bytes: UnsafeBufferPointer<UInt8>) -> (scalars: [Unicode.Scalar], end: Int) {
    var end = 0
    let scalars = [Unicode.Scalar](unsafeUninitializedCapacity: mostScalars(in: bytes)) { buffer, count in
      // Variables of the closure's own stay in registers.
      var (index, filled) = (0, 0)
      let (raw, target) = (UnsafeRawBufferPointer(bytes), buffer)
      while true {
        while index &+ 4 <= raw.count,
          let scalar = scalar(ofThreeBytes: raw.loadUnaligned(fromByteOffset: index, as: UInt32.self))
        {
          target[filled] = scalar
          filled &+= 1
          index &+= 3
        }
        guard index < raw.count, let (scalar, length) = scalar(in: bytes, at: index) else { break }
        target[filled] = scalar
        filled &+= 1
        index &+= length
      }
      (end, count) = (index, filled)
    }
    return (scalars, end)
  }

  /// One for each byte that goes on with none (10xxxxxx), eight bytes at a time.
  private static func mostScalars(in bytes: UnsafeBufferPointer<UInt8>) -> Int {
    let raw = UnsafeRawBufferPointer(bytes)
    var count = bytes.count
    var index = 0
    while index &+ 8 <= raw.count {
      let word = raw.loadUnaligned(fromByteOffset: index, as: UInt64.self)
      count &-= (word & ~(word &<< 1) & 0x8080_8080_8080_8080).nonzeroBitCount
      index &+= 8
    }
    while index < raw.count {
      if raw[index] & 0xC0 == 0x80 { count &-= 1 }
      index &+= 1
    }
    return count
  }

  /// All scalars, with one U+FFFD for each run of bytes that do not fit.
  static func decodeLossily(_ bytes: ArraySlice<UInt8>) -> [Unicode.Scalar] {
    bytes.withUnsafeBufferPointer { bytes in
      var scalars: [Unicode.Scalar] = []
      var wasBad = false
      var index = 0
      while index < bytes.count {
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
  }

  /// The scalar of three bytes that four begin with: a Han character or a Chinese mark, most of any text.
  @inline(__always)
  private static func scalar(ofThreeBytes bytes: UInt32) -> Unicode.Scalar? {
    let word = UInt32(littleEndian: bytes)
    guard word & 0xC0_C0F0 == 0x80_80E0 else { return nil }
    let value = (word & 0x0F) << 12 | (word >> 8 & 0x3F) << 6 | word >> 16 & 0x3F
    // What is less is overlong; surrogates are no scalars.
    return value >= 0x800 ? Unicode.Scalar(value) : nil
  }

  @inline(__always)
  private static func scalar(
    in bytes: UnsafeBufferPointer<UInt8>, at index: Int
  ) -> (scalar: Unicode.Scalar, length: Int)? {
    let lead = bytes[index]
    if lead < 0x80 { return (Unicode.Scalar(lead), 1) }
    let length: Int
    var value: UInt32
    let least: UInt32
    switch lead {
    case 0xC2...0xDF: (length, value, least) = (2, UInt32(lead & 0x1F), 0x80)
    case 0xE0...0xEF: (length, value, least) = (3, UInt32(lead & 0x0F), 0x800)
    case 0xF0...0xF4: (length, value, least) = (4, UInt32(lead & 0x07), 0x10000)
    default: return nil
    }
    guard bytes.count - index >= length else { return nil }
    for byte in bytes[index + 1..<index + length] {
      guard byte & 0xC0 == 0x80 else { return nil }
      value = value << 6 | UInt32(byte & 0x3F)
    }
    guard value >= least, let scalar = Unicode.Scalar(value) else { return nil }
    return (scalar, length)
  }
}
