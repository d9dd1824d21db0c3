/// How a key signs; the raw value is the name in signature files.
public enum SignatureAlgorithm: String, Sendable, CaseIterable {
  /// Ed25519 (RFC 8032).
  case ed25519
  /// SM2 with SM3 (GB/T 32918), which Chinese rules ask for.
  case sm2

  /// As libcrypto calls its keys.
  var keyType: String {
    switch self {
    case .ed25519: "ED25519"
    case .sm2: "SM2"
    }
  }
}
