import AdapterKit
import Archive
import Plan
import Reading

/// Why a file was not imported.
public enum ImportError: Error, Sendable {
  /// How well one adapter fits.
  public struct Fit: Sendable, Equatable {
    public var adapter: String
    public var score: Int
  }

  /// What an id or a record needs, and neither the text nor an option gives.
  public enum Missing: String, Sendable, CaseIterable {
    case city, organization, year, meetingDate, title
  }

  /// The file was found, and can't be read any more.
  case unopened(FileFailure)
  case unreadable(ReadingError)
  /// The paper bears confidentiality marks, at least one, and nobody said that it may be imported all the same.
  case marked([SourceMark])
  /// No adapter reaches the threshold.
  case notRecognised([Fit])
  /// Two or more fit equally well.
  case ambiguous([Fit])
  case unknownAdapter(String, known: [String])
  case missing(Missing)
  /// The adapter found no item in the document.
  case nothingRead(adapter: String)
  /// What the adapter read makes records that break the format's rules; at least one fault.
  case breaksRules(adapter: String, [Fault])
  /// The adapter is a program of its own and failed; the document could not be read without it.
  case adapterFailed(adapter: String, AdapterFailure)
}
