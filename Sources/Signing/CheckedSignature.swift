import Plan

/// A signature as it was found, and what it is worth.
public struct CheckedSignature: Sendable {
  /// Where it was found: the file's name below `signatures/`; `nil` for one that came with a submission.
  public let name: String?
  /// `nil` where the file holds none, or another key's than its name says.
  public let signature: Signature?
  public let standing: Standing

  /// Checks what should be a signature.
  ///
  /// - Parameters:
  ///   - file: its bytes.
  ///   - others: as of ``Signature/standing(over:reliance:cities:)``.
  public init(_ file: [UInt8], named name: String?, over bytes: [UInt8], reliance: Reliance?, cities: Set<String>) {
    self.name = name
    guard let signature = try? Signature(file: file), name == nil || name == signature.fileName else {
      (self.signature, standing) = (nil, .broken)
      return
    }
    self.signature = signature
    standing = signature.standing(over: bytes, reliance: reliance, cities: cities)
  }
}

extension Signature {
  /// The name of its file below `signatures/`: one a key.
  public var fileName: String { key + ".json" }
}
