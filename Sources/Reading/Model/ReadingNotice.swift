/// What a person should know of how a file was read; nothing of it stops the reading.
public struct ReadingNotice: Sendable, Equatable {
  /// What was met.
  public enum Kind: String, Sendable, CaseIterable {
    /// Tracked changes: what they insert was kept, what they delete was dropped.
    case insertedText, deletedText
    /// Text or a sheet that the file hides; it was dropped.
    case hiddenText, hiddenSheet
    /// A picture that may hold text, which was not read.
    case picture
    /// A chart, a formula, an embedded file or another object whose text was not read.
    case object
    /// A cell with a formula and no stored value.
    case formulaWithoutValue
    /// The name's extension is of another kind of file than the content.
    case extensionMismatch
    /// The file names another encoding than its bytes are in: the name that it gives.
    case encodingMismatch
    /// The file is signed; the signature was not checked.
    case signature
    /// The text was recognised from pictures, and may hold misread characters.
    case recognisedFromPicture
    /// A part of the file is damaged or missing and was left out.
    case damagedPart
  }

  public let kind: Kind
  /// How many there are.
  public let count: Int
  /// Where the first one stands.
  public let place: FilePlace?
  /// What the message names: a sheet, a part, an extension.
  public let name: String?

  /// Makes a notice.
  public init(_ kind: Kind, count: Int = 1, place: FilePlace? = nil, name: String? = nil) {
    self.kind = kind
    self.count = count
    self.place = place
    self.name = name
  }
}
