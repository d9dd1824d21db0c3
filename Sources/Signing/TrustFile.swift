import Plan

/// Whose keys are trusted, for which city, and when; kept by whoever receives bundles.
///
///     keys:
///       - city: 青岛市
///         holder: 示例单位
///         key: 0f5c…                  # or publicKey: the lines of KEY.pub
///         from: 2031-01-01
///         to: 2033-12-31
///         revoked: {date: 2032-05-01, reason: 密钥遗失}
public struct TrustFile: Sendable {
  /// One key and what it may speak for.
  public struct Key: Sendable {
    /// SHA-256 of the public key in DER.
    public let id: String
    public let holder: String?
    /// Whose documents it may sign; of a province, those of all its cities. Absent: anybody's.
    public let city: CityReference?
    /// The first and the last day on which it holds.
    public let from: CalendarDate?
    public let to: CalendarDate?
    public let revoked: Revocation?
  }

  /// From which day on a key is no longer to be believed, and why.
  public struct Revocation: Sendable {
    public let date: CalendarDate
    public let reason: String?
  }

  /// By id.
  public let keys: [String: Key]
}

extension TrustFile.Key {
  /// Whether it may sign documents of the city with this code.
  func covers(_ code: String) -> Bool {
    guard let own = city?.code else { return true }
    return own == code || own.hasSuffix("0000") && code.hasPrefix(own.prefix(2))
  }
}
