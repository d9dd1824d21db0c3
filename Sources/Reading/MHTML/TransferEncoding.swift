/// How a part of a message writes bytes in lines of ASCII (RFC 2045).
enum TransferEncoding {
  /// The bytes that `body` stands for; any name but the two that are known means the bytes themselves.
  static func decode(_ body: ArraySlice<UInt8>, named name: String) -> [UInt8] {
    switch name {
    case "base64": base64(body)
    case "quoted-printable": quotedPrintable(body)
    default: Array(body)
    }
  }

  /// What is no digit is passed over, as mail programs do.
  private static func base64(_ body: ArraySlice<UInt8>) -> [UInt8] {
    var bytes: [UInt8] = []
    bytes.reserveCapacity(body.count / 4 * 3)
    var bits: UInt32 = 0
    var count = 0
    for byte in body {
      if byte == 0x3D { break }
      guard let digit = digit(byte) else { continue }
      bits = bits << 6 | digit
      count += 1
      if count == 4 {
        bytes += [UInt8(bits >> 16 & 0xFF), UInt8(bits >> 8 & 0xFF), UInt8(bits & 0xFF)]
        (bits, count) = (0, 0)
      }
    }
    if count == 3 { bytes += [UInt8(bits >> 10 & 0xFF), UInt8(bits >> 2 & 0xFF)] }
    if count == 2 { bytes.append(UInt8(bits >> 4 & 0xFF)) }
    return bytes
  }

  private static func digit(_ byte: UInt8) -> UInt32? {
    switch byte {
    case 0x41...0x5A: UInt32(byte) - 0x41
    case 0x61...0x7A: UInt32(byte) - 0x61 + 26
    case 0x30...0x39: UInt32(byte) - 0x30 + 52
    case 0x2B: 62
    case 0x2F: 63
    default: nil
    }
  }

  /// `=E4` is a byte, `=` at a line's end joins it to the next; any other `=` is itself.
  private static func quotedPrintable(_ body: ArraySlice<UInt8>) -> [UInt8] {
    var bytes: [UInt8] = []
    bytes.reserveCapacity(body.count)
    var index = body.startIndex
    while index < body.endIndex {
      let rest = body[index...]
      if body[index] != 0x3D {
        bytes.append(body[index])
        index += 1
      } else if let high = rest.dropFirst().first.flatMap(hex), let low = rest.dropFirst(2).first.flatMap(hex) {
        bytes.append(high << 4 | low)
        index += 3
      } else if rest.dropFirst().first == 0x0A {
        index += 2
      } else if rest.dropFirst().starts(with: [0x0D, 0x0A]) {
        index += 3
      } else {
        bytes.append(body[index])
        index += 1
      }
    }
    return bytes
  }

  private static func hex(_ byte: UInt8) -> UInt8? {
    switch byte {
    case 0x30...0x39: byte - 0x30
    case 0x41...0x46: byte - 0x41 + 10
    case 0x61...0x66: byte - 0x61 + 10
    default: nil
    }
  }
}
