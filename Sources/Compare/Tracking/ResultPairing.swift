import ChineseText
import Plan

/// Which result answers which target: of the same body and time, counting the same thing in the same measure.
struct ResultPairing {
  /// What was found for one target.
  struct Answer {
    /// Absent where nothing speaks of it.
    let result: StatedFigure?
    /// Why it cannot be compared, or why there is none; absent where it can be judged.
    let obstacle: Tracking.Rule?
    /// 0 to 1000.
    let score: Int
  }

  /// One answer for each target, in their order.
  private(set) var answers: [Answer]

  private struct Candidate {
    let target: Int
    let result: Int
    let subjects: Int
    let context: Int
    let end: CalendarDate
    let obstacle: Tracking.Rule?
    /// Whether it says no more than what share of the plan was reached.
    let isShare: Bool
    /// Whether the name says so little that only another answer between the same two items makes it one.
    let needsCompany: Bool

    var score: Int { subjects * 7 + context * 3 }
    /// What decides between two results for one target, and between two targets for one result.
    var rank: [Int] {
      let date = end.year * 10_000 + end.month * 100 + end.day
      return [subjects, isShare ? 0 : 1, subjects < 100 ? context : 0, date, context, -target, -result]
    }
  }

  init(
    targets: [StatedFigure], results: [StatedFigure], asOf: CalendarDate?, decided: TrackRulings.Places = .init()
  ) {
    var shelves: [[Unicode.Scalar]: Shelf] = [:]
    var cities: [[Unicode.Scalar]: Shelf] = [:]
    for (place, result) in results.enumerated() {
      for body in Set(result.bodies) { shelves[body, default: Shelf()].add(place, result) }
      cities[Array(result.document.city.code.unicodeScalars), default: Shelf()].add(place, result)
    }
    var candidates: [Candidate] = []
    var isReported = [Bool](repeating: false, count: targets.count)
    for (number, target) in targets.enumerated() {
      let own = Set(target.bodies).compactMap { shelves[$0] }
      isReported[number] = own.contains { $0.hasResults(of: target) }
      let near = Set(own.flatMap { $0.places(near: target) })
      for place in near.sorted() {
        if let found = Self.candidate(number, target, place, results[place], asOf) { candidates.append(found) }
      }
      // What a city's government plans its bureaus report, and the other way round.
      guard !target.subject.isGeneric, let city = cities[Array(target.document.city.code.unicodeScalars)] else {
        continue
      }
      for place in city.places(named: target) where !near.contains(place) {
        guard target.isOfCity || results[place].isOfCity,
          let found = Self.candidate(number, target, place, results[place], asOf)
        else { continue }
        candidates.append(found)
      }
    }
    let ruled = decided.same.sorted { $0.key < $1.key }.compactMap {
      Self.ruled($0.key, targets[$0.key], $0.value, results[$0.value], asOf)
    }
    candidates.removeAll { decided.different[$0.target]?.contains($0.result) ?? false }
    let chosen = Self.chosen(candidates, ruled) { [targets[$0.target].item.id, results[$0.result].item.id] }
    answers = targets.indices.map { number in
      guard let found = chosen[number] else {
        return Answer(result: nil, obstacle: isReported[number] ? .notMentioned : .noReport, score: 0)
      }
      return Answer(result: results[found.result], obstacle: found.obstacle, score: found.score)
    }
  }

