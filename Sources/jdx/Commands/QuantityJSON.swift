import ChineseText
import Plan

extension Quantity {
  /// Writes one figure as `jdx quantities` prints it; what the text does not state is absent.
  func write(into out: inout CanonicalWriter) { out.object { writeMembers(into: &$0) } }

  func writeMembers(into out: inout CanonicalWriter) {
    out.member("commitment", commitment.rawValue)
    out.member("comparator", comparator.rawValue)
    out.member("end", range.upperBound)
    out.member("high", high)
    out.member("low", low)
    if !qualifiers.isEmpty {
      out.list("qualifiers") { out in for qualifier in qualifiers { qualifier.write(into: &out) } }
    }
    out.member("quote", quote)
    out.member("review", doubt)
    out.member("role", role.rawValue)
    out.member("start", range.lowerBound)
    out.member("subject", subject)
    out.member("unit", unit)
    out.member("valueKind", valueKind.rawValue)
  }
}

extension Quantity.Qualifier {
  fileprivate func write(into out: inout CanonicalWriter) {
    out.object { out in
      out.member("comparator", comparator.rawValue)
      out.member("high", high)
      out.member("low", low)
      out.member("subject", subject)
      out.member("unit", unit)
    }
  }
}
