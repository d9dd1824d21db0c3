import Archive
import Plan
import Workers

/// Two bundles as far as they differ: the rows that are the same bytes on both sides are counted and not read.
///
/// Both are walked side by side, a document at a time, so that memory holds the rows that differ and one document's others.
/// Of the archives every byte is proved by the comment; of the files those are held against the manifests that are read.
public struct BundlePair: Sendable {
  /// What the old bundle says where they differ.
  public let old: View
  /// What the new bundle says there.
  public let new: View
  /// What both say in the same bytes.
  public let common: CommonRows

  /// `nil` where only a reading of every row can tell: joint rows, a later version of the format, lines that are no rows.
  ///
  /// - Parameters:
  ///   - old: the path of a regular file.
  ///   - new: the path of another.
  ///   - size: bytes that the items and figures of each must have; `nil` comes back for fewer.
  public init?(_ old: String, _ new: String, ofLeast size: Int = 0) throws(BundleError) {
    let archives = concurrentMap([old, new]) { path in
      Result { () throws(ArchiveError) -> ArchiveReader? in
        let archive = try ArchiveReader(path: path)
        let rows = [RecordType.item, .indicator].compactMap {
          archive.entry(named: BundleLayout.top + BundleLayout.path("records", $0))
        }
        guard rows.reduce(0, { $0 + $1.size }) >= size else { return nil }
        try archive.checkComment()
        return archive
      }
    }
    var bags: [WalkedBag] = []
    for archive in archives {
      do throws(ArchiveError) {
        guard let archive = try archive.get() else { return nil }
        bags.append(WalkedBag(archive))
      } catch {
        throw .archive(error)
      }
    }
    guard let walk = try BundleWalk(bags[0], bags[1]) else { return nil }
    for bag in bags {
      guard try bag.finish() <= BundleFormat.minor else { return nil }
    }
    let views = concurrentMap([walk.old, walk.new]) { files in
      Result { () throws(BundleError) in try partialView(of: files) }
    }
    (self.old, self.new, common) = (try views[0].get(), try views[1].get(), walk.rows.common)
    // A row that its history does not give is a fault that the whole reading tells.
    for (view, files) in [(self.old, walk.old), (self.new, walk.new)] {
      for type in BundleWalk.types {
        let lines = (files[BundleLayout.path("records", type)] ?? []).count { $0 == UInt8(ascii: "\n") }
        guard view.rows(type).count == lines else { return nil }
      }
    }
  }
}

/// One walk through two bundles.
private struct BundleWalk {
  static let types = [RecordType.document, .item, .indicator]

  private(set) var rows = DifferingRows()
  /// What `records/` and `history/` hold of the rows that are kept.
  private(set) var old: [String: [UInt8]] = [:]
  private(set) var new: [String: [UInt8]] = [:]

  init?(_ a: WalkedBag, _ b: WalkedBag) throws(BundleError) {
    let titles = (try a.file("data/records/documents.jsonl"), try b.file("data/records/documents.jsonl"))
    guard let documents = BundleDocuments(titles.0, titles.1) else { return nil }
    let streams = (try Side(a), try Side(b))
    do throws(ArchiveError) {
      for id in documents.ids {
        let items = DifferingRows.Lines(old: try streams.0.items.rows(of: id), new: try streams.1.items.rows(of: id))
        let figures = DifferingRows.Lines(
          old: try streams.0.figures.rows(of: id), new: try streams.1.figures.rows(of: id))
        guard
          documents.differing.contains(id)
            ? rows.keep(items: items, figures: figures) : rows.walk(document: id, items: items, figures: figures)
        else { return nil }
      }
      for stream in [streams.0.items, streams.0.figures, streams.1.items, streams.1.figures] {
        guard try stream.isAtEnd() else { return nil }
      }
    } catch {
      throw .archive(error)
    }
    for (bag, side, titles, lines) in [
      (a, \BundleWalk.old, titles.0, (rows.items.old, rows.figures.old)),
      (b, \.new, titles.1, (rows.items.new, rows.figures.new)),
    ] {
      var files = [
        BundleLayout.path("records", .document): titles,
        BundleLayout.path("history", .document): try bag.file(BundleLayout.path("history", .document)),
        BundleLayout.path("records", .item): lines.0, BundleLayout.path("records", .indicator): lines.1,
      ]
      for type in [RecordType.item, .indicator] {
        let path = BundleLayout.path("history", type)
        guard let kept = kept(of: try bag.file(path), documents) else { return nil }
        files[path] = kept
      }
      self[keyPath: side] = files.filter { !$0.value.isEmpty || $0.key.hasPrefix("data/records/") }
    }
  }

  /// The lines of a history that belong to rows that are kept.
  private func kept(of bytes: [UInt8], _ documents: BundleDocuments) -> [UInt8]? {
    var out: [UInt8] = []
    var at = 0
    while at < bytes.count {
      let line = LineWalk.line(bytes, at)
      guard let row = RowScan(bytes, line, through: .id), let place = documents.place(of: bytes[row.id]) else {
        return nil
      }
      if rows.units.contains(Array(place.unit)) || documents.differing.contains(Array(place.document)) {
        out.append(line: line, of: bytes)
      }
      at = line.upperBound + 1
    }
    return out
  }

  private struct Side {
    let items: RowStream
    let figures: RowStream

    init(_ bag: WalkedBag) throws(BundleError) {
      items = try bag.rows(BundleLayout.path("records", .item))
      figures = try bag.rows(BundleLayout.path("records", .indicator))
    }
  }
}
