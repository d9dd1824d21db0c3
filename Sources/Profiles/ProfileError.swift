import Vocabulary

/// Why a profile can't be used: all that is wrong with it, in the order of the file.
public struct ProfileError: Error, Sendable, Equatable {
  public var problems: [ProfileProblem]
}

/// One thing that is wrong with a profile, and where: line and column from 1.
public struct ProfileProblem: Sendable, Equatable {
  /// The form that a value should have.
  public enum Form: String, Sendable, CaseIterable { case mapping, list, text, wholeNumber, identifier }

  /// The rule that is broken.
  public enum Rule: Sendable, Equatable {
    case yaml(YAMLError.Problem)
    case missing(key: String)
    /// No key of that name stands here; `near` is the known one that it may mean.
    case unknownKey(String, near: String?, known: [String])
    case unknownValue(String, near: String?, known: [String])
    case wrongForm(Form)
    case outOfRange(Int, least: Int, most: Int)
    /// A pattern that would fit everything.
    case boundless(String)
    /// The words stand further above too, where they may mean something else.
    case duplicate(String, firstLine: Int)
    /// A piece of evidence names none or several signs.
    case oneSign(known: [String])
  }

  public var line: Int
  public var column: Int
  public var rule: Rule
}
