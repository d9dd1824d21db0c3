import Packaging
import Plan
import Signing
import Vocabulary

/// A file of the folder that bundles come into, as it was found.
public struct ReceivedFile: Sendable {
  /// What is in it.
  public enum Content: Sendable {
    /// A bundle, read so that breaches of the rules are told; its signatures, and those of bundles merged into it.
    case bundle(OpenBundle, signatures: [CheckedSignature], ofMerged: [CheckedSignature])
    /// A bundle that is damaged, or a file that can't be read.
    case unreadable(Problem)
    /// Something else: a document that nobody imported, a note.
    case foreign
  }

  /// Why a file can't be read.
  public struct Problem: Sendable {
    /// Of docs/diagnostics.md.
    public let code: String
    public let reason: Localized

    public init(code: String, reason: Localized) { (self.code, self.reason) = (code, reason) }
  }

  /// Below the folder.
  public let path: String
  public let content: Content

  public init(path: String, content: Content) { (self.path, self.content) = (path, content) }
}
