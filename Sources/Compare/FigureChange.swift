import Plan

/// What became of one figure.
public struct FigureChange: Sendable {
  /// `raised` and `lowered` where the number moved, `tightened` and `relaxed` where it asks for more or less with the
  /// same number, a narrower range, a firmer word or another condition.
  public enum Kind: String, Sendable, CaseIterable {
    case raised, lowered, tightened, relaxed, equal, added, dropped

    /// The kind when old and new change places.
    public var mirrored: Kind {
      switch self {
      case .raised: .lowered
      case .lowered: .raised
      case .tightened: .relaxed
      case .relaxed: .tightened
      case .equal: .equal
      case .added: .dropped
      case .dropped: .added
      }
    }
  }

  /// What became of it.
  public let kind: Kind
  /// The old figure; absent where it was added.
  public let from: Goal.Figure?
  /// The new figure; absent where it was dropped.
  public let to: Goal.Figure?

  /// What is counted, as the new side says it.
  public var subject: String? { to?.indicator.subject ?? from?.indicator.subject }

  /// The change in percent with its sign, one place at most; only where both are one number of one unit.
  ///
  /// Exact decimal arithmetic. Absent for ranges and approximate numbers, for shares (a share changes by percentage
  /// points), for rates of change and for ranks.
  public var percent: String? {
    guard let old = from?.indicator, let new = to?.indicator, old.comparator == new.comparator,
      old.comparator != .between, old.comparator != .approx, old.valueKind == .level, new.valueKind == .level
    else { return nil }
    let (a, b) = (FigureMeaning(old), FigureMeaning(new))
    guard a.dimension == b.dimension, a.dimension.first != "%", a.dimension.first != "‰", let before = a.number,
      let after = b.number
    else { return nil }
    return ScaledDecimal.percentChange(from: before, to: after)
  }
}

extension FigureChange.Kind {
  /// What became of a figure that both sides have.
  static func between(_ old: Indicator, _ new: Indicator) -> FigureChange.Kind {
    let moved = between(FigureMeaning(old), FigureMeaning(new))
    if moved != .equal {
      // A smaller number is a higher rank.
      let isMove = moved == .raised || moved == .lowered
      return old.valueKind == .rank && isMove ? moved.mirrored : moved
    }
    let conditions = Self.conditions(old.qualifiers, new.qualifiers)
    if conditions != .equal { return conditions }
    switch (old.commitment, new.commitment) {
    case (.stretch, .firm): return .tightened
    case (.firm, .stretch): return .relaxed
    default: return .equal
    }
  }

  static func between(_ old: FigureMeaning, _ new: FigureMeaning) -> FigureChange.Kind {
    if let a = old.number?.number, let b = new.number?.number {
      if a != b { return a < b ? .raised : .lowered }
      let (x, y) = (strictness(old.comparator), strictness(new.comparator))
      return x == y ? .equal : x < y ? .tightened : .relaxed
    }
    if old.comparator != .between { return range(new, old).mirrored }
    return range(old, new)
  }

  /// How much a comparator asks for with one and the same number.
  private static func strictness(_ comparator: Indicator.Comparator) -> Int {
    switch comparator {
    case .between: 0
    case .approx: 1
    case .le: 2
    case .lt: 3
    case .eq: 4
    case .ge: 5
    case .gt: 6
    }
  }

  /// From a range to a range or a single number.
  private static func range(_ old: FigureMeaning, _ new: FigureMeaning) -> FigureChange.Kind {
    guard let low = old.low?.number, let high = old.high?.number else { return .equal }
    if new.comparator == .between {
      guard let newLow = new.low?.number, let newHigh = new.high?.number else { return .equal }
      if newLow == low, newHigh == high { return .equal }
      if newLow >= low, newHigh >= high { return .raised }
      if newLow <= low, newHigh <= high { return .lowered }
      return newLow >= low ? .tightened : .relaxed
    }
    guard let number = new.number?.number else { return .equal }
    if new.isCeiling {
      if number < low { return .lowered }
      return number < high ? .tightened : .relaxed
    }
    if number > high { return .raised }
    if number < low { return new.isFloor ? .relaxed : .lowered }
    if number > low { return .tightened }
    return new.isFloor ? .tightened : .relaxed
  }

  /// More or harder conditions tighten.
  private static func conditions(_ old: [Indicator.Qualifier], _ new: [Indicator.Qualifier]) -> FigureChange.Kind {
    if old.count != new.count { return old.count < new.count ? .tightened : .relaxed }
    for (a, b) in zip(old, new) {
      let (x, y) = (FigureMeaning(a), FigureMeaning(b))
      switch between(x, y) {
      case .equal: continue
      case .raised: return x.isCeiling && y.isCeiling ? .relaxed : .tightened
      case .lowered: return x.isCeiling && y.isCeiling ? .tightened : .relaxed
      case let kind: return kind
      }
    }
    return .equal
  }
}
