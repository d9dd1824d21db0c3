import Plan

extension Tracking {
  /// A link `fulfils` from each result that answers its target to that target, whether it reached it or not yet.
  ///
  /// One for each pair of ids; missed targets and those that could not be compared have none.
  public var links: [Record] {
    var seen: Set<String> = []
    return targets.compactMap { target in
      guard [.met, .exceeded, .partly].contains(target.verdict), let result = target.result else { return nil }
      let (from, to) = (result.indicator.id, target.figure.indicator.id)
      let id = "\(from).\(Link.Kind.fulfils.rawValue).\(to)"
      guard seen.insert(id).inserted else { return nil }
      var evidence = JSONObject()
      evidence["verdict"] = .string(target.verdict.rawValue)
      if target.ruling != nil { evidence["by"] = .string("ruling") }
      evidence["rule"] = .string(target.rule.rawValue)
      evidence["comparison"] = target.comparison.map { .string($0.text) }
      var object = JSONObject()
      object["id"] = .string(id)
      object["type"] = .string(Link.Kind.fulfils.rawValue)
      object["from"] = .string(from)
      object["to"] = .string(to)
      object["score"] = target.score.map { .string($0.text) }
      object["evidence"] = .object(evidence)
      return Record(.link, object)
    }
  }
}