  /// Each result for one target first; a target that is stated twice shares its result.
  ///
  /// - Parameter items: the items of both sides.
  private static func chosen(
    _ candidates: [Candidate], _ ruled: [Candidate], items: (Candidate) -> [String]
  ) -> [Int: Candidate] {
    let all = candidates.sorted { $1.rank.lexicographicallyPrecedes($0.rank) }
    let ordered = all.filter { !$0.needsCompany }
    var chosen = Dictionary(ruled.map { ($0.target, $0) }) { first, _ in first }
    var taken = Set(ruled.map(\.result))
    for candidate in ordered where candidate.obstacle == nil {
      guard chosen[candidate.target] == nil, taken.insert(candidate.result).inserted else { continue }
      chosen[candidate.target] = candidate
    }
    let answered = Set(chosen.values.map(items))
    for candidate in all where candidate.needsCompany && candidate.obstacle == nil {
      guard chosen[candidate.target] == nil, answered.contains(items(candidate)),
        taken.insert(candidate.result).inserted
      else { continue }
      chosen[candidate.target] = candidate
    }
    for candidate in ordered where chosen[candidate.target] == nil && candidate.obstacle == nil {
      if candidate.subjects == 100 { chosen[candidate.target] = candidate }
    }
    // What could not be compared is named only where nothing could.
    for candidate in ordered where chosen[candidate.target] == nil && candidate.obstacle != nil {
      chosen[candidate.target] = candidate
    }
    return chosen
  }

  /// A pair that a person has made.
  private static func ruled(
    _ number: Int, _ target: StatedFigure, _ place: Int, _ result: StatedFigure, _ asOf: CalendarDate?
  ) -> Candidate? {
    guard let end = CalendarDate(result.period.end) else { return nil }
    return Candidate(
      target: number, result: place, subjects: 100, context: 100, end: asOf.map { min($0, end) } ?? end,
      obstacle: obstacle(target, result, 100), isShare: result.isShareOfPlan, needsCompany: false)
  }

  private static func candidate(
    _ number: Int, _ target: StatedFigure, _ place: Int, _ result: StatedFigure, _ asOf: CalendarDate?
  ) -> Candidate? {
    guard target.shares(yearWith: result), let end = CalendarDate(result.period.end),
      let (subjects, context, needsCompany) = subjects(target, result)
    else { return nil }
    if let asOf, let start = CalendarDate(result.period.start), asOf < start { return nil }
    // What was added is no part of what there is in all.
    if target.isAddition, result.isTotal { return nil }
    if result.isShareOfPlan, result.subject.words.isEmpty || !target.isMeasuredByShare { return nil }
    let obstacle = obstacle(target, result, subjects)
    // A name that is only alike is no ground to say that two figures cannot be compared.
    guard obstacle == nil || subjects >= 85 else { return nil }
    return Candidate(
      target: number, result: place, subjects: subjects, context: context, end: asOf.map { min($0, end) } ?? end,
      obstacle: obstacle, isShare: result.isShareOfPlan, needsCompany: needsCompany)
  }

  /// How alike what is counted is, and the words around it, 0 to 100 both; `nil` where it is not the same thing.
  private static func subjects(
    _ target: StatedFigure, _ result: StatedFigure
  ) -> (subjects: Int, context: Int, needsCompany: Bool)? {
    let isNamed = !target.subject.words.isEmpty && !result.subject.words.isEmpty
    let isCompleted =
      isNamed
      && (target.subject.isCompleted(as: result.subject, in: target.context)
        || result.subject.isCompleted(as: target.subject, in: result.context))
    let alike = isNamed ? max(target.subject.likeness(result.subject), isCompleted ? 80 : 0) : 50
    guard alike >= 50 else { return nil }
    let context = Int((target.context.dice(result.context) * 100).rounded())
    let isBare = alike == 100 && target.subject.isGeneric && context < 30
    let isSame =
      if !isNamed {
        context >= 60 && target.measure.counts(like: result.measure)
      } else if alike == 100 {
        !isBare || context >= 10
      } else {
        alike >= 75 && context >= 10 || context >= 40
      }
    return isSame ? (alike, context, isBare) : nil
  }

