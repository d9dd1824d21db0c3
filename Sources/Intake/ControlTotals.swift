import Compare
import Plan

/// What went into a merge of the bundles and what comes out of it, counted row by row: nothing comes or goes unseen.
///
/// Rows are compared whole. Of each count `sent - repeated - replaced + joined = merged` holds: `repeated` rows stand in
/// several bundles alike, `replaced` ones have newer revisions or gave way to another reading, `joined` ones are what
/// several heads give together.
public struct ControlTotals: Sendable {
  /// A count of rows and, where their figures may be added up at all, the sum.
  public struct Amount: Sendable, Equatable {
    public internal(set) var count = 0
    /// A decimal string; absent where it would mean nothing or has too many digits.
    public internal(set) var sum: String?
  }

  /// The same rows on each side of the merge.
  public struct Line: Sendable {
    public internal(set) var sent = Amount()
    public internal(set) var repeated = Amount()
    public internal(set) var replaced = Amount()
    public internal(set) var joined = Amount()
    public internal(set) var merged = Amount()

    /// Whether what comes out is what went in.
    public var isReconciled: Bool {
      sent.count - repeated.count - replaced.count + joined.count == merged.count && isSumReconciled
    }

    private var isSumReconciled: Bool {
      let sums = [sent, repeated, replaced, joined, merged].map { $0.sum.flatMap { ExactNumber($0) } }
      guard let sent = sums[0], let repeated = sums[1], let replaced = sums[2], let joined = sums[3], let out = sums[4]
      else { return true }
      let rest = sent.minus(repeated)?.minus(replaced)?.minus(joined.negated)?.minus(out)
      return rest.map { $0.sign == 0 } ?? false
    }
  }

  /// Figures of one role and unit, as written. The sums hold the merge against what was sent; they are no result.
  public struct UnitLine: Sendable {
    public let role: Indicator.Role
    public let unit: String
    public let line: Line
  }

  /// The files that are counted, all that `jdx merge` takes.
  public let files: [String]
  public let revisions: Line
  public let records: [(type: RecordType, line: Line)]
  public let units: [UnitLine]
  /// How many merged rows are in conflict.
  public let conflicts: Int

  public var isReconciled: Bool {
    revisions.isReconciled && records.allSatisfy(\.line.isReconciled) && units.allSatisfy(\.line.isReconciled)
  }

  init(_ files: [SortedFile], merged: (set: RevisionSet, view: View)) {
    self.files = files.map(\.path)
    let bundles = files.compactMap(\.bundle)
    revisions = Line(
      sent: bundles.map { $0.contents.revisions.all.map(\.revision) }, merged: merged.set.all.map(\.revision)
    ) { Amount(count: $0.count) }
    records = RecordType.allCases.map { type in
      let rows = { (view: View) in view.rows(type).map(\.name) }
      return (type, Line(sent: bundles.map { rows($0.view) }, merged: rows(merged.view)) { Amount(count: $0.count) })
    }
    conflicts = merged.view.conflicts.count
    let sent = bundles.map { Tally($0.view) }
    let out = Tally(merged.view)
    let keys = Set(sent.flatMap(\.rows.keys)).union(out.rows.keys)
    units = keys.sorted(by: Tally.Key.precedes).map { key in
      UnitLine(
        role: key.role, unit: String(String.UnicodeScalarView(key.unit)),
        line: Line(sent: sent.map { $0.rows[key] ?? [] }, merged: out.rows[key] ?? []) { key.amount($0) })
    }
  }
}

extension ControlTotals.Line {
  /// - Parameter amount: of rows, each as often as it stands there.
  fileprivate init<Row: Hashable>(
    sent: [[Row]], merged: [Row], _ amount: ([Row]) -> ControlTotals.Amount
  ) {
    let all = sent.flatMap(\.self)
    var seen: Set<Row> = []
    let (distinct, repeated) = all.reduce(into: ([Row](), [Row]())) { parts, row in
      if seen.insert(row).inserted { parts.0.append(row) } else { parts.1.append(row) }
    }
    let out = Set(merged)
    self.init(
      sent: amount(all), repeated: amount(repeated), replaced: amount(distinct.filter { !out.contains($0) }),
      joined: amount(merged.filter { !seen.contains($0) }), merged: amount(merged))
  }
}

/// The figures of a view by role and unit.
private struct Tally {
  struct Key: Hashable {
    let role: Indicator.Role
    let unit: [Unicode.Scalar]
    private let isAdded: Bool

    init(_ indicator: Indicator) {
      role = indicator.role
      unit = Array(indicator.unit.unicodeScalars)
      let measure = Measure(indicator.unit)
      // Shares, rates, ranks and years add up to nothing.
      isAdded = [.target, .actual].contains(role) && !measure.isRatio && measure.kind != .label
    }

    static func precedes(_ a: Key, _ b: Key) -> Bool {
      a.role == b.role ? a.unit.lexicographicallyPrecedes(b.unit) : utf8Order(a.role.rawValue, b.role.rawValue)
    }

    /// Growth is not added to levels, nor is a range to a number.
    func amount(_ rows: [Row]) -> ControlTotals.Amount {
      let numbers = isAdded ? rows.compactMap(\.number) : []
      let sum = numbers.reduce(ExactNumber(0)) { sum, number in
        ExactNumber(number).flatMap { sum?.minus($0.negated) }
      }
      return ControlTotals.Amount(count: rows.count, sum: isAdded ? sum?.rounded(places: 18) : nil)
    }
  }

  struct Row: Hashable {
    let name: [UInt8]
    let number: String?
  }

  private(set) var rows: [Key: [Row]] = [:]

  init(_ view: View) {
    for row in view.indicators {
      guard let indicator = row.shownIndicator else { continue }
      let isNumber = indicator.valueKind == .level && indicator.comparator != .between && row.conflicts.isEmpty
      rows[Key(indicator), default: []].append(
        Row(name: row.name, number: isNumber ? indicator.low ?? indicator.high : nil))
    }
  }
}

extension Row {
  /// Equal for rows that say the same: the revision, or where several heads give a row all of it.
  fileprivate var name: [UInt8] {
    if let head = heads.first, heads.count == 1 { return Array(head.revision.utf8) }
    return line.canonical
  }
}
