import Archive
import Plan
import Workers

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
  return try writePayload(files.payload, to: sink)
}

/// Writes the bag of a payload.
func writePayload(_ payload: [PayloadFile], to sink: any ByteSink) throws(BundleError) -> String {
  do {
    return try writeBag(payload, to: sink)
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

/// Files of a payload made of pieces, some of which were put away.
struct PiecedFiles {
  enum Piece: Sendable {
    case bytes([UInt8])
    case place(Stash.Place)

    var count: Int {
      switch self {
      case .bytes(let bytes): bytes.count
      case .place(let place): place.count
      }
    }
  }

  private let stash: Stash
  private(set) var payload: [PayloadFile] = []
  private var described: [DataPackage.File] = []

  init(in stash: Stash) { self.stash = stash }

  /// A file whose hash only its bytes tell.
  mutating func add(_ path: String, _ pieces: [Piece]) throws(FileFailure) { try add([(path, pieces)]) }

  /// Files whose hashes only their bytes tell, found on every core.
  mutating func add(_ files: [(path: String, pieces: [Piece])]) throws(FileFailure) {
    let hashes = concurrentMap(files) { [stash] file in
      Result { () throws(FileFailure) in
        var hash = SHA256Hex()
        for piece in file.pieces { hash.update(try stash.bytes(of: piece)) }
        return hash.hex
      }
    }
    for (file, hash) in zip(files, hashes) { add(file.path, sha256: try hash.get(), file.pieces) }
  }

  mutating func add(_ path: String, sha256: String, _ pieces: [Piece]) {
    described.append(DataPackage.File(path: path, size: pieces.reduce(0) { $0 + $1.count }, sha256: sha256))
    addUndescribed(path, sha256: sha256, pieces)
  }

  /// Says what all the others are: the last one.
  mutating func addDescription() {
    let version = BundleFormat.version(minor: BundleFormat.minor)
    addUndescribed(BundleLayout.description, sha256: nil, [.bytes(DataPackage(described, version: version).bytes)])
  }

  private mutating func addUndescribed(_ path: String, sha256: String?, _ pieces: [Piece]) {
    let size = pieces.reduce(0) { $0 + $1.count }
    payload.append(
      PayloadFile(path: String(path.dropFirst("data/".count)), size: size, sha256: sha256) { [stash] sink in
        for piece in pieces { try stash.archived(piece).withUnsafeBytes { try sink.write($0) } }
      })
  }
}

/// The payload of a bundle of documents that were put away.
private struct PackedFiles {
  private var files: PiecedFiles
  var payload: [PayloadFile] { files.payload }

  init(_ documents: [PackedDocument], in stash: Stash) throws(FileFailure) {
    files = PiecedFiles(in: stash)
    let documents = documents.sorted { utf8Order($0.id, $1.id) }
    for (at, type) in PackedDocument.types.enumerated() {
      try files.add(BundleLayout.path("records", type), documents.map { .place($0.rows[at]) })
    }
    for (path, table) in Table.all {
      guard let at = PackedDocument.types.firstIndex(of: table.type) else { continue }
      try files.add(path, [.bytes(table.header)] + documents.map { .place($0.cells[at]) })
    }
    let contacts = documents.flatMap(\.contacts).sorted { $0.lexicographicallyPrecedes($1) }
    if !contacts.isEmpty { try files.add(BundleLayout.contacts, [.bytes(BundleLayout.lines(contacts))]) }
    for (path, bytes) in FormatFiles.all { try files.add(path, [.bytes(bytes)]) }
    addAttachments(of: documents)
    files.addDescription()
  }

  /// Equal bytes are one file, as they are in ``BundleContents``.
  private mutating func addAttachments(of documents: [PackedDocument]) {
    var attached: [String: PackedDocument.Attachment] = [:]
    var extensions: [String: String] = [:]
    for document in documents {
      for text in document.texts { attached[BundleContents.textPath(text.sha256)] = text }
      if let source = document.source {
        let known = extensions[source.file.sha256]
        extensions[source.file.sha256] = [known, source.fileExtension].compactMap(\.self).min(by: utf8Order)
      }
    }
    for source in documents.compactMap(\.source) {
      guard let fileExtension = extensions[source.file.sha256] else { continue }
      attached[BundleContents.sourcePath(source.file.sha256, fileExtension)] = source.file
    }
    for (path, file) in attached {
      files.add("data/" + path, sha256: file.sha256, [.place(file.place)])
    }
  }
}

extension Stash {
  fileprivate func bytes(of piece: PiecedFiles.Piece) throws(FileFailure) -> [UInt8] {
    switch piece {
    case .bytes(let bytes): bytes
    case .place(let place): try bytes(at: place)
    }
  }

  fileprivate func archived(_ piece: PiecedFiles.Piece) throws(ArchiveError) -> [UInt8] {
    do throws(FileFailure) { return try bytes(of: piece) } catch { throw .file(error) }
  }
}
