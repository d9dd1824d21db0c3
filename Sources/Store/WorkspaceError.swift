import Archive
import Packaging

/// Why a workspace can't do what is asked.
public enum WorkspaceError: Error, Sendable {
  /// The folder holds no workspace.
  case none
  /// What stands there is of another kind; nothing in it is touched.
  case foreign
  /// A later version of the program laid it out.
  case newer
  /// Somebody else writes, and did not end within the time that was waited.
  case busy
  /// Pages of the database do not hold together; the bundles are files of their own.
  case damaged
  /// The database is not there or is not whole, and the bundles are.
  case unfinished
  /// The folder or the disk takes no writing.
  case readOnly
  case full
  /// Neither a fingerprint nor the beginning of only one.
  case unknownBundle(String)
  case bundle(BundleError, path: String)
  case file(FileFailure)
  /// What the database says, where none of these fits.
  case database(String)
}
