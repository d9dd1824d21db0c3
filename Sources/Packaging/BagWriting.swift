import Archive
import Plan

/// A file of a bag's payload that is handed over piece by piece.
public struct PayloadFile {
  /// Below `data/`.
  public let path: String
  /// Bytes, which must be known beforehand: the bag states the sum of all before the first of them.
  public let size: Int
  /// Where it is known beforehand.
  let sha256: String?
  let body: (PayloadSink) throws -> Void

  /// - Parameter body: hands over exactly `size` bytes.
  public init(path: String, size: Int, body: @escaping (PayloadSink) throws -> Void) {
    self.init(path: path, size: size, sha256: nil, body: body)
  }

  /// - Parameter sha256: that of the bytes that `body` hands over.
  init(path: String, size: Int, sha256: String?, body: @escaping (PayloadSink) throws -> Void) {
    self.path = path
    self.size = size
    self.sha256 = sha256
    self.body = body
  }
}

/// Takes the bytes of one payload file.
public final class PayloadSink {
  private let entry: EntrySink
  private let known: String?
  private var hash = SHA256Hex()
  fileprivate var sha256: String { known ?? hash.hex }
  fileprivate var size = 0

  fileprivate init(_ entry: EntrySink, sha256: String?) { (self.entry, known) = (entry, sha256) }

  /// Appends `bytes` to the file.
  public func write(_ bytes: UnsafeRawBufferPointer) throws(ArchiveError) {
    if known == nil { hash.update(bytes) }
    size += bytes.count
    try entry.write(bytes)
  }
}

/// Writes a bag whose payload is handed over piece by piece: memory stays bounded however large it is.
///
/// - Parameter sink: whoever makes it commits it; nothing is committed here.
/// - Returns: the fingerprint.
@discardableResult
public func writeBag(
  _ payload: [PayloadFile], to sink: any ByteSink, limits: ArchiveLimits = ArchiveLimits()
) throws -> String {
  let info = BundleLayout.info(
    version: BundleFormat.version(minor: BundleFormat.minor),
    oxum: BundleLayout.oxum(size: payload.reduce(0) { $0 + $1.size }, count: payload.count))
  let archive = try ArchiveWriter(to: sink, limits: limits)
  var tags = [BundleLayout.info: SHA256Hex.of(info), "bagit.txt": SHA256Hex.of(Array(BundleLayout.bagit.utf8))]
  try archive.add(BundleLayout.top + BundleLayout.info, info)
  try archive.add(BundleLayout.top + "bagit.txt", Array(BundleLayout.bagit.utf8))
  var hashes: [String: String] = [:]
  for file in payload.sorted(by: { utf8Order($0.path, $1.path) }) {
    let path = "data/" + file.path
    try archive.add(BundleLayout.top + path) { entry in
      let sink = PayloadSink(entry, sha256: file.sha256)
      try file.body(sink)
      guard sink.size == file.size else {
        throw ArchiveError.sizeMismatch(path, stated: file.size, found: sink.size)
      }
      hashes[path] = sink.sha256
    }
  }
  let manifest = BundleLayout.manifest(ofHashes: hashes)
  try archive.add(BundleLayout.top + BundleLayout.manifest, manifest)
  tags[BundleLayout.manifest] = SHA256Hex.of(manifest)
  let tagManifest = BundleLayout.manifest(ofHashes: tags)
  try archive.add(BundleLayout.top + BundleLayout.tagManifest, tagManifest)
  try archive.finish()
  return SHA256Hex.of(tagManifest)
}
