import Crypto
import Foundation

/// Ed25519 (RFC 8032) by swift-crypto: one key and one text give one signature.
enum Ed25519 {
  /// What stands before the 32 bytes of a public key in DER (RFC 8410).
  private static let prefix: [UInt8] = [0x30, 0x2A, 0x30, 0x05, 0x06, 0x03, 0x2B, 0x65, 0x70, 0x03, 0x21, 0x00]

  /// The 64 bytes of a signature; `nil` where `key` is not the 32 bytes of a private key.
  static func sign(_ bytes: [UInt8], key: [UInt8]) -> [UInt8]? {
    guard let key = try? Curve25519.Signing.PrivateKey(rawRepresentation: key) else { return nil }
    return (try? key.signature(for: bytes)).map(Array.init)
  }

  static func accepts(_ signature: [UInt8], of bytes: [UInt8], key der: [UInt8]) -> Bool {
    guard der.starts(with: prefix) else { return false }
    let raw = Array(der.dropFirst(prefix.count))
    guard let key = try? Curve25519.Signing.PublicKey(rawRepresentation: raw) else { return false }
    return key.isValidSignature(signature, for: bytes)
  }
}
