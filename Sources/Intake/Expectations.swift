import Plan

/// Who is to send what by when: the file that the receiver of a year's plans fills in.
///
///     title: 2032年度重点工作报送
///     year: 2032
///     deadline: 2032-01-20
///     senders:
///       - city: 青岛市
///         organization: 市示例教育局
///         documents: [targetSheet]
///         key: 0f5c…                   # or publicKey: the lines of KEY.pub
///         minimum: {goals: 5, figures: 8}
///         template: {headings: [类别, 序号, 目标名称, 目标内容], categories: [重点目标, 创优目标]}
///
/// `deadline`, `documents`, `minimum`, `signature` and `template` may stand above all senders, for those that say nothing
/// else.
public struct Expectations: Sendable {
  /// How much must be there at least; what is absent is not asked.
  public struct Minimum: Sendable, Equatable {
    /// Goals and tasks.
    public var goals: Int?
    public var figures: Int?
  }

  /// What the form that was handed down looks like; what is empty is not asked.
  public struct Template: Sendable, Equatable {
    /// The id of the adapter that recognises it.
    public var adapter: String?
    /// The words of its heads, in its order.
    public var headings: [String] = []
    /// The labels of its categories.
    public var categories: [String] = []
  }

  /// One sender and what it owes.
  public struct Sender: Sendable {
    public let city: CityReference
    /// As the receiver writes it; any body of the city where it is absent.
    public let organization: String?
    /// At least one; a document of each is due.
    public let documents: [Document.Kind]
    /// The last day.
    public let deadline: CalendarDate?
    /// The day on which it came, by the receiver's own book.
    public let received: CalendarDate?
    /// The id of the key that must sign.
    public let key: String?
    /// Whether unsigned bundles go back.
    public let mustSign: Bool
    public let minimum: Minimum
    public let template: Template?
  }

  /// What the reports are headed by.
  public let title: String?
  /// The year that the documents speak of.
  public let year: Int
  /// In the order of the file.
  public let senders: [Sender]
}
