import Plan

/// What a signature is worth.
public enum Standing: String, Sendable, CaseIterable {
  /// It does not fit the bundle, or its file is no signature.
  case broken
  /// Its algorithm is not known here.
  case unknown
  /// It fits; whose key it is was not asked.
  case signed
  /// It fits, and its key is not in the trust file.
  case untrusted
  /// The key was revoked by that day.
  case revoked
  /// The key's last day was before that day.
  case expired
  /// The key's first day is after that day.
  case early
  /// The key is trusted for another city than the documents are of.
  case elsewhere
  /// The key is trusted, for these cities, on that day.
  case trusted
}

/// Whom a reader trusts, and on which day.
public struct Reliance: Sendable {
  public let trust: TrustFile
  /// The day on which keys must hold: when the bundle came, or today. It is the reader's word, never the signer's: whoever
  /// stole a key that ran out would state an earlier day.
  public let day: CalendarDate

  public init(on trust: TrustFile, day: CalendarDate) { (self.trust, self.day) = (trust, day) }
}

extension Signature {
  /// What the signature is worth to somebody who holds the bundle.
  ///
  /// - Parameters:
  ///   - bytes: what it should be over.
  ///   - reliance: whose keys are trusted; `nil` where that is not asked.
  ///   - cities: codes of the cities that the signed documents are of.
  public func standing(over bytes: [UInt8], reliance: Reliance?, cities: Set<String>) -> Standing {
    guard let fits = fits(bytes) else { return .unknown }
    guard fits else { return .broken }
    guard let reliance else { return .signed }
    guard let key = reliance.trust.keys[key] else { return .untrusted }
    if let revoked = key.revoked, revoked.date <= reliance.day { return .revoked }
    if let last = key.to, last < reliance.day { return .expired }
    if let first = key.from, reliance.day < first { return .early }
    return cities.allSatisfy(key.covers) ? .trusted : .elsewhere
  }
}

extension Standing {
  /// What several signatures are worth together: one that does not fit spoils the bundle, one that is trusted is enough.
  /// `nil` where there is none.
  public static func together(_ standings: some Sequence<Standing>) -> Standing? {
    let all = Set(standings)
    let order: [Standing] = [.broken, .trusted, .elsewhere, .early, .expired, .revoked, .untrusted, .signed, .unknown]
    return order.first(where: all.contains)
  }
}
