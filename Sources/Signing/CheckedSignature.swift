import Plan

/// One file of a bundle's signatures, and what it is worth.
public struct CheckedSignature: Sendable {
  /// The file's name below `signatures/`.
  public let name: String
  /// `nil` where the file holds none, or another key's than its name says.
  public let signature: Signature?
  public let standing: Standing

  /// Checks every signature of a bundle, by name.
  ///
  /// - Parameters: as of ``Signature/standing(over:trust:cities:on:)``.
  public static func all(
    _ files: [String: [UInt8]], over bytes: [UInt8], trust: TrustFile?, cities: Set<String>, on day: CalendarDate
  ) -> [CheckedSignature] {
    files.keys.sorted(by: utf8Order).map { name in
      guard let signature = try? Signature(file: files[name] ?? []), name == signature.fileName else {
        return CheckedSignature(name: name, signature: nil, standing: .broken)
      }
      let standing = signature.standing(over: bytes, trust: trust, cities: cities, on: day)
      return CheckedSignature(name: name, signature: signature, standing: standing)
    }
  }
}

extension Signature {
  /// The name of its file below `signatures/`: one a key.
  public var fileName: String { key + ".json" }
}
