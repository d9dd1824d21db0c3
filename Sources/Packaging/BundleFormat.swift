/// The format that bundles are written in.
public enum BundleFormat {
  /// As `bag-info.txt` and `datapackage.json` have it, `major.minor`; another minor version is read as well.
  public static let version = "1.0"
}
