import Plan

/// What became of each target: the figure that answers it, whether it was reached, and by which rule.
public struct Tracking: Sendable {
  /// Whether a target was reached.
  public enum Verdict: String, Sendable, CaseIterable {
    case met, exceeded, missed
    /// Not reached, and its time is not over.
    case partly
    /// No figure answers it.
    case notReported
    /// A figure speaks of the same and measures something else.
    case notComparable
    /// About so much: no tolerance is invented.
    case notJudged
  }

  /// Why the verdict is what it is.
  public enum Rule: String, Sendable, CaseIterable {
    /// At least the number: a result that is not below it.
    case atLeast
    /// More than the number.
    case moreThan
    /// At most the number, or less is better.
    case atMost
    /// Less than the number.
    case lessThan
    /// Within two numbers.
    case range
    /// A cumulative figure before the end: its share of the target against the share of the time that is over.
    case elapsedTime
    /// A share, a rate or a rank before the end: as it stands now.
    case presentValue
    /// A target of several years before their end.
    case longerPeriod
    /// No document of this body has results of this period.
    case noReport
    /// There are results of this body and period, and none of this.
    case notMentioned
    /// A level, a change or a rank against another of them.
    case otherValueKind
    /// Units that nothing turns into one another.
    case otherUnit
    /// Conditions that differ (of 50亿元以上 and of 10亿元以上).
    case otherCondition
    /// The result speaks of another stretch of time than the target.
    case otherPeriod
    /// Nothing says of which year the result is.
    case undatedResult
    /// The result is a bound or a range, and the target lies within it.
    case openResult
    /// A number with more digits than are computed with.
    case longNumber
    /// A person has decided it.
    case ruling
    /// The target is said to be about so much.
    case approximateTarget
    /// The result is said to be about so much.
    case approximateResult
  }

  /// How a result stands before the end of its target's time.
  public struct Progress: Sendable, Equatable {
    /// Whether it has kept pace.
    public enum Standing: String, Sendable, CaseIterable { case inTime, behind }

    /// The last day that the result speaks of.
    public let asOf: String
    /// The share of the time that is over, in percent, one place.
    public let elapsed: String
    /// The share of the target that is reached, in percent, one place; only of what adds up over time.
    public let done: String?
    /// Absent where nothing can be said.
    public let standing: Standing?
    /// By how many points `done` lies behind `elapsed`; absent where it does not.
    let lag: ExactNumber?
  }

  /// Two sides as they were held against each other: `271.5` and `>=270`, both in 万吨.
  public struct Comparison: Sendable, Equatable {
    public let result: String
    public let target: String
    /// The target's.
    public let unit: String
    /// `271.5 : >=270 万吨`.
    public var text: String { unit.isEmpty ? "\(result) : \(target)" : "\(result) : \(target) \(unit)" }
  }

  /// What a person decided of a target, and what would stand there without.
  public struct Ruling: Sendable {
    /// Who decided it; absent where only its result was named.
    public let by: String?
    public let why: String?
    /// What the figures say.
    public let verdict: Verdict
    public let rule: Rule
    /// The figure that would answer it.
    public let result: StatedFigure?
  }

  /// One target and what answers it.
  public struct Target: Sendable {
    /// The target.
    public let figure: StatedFigure
    /// The figure that answers it; of `notComparable` the one that cannot be compared.
    public let result: StatedFigure?
    /// How alike both are in what they count and where they stand.
    public let score: Diff.Score?
    /// Whether it was reached.
    public internal(set) var verdict: Verdict
    /// Why.
    public internal(set) var rule: Rule
    /// Both sides in the target's unit; absent where nothing was compared.
    public let comparison: Comparison?
    /// The result in percent of the target, one place; only of amounts of which more is better.
    public let completion: String?
    /// Where the result covers a part of the target's time only.
    public let progress: Progress?
    /// What the result's document says of it.
    public let claim: Claim?
    /// Whether the claim and the verdict cannot both be right.
    public internal(set) var isContradicted: Bool
    /// What a person decided.
    public internal(set) var ruling: Ruling?
  }

  /// The counts of one body.
  public struct BodyCount: Sendable {
    /// As its documents name it.
    public let name: String
    public let city: CityReference
    /// How many targets it has, by verdict; verdicts without any included.
    public let verdicts: [Verdict: Int]
    /// How many targets it has.
    public var targets: Int { verdicts.values.reduce(0, +) }
  }

  /// Every target, in reading order.
  public let targets: [Target]
  /// By city, then name.
  public let bodies: [BodyCount]

  /// How many targets have each verdict; verdicts without any included.
  public var verdicts: [Verdict: Int] { Self.counted(targets) }

  /// Follows every target of a view to its result.
  ///
  /// Targets and results are taken from all documents: a work summary holds last year's results and this year's plan.
  /// - Parameter asOf: the day up to which results count; `nil` is the date of the result's document where that lies
  ///   within the target's period, else the end of that period. Never the clock.
  public init(_ view: View, asOf: CalendarDate? = nil) {
    let (wanted, results) = Self.sides(view)
    let answers = ResultPairing(targets: wanted, results: results, asOf: asOf).answers
    self.init(zip(wanted, answers).map { Target($0, $1, asOf: asOf) })
  }

  /// The same, and what a person decided wins.
  /// - Throws: an id of the rulings that no target or no result has.
  public init(_ view: View, asOf: CalendarDate?, rulings: TrackRulings) throws(LinkRulingError) {
    let (wanted, results) = Self.sides(view, results: rulings.results)
    let decided = try rulings.places(targets: wanted, results: results)
    let computed = ResultPairing(targets: wanted, results: results, asOf: asOf).answers
    let answers = ResultPairing(targets: wanted, results: results, asOf: asOf, decided: decided).answers
    let named = decided.named
    self.init(
      wanted.indices.map { place in
        let target = Target(wanted[place], answers[place], asOf: asOf)
        guard named.contains(place) else { return target }
        return target.ruled(decided.rulings[place], Target(wanted[place], computed[place], asOf: asOf))
      })
  }

  private init(_ targets: [Target]) { (self.targets, bodies) = (targets, Self.bodies(targets)) }

  /// Targets and results.
  ///
  /// - Parameter named: ids of figures that a person says are results.
  private static func sides(
    _ view: View, results named: Set<[UInt8]> = []
  ) -> (wanted: [StatedFigure], results: [StatedFigure]) {
    let figures = StatedFigure.all(of: view)
    // What a summary repeats of the plan in its account of results, or says of its troubles, is no target of its own.
    let wanted = figures.filter {
      $0.isCommitment && ($0.indicator.role == .target || $0.indicator.role == .benchmark)
    }
    return (wanted, figures.filter { $0.indicator.role == .actual || named.contains(Array($0.indicator.id.utf8)) })
  }

  private static func counted(_ targets: [Target]) -> [Verdict: Int] {
    var counts = Dictionary(uniqueKeysWithValues: Verdict.allCases.map { ($0, 0) })
    for target in targets { counts[target.verdict, default: 0] += 1 }
    return counts
  }

  private static func bodies(_ targets: [Target]) -> [BodyCount] {
    let groups = Dictionary(grouping: targets) { $0.figure.body.scalars }
    let counts = groups.compactMap { _, targets -> (key: String, count: BodyCount)? in
      guard let name = targets.map(\.figure.bodyName).min(by: utf8Order), let first = targets.first else { return nil }
      let city = first.figure.document.city
      return (city.code + name, BodyCount(name: name, city: city, verdicts: counted(targets)))
    }
    return counts.sorted { utf8Order($0.key, $1.key) }.map(\.count)
  }
}
