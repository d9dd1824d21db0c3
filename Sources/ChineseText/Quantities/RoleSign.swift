/// What was weighed to tell whether the figures of a sentence are aimed at or reached.
public struct RoleSign: Sendable, Equatable {
  /// How a figure's form tells a plan from a result.
  public enum Form: String, Sendable, CaseIterable {
    /// Three digits or more that are no zeros at the end: 126.5.
    case exact
    /// Two such figures or more.
    case severalExact
    /// Two digits, one of them behind the point: 8.3.
    case decimal
    /// 三十多个, 500余家.
    case more
    /// A clause that begins with its figure: 42个项目加快推进.
    case opening
    /// 以上, 不少于.
    case floor
    /// 超过, 突破.
    case exceeding
    /// 以内, 不超过.
    case ceiling
    /// 3—5个.
    case span
    /// 左右.
    case around
    /// 近, 接近.
    case near
    /// Nothing but round numbers: 50, 300.
    case round

    /// Above zero for a result, below for a plan.
    var weight: Int {
      switch self {
      case .exact, .opening, .near: 3
      case .severalExact, .decimal, .exceeding: 2
      case .more: 1
      case .ceiling, .round: -1
      case .floor, .around: -3
      case .span: -4
      }
    }
  }

  /// The words of the sentence, nil for a form.
  public var words: Range<Int>?
  /// The form of its figures, nil for words.
  public var form: Form?
  /// What it points to.
  public var role: Quantity.Role
  /// How much it weighs, nil where it decides alone.
  public var weight: Int?

  /// Words that decide alone.
  init(words: Range<Int>, role: Quantity.Role) {
    self.words = words
    self.role = role
  }

  /// Words or a form that weigh above zero for a result, below for a plan.
  init(words: Range<Int>? = nil, form: Form? = nil, weight: Int) {
    self.words = words
    self.form = form
    role = weight > 0 ? .actual : .target
    self.weight = abs(weight)
  }
}
