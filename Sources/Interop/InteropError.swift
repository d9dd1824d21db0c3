import Plan
import Vocabulary

/// Why a file of another form can't be read; lines count from 1.
public enum InteropError: Error, Sendable {
  /// A line is no JSON object of the format.
  case notJSON(line: Int)
  /// A line or value is none of those that the form has; `what` is the member or code.
  case unknown(what: String, line: Int)
  /// A member is absent or of another type.
  case wrongForm(what: String, line: Int)
  /// A version of the format that this program is too old for.
  case version(String)
  case yaml(YAMLError)
  /// Records that break the format's rules; at least one.
  case faults([Fault])
}
