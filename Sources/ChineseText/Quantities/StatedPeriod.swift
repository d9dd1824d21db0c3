/// A stretch of days, both ends included, as ISO dates.
public struct StatedPeriod: Sendable, Equatable {
  /// The first day, `YYYY-MM-DD`.
  public var start: String
  /// The last day, `YYYY-MM-DD`.
  public var end: String

  /// The days from `start` to `end`.
  public init(start: String, end: String) {
    self.start = start
    self.end = end
  }
}
