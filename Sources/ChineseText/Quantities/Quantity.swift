/// One figure of a text and what it means: its value, its unit, what it counts and how firmly it is meant.
///
/// `low` and `high` are decimal strings in `unit`; `ge` and `gt` fill `low` only, `le` and `lt` `high` only,
/// `eq` and `approx` both with the same number.
public struct Quantity: Sendable, Equatable {
  /// How the value meant relates to the number written.
  public enum Comparator: String, Sendable { case eq, approx, ge, gt, le, lt, between }

  /// What the figure is for; `benchmark` is set by whoever knows the document's shape.
  public enum Role: String, Sendable { case target, actual, baseline }

  /// Whether the figure is promised or only striven for (力争, 争取).
  public enum Commitment: String, Sendable { case firm, stretch }

  /// A level (达到10%), a change (增长10%) or a place in an order (第2位).
  public enum ValueKind: String, Sendable { case level, change, rank }

  /// A condition that is itself a figure but not the one aimed at: 合同额30亿元以上 in 合同额30亿元以上项目5个.
  public struct Qualifier: Sendable, Equatable {
    /// What the condition measures, nil where the text does not say.
    public var subject: String?
    /// How the value relates to the number written.
    public var comparator: Comparator
    /// The lower bound as a decimal string, nil for `le` and `lt`.
    public var low: String?
    /// The upper bound as a decimal string, nil for `ge` and `gt`.
    public var high: String?
    /// The unit as written with its scale, in ASCII forms.
    public var unit: String

    /// A condition of these parts.
    public init(subject: String?, comparator: Comparator, low: String?, high: String?, unit: String) {
      self.subject = subject
      self.comparator = comparator
      self.low = low
      self.high = high
      self.unit = unit
    }
  }

  /// Where the quote stands, in offsets of the scalars that were read.
  public var range: Range<Int>
  /// The number, its unit and the comparator words that touch it, as written.
  public var quote: String
  /// What the figure is for.
  public var role: Role
  /// What is counted, nil where the words around do not say.
  public var subject: String?
  /// How the value relates to the number written.
  public var comparator: Comparator
  /// The lower bound as a decimal string, nil for `le` and `lt`.
  public var low: String?
  /// The upper bound as a decimal string, nil for `ge` and `gt`.
  public var high: String?
  /// The unit as written with its scale, in ASCII forms; empty for a bare ratio.
  public var unit: String
  /// A level, a change or a rank.
  public var valueKind: ValueKind
  /// Promised or striven for.
  public var commitment: Commitment
  /// The conditions under which things are counted.
  public var qualifiers: [Qualifier]
  /// The time meant, only from words beside the figure; nil where none stands there, or where it is not asked for.
  public var period: StatedPeriod?
  /// A short stable code of why a person should look, nil where nothing is in doubt.
  public var doubt: String?
}

/// What the reader of a sentence knows that the sentence does not say.
public struct QuantityContext: Sendable {
  /// The role of a figure whose sentence gives no sign of another.
  public var defaultRole: Quantity.Role
  /// The year that 年内, 全年 and 一季度 mean; without it they give no period.
  public var year: Int?
  /// The year in which it is said, which 今年, 去年 and 明年 count from; `year` if not given.
  public var spokenIn: Int?

  /// Whether weak signs (同比, 增至, an exact number) may make a target an actual figure.
  ///
  /// For sentences of which nothing is known; where the document is known to state goals they would mislead.
  public var guessesRole: Bool
  /// Whether the time that a figure is meant for is read.
  public var readsPeriods: Bool

  /// A context; by default a plan's sentence of an unknown year, whose times are read.
  public init(
    defaultRole: Quantity.Role = .target, year: Int? = nil, spokenIn: Int? = nil, guessesRole: Bool = false,
    readsPeriods: Bool = true
  ) {
    self.defaultRole = defaultRole
    self.year = year
    self.spokenIn = spokenIn ?? year
    self.guessesRole = guessesRole
    self.readsPeriods = readsPeriods
  }
}
