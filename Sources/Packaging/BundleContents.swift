import Archive
import Plan

/// All that a bundle holds: revisions, people, texts and original files. Two contents merge by union.
public struct BundleContents: Sendable {
  /// An original file as it was received.
  public struct Source: Sendable, Equatable {
    public var bytes: [UInt8]
    /// Without the point; from the media type, so that equal bytes have one name.
    public var fileExtension: String

    public init(bytes: [UInt8], fileExtension: String) {
      self.bytes = bytes
      self.fileExtension = fileExtension
    }
  }

  public var revisions = RevisionSet()
  /// Whole rows; they are no records and have no revisions.
  public private(set) var contacts: [[UInt8]: JSONObject] = [:]
  /// UTF-8 by SHA-256: the texts that spans point into, and all text of files that are no plain text.
  public private(set) var texts: [String: [UInt8]] = [:]
  public private(set) var sources: [String: Source] = [:]
  /// The latest minor version of the format that a part of it was written in: what is unknown here may be right there.
  var minorVersion = BundleFormat.minor
  /// Signed bundles that were merged into this one, by fingerprint.
  public private(set) var submissions: [String: Submission] = [:]

  public init() {}

  public mutating func add(contact: JSONObject) { contacts[contact.canonical] = contact }

  /// Adds a text and gives its SHA-256.
  @discardableResult
  public mutating func add(text: [UInt8]) -> String {
    let sha256 = SHA256Hex.of(text)
    texts[sha256] = text
    return sha256
  }

  /// Adds an original file and gives its SHA-256.
  @discardableResult
  public mutating func add(source: Source) -> String {
    let sha256 = SHA256Hex.of(source.bytes)
    sources[sha256] = sources[sha256].map { BundleContents.chosen($0, source) } ?? source
    return sha256
  }

  /// The same bytes under two extensions: the lesser name, so that the order of merging does not matter.
  private static func chosen(_ a: Source, _ b: Source) -> Source {
    utf8Order(b.fileExtension, a.fileExtension) ? b : a
  }

  mutating func add(submission: Submission) {
    submissions[submission.fingerprint, default: submission].formUnion(submission)
  }

  public mutating func formUnion(_ other: BundleContents) {
    revisions.formUnion(other.revisions)
    contacts.merge(other.contacts) { mine, _ in mine }
    texts.merge(other.texts) { mine, _ in mine }
    sources.merge(other.sources, uniquingKeysWith: BundleContents.chosen)
    minorVersion = max(minorVersion, other.minorVersion)
    for submission in other.submissions.values { add(submission: submission) }
  }

  /// The text that a document's spans count in.
  public func scalars(ofText sha256: String) -> [Unicode.Scalar]? {
    texts[sha256].flatMap { String(validating: $0, as: UTF8.self) }.map { Array($0.unicodeScalars) }
  }

  /// Where a text lies, below `data/`.
  public static func textPath(_ sha256: String) -> String { "text/\(sha256).txt" }

  /// Where an original file lies, below `data/`.
  static func sourcePath(_ sha256: String, _ fileExtension: String) -> String { "sources/\(sha256).\(fileExtension)" }
}
