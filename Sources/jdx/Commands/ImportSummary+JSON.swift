import AdapterKit
import ChineseText
import Import
import Plan

extension ImportSummary {
  /// The same facts for programs: `{files:[…], diagnostics:[…], corrections:[ids], bundle:{path, fingerprint,
  /// conflicts}}`. `files` are those that were imported; why others were not stands in `diagnostics`.
  func json(_ path: String) -> JSON {
    var object = JSONObject()
    object["files"] = .array(imported.map { .object(json($1, of: $0)) } + exchanged.map { .object($0.json) })
    let noticed = failures.map(\.notice) + notices.flatMap(\.noticed) + notices.flatMap(\.toCheck)
    object["diagnostics"] = .array(noticed.map { .object($0.json) })
    if !fixed.isEmpty { object["corrections"] = .array(fixed.map { .string($0.id) }) }
    if let written {
      var bundle = JSONObject()
      if path != "-" { bundle["path"] = .string(path) }
      bundle["fingerprint"] = .string(written.fingerprint)
      bundle["conflicts"] = .integer(written.view.conflicts.count)
      object["bundle"] = .object(bundle)
    }
    return .object(object)
  }

  private func json(_ document: ImportedDocument, of file: SourceFile) -> JSONObject {
    let reading = document.reading
    var object = JSONObject()
    object["file"] = .string(file.displayPath)
    object["document"] = .string(document.assembly.document.id)
    object["isKnown"] = .bool(document.isKnown)
    object["adapter"] = reading.recognitions.first.map { .object($0.json) }
    object["mediaType"] = .string(reading.text.file.mediaType)
    object["encoding"] = reading.text.file.encoding.map(JSON.string)
    object["hasBOM"] = .bool(reading.text.file.hasBOM)
    var items = JSONObject()
    for role in Item.Role.allCases {
      let count = reading.draft.items.count { $0.role == role }
      if count > 0 { items[role.rawValue] = .integer(count) }
    }
    object["items"] = .object(items)
    object["indicators"] = .integer(reading.draft.items.reduce(0) { $0 + $1.figures.count })
    let inferred = document.assembly.document.document?.inferred ?? []
    if !inferred.isEmpty { object["inferred"] = .array(inferred.map(JSON.string)) }
    var repairs = JSONObject()
    for kind in Repair.Kind.allCases {
      let count = reading.repaired.repairs.count { $0.kind == kind }
      if count > 0 { repairs[kind.rawValue] = .integer(count) }
    }
    if !repairs.members.isEmpty { object["repairs"] = .object(repairs) }
    object["scalars"] = .object(reading.scalars)
    return object
  }
}

extension DocumentReading {
  /// How many scalars of the source each class of segment has.
  fileprivate var scalars: JSONObject {
    var object = JSONObject()
    for kind in Segment.Class.allCases {
      object[kind.rawValue] = .integer(segments.filter { $0.class == kind }.reduce(0) { $0 + $1.range.count })
    }
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
