/// What a bundle's signatures are over, and the signatures themselves, as the bag has them.
public struct BundleSeal: Sendable {
  /// The bytes that signatures sign; they cover everything else.
  public let tagManifest: [UInt8]
  /// Names every file of the payload by its hash.
  public let manifest: [UInt8]
  /// The files below `signatures/`, by their names there.
  public let signatures: [String: [UInt8]]

  /// - Parameter files: those of a bag, by path below its top folder.
  init(files: [String: [UInt8]]) {
    tagManifest = files[BundleLayout.tagManifest] ?? []
    manifest = files[BundleLayout.manifest] ?? []
    var found: [String: [UInt8]] = [:]
    for (path, bytes) in files where path.hasPrefix(BundleSeal.folder) {
      found[String(path.dropFirst(BundleSeal.folder.count))] = bytes
    }
    signatures = found
  }

  /// Where signatures lie in a bag; no manifest names what stands there.
  static let folder = "signatures/"

  /// Bytes of a signature's file at most.
  static let signatureLimit = 1 << 16
}
