import Plan

/// When something came, as far as what was sent tells.
///
/// A bundle states no day of sending. A signature's day is its signer's word; the day of a document or of a correction tells
/// only that the bundle was not sent before. The time of the file says nothing: copying changes it.
public struct Timing: Sendable, Equatable {
  public enum Standing: String, Sendable, CaseIterable { case inTime, late, unknown }

  /// What the day is taken from.
  public enum Evidence: String, Sendable, CaseIterable {
    /// The receiver's own book.
    case received
    /// What a signature states.
    case signature
    /// The day of the document or of a correction: not before.
    case content
    /// It is there on the day of the check.
    case check
  }

  public let standing: Standing
  public let date: CalendarDate?
  public let evidence: Evidence?

  /// When one bundle came: the day that a signature states, and the last day that its content states.
  init(signed: CalendarDate?, content: CalendarDate?, deadline: CalendarDate, asOf: CalendarDate?) {
    let (date, evidence): (CalendarDate?, Evidence?) =
      switch (signed, content) {
      case (let signed?, let content?): signed < content ? (content, .content) : (signed, .signature)
      case (let signed?, nil): (signed, .signature)
      case (nil, let content?): (content, .content)
      case (nil, nil): (nil, nil)
      }
    if let date, deadline < date {
      (standing, self.date, self.evidence) = (.late, date, evidence)
    } else if let asOf, !(deadline < asOf) {
      (standing, self.date, self.evidence) = (.inTime, asOf, .check)
    } else if let signed, evidence == .signature {
      (standing, self.date, self.evidence) = (.inTime, signed, .signature)
    } else {
      (standing, self.date, self.evidence) = (.unknown, date, evidence)
    }
  }

  /// By the receiver's own book.
  init(received: CalendarDate, deadline: CalendarDate) {
    (standing, date, evidence) = (deadline < received ? .late : .inTime, received, .received)
  }

  private var rank: Int {
    switch standing {
    case .inTime: 0
    case .unknown: 1
    case .late: 2
    }
  }

  /// Of the bundles that brought one document the first to come decides.
  static func earliest(_ all: [Timing]) -> Timing? {
    all.min { ($0.rank, $0.date.map(\.description) ?? "9") < ($1.rank, $1.date.map(\.description) ?? "9") }
  }

  /// Of several documents the last to come decides.
  static func latest(_ all: [Timing]) -> Timing? {
    all.max { ($0.rank, $0.date.map(\.description) ?? "") < ($1.rank, $1.date.map(\.description) ?? "") }
  }
}
