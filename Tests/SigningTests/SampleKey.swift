@testable import Signing

/// A new key; the tests need randomness from the system as the program does.
func sampleKey(_ algorithm: SignatureAlgorithm = .ed25519) throws -> PrivateKey {
  guard let key = PrivateKey(generating: algorithm) else { throw KeyError.refused }
  return key
}

func signature(of bytes: [UInt8], by key: PrivateKey, label: Signature.Label = .init()) throws -> Signature {
  guard let signature = Signature(of: bytes, by: key, label: label) else { throw KeyError.refused }
  return signature
}

/// What a tag manifest may look like.
let sampleBytes = Array("0000  bag-info.txt\n1111  bagit.txt\n".utf8)
