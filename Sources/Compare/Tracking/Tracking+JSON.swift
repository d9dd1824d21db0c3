import Plan
import Vocabulary

extension Tracking {
  /// `{summary, targets:[{indicator, result, verdict, rule, claimed, …}], bodies}`; `track.schema.json` has all of it.
  ///
  /// `indicator` and `result` are ids, the words stand beside them as `indicatorQuote` and `resultQuote`. What there is
  /// not is absent.
  public func json(_ lights: LightRules) -> JSONObject {
    var object = JSONObject()
    object["summary"] = .object(Self.counts(verdicts))
    object["targets"] = .array(targets.map { .object($0.json(lights)) })
    object["bodies"] = .array(bodies.map { .object($0.json) })
    return object
  }

  fileprivate static func counts(_ verdicts: [Verdict: Int]) -> JSONObject {
    var object = JSONObject()
    for (verdict, count) in verdicts { object[verdict.rawValue] = .integer(count) }
    object["targets"] = .integer(verdicts.values.reduce(0, +))
    return object
  }
}

extension Tracking.Target {
  func json(_ lights: LightRules) -> JSONObject {
    var object = JSONObject()
    object["indicator"] = .string(figure.indicator.id)
    object["indicatorQuote"] = .string(figure.indicator.quote)
    object["item"] = .string(figure.item.id)
    object["subject"] = figure.indicator.subject.map { .string($0) }
    object["body"] = .string(figure.bodyName)
    object["city"] = .string(figure.document.city.code)
    object["period"] = figure.period.value
    object["commitment"] = .string(figure.indicator.commitment.rawValue)
    object["result"] = result.map { .string($0.indicator.id) }
    object["resultQuote"] = result.map { .string($0.indicator.quote) }
    object["resultItem"] = result.map { .string($0.item.id) }
    object["resultPeriod"] = result?.period.value
    object["score"] = score.map { .string($0.text) }
    object["verdict"] = .string(verdict.rawValue)
    object["rule"] = .string(rule.rawValue)
    object["comparison"] = comparison.map { .string($0.text) }
    object["completion"] = completion.map { .string($0) }
    object["progress"] = progress.map { .object($0.json) }
    object["claimed"] = claim.map { .string($0.kind.rawValue) }
    object["claimedQuote"] = claim.map { .string($0.quote) }
    if isContradicted { object["contradiction"] = .bool(true) }
    object["ruling"] = ruling.map { .object($0.json) }
    object["light"] = lights.light(self).map { light in
      var inner = JSONObject()
      inner["code"] = .string(light.code)
      inner["zh"] = .string(light.label.zh)
      inner["en"] = .string(light.label.en)
      return .object(inner)
    }
    return object
  }
}

extension Tracking.Ruling {
  /// `{by, why, computed: {verdict, rule, result}}`.
  var json: JSONObject {
    var computed = JSONObject()
    computed["verdict"] = .string(verdict.rawValue)
    computed["rule"] = .string(rule.rawValue)
    computed["result"] = result.map { .string($0.indicator.id) }
    var object = JSONObject()
    object["by"] = by.map { .string($0) }
    object["why"] = why.map { .string($0) }
    object["computed"] = .object(computed)
    return object
  }
}

extension Tracking.Progress {
  var json: JSONObject {
    var object = JSONObject()
    object["asOf"] = .string(asOf)
    object["elapsed"] = .string(elapsed)
    object["done"] = done.map { .string($0) }
    object["standing"] = standing.map { .string($0.rawValue) }
    return object
  }
}

extension Tracking.BodyCount {
  var json: JSONObject {
    var object = Tracking.counts(verdicts)
    object["body"] = .string(name)
    object["city"] = .string(city.code)
    return object
  }
}

extension Period {
  /// `{start, end}`.
  var value: JSON {
    var object = JSONObject()
    object["start"] = .string(start)
    object["end"] = .string(end)
    return .object(object)
  }
}
