import Vocabulary

/// Something about a document that a person should know; reading goes on.
public struct Diagnostic: Sendable, Equatable {
  public enum Severity: String, Sendable, CaseIterable { case note, warning }

  /// Stable, dotted: `sheet.column.unknown`.
  public var code: String
  public var severity: Severity
  /// In the repaired text; `nil` where it is about the document as a whole.
  public var range: Range<Int>?
  /// The record that it is about, where it is about one.
  public var record: String?
  public var message: Localized
  /// What to do next.
  public var hint: Localized?

  public init(
    _ code: String, _ severity: Severity = .warning, at range: Range<Int>? = nil, record: String? = nil, zh: String,
    en: String, hint: Localized? = nil
  ) {
    self.code = code
    self.severity = severity
    self.range = range
    self.record = record
    message = Localized(zh: zh, en: en)
    self.hint = hint
  }

  /// Whether it asks a person to check a reading of low confidence, one that carries `review`.
  public var isReview: Bool { code.hasSuffix(".review") }
}
