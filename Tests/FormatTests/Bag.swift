import Plan

@testable import Archive
@testable import Packaging

/// The files of a bag, by path below the top folder, and the two ways to pack them.
struct Bag {
  var files: [String: [UInt8]]

  /// As the program lays it out.
  init(_ contents: BundleContents) {
    files = BundleLayout(contents, view: View(of: contents.revisions)).files
  }

  init(files: [String: [UInt8]]) { self.files = files }

  /// Without the tables, which would have to follow each change of a row, and without what explains the bundle.
  var bare: Bag {
    Bag(files: files.filter { path, _ in FormatFiles.all[path] == nil && !path.hasPrefix("data/tables/") })
  }

  /// With a size and manifests that fit the files, whatever they hold.
  var sealed: Bag {
    var copy = self
    let payload = files.filter { $0.key.hasPrefix("data/") }.values
    let oxum = BundleLayout.oxum(size: payload.reduce(0) { $0 + $1.count }, count: payload.count)
    let info = String(decoding: files[BundleLayout.info] ?? [], as: UTF8.self).split(separator: "\n").map { line in
      line.hasPrefix("Payload-Oxum: ") ? "Payload-Oxum: \(oxum)" : String(line)
    }
    copy.files[BundleLayout.info] = Array((info.joined(separator: "\n") + "\n").utf8)
    copy.files[BundleLayout.manifest] = manifest { $0.hasPrefix("data/") }
    copy.files[BundleLayout.tagManifest] = copy.manifest { !$0.hasPrefix("data/") && $0 != BundleLayout.tagManifest }
    return copy
  }

  private func manifest(_ covers: (String) -> Bool) -> [UInt8] {
    BundleLayout.manifest(ofHashes: files.filter { covers($0.key) }.mapValues(SHA256Hex.of))
  }

  /// A ZIP with every entry stored: the one form whose bytes no deflate can change.
  var stored: (bytes: [UInt8], comment: String) {
    var bytes: [UInt8] = []
    var directory: [UInt8] = []
    for path in files.keys.sorted(by: utf8Order) {
      let content = files[path] ?? []
      let entry = ZipForm.Entry(
        path: Array((BundleLayout.top + path).utf8), method: ZipForm.stored,
        checksum: content.withUnsafeBytes { CRC32.continued(0, $0) }, compressedSize: content.count,
        size: content.count, localOffset: bytes.count)
      bytes += ZipForm.localHeader(entry) + content
      directory += ZipForm.centralHeader(entry)
    }
    let offset = bytes.count
    bytes += directory
    let comment = SHA256Hex.of(bytes)
    bytes += ZipForm.end(entries: files.count, directorySize: directory.count, directoryOffset: offset)
    return (bytes + Array(comment.utf8), comment)
  }
}
