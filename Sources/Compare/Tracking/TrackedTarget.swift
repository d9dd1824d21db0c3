import Plan

extension Tracking.Target {
  /// Judges a target by what was found for it.
  init(_ figure: StatedFigure, _ answer: ResultPairing.Answer, asOf: CalendarDate?) {
    let claim = answer.result.flatMap { $0.isShareOfPlan ? Claim(share: $0) : Claim($0.clause) }
    guard let result = answer.result, answer.obstacle == nil else {
      self.init(
        figure: figure, result: answer.result, score: answer.result.map { _ in Diff.Score(thousandths: answer.score) },
        verdict: answer.result == nil ? .notReported : .notComparable, rule: answer.obstacle ?? .notMentioned,
        comparison: nil, completion: nil, progress: nil, claim: claim, isContradicted: false)
      return
    }
    var judgement = Judgement(figure, result)
    let time = Elapsed(figure, result, asOf: asOf)
    var progress: Tracking.Progress?
    if let time, !time.isOver, judgement.isOfNumbers {
      (judgement, progress) = time.judgement(judgement, figure, result)
    }
    let completion = judgement.isOfNumbers ? Self.completion(figure, result) : nil
    self.init(
      figure: figure, result: result, score: Diff.Score(thousandths: answer.score), verdict: judgement.verdict,
      rule: judgement.rule, comparison: judgement.isOfNumbers ? Self.comparison(figure, result) : nil,
      completion: completion?.rounded(places: 1), progress: progress, claim: claim,
      isContradicted: claim.map { $0.contradicts(judgement.verdict, progress?.standing, completion) } ?? false)
  }

  /// With what a person decided of it; `computed` is what stands there without.
  func ruled(_ ruling: TrackRulings.Ruling?, _ computed: Tracking.Target) -> Tracking.Target {
    var target = self
    target.ruling = Tracking.Ruling(
      by: ruling?.by, why: ruling?.why, verdict: computed.verdict, rule: computed.rule, result: computed.result)
    if let verdict = ruling?.verdict {
      (target.verdict, target.rule, target.isContradicted) = (verdict, .ruling, false)
    }
    return target
  }

  /// The result in percent of the target.
  static func completion(_ target: StatedFigure, _ result: StatedFigure) -> ExactNumber? {
    if result.isShareOfPlan { return Bounds(result)?.low?.value }
    guard target.valueKind == .level, !target.measure.isRatio, Wish(target) == .more,
      target.indicator.comparator != .le, target.indicator.comparator != .lt, let asked = Bounds(target)?.low?.value,
      let given = Bounds(result)?.low?.value
    else { return nil }
    return given.over(asked)?.times(ExactNumber(100))
  }

  private static func comparison(_ target: StatedFigure, _ result: StatedFigure) -> Tracking.Comparison? {
    if result.isShareOfPlan {
      return Bounds(result)?.text(in: result.measure).map { Tracking.Comparison(result: $0, target: "100", unit: "%") }
    }
    // None is written without a unit.
    let scale = target.isNone ? result : target
    guard let mine = Bounds(target)?.text(in: scale.measure), let theirs = Bounds(result)?.text(in: scale.measure)
    else { return nil }
    return Tracking.Comparison(
      result: theirs, target: mine, unit: scale.growth == nil ? scale.indicator.unit : "%")
  }
}

extension Judgement {
  /// Whether two numbers were held against each other.
  var isOfNumbers: Bool { [.met, .exceeded, .missed, .partly].contains(verdict) }
}

extension Claim {
  /// Whether it cannot be right together with what the figures say.
  ///
  /// - Parameter completion: the result in percent of the target, for a claimed share; rounding is no contradiction.
  func contradicts(
    _ verdict: Tracking.Verdict, _ standing: Tracking.Progress.Standing?, _ completion: ExactNumber?
  ) -> Bool {
    if let percent, let completion {
      let places = percent.utf8.drop { $0 != UInt8(ascii: ".") }.dropFirst().count
      let stated = ExactNumber(percent)?.rounded(places: places)
      return completion.rounded(places: places) != stated
    }
    switch (kind, verdict) {
    case (.exceeded, .met), (.exceeded, .missed), (.exceeded, .partly): return true
    case (.met, .missed), (.met, .partly): return true
    case (.missed, .met), (.missed, .exceeded), (.partly, .met), (.partly, .exceeded): return true
    case (.inTime, .missed), (.behind, .exceeded): return true
    case (.inTime, .partly): return standing == .behind
    case (.behind, .partly): return standing == .inTime
    default: return false
    }
  }
}

