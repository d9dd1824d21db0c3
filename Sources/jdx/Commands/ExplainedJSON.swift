import ChineseText
import Plan

extension Explanation {
  /// Writes a number as `jdx explain --format json` prints it; a figure's own members are those of `jdx quantities`.
  func write(of text: [Unicode.Scalar], into out: inout CanonicalWriter) {
    out.object { out in
      out.member("end", range.upperBound)
      if case .figure(let quantity) = outcome { out.object("indicator") { quantity.writeMembers(into: &$0) } }
      out.member("outcome", name)
      out.member("quote", quote)
      out.list("reasons") { out in for reason in reasons { reason.write(of: text, into: &out) } }
      out.member("start", range.lowerBound)
    }
  }

  private var name: String {
    switch outcome {
    case .figure: "figure"
    case .condition: "condition"
    case .none: "none"
    }
  }
}

extension Explanation.Reason {
  fileprivate func write(of text: [Unicode.Scalar], into out: inout CanonicalWriter) {
    out.object { out in
      out.member("rule", rule.rawValue)
      if !signs.isEmpty { out.list("signs") { out in for sign in signs { sign.write(of: text, into: &out) } } }
      out.member("words", words.map { text.string($0) })
    }
  }
}

extension RoleSign {
  fileprivate func write(of text: [Unicode.Scalar], into out: inout CanonicalWriter) {
    out.object { out in
      out.member("form", form?.rawValue)
      out.member("role", role.rawValue)
      out.member("weight", weight)
      out.member("words", words.map { text.string($0) })
    }
  }
}
