import Plan

/// The rows of two bundles that a comparison must look at, as lines, and the rest as counts; filled a document at a time.
///
/// What hangs together is kept or left out together: a row that differs brings all rows below the same first step of the
/// tree with it.
struct DifferingRows {
  /// The lines of both sides that one type of record has in one document.
  struct Lines {
    var old: [UInt8]
    var new: [UInt8]
  }

  private(set) var items = Lines(old: [], new: [])
  private(set) var figures = Lines(old: [], new: [])
  private(set) var common = CommonRows()
  /// The first steps below their documents that are kept.
  private(set) var units: Set<[UInt8]> = []
  private var goals = CommonRows.Anchor(old: 0, new: 0)

  /// Takes a document that differs itself: all of its rows are kept. False where a line is no row.
  mutating func keep(items: Lines, figures: Lines) -> Bool {
    guard let old = DifferingRows.goals(items.old), let new = DifferingRows.goals(items.new) else { return false }
    goals.old += old
    goals.new += new
    self.items.append(items)
    self.figures.append(figures)
    return true
  }

  private static func goals(_ bytes: [UInt8]) -> Int? {
    var count = 0
    var at = 0
    while at < bytes.count {
      let line = LineWalk.line(bytes, at)
      guard let row = RowScan(bytes, line, through: .role) else { return nil }
      if let role = CommonItems.role(bytes, row), role.isGoal { count += 1 }
      at = line.upperBound + 1
    }
    return count
  }

  /// Takes a document that is the same on both sides; false where only a reading of every row can tell what differs.
  mutating func walk(document: [UInt8], items: Lines, figures: Lines) -> Bool {
    guard let rows = LineWalk(items.old, items.new), let quoted = LineWalk(figures.old, figures.new) else {
      return false
    }
    var kept: Set<Stretch> = []
    for (walk, lines) in [(rows, items), (quoted, figures)] where !walk.isSame {
      guard DifferingRows.mark(walk, lines, document, &kept) else { return false }
    }
    var shared = CommonItems(of: items.old)
    for step in rows.steps {
      switch step {
      case .old(let line):
        guard let row = RowScan(items.old, line, through: .role) else { return false }
        self.items.old.append(line: line, of: items.old)
        if CommonItems.role(items.old, row)?.isGoal ?? false { goals.old += 1 }
      case .new(let line):
        guard let row = RowScan(items.new, line, through: .role) else { return false }
        self.items.new.append(line: line, of: items.new)
        if CommonItems.role(items.new, row)?.isGoal ?? false { goals.new += 1 }
      case .same(let line):
        guard let row = RowScan(items.old, line, through: .role), let role = CommonItems.role(items.old, row) else {
          return false
        }
        if !kept.isEmpty, kept.contains(DifferingRows.unit(items.old, row.id, document)) {
          self.items.append(line, of: items.old)
          if role.isGoal { (goals.old, goals.new) = (goals.old + 1, goals.new + 1) }
        } else {
          shared.append(row, role)
          if role.isGoal, common.anchors.last != goals { common.anchors.append(goals) }
        }
      }
    }
    for step in quoted.steps {
      switch step {
      case .old(let line): self.figures.old.append(line: line, of: figures.old)
      case .new(let line): self.figures.new.append(line: line, of: figures.new)
      case .same(let line):
        guard let row = RowScan(figures.old, line, through: .item) else { return false }
        if !kept.isEmpty, kept.contains(DifferingRows.unit(figures.old, row.id, document)) {
          self.figures.append(line, of: figures.old)
        } else {
          guard shared.count(figureOf: row.item, figures.old) else { return false }
        }
      }
    }
    shared.add(to: &common, document)
    // Slices would hold on to the whole document.
    units.formUnion(kept.map { Array($0.bytes) })
    return true
  }

  /// Notes what the rows that differ hang on; false where one can't be placed.
  private static func mark(
    _ walk: LineWalk, _ lines: Lines, _ document: [UInt8], _ units: inout Set<Stretch>
  ) -> Bool {
    for step in walk.steps {
      let (bytes, line): ([UInt8], Range<Int>)
      switch step {
      case .same: continue
      case .old(let place): (bytes, line) = (lines.old, place)
      case .new(let place): (bytes, line) = (lines.new, place)
      }
      guard let row = RowScan(bytes, line, through: .id) else { return false }
      units.insert(unit(bytes, row.id, document))
    }
    return true
  }

  /// The document's id and one step more; ids carry the tree.
  private static func unit(_ bytes: [UInt8], _ id: Range<Int>, _ document: [UInt8]) -> Stretch {
    let step = min(id.upperBound, id.lowerBound + document.count + 1)
    let end = bytes[step..<id.upperBound].firstIndex(of: UInt8(ascii: ".")) ?? id.upperBound
    return Stretch(bytes: bytes[id.lowerBound..<end])
  }

  /// A stretch of a file as a member of a set, hashed many bytes at a time.
  private struct Stretch: Hashable {
    let bytes: ArraySlice<UInt8>

    func hash(into hasher: inout Hasher) { bytes.withUnsafeBytes { hasher.combine(bytes: $0) } }
  }
}

extension DifferingRows.Lines {
  fileprivate mutating func append(_ other: Self) {
    old += other.old
    new += other.new
  }

  /// A line that both have.
  fileprivate mutating func append(_ line: Range<Int>, of bytes: [UInt8]) {
    old.append(line: line, of: bytes)
    new.append(line: line, of: bytes)
  }
}

extension [UInt8] {
  /// Adds a line of a file with its end.
  mutating func append(line: Range<Int>, of bytes: [UInt8]) {
    append(contentsOf: bytes[line])
    append(UInt8(ascii: "\n"))
  }
}