/// How much of a target's time a result speaks of.
struct Elapsed {
  /// The last day that counts.
  let end: CalendarDate
  /// The share of the time that is over, in percent.
  let percent: ExactNumber
  /// Whether the time of the target is over.
  let isOver: Bool
  private let isOfYears: Bool

  /// `nil` where a date cannot be read.
  init?(_ target: StatedFigure, _ result: StatedFigure, asOf: CalendarDate?) {
    guard let first = CalendarDate(target.period.start), let last = CalendarDate(target.period.end),
      let covered = CalendarDate(result.period.end)
    else { return nil }
    let written = result.document.date.flatMap { CalendarDate($0) }.flatMap { $0 >= first && $0 <= last ? $0 : nil }
    // A report of the last month speaks of the whole.
    let reported = written.map { last.ordinal - $0.ordinal < 31 ? last : $0 }
    let end = min(asOf ?? reported ?? last, covered, last)
    let (days, all) = (end.ordinal - first.ordinal + 1, last.ordinal - first.ordinal + 1)
    guard all > 0, let share = ExactNumber(max(0, days)).over(ExactNumber(all))?.times(ExactNumber(100)) else {
      return nil
    }
    self.end = end
    percent = share
    isOver = end >= last
    isOfYears = first.year < last.year
  }

  /// A target's verdict before its time is over: never that it is missed.
  func judgement(
    _ whole: Judgement, _ target: StatedFigure, _ result: StatedFigure
  ) -> (Judgement, Tracking.Progress) {
    let isReached = whole.verdict != .missed
    if isOfYears {
      return (isReached ? whole : Judgement(.partly, .longerPeriod), progress(nil, nil))
    }
    let accrues = target.valueKind == .level && !target.measure.isRatio
    guard accrues else {
      return (Judgement(.partly, .presentValue), progress(nil, isReached ? .inTime : .behind))
    }
    if let done = Tracking.Target.completion(target, result) {
      if isReached { return (whole, progress(done, .inTime)) }
      return (Judgement(.partly, .elapsedTime), progress(done, standing(done, isCeiling: false)))
    }
    guard let limit = Bounds(target)?.high?.value, let used = Bounds(result)?.high?.value else {
      return (Judgement(.partly, .presentValue), progress(nil, isReached ? .inTime : .behind))
    }
    let done = used.over(limit)?.times(ExactNumber(100))
    let kept = done.map { standing($0, isCeiling: true) } ?? (isReached ? .inTime : .behind)
    return (Judgement(.partly, .elapsedTime), progress(done, kept, isCeiling: true))
  }

  private func standing(_ done: ExactNumber, isCeiling: Bool) -> Tracking.Progress.Standing? {
    done.compared(to: percent).map { (isCeiling ? $0 <= 0 : $0 >= 0) ? .inTime : .behind }
  }

  private func progress(
    _ done: ExactNumber?, _ standing: Tracking.Progress.Standing?, isCeiling: Bool = false
  ) -> Tracking.Progress {
    let lag = done.flatMap { isCeiling ? $0.minus(percent) : percent.minus($0) }.flatMap { $0.sign > 0 ? $0 : nil }
    return Tracking.Progress(
      asOf: end.description, elapsed: percent.rounded(places: 1) ?? "", done: done?.rounded(places: 1),
      standing: standing, lag: lag)
  }
}

extension CalendarDate {
  /// Days since a fixed day.
  fileprivate var ordinal: Int {
    let (y, m) = month > 2 ? (year, month - 3) : (year - 1, month + 9)
    return 365 * y + y / 4 - y / 100 + y / 400 + (153 * m + 2) / 5 + day
  }
}
