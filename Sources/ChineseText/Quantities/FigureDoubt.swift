/// What makes the reading of a figure uncertain; the codes that records give as a reason for review.
enum FigureDoubt: String, Sendable {
  /// Digits parted as no rule of grouping parts them.
  case grouping
  /// A sign that may be a dash.
  case sign
  /// Comparator words that contradict each other.
  case comparator
  /// A counter that the vocabulary lacks.
  case unit
  /// No words that name what is counted.
  case subject
}
