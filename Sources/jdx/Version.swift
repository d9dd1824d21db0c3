import Packaging

/// The program's version and that of the bundles it writes; `jdx --version`, the manual pages and installed copies say it.
enum Version {
  static let program = "0.1.0"

  static var line: String {
    let format = BundleFormat.version
    return say(zh: "jdx \(program)（数据包格式 \(format)）", en: "jdx \(program) (bundle format \(format))")
  }
}
