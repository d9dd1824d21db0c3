import Foundation
import Plan

/// A signature as it lies in a bundle, `signatures/KEY.json`: whose key signed the bytes of the tag manifest.
///
///     {"algorithm":"ed25519","city":{"code":"370200","name":"青岛市"},"date":"2031-03-01","key":"…","publicKey":"…",
///      "signature":"…","signer":"示例单位"}
///
/// City, date and signer are what the signer says of itself; nothing is decided by them.
public struct Signature: Sendable {
  /// What a signer says of itself, all of it optional.
  public struct Label: Sendable, Equatable {
    public var signer: String?
    /// GB/T 2260 code and name.
    public var city: CityReference?
    public var date: CalendarDate?

    /// A label; without anything unless told otherwise.
    public init(signer: String? = nil, city: CityReference? = nil, date: CalendarDate? = nil) {
      self.signer = signer
      self.city = city
      self.date = date
    }
  }

  /// A ``SignatureAlgorithm``, or one that this program does not know.
  public let algorithm: String
  /// The id of the key: SHA-256 of ``publicKey``.
  public let key: String
  /// SubjectPublicKeyInfo in DER.
  public let publicKey: [UInt8]
  /// As the algorithm has it.
  public let signature: [UInt8]
  public let label: Label

  /// Signs `bytes`; `nil` where libcrypto refuses the key.
  public init?(of bytes: [UInt8], by key: PrivateKey, label: Label = Label()) {
    guard let signature = key.signature(of: bytes) else { return nil }
    self.init(
      algorithm: key.publicKey.algorithm.rawValue, key: key.publicKey.id, publicKey: key.publicKey.der,
      signature: signature, label: label)
  }

  init(algorithm: String, key: String, publicKey: [UInt8], signature: [UInt8], label: Label) {
    self.algorithm = algorithm
    self.key = key
    self.publicKey = publicKey
    self.signature = signature
    self.label = label
  }

  /// Whether it is the key's over `bytes`; `nil` for an unknown algorithm.
  public func fits(_ bytes: [UInt8]) -> Bool? {
    guard let algorithm = SignatureAlgorithm(rawValue: algorithm) else { return nil }
    guard let key = PublicKey(der: publicKey), key.algorithm == algorithm else { return false }
    return key.accepts(signature, of: bytes)
  }
}