  private static func obstacle(_ target: StatedFigure, _ result: StatedFigure, _ subjects: Int) -> Tracking.Rule? {
    if result.isUndated { return .undatedResult }
    if result.isShareOfPlan { return target.isStretch(of: result) ? nil : .otherPeriod }
    if target.valueKind != result.valueKind { return .otherValueKind }
    let isSameMeasure =
      target.measure.dimension == result.measure.dimension || target.isNone && !result.measure.isRatio
      || result.isNone && !target.measure.isRatio
    // 12所 and 12个 are one only where the thing is.
    if !isSameMeasure, !target.measure.counts(like: result.measure) || subjects < 100 { return .otherUnit }
    if !sameConditions(target.indicator.qualifiers, result.indicator.qualifiers) { return .otherCondition }
    return target.isStretch(of: result) ? nil : .otherPeriod
  }

  private static func sameConditions(_ a: [Indicator.Qualifier], _ b: [Indicator.Qualifier]) -> Bool {
    a.count == b.count
      && zip(a, b).allSatisfy { x, y in
        FigureMeaning(x).key == FigureMeaning(y).key && SubjectKey(x.subject).likeness(SubjectKey(y.subject)) >= 50
          || FigureMeaning(x).key == FigureMeaning(y).key && (x.subject == nil || y.subject == nil)
      }
  }
}

/// The results of one body or city, found by the characters of what they count.
private struct Shelf {
  private var named: [[Unicode.Scalar]: [Int]] = [:]
  private var byTerm: [UInt64: [Int]] = [:]
  private var unnamed: [Int] = []
  private var all: [Int] = []
  /// The stretches of time that there are results of, each once.
  private var times: [Period: StatedFigure] = [:]

  mutating func add(_ place: Int, _ result: StatedFigure) {
    all.append(place)
    if times[result.period] == nil { times[result.period] = result }
    if result.subject.words.isEmpty { unnamed.append(place) }
    named[result.subject.characters, default: []].append(place)
    for term in result.subject.terms.terms { byTerm[term, default: []].append(place) }
  }

  func hasResults(of target: StatedFigure) -> Bool { times.values.contains { target.shares(yearWith: $0) } }

  /// Those with the same characters.
  func places(named target: StatedFigure) -> [Int] { named[target.subject.characters] ?? [] }

  /// Those that may count the same thing.
  func places(near target: StatedFigure) -> [Int] {
    if target.subject.words.isEmpty { return all }
    return unnamed + places(named: target) + target.subject.terms.terms.flatMap { byTerm[$0] ?? [] }
  }
}

extension StatedFigure {
  private static let additions = ["新增", "净增", "新建", "新培育", "新认定", "增加"]

  private func says(_ words: [String]) -> Bool {
    let text = subject.words + clause.before
    return words.contains { text.first($0, in: 0..<text.count) != nil }
  }

  /// Whether it counts what comes to be: 新增12家.
  fileprivate var isAddition: Bool { says(Self.additions) }

  /// Whether it counts all that there is by then: 累计达到96家.
  fileprivate var isTotal: Bool { says(["累计", "总数", "总量", "达到总"]) && !isAddition }

  /// Whether a share of the plan tells how far it is reached: of an amount of which more is wanted.
  fileprivate var isMeasuredByShare: Bool {
    valueKind == .level && Wish(self) == .more
      && [.eq, .ge, .gt].contains(indicator.comparator)
  }

  /// Whether a result of `other` falls into a year that the target is for.
  fileprivate func shares(yearWith other: StatedFigure) -> Bool {
    guard let first = CalendarDate(period.start)?.year, let last = CalendarDate(period.end)?.year,
      let start = CalendarDate(other.period.start)?.year, let end = CalendarDate(other.period.end)?.year
    else { return false }
    return start >= first && end <= last
  }

  /// Whether a result speaks of the target's time from its beginning on; of a target of years any of them will do.
  fileprivate func isStretch(of other: StatedFigure) -> Bool {
    guard let start = CalendarDate(period.start), let end = CalendarDate(period.end),
      let from = CalendarDate(other.period.start)
    else { return false }
    return from == start || start.year < end.year
  }
}
