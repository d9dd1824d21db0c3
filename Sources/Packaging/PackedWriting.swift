import Archive
import Plan

/// Writes the bundle of documents that were put away, each of an id of its own: the bytes that ``writeBundle(_:to:)``
/// writes of their contents together, in memory that grows by a few kilobytes a document.
///
/// - Parameters:
///   - documents: in any order.
///   - sink: whoever makes it commits it; nothing is committed here.
/// - Returns: the fingerprint.
@discardableResult
public func writeBundle(
  _ documents: [PackedDocument], from stash: Stash, to sink: any ByteSink
) throws(BundleError) -> String {
  let files: PackedFiles
  do throws(FileFailure) { files = try PackedFiles(documents, in: stash) } catch { throw .file(error) }
  do {
    return try writeBag(files.payload, to: sink)
  } catch {
    // The payload's own failures are of this type too.
    throw .archive(error as? ArchiveError ?? .writerClosed)
  }
}

/// Writes such a bundle to a file: the old file stays until the new one is whole and on disk.
@discardableResult
public func writeBundle(
  _ documents: [PackedDocument], from stash: Stash, toFile path: String
) throws(BundleError) -> String {
  try writeWhole(path) { file throws(BundleError) in try writeBundle(documents, from: stash, to: file) }
}

/// The payload of a bundle of documents that were put away.
private struct PackedFiles {
  private let stash: Stash
  private(set) var payload: [PayloadFile] = []
  private var described: [DataPackage.File] = []

  init(_ documents: [PackedDocument], in stash: Stash) throws(FileFailure) {
    self.stash = stash
    let documents = documents.sorted { utf8Order($0.id, $1.id) }
    for (at, type) in PackedDocument.types.enumerated() {
      try add(BundleLayout.path("records", type), [], documents.map { $0.rows[at] })
    }
    for (path, table) in Table.all {
      guard let at = PackedDocument.types.firstIndex(of: table.type) else { continue }
      try add(path, table.header, documents.map { $0.cells[at] })
    }
    let contacts = documents.flatMap(\.contacts).sorted { $0.lexicographicallyPrecedes($1) }
    if !contacts.isEmpty { try add(BundleLayout.contacts, BundleLayout.lines(contacts), []) }
    for (path, bytes) in FormatFiles.all { try add(path, bytes, []) }
    addAttachments(of: documents)
    let version = BundleFormat.version(minor: BundleFormat.minor)
    let description = DataPackage(described, version: version).bytes
    add(BundleLayout.description, size: description.count, description, [])
  }

  /// Equal bytes are one file, as they are in ``BundleContents``.
  private mutating func addAttachments(of documents: [PackedDocument]) {
    var files: [String: PackedDocument.Attachment] = [:]
    var extensions: [String: String] = [:]
    for document in documents {
      for text in document.texts { files[BundleContents.textPath(text.sha256)] = text }
      if let source = document.source {
        let known = extensions[source.file.sha256]
        extensions[source.file.sha256] = [known, source.fileExtension].compactMap(\.self).min(by: utf8Order)
      }
    }
    for source in documents.compactMap(\.source) {
      guard let fileExtension = extensions[source.file.sha256] else { continue }
      files[BundleContents.sourcePath(source.file.sha256, fileExtension)] = source.file
    }
    for (path, file) in files {
      let path = "data/" + path
      described.append(DataPackage.File(path: path, size: file.place.count, sha256: file.sha256))
      add(path, size: file.place.count, [], [file.place])
    }
  }

  /// A file whose hash only its bytes tell.
  private mutating func add(_ path: String, _ head: [UInt8], _ places: [Stash.Place]) throws(FileFailure) {
    var hash = SHA256Hex()
    hash.update(head)
    for place in places { hash.update(try stash.bytes(at: place)) }
    let size = places.reduce(head.count) { $0 + $1.count }
    described.append(DataPackage.File(path: path, size: size, sha256: hash.hex))
    add(path, size: size, head, places)
  }

  private mutating func add(_ path: String, size: Int, _ head: [UInt8], _ places: [Stash.Place]) {
    payload.append(
      PayloadFile(path: String(path.dropFirst("data/".count)), size: size) { [stash] sink in
        try head.withUnsafeBytes { try sink.write($0) }
        for place in places { try stash.archived(place).withUnsafeBytes { try sink.write($0) } }
      })
  }
}

extension Stash {
  fileprivate func archived(_ place: Place) throws(ArchiveError) -> [UInt8] {
    do throws(FileFailure) { return try bytes(at: place) } catch { throw .file(error) }
  }
}
