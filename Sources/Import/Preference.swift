import Plan

/// A rule by which conflicts are settled where no person looks at each.
public enum Preference: Sendable {
  /// What a sender sent holds; the name stands in the revision.
  case sender(name: String, revisions: Set<String>)
  /// What stands in the document of the latest date holds.
  case newer

  /// As it is asked for on the command line, in any language.
  var words: String {
    switch self {
    case .sender(let name, _): "--prefer \(name)"
    case .newer: "--prefer-newer"
    }
  }
}

/// Settles what preferences decide, the first one first; what none decides stays open.
///
/// A record's conflicts are settled together or not at all. A document whose readings know nothing of each other is left
/// to a person: they can be two documents.
///
/// - Parameter by: who answers for it.
/// - Returns: the revisions made; their date is the latest that the sides' documents and changes state.
public func settle(_ preferences: [Preference], in set: inout RevisionSet, by: String) -> [Record] {
  var made: [Record] = []
  // What stands in conflict under a document is known when that is settled.
  for isOfDocuments in [true, false] {
    let dates = DocumentDates(set)
    for row in View(of: set).conflicts where (row.type == .document) == isOfDocuments {
      guard row.type != .document || set.base(of: row) != nil, let date = dates.latest(of: row) else { continue }
      var decision = RowDecision(row)
      for conflict in row.conflicts {
        for preference in preferences {
          guard let head = preference.head(of: row, conflict, dates) else { continue }
          if conflict.group == MemberGroup.record {
            if head.isRemoved {
              decision.remove(because: preference.words)
            } else {
              decision.keep(because: preference.words)
            }
          } else {
            decision.decide(conflict.group, decision.value(of: head, conflict.group), because: preference.words)
          }
          break
        }
      }
      guard decision.open.isEmpty else { continue }
      let record = decision.record(Change(by: by, why: decision.reasons.joined(separator: "；"), date: date))
      guard Record.read(row.type, record.line).faults.isEmpty else { continue }
      set.insert(record)
      made.append(record)
    }
  }
  return made
}

extension Preference {
  fileprivate func head(of row: Row, _ conflict: Row.Conflict, _ dates: DocumentDates) -> Record? {
    switch self {
    case .sender(_, let sent): return row.head(sentAmong: sent, saying: conflict.group)
    case .newer:
      // A side without a date can't be older.
      var newest: (date: String, heads: [String])?
      var isTie = false
      for value in conflict.values {
        let stated = value.heads.map { revision in
          row.heads.first { $0.revision == revision }.flatMap(dates.document)
        }
        guard let date = stated.compactMap(\.self).max(), !stated.contains(nil) else { return nil }
        isTie = date == newest?.date
        if date > newest?.date ?? "" { newest = (date, value.heads) }
      }
      guard !isTie, let newest else { return nil }
      return row.heads.first { newest.heads.contains($0.revision) && dates.document($0) == newest.date }
    }
  }
}

/// The dates that documents of a set state, by revision of the document record.
private struct DocumentDates {
  private var dates: [String: String] = [:]
  private var starts: [String: String] = [:]

  init(_ set: RevisionSet) {
    for id in set.ids(.document) {
      for (revision, record) in set.revisions(.document, id) {
        dates[revision] = record.body["date"]?.string
        starts[revision] = record.body["period"]?.object?["start"]?.string
      }
    }
  }

  /// That of the document in which a head stands; a tombstone stands in none.
  func document(_ head: Record) -> String? { dates[head.reading ?? head.revision] }

  /// The latest date that the sides state, be it of a change; else the first day of the period that they speak of.
  func latest(of row: Row) -> String? {
    let stated = row.heads.flatMap { [document($0), $0.body["change"]?.object?["date"]?.string] }.compactMap(\.self)
    return stated.max() ?? row.heads.compactMap { starts[$0.reading ?? $0.revision] }.max()
  }
}
