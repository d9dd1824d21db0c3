import AdapterKit
import Plan

extension ImportSummary {
  /// The same facts for programs, in canonical form: `{bundle:{path, fingerprint, conflicts}, corrections:[ids],
  /// diagnostics:[…], files:[…]}`. `files` are those that were imported; why others were not stands in `diagnostics`.
  func json(_ path: String) throws(Failure) -> [UInt8] {
    var head = JSONObject()
    if let written {
      var bundle = JSONObject()
      if path != "-" { bundle["path"] = .string(path) }
      bundle["fingerprint"] = .string(written.fingerprint)
      bundle["conflicts"] = .integer(written.view?.conflicts.count ?? 0)
      head["bundle"] = .object(bundle)
    }
    if !fixed.isEmpty { head["corrections"] = .array(fixed.map { .string($0.id) }) }
    var noticed = [keeping.told(failures.map(\.notice))]
    for file in files { noticed.append(try keeping.bytes(at: file.noticed.place)) }
    for file in files { noticed.append(try keeping.bytes(at: file.toCheck.place)) }
    let imported =
      files.map { JSON.object(json(of: $0)).canonical } + exchanged.map { JSON.object($0.json).canonical }
    // The lists come last in the order of the keys.
    var beginning = Array(JSON.object(head).canonical.dropLast())
    if !head.members.isEmpty { beginning += ",".utf8 }
    return beginning + list("diagnostics", noticed.filter { !$0.isEmpty }) + ",".utf8 + list("files", imported)
      + "}".utf8
  }

  private func list(_ name: String, _ elements: [[UInt8]]) -> [UInt8] {
    Array("\"\(name)\":[".utf8) + elements.joined(separator: ",".utf8) + "]".utf8
  }

  private func json(of file: ImportedFile) -> JSONObject {
    var object = JSONObject()
    object["file"] = .string(file.path)
    object["document"] = .string(file.document)
    object["isKnown"] = .bool(file.isKnown)
    object["adapter"] = file.choice.map { .object($0.json) }
    object["mediaType"] = .string(file.mediaType)
    object["encoding"] = file.encoding.map(JSON.string)
    object["hasBOM"] = .bool(file.hasBOM)
    object["items"] = .object(counts(file.roles.map { ($0.role.rawValue, $0.count) }))
    object["indicators"] = .integer(file.figures)
    let inferred = file.inferred.fields
    if !inferred.isEmpty { object["inferred"] = .array(inferred.map(JSON.string)) }
    if !file.repairs.isEmpty {
      object["repairs"] = .object(counts(file.repairs.map { ($0.kind.rawValue, $0.count) }))
    }
    object["scalars"] = .object(counts(file.scalars.classes.map { ($0.kind.rawValue, $0.count) }))
    return object
  }

  private func counts(_ counts: [(name: String, count: Int)]) -> JSONObject {
    var object = JSONObject()
    for (name, count) in counts { object[name] = .integer(count) }
    return object
  }
}

extension Recognition {
  fileprivate var json: JSONObject {
    var object = JSONObject()
    object["id"] = .string(adapter.id)
    object["version"] = .integer(adapter.version)
    object["score"] = .integer(score)
    object["evidence"] = .array(
      evidence.filter { $0.points != 0 }.map { evidence in
        var inner = JSONObject()
        inner["points"] = .integer(evidence.points)
        inner["reason"] = .string(evidence.reason[language])
        return .object(inner)
      })
    return object
  }
}
