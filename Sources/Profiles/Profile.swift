import Plan
import Vocabulary

/// A shape of document as a profile describes it: how it is recognised, what its columns, labels and headings mean.
public struct Profile: Sendable {
  /// The shared reader that a profile configures.
  public enum Shape: String, Sendable, CaseIterable {
    /// Tables whose header names a task, who answers for it and until when.
    case ledger
    /// Headings and counted points with sentences below them: plans, summaries, reports.
    case outline
  }

  /// What a column of a table holds.
  public enum Column: String, Sendable, CaseIterable {
    case number, category, task, measures, target, stage
    /// What the numbers beside it count: 个, 万亩.
    case unit
    case lead, responsible, cooperating, supervising
    case leader, phone, deadline, progress, note

    /// Whether its cells say what is to be done.
    var isStatement: Bool { self == .task || self == .measures || self == .target }

    /// The party that its cells name.
    var party: Item.Party.Role? { Item.Party.Role(rawValue: rawValue) }
  }

  /// What a form's field above or below a table holds.
  public enum Field: String, Sendable, CaseIterable {
    case organization, head, contact, phone, email, date, other
  }

  /// What stands below a heading.
  public enum Part: String, Sendable, CaseIterable {
    /// What is to be done, unless told otherwise.
    case plan
    /// What was reached.
    case review
    /// Narration.
    case context
    /// What the year's work is guided by.
    case guideline
    /// What has to be seen to, whatever the task: 保障措施, 工作要求.
    case requirements
    /// What is to be reached, a goal a clause; in a ledger the same as `plan`.
    case targets
    /// What is to be done, a task a point or clause; in a ledger the same as `plan`.
    case tasks
  }

  /// One reason for or against a document being of the shape.
  public struct Evidence: Sendable {
    /// Where it is looked for.
    public enum Sign: Sendable {
      /// A line above the first table or heading fits one of the patterns.
      case title([LinePattern])
      /// A table's header names all of the columns.
      case columns([Column])
      /// A cell of a table's header fits one of the patterns.
      case header([LinePattern])
      /// A heading fits one of the patterns.
      case heading([LinePattern])
      /// The outline has all of the parts.
      case parts([Part])
      /// Each of the labels says something.
      case labels([Column])
      /// One of the words stands anywhere.
      case words([String])
    }

    public var points: Int
    public var sign: Sign
  }

  /// The words of a shape: a profile's own, or those that its shape knows in any case.
  public struct Words: Sendable {
    public var columns: [Column: [LinePattern]] = [:]
    public var labels: [Column: [String]] = [:]
    public var form: [Field: [String]] = [:]
    public var parts: [Part: [LinePattern]] = [:]
    public var boilerplate: [LinePattern] = []
    /// What the names of units end with, beside those that are known.
    public var unitEndings: [String] = []
    /// By the code of the category: other wordings that mean it.
    public var categories: [String: [String]] = [:]

    public init() {}
  }

  /// Stable, dotted, lower case: `yantai.task-ledger`.
  public var id: String
  /// Counted up when the same bytes would be read differently.
  public var version: Int
  public var name: Localized
  public var summary: Localized
  public var kind: Document.Kind
  public var shape: Shape
  public var evidence: [Evidence]
  public var words: Words

  /// Patterns that speak for a line being a title of the shape.
  var titles: [LinePattern] {
    evidence.filter { $0.points > 0 }.flatMap { rule -> [LinePattern] in
      if case .title(let patterns) = rule.sign { patterns } else { [] }
    }
  }
}
