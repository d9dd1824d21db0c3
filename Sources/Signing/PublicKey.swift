import Archive
import CCrypto

/// A key that checks signatures. Two are equal where their bytes are.
public struct PublicKey: Sendable, Hashable {
  /// How it checks.
  public let algorithm: SignatureAlgorithm
  /// SubjectPublicKeyInfo in DER, which `openssl pkey -pubin -inform DER` reads.
  public let der: [UInt8]

  /// A key from its DER form; `nil` where the bytes are no key of a known algorithm, or not in their one form.
  public init?(der: [UInt8]) {
    guard let key = LibcryptoKey(publicDER: der), key.publicDER == der else { return nil }
    algorithm = key.algorithm
    self.der = der
  }

  /// A key from its PEM form, as `keygen` writes it beside the private key; `nil` where it is none.
  public init?(pem: [UInt8]) {
    let found = reading(pem) { PEM_read_bio_PUBKEY($0, nil, nil, nil) }
    guard let key = found.flatMap(LibcryptoKey.init) else { return nil }
    self.init(of: key)
  }

  init(of key: LibcryptoKey) {
    algorithm = key.algorithm
    der = key.publicDER
  }

  /// What names it: the SHA-256 of its DER form, in lower-case hex.
  public var id: String { SHA256Hex.of(der) }

  /// Whether a signature is its owner's over `bytes`.
  public func accepts(_ signature: [UInt8], of bytes: [UInt8]) -> Bool {
    switch algorithm {
    case .ed25519: Ed25519.accepts(signature, of: bytes, key: der)
    case .sm2: SM2.accepts(signature, of: bytes, key: der)
    }
  }
}
