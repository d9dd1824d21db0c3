import Compare
import Plan

/// What stands unchanged since the year before, and what is no longer there.
enum YearOnYear {
  static func findings(old: View, new: View) -> [Finding] {
    guard !old.documents.isEmpty, !new.documents.isEmpty else { return [] }
    return Diff(old: old, new: new).changes.flatMap { change -> [Finding] in
      switch change.kind {
      case .unchanged:
        guard let from = change.from.first, let to = change.to.first else { return [] }
        var finding = Finding(.copied, record: to.id, quote: to.words)
        finding.earlier = (from.id, from.words)
        return [finding]
      case .dropped:
        return change.from.map { goal in
          var finding = Finding(.goalGone)
          finding.earlier = (goal.id, goal.words)
          return finding
        }
      case .added: return []
      default:
        return change.figures.filter { $0.kind == .dropped }.compactMap { figure in
          guard let from = figure.from?.indicator, let to = change.to.first else { return nil }
          var finding = Finding(.figureGone, record: to.id, quote: to.words)
          finding.earlier = (from.id, [from.subject, from.quote].compactMap(\.self).joined(separator: " "))
          return finding
        }
      }
    }
  }
}

extension Goal {
  /// Its title, or what it begins with.
  fileprivate var words: String { item.title ?? item.text ?? item.aim ?? "" }
}
