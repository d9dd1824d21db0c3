import Plan

/// What one side of a conflict says that another does not.
enum ConflictWords {
  /// The members of a value that are not the same on every side: `≥12所`, `subject: 学校`; empty for a side that removed
  /// the record.
  static func differing(_ value: JSONObject, of conflict: Row.Conflict) -> String {
    if value["removed"] != nil { return "" }
    let differing = value.members.filter { member in
      !conflict.values.allSatisfy { $0.value[member.key] == member.value }
    }
    let bounds = ["comparator", "high", "low", "unit"]
    let rest = differing.filter { !bounds.contains($0.key) }.map { member in
      let words =
        switch member.value {
        case .string(let text): text
        default: String(decoding: member.value.canonical, as: UTF8.self)
        }
      return ["quote", "text", "title"].contains(member.key) ? words : "\(member.key): \(words)"
    }
    let isBound = differing.contains { bounds.contains($0.key) }
    return ((isBound ? [figure(value)] : []) + rest).joined(separator: "; ")
  }

  /// A figure as a short sign: `≥12所`, `30-50名`.
  private static func figure(_ value: JSONObject) -> String {
    let (low, high) = (value["low"]?.string, value["high"]?.string)
    let unit = value["unit"]?.string ?? ""
    let number = low ?? high ?? ""
    switch value["comparator"]?.string.flatMap(Indicator.Comparator.init) {
    case .ge: return "≥\(number)\(unit)"
    case .gt: return ">\(number)\(unit)"
    case .le: return "≤\(number)\(unit)"
    case .lt: return "<\(number)\(unit)"
    case .approx: return "≈\(number)\(unit)"
    case .between: return "\(low ?? "")-\(high ?? "")\(unit)"
    case .eq, nil: return "\(number)\(unit)"
    }
  }
}
