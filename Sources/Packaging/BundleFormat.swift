/// The format that bundles are written in.
public enum BundleFormat {
  /// As `bag-info.txt` and `datapackage.json` have it, `major.minor`; another minor version is read as well.
  public static let version = version(minor: minor)

  /// Of another major version nothing is known.
  static let major = 1
  static let minor = 0

  static func version(minor: Int) -> String { "\(major).\(minor)" }
}
