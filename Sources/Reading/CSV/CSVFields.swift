/// The fields of delimited text, one after the other (RFC 4180, and what programs write besides).
///
/// A quoted field may hold delimiters, line ends and doubled quotes; what stands behind its closing quote belongs to it.
/// A quote that is never closed is a character like any other.
struct CSVFields {
  struct Field {
    /// Without the quotes around it, doubled ones as one.
    var text: [Unicode.Scalar]
    /// Whether the record ends with it.
    var endsRecord: Bool
    /// Whether a quote was opened and never closed.
    var isUnclosed = false
  }

  private let scalars: [Unicode.Scalar]
  private let delimiter: Unicode.Scalar
  private var at: Int
  /// Whether the last field ended with a delimiter, so that another one follows.
  private var isBehindDelimiter = false

  init(_ scalars: [Unicode.Scalar], delimiter: Unicode.Scalar, from start: Int = 0) {
    self.scalars = scalars
    self.delimiter = delimiter
    at = start
  }

  mutating func next() -> Field? {
    guard at < scalars.count || isBehindDelimiter else { return nil }
    var field = Field(text: [], endsRecord: true)
    if at < scalars.count, scalars[at] == "\"" {
      if let closed = quoted() {
        field.text = closed.text
        at = closed.end
      } else {
        field.isUnclosed = true
      }
    }
    while at < scalars.count, scalars[at] != delimiter, !isRecordEnd(scalars[at]) {
      field.text.append(scalars[at])
      at += 1
    }
    isBehindDelimiter = false
    guard at < scalars.count else { return field }
    if scalars[at] == delimiter {
      field.endsRecord = false
      isBehindDelimiter = true
    } else if scalars[at] == "\r", at + 1 < scalars.count, scalars[at + 1] == "\n" {
      at += 1
    }
    at += 1
    return field
  }

  /// The text of the quoted field that begins here, and where it ends.
  private func quoted() -> (text: [Unicode.Scalar], end: Int)? {
    var text: [Unicode.Scalar] = []
    var index = at + 1
    while index < scalars.count {
      if scalars[index] == "\"" {
        guard index + 1 < scalars.count, scalars[index + 1] == "\"" else { return (text, index + 1) }
        index += 1
      }
      text.append(scalars[index])
      index += 1
    }
    return nil
  }

  private func isRecordEnd(_ scalar: Unicode.Scalar) -> Bool { scalar == "\n" || scalar == "\r" }
}
