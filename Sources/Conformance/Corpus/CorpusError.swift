import Archive

/// Why a plugin's corpus can't be run.
public enum CorpusError: Error, Sendable {
  /// The plugin's folder has no folder `corpus`.
  case missing(folder: String)
  /// No folder in it holds a document `input.*`.
  case empty(folder: String)
  /// A case holds several documents `input.*`.
  case severalInputs(folder: String, [String])
  /// What a case's `options.json` states can't be used.
  case options(file: String)
  case unreadable(FileFailure)
}
