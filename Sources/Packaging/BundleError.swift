import Archive
import Plan

/// Why a bundle can't be read or is not what its manifests say.
public enum BundleError: Error, Sendable {
  /// The ZIP itself.
  case archive(ArchiveError)
  /// A file that every bundle has, or that a manifest names, is not there.
  case missing(entry: String)
  /// A file that no manifest names.
  case extra(entry: String)
  /// The bytes of a file are not those that the manifest was made of.
  case changed(entry: String)
  /// A manifest or declaration that does not have its one legal form.
  case malformed(entry: String, line: Int)
  /// A format that this program is too old for.
  case version(String)
  /// Lines that are no records, or records that break the format's rules; at least one.
  case faults([Fault])
  /// What `records/` and `history/` say is not what the revisions together give.
  case viewDiffers(entry: String, line: Int)
  case file(FileFailure)
}
