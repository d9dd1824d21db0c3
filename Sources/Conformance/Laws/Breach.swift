import Vocabulary

/// What holds for every document that an adapter reads, whatever it says.
public enum Law: String, Sendable, CaseIterable {
  /// Spans point into what `jdx text` prints, and undoing the repairs gives the source.
  case text
  /// Every character of the source stands in exactly one segment, and each segment says why.
  case accounting
  /// The records obey the format.
  case records
  /// Ids are given once, and importing again keeps them.
  case ids
  /// What a record says stands at its spans, and what it says of the document stands in the text.
  case quotes
  /// No name and no number of a contact stands in a record.
  case people
  /// The same bytes give the same records.
  case determinism
  /// The text that is printed of a document gives the same items as the document.
  case idempotence
  /// What is refused leaves nothing behind.
  case refusal
}

/// A law that was found not to hold.
public struct Breach: Sendable, Equatable {
  public var law: Law
  /// The record that it is about, where it is about one.
  public var record: String?
  public var message: Localized
}

/// Collects what was found not to hold.
struct LawCheck {
  private(set) var breaches: [Breach] = []

  mutating func check(_ holds: Bool, _ law: Law, record: String? = nil, _ message: @autoclosure () -> Localized) {
    if !holds { breaches.append(Breach(law: law, record: record, message: message())) }
  }
}
