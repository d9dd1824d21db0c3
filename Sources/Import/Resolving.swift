import Plan

/// Makes the revisions that a file of resolutions asks for; all or none.
///
/// Each replaces every head of its record, so that merging with an old copy does not bring the conflict back; therefore
/// all conflicts of a record are decided together. Documents come first: what stands in conflict under one that was
/// settled is known only then.
///
/// - Parameter sender: the revisions that the sender of a name sent; `nil` where there is none of this name.
public func resolve(
  _ file: ResolutionFile, in set: inout RevisionSet, sender: (String) -> Set<String>?
) throws(ResolutionError) -> [Record] {
  var settled = set
  var made: [Record] = []
  var waiting = file.resolutions
  for isOfDocuments in [true, false] {
    let rows = View(of: settled).conflicts
    var decisions: [RowDecision] = []
    var lines: [Int] = []
    var rest: [ResolutionFile.Resolution] = []
    for resolution in waiting {
      if isOfDocuments, !rows.contains(where: { $0.type == .document && resolution.means($0) }) {
        rest.append(resolution)
        continue
      }
      let row = try resolution.row(among: rows)
      let isOfRow = { (decision: RowDecision) in decision.row.isSame(as: row) }
      let at = decisions.firstIndex(where: isOfRow) ?? decisions.count
      if at == decisions.count {
        decisions.append(RowDecision(row))
        lines.append(resolution.line)
      }
      try resolution.apply(to: &decisions[at], in: settled, sender)
    }
    for (decision, line) in zip(decisions, lines) {
      let record = try decision.resolved(file, line)
      settled.insert(record)
      made.append(record)
    }
    waiting = rest
  }
  set = settled
  return made
}

extension Row {
  fileprivate func isSame(as other: Row) -> Bool {
    type == other.type && heads.map(\.revision) == other.heads.map(\.revision)
  }
}

extension RowDecision {
  fileprivate func resolved(_ file: ResolutionFile, _ line: Int) throws(ResolutionError) -> Record {
    guard open.isEmpty else { throw .leavesOpen(open, id: row.id, line: line) }
    let record = record(Change(by: file.by, why: reasons.joined(separator: "；"), date: file.date))
    let faults = Record.read(row.type, record.line).faults
    guard faults.isEmpty else { throw .form(.breaksRules(faults, line: line)) }
    return record
  }
}

extension ResolutionFile.Resolution {
  /// Whether a row is of this id, whole or by its end.
  fileprivate func means(_ row: Row) -> Bool {
    let isNamed =
      row.id.utf8.elementsEqual(id.utf8) || row.id.utf8.suffix(id.utf8.count + 1).elementsEqual(("." + id).utf8)
    guard isNamed, let reading else { return isNamed }
    return row.line["reading"]?.string?.hasPrefix(reading) ?? false
  }

  fileprivate func row(among rows: [Row]) throws(ResolutionError) -> Row {
    let meant = rows.filter(means)
    let exact = meant.filter { $0.id.utf8.elementsEqual(id.utf8) }
    let found = exact.isEmpty ? meant : exact
    guard let row = found.first else { throw .noConflict(id: id, line: line) }
    guard found.count == 1 else { throw .fitsSeveral(id: id, rows: found.count, line: line) }
    return row
  }

  fileprivate func apply(
    to decision: inout RowDecision, in set: RevisionSet, _ sender: (String) -> Set<String>?
  ) throws(ResolutionError) {
    let row = decision.row
    // The whole record may be taken from one side whatever is in conflict.
    guard group == MemberGroup.record || row.conflicts.contains(where: { $0.group.utf8.elementsEqual(group.utf8) })
    else { throw .noGroup(group, id: row.id, open: row.conflicts.map(\.group), line: line) }
    guard !decision.isDecided(group) else { throw .decidedTwice(id: row.id, group: group, line: line) }
    if group == MemberGroup.record {
      guard fields.isEmpty else { throw .form(.wrongForm(field: "set", line: line)) }
      switch choice {
      case .kept: decision.keep(because: why)
      case .removed:
        guard row.heads.contains(where: \.isRemoved) else { throw .noSide("removed", id: row.id, line: line) }
        decision.remove(because: why)
      default: decision.take(try head(of: row, sender), because: why)
      }
      return
    }
    var value =
      switch choice {
      case nil, .base: decision.shown(group)
      case .kept, .removed: throw .form(.wrongForm(field: "take", line: line))
      default: decision.value(of: try head(of: row, sender), group)
      }
    if !fields.isEmpty { value = try setting(value, row.type) }
    decision.decide(group, value, because: why)
  }

  private func head(of row: Row, _ sender: (String) -> Set<String>?) throws(ResolutionError) -> Record {
    switch choice {
    case .head(let prefix):
      let found = row.heads.filter { $0.revision.hasPrefix(prefix) }
      guard let head = found.first, found.count == 1 else { throw .noSide(prefix, id: row.id, line: line) }
      return head
    case .sender(let name):
      guard let sent = sender(name) else { throw .noSender(name, line: line) }
      guard let head = row.head(sentAmong: sent, saying: group) else { throw .noSide(name, id: row.id, line: line) }
      return head
    case .base, .removed, .kept, nil: throw .noSide("base", id: row.id, line: line)
    }
  }

  private func setting(_ old: JSONObject, _ type: RecordType) throws(ResolutionError) -> JSONObject {
    for field in fields where MemberGroup.of(field.name, type) != group {
      throw .form(.notAField(field.name, of: group, known: MemberGroup.members(of: group, type), line: line))
    }
    let fix = FixFile.Fix(target: .id(id), fields: fields, why: why, line: line)
    do throws(FixError) { return try fix.content(from: old, type) } catch { throw .form(error) }
  }
}

extension Row {
  /// The only side that a sender's revisions are on: of several values, only one has heads among them.
  func head(sentAmong sent: Set<String>, saying group: String) -> Record? {
    guard let conflict = conflicts.first(where: { $0.group.utf8.elementsEqual(group.utf8) }) else {
      let own = heads.filter { sent.contains($0.revision) }
      return own.count == 1 ? own.first : nil
    }
    let sides = conflict.values.filter { value in value.heads.contains(where: sent.contains) }
    guard let side = sides.first, sides.count == 1 else { return nil }
    return heads.first { side.heads.contains($0.revision) && sent.contains($0.revision) }
  }
}
