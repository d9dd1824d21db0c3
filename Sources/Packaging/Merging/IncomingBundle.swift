import Archive
import Plan
import Synchronization
import Workers

/// A bundle on its way into a merge, read a document at a time: documents that stand in one state as bytes, everything else
/// as ``readBundle(_:tolerant:limits:)`` reads it.
public struct IncomingBundle: Sendable {
  struct Document: Sendable {
    let id: String
    let rows: MergedBundles.Plain
    /// Of its source file.
    let source: String?
    let marks: [String]
    /// What its rows are called; only of a signed bundle.
    let revisions: [UInt8]
  }

  /// What does not wait as bytes, and every text, source and person.
  public let rest: OpenBundle
  let plain: [Document]

  /// How many rows of a type.
  public func count(of type: RecordType) -> Int {
    let waiting = PackedDocument.types.firstIndex(of: type).map { at in plain.reduce(0) { $0 + $1.rows.counts[at] } }
    return rest.view.rows(type).count + (waiting ?? 0)
  }

  public var revisionCount: Int {
    rest.contents.revisions.count + plain.reduce(0) { $0 + $1.rows.counts.reduce(0, +) }
  }

  /// What it brings into a merge besides the rows that wait.
  var contribution: BundleContents {
    let others = plain.flatMap { $0.revisions.split(separator: UInt8(ascii: " ")) }
    return rest.contribution(with: others.map { String(decoding: $0, as: UTF8.self) })
  }

  /// The wordings of the confidentiality marks that its documents bear, by document id.
  public var marks: [(id: String, words: [String])] {
    let others = rest.view.documents.map { ($0.id, $0.heads.compactMap(\.document).flatMap(\.markWordings)) }
    return others + plain.map { ($0.id, $0.marks) }
  }

  /// `nil` where only a reading of every record can tell: what is wrong with a bundle, or that it is sound all the same.
  ///
  /// - Parameters:
  ///   - path: of a regular file.
  ///   - merged: where it is to be added.
  public init?(_ path: String, for merged: MergedBundles) {
    guard let archive = try? ArchiveReader(path: path) else { return nil }
    self.init(archive, for: merged)
  }

  /// The same of the file's bytes.
  public init?(_ bytes: [UInt8], for merged: MergedBundles) {
    guard let archive = try? ArchiveReader(bytes: bytes) else { return nil }
    self.init(archive, for: merged)
  }

  private init?(_ archive: ArchiveReader, for merged: MergedBundles) {
    let (stash, waiting) = (merged.stash, merged.waiting)
    let isProved = Mutex(false)
    let found = Mutex<IncomingBundle?>(nil)
    // The proof takes as long as a good part of the walk.
    _ = concurrentMap([true, false]) { isProof in
      if isProof {
        let isSound = (try? archive.checkComment()) != nil
        isProved.withLock { $0 = isSound }
      } else {
        let walk = PlainWalk(archive, stash, waiting)
        let bundle = (try? walk.bundle()) ?? nil
        found.withLock { $0 = bundle }
      }
    }
    guard isProved.withLock(\.self), let walked = found.withLock(\.self) else { return nil }
    self = walked
  }

  init(rest: OpenBundle, plain: [Document]) { (self.rest, self.plain) = (rest, plain) }
}
