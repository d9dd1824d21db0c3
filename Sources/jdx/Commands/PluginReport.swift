import AdapterKit
import Conformance
import Plan
import Profiles
import Vocabulary

/// What `jdx adapters test` has to say of a plugin.
struct PluginReport {
  let plugin: PluginFolder
  let report: ConformanceReport
  /// The cases whose expectation was written anew.
  let accepted: [String]

  /// `{adapters, cases, mutations, rules, accepted, passed}`.
  var json: JSON {
    var out = JSONObject()
    out["adapters"] = .array(
      plugin.tested.map { adapter in
        var row = JSONObject()
        row["id"] = .string(adapter.id)
        row["version"] = .integer(adapter.version)
        return .object(row)
      })
    out["cases"] = .array(report.cases.map { .object($0.json) })
    out["mutations"] = .object(report.mutations.json)
    out["rules"] = .array(report.rules.map { .object($0.json(plugin.file(of: $0))) })
    out["accepted"] = .array(accepted.map(JSON.string))
    out["passed"] = .bool(report.isPassed)
    return .object(out)
  }
}

extension PluginFolder {
  /// The file of a profile whose rules were counted.
  func file(of use: RuleUse) -> String { profiles.first { $0.id == use.adapter }?.file ?? use.adapter }
}

extension CaseReport {
  /// `{name, result, fits, differences, breaches}`; a document that is refused has no fits.
  fileprivate var json: JSONObject {
    var out = JSONObject()
    out["name"] = .string(name)
    out["result"] = .string(result.rawValue)
    out["fits"] = .array(
      fits.map { fit in
        var row = JSONObject()
        row["adapter"] = .string(fit.adapter)
        row["score"] = .integer(fit.score)
        return .object(row)
      })
    out["differences"] = .array(
      differences.map { difference in
        var row = JSONObject()
        row["part"] = .string(difference.part)
        row["record"] = difference.record.map(JSON.string)
        row["field"] = difference.field.map(JSON.string)
        row["expected"] = difference.expected
        row["found"] = difference.found
        return .object(row)
      })
    out["breaches"] = .array(breaches.map { .object($0.json) })
    return out
  }
}

extension Breach {
  fileprivate var json: JSONObject {
    var out = JSONObject()
    out["law"] = .string(law.rawValue)
    out["record"] = record.map(JSON.string)
    out["message"] = .string(message[language])
    return out
  }
}

extension MutationReport {
  /// `{count, read, brokenCount, broken: [{name, number, breaches}]}`.
  fileprivate var json: JSONObject {
    var out = JSONObject()
    out["count"] = .integer(count)
    out["read"] = .integer(read)
    out["brokenCount"] = .integer(brokenCount)
    out["broken"] = .array(
      broken.map { mutation in
        var row = JSONObject()
        row["name"] = .string(mutation.name)
        row["number"] = .integer(mutation.number)
        row["breaches"] = .array(mutation.breaches.map { .object($0.json) })
        return .object(row)
      })
    return out
  }
}

extension RuleUse {
  /// `{profile, file, count, unused: [{line, column, key, text}]}`.
  fileprivate func json(_ file: String) -> JSONObject {
    var out = JSONObject()
    out["profile"] = .string(adapter)
    out["file"] = .string(file)
    out["count"] = .integer(used.count + unused.count)
    out["unused"] = .array(
      unused.map { rule in
        var row = JSONObject()
        row["line"] = .integer(rule.line)
        row["column"] = .integer(rule.column)
        row["key"] = .string(rule.key)
        row["text"] = .string(rule.text)
        return .object(row)
      })
    return out
  }
}
