import CCrypto

/// A key that signs; it stays in the memory of this process.
public struct PrivateKey {
  let key: LibcryptoKey
  /// The other half, for everybody.
  public let publicKey: PublicKey

  init(_ key: LibcryptoKey) {
    self.key = key
    publicKey = PublicKey(of: key)
  }

  /// A new key pair; `nil` where the system has no memory or no randomness for it.
  public init?(generating algorithm: SignatureAlgorithm) {
    guard let key = LibcryptoKey(generating: algorithm) else { return nil }
    self.init(key)
  }

  /// A signature over `bytes`; `nil` where libcrypto refuses the key.
  public func signature(of bytes: [UInt8]) -> [UInt8]? {
    switch key.algorithm {
    case .ed25519:
      var raw = [UInt8](repeating: 0, count: 32)
      var count = raw.count
      guard EVP_PKEY_get_raw_private_key(key.pointer, &raw, &count) == 1, count == raw.count else { return nil }
      return Ed25519.sign(bytes, key: raw)
    case .sm2: return SM2.sign(bytes, key: key)
    }
  }
}
