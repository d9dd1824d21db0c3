/// A file's text and how it was encoded.
public struct DecodedText: Sendable, Equatable {
  /// The text, line ends as they stood, without the byte order mark.
  public let scalars: [Unicode.Scalar]
  /// The IANA name: `UTF-8`, `UTF-16LE`, `UTF-16BE`, `GB18030` or `Big5`.
  public let encoding: String
  /// Whether the file began with a byte order mark.
  public let hasBOM: Bool
}
