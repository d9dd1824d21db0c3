import Packaging
import Plan

/// What a merge did, for programs: `{"inputs":[…],"conflicts":[…]}`.
struct MergeReport {
  typealias Input = (path: String, bundle: OpenBundle)

  let json: JSON

  init(_ inputs: [Input], _ view: View) {
    var report = JSONObject()
    report["inputs"] = .array(inputs.map { .object(MergeReport.json($0)) })
    report["conflicts"] = .array(view.conflicts.map { .object(MergeReport.json($0)) })
    json = .object(report)
  }

  private static func json(_ input: Input) -> JSONObject {
    var object = JSONObject()
    object["path"] = .string(input.path)
    object["fingerprint"] = .string(input.bundle.fingerprint)
    object["revisions"] = .integer(input.bundle.contents.revisions.count)
    return object
  }

  private static func json(_ row: Row) -> JSONObject {
    var object = JSONObject()
    object["id"] = .string(row.id)
    object["type"] = .string(row.type.rawValue)
    object["conflicts"] = row.line["conflicts"]
    return object
  }
}
