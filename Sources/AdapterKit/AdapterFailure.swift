import Vocabulary

/// Why an adapter that is a program of its own gave no answer that can be used.
public struct AdapterFailure: Error, Sendable, Equatable {
  /// Which program, and what it did.
  public var message: Localized
  /// What to do next.
  public var hint: Localized

  public init(message: Localized, hint: Localized) {
    self.message = message
    self.hint = hint
  }
}
