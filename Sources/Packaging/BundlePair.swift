import Archive
import Plan

/// Two bundles as far as they differ: the rows that are the same bytes on both sides are counted and not read.
///
/// What hangs together is kept or left out together: a row that differs brings all rows below the same first step of the
/// tree with it. Documents are always read.
public struct BundlePair: Sendable {
  /// What the old bundle says where they differ.
  public let old: View
  /// What the new bundle says there.
  public let new: View
  /// What both say in the same bytes.
  public let common: CommonRows

  /// `nil` where only a reading of every row can tell: joint rows, a later version of the format, lines that are no rows.
  public init?(_ old: CheckedBag, _ new: CheckedBag) throws(BundleError) {
    guard max(old.bag.minorVersion, new.bag.minorVersion) <= BundleFormat.minor,
      let rows = DifferingRows(old.bag.files, new.bag.files)
    else { return nil }
    let views = (try old.view(of: rows.old), try new.view(of: rows.new))
    // A row that its history does not give is a fault that the whole reading tells.
    for (view, files) in [(views.0, rows.old), (views.1, rows.new)] {
      for type in [RecordType.document, .item, .indicator] {
        let lines = (files[BundleLayout.path("records", type)] ?? []).count { $0 == UInt8(ascii: "\n") }
        guard view.rows(type).count == lines else { return nil }
      }
    }
    (self.old, self.new, common) = (views.0, views.1, rows.common)
  }
}

/// The lines of two bundles that a comparison must look at, as files, and the rest as counts.
private struct DifferingRows {
  private(set) var old: [String: [UInt8]] = [:]
  private(set) var new: [String: [UInt8]] = [:]
  private(set) var common = CommonRows()

  private let tree: UnitTree
  private var units: Set<ArraySlice<UInt8>> = []
  private var documents: Set<ArraySlice<UInt8>> = []

  init?(_ a: [String: [UInt8]], _ b: [String: [UInt8]]) {
    let file = { (files: [String: [UInt8]], folder: String, type: RecordType) in
      files[BundleLayout.path(folder, type)] ?? []
    }
    let rows = { (type: RecordType) in (file(a, "records", type), file(b, "records", type)) }
    for files in [a, b] where files[BundleLayout.path("records", .item)] == nil { return nil }

    let titles = rows(.document)
    guard let heads = LineWalk(titles.0, titles.1),
      let tree = UnitTree([titles.0, titles.1, file(a, "history", .document), file(b, "history", .document)])
    else { return nil }
    self.tree = tree
    for (bytes, lines) in [(titles.0, heads.old), (titles.1, heads.new)] {
      for line in lines {
        guard let row = RowScan(bytes, line) else { return nil }
        documents.insert(row.id)
      }
    }
    var walks: [RecordType: LineWalk] = [:]
    for type in [RecordType.item, .indicator] {
      let (left, right) = rows(type)
      guard let walk = LineWalk(left, right), mark(walk.old, of: left), mark(walk.new, of: right) else { return nil }
      walks[type] = walk
    }
    for (side, files) in [(\DifferingRows.old, a), (\.new, b)] {
      for folder in ["records", "history"] {
        self[keyPath: side][BundleLayout.path(folder, .document)] = files[BundleLayout.path(folder, .document)]
      }
      for type in [RecordType.item, .indicator] {
        guard let kept = kept(of: file(files, "history", type)) else { return nil }
        if !kept.isEmpty { self[keyPath: side][BundleLayout.path("history", type)] = kept }
      }
    }
    var count = CommonCount()
    for type in [RecordType.item, .indicator] {
      let ((left, right), path) = (rows(type), BundleLayout.path("records", type))
      guard let walk = walks[type], let both = split(walk.same, of: left, into: &count, type) else { return nil }
      old[path] = DifferingRows.lines(walk.old + both, of: left)
      new[path] = DifferingRows.lines(walk.new, of: right) + DifferingRows.lines(both, of: left)
    }
    common = count.rows
  }

  /// Notes what the rows hang on; false where one can't be placed.
  private mutating func mark(_ lines: [Range<Int>], of bytes: [UInt8]) -> Bool {
    for line in lines {
      guard let row = RowScan(bytes, line), !row.isJoint, let unit = tree.unit(of: row.id)?.unit else { return false }
      units.insert(unit)
    }
    return true
  }

  private func isKept(_ place: (unit: ArraySlice<UInt8>, document: ArraySlice<UInt8>)) -> Bool {
    units.contains(place.unit) || documents.contains(place.document)
  }

