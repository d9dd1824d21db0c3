import Vocabulary

extension LightRules {
  /// The light of a target: that of the first rule that fits it.
  public func light(_ target: Tracking.Target) -> Light? {
    rules.first { $0.fits(target) }?.light
  }
}

extension LightRules.Rule {
  fileprivate func fits(_ target: Tracking.Target) -> Bool {
    let same = { (a: String, b: String) in a.utf8.elementsEqual(b.utf8) }
    if !verdicts.isEmpty, !verdicts.contains(where: { same($0, target.verdict.rawValue) }) { return false }
    if let standing, !same(standing, target.progress?.standing?.rawValue ?? "") { return false }
    if let commitment, !same(commitment, target.figure.indicator.commitment.rawValue) { return false }
    if let isContradicted, isContradicted != target.isContradicted { return false }
    if let lag {
      guard let most = ExactNumber(lag), let own = target.progress?.lag, let order = own.compared(to: most), order <= 0
      else { return false }
    }
    if let reached {
      guard let least = ExactNumber(reached), let own = target.completion.flatMap({ ExactNumber($0) }),
        let order = own.compared(to: least), order >= 0
      else { return false }
    }
    return true
  }
}
