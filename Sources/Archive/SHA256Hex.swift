import Crypto

/// SHA-256 over bytes that arrive in pieces, given as 64 lowercase hexadecimal digits.
public struct SHA256Hex: Sendable {
  private var hasher = SHA256()

  /// A hasher that has seen no byte.
  public init() {}

  /// Takes the next bytes into the hash.
  public mutating func update(_ bytes: UnsafeRawBufferPointer) {
    hasher.update(bufferPointer: bytes)
  }

  /// Takes the next bytes into the hash.
  public mutating func update(_ bytes: [UInt8]) {
    bytes.withUnsafeBytes { hasher.update(bufferPointer: $0) }
  }

  /// The hash of every byte so far; more may follow.
  public var hex: String {
    var digits: [UInt8] = []
    digits.reserveCapacity(64)
    for byte in hasher.finalize() {
      digits.append(Self.digit(byte >> 4))
      digits.append(Self.digit(byte & 15))
    }
    return String(decoding: digits, as: UTF8.self)
  }

  /// The hash of `bytes` in one call.
  public static func of(_ bytes: [UInt8]) -> String {
    var hash = SHA256Hex()
    hash.update(bytes)
    return hash.hex
  }

  /// Whether `bytes` are 64 lowercase hexadecimal digits, the only form that this type writes.
  public static func isHex(_ bytes: some Collection<UInt8>) -> Bool {
    bytes.count == 64
      && bytes.allSatisfy {
        (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) || (UInt8(ascii: "a")...UInt8(ascii: "f")).contains($0)
      }
  }

  private static func digit(_ value: UInt8) -> UInt8 {
    value < 10 ? UInt8(ascii: "0") + value : UInt8(ascii: "a") + (value - 10)
  }
}