  /// The lines of a history that belong to rows that are kept.
  private func kept(of bytes: [UInt8]) -> [UInt8]? {
    var out: [UInt8] = []
    var at = 0
    while at < bytes.count {
      let line = LineWalk.line(bytes, at)
      guard let row = RowScan(bytes, line), let place = tree.unit(of: row.id) else { return nil }
      if isKept(place) { out += bytes[line] + [UInt8(ascii: "\n")] }
      at = line.upperBound + 1
    }
    return out
  }

  /// The lines that hang on others that differ; the rest is counted.
  private func split(
    _ lines: [Range<Int>], of bytes: [UInt8], into count: inout CommonCount, _ type: RecordType
  ) -> [Range<Int>]? {
    var kept: [Range<Int>] = []
    for line in lines {
      guard let row = RowScan(bytes, line), !row.isJoint, let place = tree.unit(of: row.id) else { return nil }
      if isKept(place) {
        kept.append(line)
      } else if type == .item {
        guard count.add(item: row, in: place.document) else { return nil }
      } else {
        count.add(figureOf: row.item)
      }
    }
    return kept
  }

  private static func lines(_ lines: [Range<Int>], of bytes: [UInt8]) -> [UInt8] {
    var out: [UInt8] = []
    for line in lines {
      out += bytes[line]
      out.append(UInt8(ascii: "\n"))
    }
    return out
  }
}

/// Which first step below its document an id stands under; ids carry the tree.
private struct UnitTree {
  private var documents: Set<ArraySlice<UInt8>> = []

  /// `nil` where a document is given by several heads, or one document's id begins another's.
  init?(_ files: [[UInt8]]) {
    for bytes in files {
      var at = 0
      while at < bytes.count {
        let line = LineWalk.line(bytes, at)
        guard let row = RowScan(bytes, line), !row.isJoint else { return nil }
        documents.insert(row.id)
        at = line.upperBound + 1
      }
    }
    for id in documents where unit(of: id) != nil { return nil }
  }

  /// `nil` where no document is at its beginning.
  func unit(of id: ArraySlice<UInt8>) -> (unit: ArraySlice<UInt8>, document: ArraySlice<UInt8>)? {
    let dot = UInt8(ascii: ".")
    var at = id.startIndex
    while let next = id[at...].firstIndex(of: dot) {
      if documents.contains(id[..<next]) {
        let end = id[(next + 1)...].firstIndex(of: dot) ?? id.endIndex
        return (id[..<end], id[..<next])
      }
      at = next + 1
    }
    return nil
  }
}

/// Counts rows that both sides have, as an outline of all rows would.
private struct CommonCount {
  private var goals: Set<ArraySlice<UInt8>> = []
  private var documents: Set<ArraySlice<UInt8>> = []
  private var below: [ArraySlice<UInt8>: (parent: ArraySlice<UInt8>, role: Item.Role)] = [:]
  private var figures: [(item: ArraySlice<UInt8>, count: Int)] = []

  /// False where its role is none of the vocabulary.
  mutating func add(item row: RowScan, in document: ArraySlice<UInt8>) -> Bool {
    guard let role = Item.Role(rawValue: String(decoding: row.role, as: UTF8.self)) else { return false }
    if role == .goal || role == .task {
      goals.insert(row.id)
      documents.insert(document)
    } else {
      below[row.id] = (row.parent, role)
    }
    return true
  }

  mutating func add(figureOf item: ArraySlice<UInt8>) {
    if let last = figures.indices.last, figures[last].item == item {
      figures[last].count += 1
    } else {
      figures.append((item, 1))
    }
  }

  var rows: CommonRows {
    var rows = CommonRows()
    rows.goals = goals.count
    rows.documents = Set(documents.map { String(decoding: $0, as: UTF8.self) })
    for (id, row) in below where !isOwned(id) { rows.others[row.role, default: 0] += 1 }
    for (item, count) in figures {
      if isOwned(item) { rows.figures += count } else { rows.otherFigures += count }
    }
    return rows
  }

  /// Whether a goal or task is at or above it.
  private func isOwned(_ id: ArraySlice<UInt8>) -> Bool {
    var at = id
    // Each parent's id is shorter; circles are no tree.
    while !goals.contains(at) {
      guard let parent = below[at]?.parent, !parent.isEmpty, parent.count < at.count else { return false }
      at = parent
    }
    return true
  }
}
