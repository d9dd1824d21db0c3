import AdapterKit
import ChineseText
import Import
import Plan

/// What an import gave, as a person reviews it: all fields, no hashes, places in short.
public struct CorpusOutcome: Sendable {
  public let json: JSONObject
  /// As `expected.json` holds it.
  public var text: String { CorpusOutcome.pretty(.object(json), indent: "") + "\n" }

  public init(_ session: ImportSession) {
    var out = JSONObject()
    switch session.outcomes.first?.outcome {
    case .imported(let document): out = CorpusOutcome.read(document, session)
    case .failed(let error): out["error"] = .string(CorpusOutcome.name(of: error))
    case .collides, nil: out["error"] = .string("nothing imported")
    }
    json = out
  }

  private static func name(of error: ImportError) -> String {
    switch error {
    case .notRecognised: "notRecognised"
    case .ambiguous: "ambiguous"
    case .missing(let missing): "missing: \(missing.rawValue)"
    case .nothingRead: "nothingRead"
    case .marked(let marks):
      "marked: " + marks.map { "\($0.place.line):\($0.place.column) \($0.text)" }.joined(separator: ", ")
    default: String(describing: error)
    }
  }

  // MARK: Records

  private static func read(_ imported: ImportedDocument, _ session: ImportSession) -> JSONObject {
    var out = JSONObject()
    let view = View(of: session.contents.revisions)
    for (type, rows) in [("documents", view.documents), ("indicators", view.indicators), ("items", view.items)] {
      out[type] = .array(rows.flatMap(\.heads).map { .object(legible($0.body)) })
    }
    out["contacts"] = .array(
      imported.assembly.contacts.map { .object($0.json.without(["document"])) })
    out["diagnostics"] = .array(
      imported.diagnostics.map { diagnostic in
        var row = JSONObject()
        row["code"] = .string(diagnostic.code)
        row["severity"] = .string(diagnostic.severity.rawValue)
        row["message"] = .string(diagnostic.message[.zhHans])
        row["at"] = diagnostic.range.map { .string("\($0.lowerBound)..<\($0.upperBound)") }
        return .object(row)
      })
    out["repairs"] = .array(
      imported.reading.repaired.repairs.map { repair in
        var row = JSONObject()
        row["kind"] = .string(repair.kind.rawValue)
        row["at"] = .string("\(repair.range.lowerBound)..<\(repair.range.upperBound)")
        row["original"] = .string(repair.original.string(0..<repair.original.count))
        return .object(row)
      })
    out["segments"] = .object(totals(imported.reading.segments))
    return out
  }

  /// How many scalars of the source each class and rule has.
  private static func totals(_ segments: [Segment]) -> JSONObject {
    var sums: [String: Int] = [:]
    for segment in segments {
      sums[segment.class.rawValue + (segment.rule.map { ".\($0)" } ?? ""), default: 0] += segment.range.count
    }
    var out = JSONObject()
    for (name, sum) in sums { out[name] = .integer(sum) }
    return out
  }

  private static func legible(_ body: JSONObject) -> JSONObject {
    var body = body.without(["revision", "reading"])
    for key in ["source", "text"] where body[key]?.object != nil {
      body[key] = body[key]?.object.map { .object($0.without(["sha256", "path"])) }
    }
    if let spans = body["spans"]?.array {
      let places = spans.map { span in
        "\(span.object?["start"]?.integer ?? -1)..<\(span.object?["end"]?.integer ?? -1)"
      }
      body["spans"] = .array(places.map(JSON.string))
    }
    return body
  }

  // MARK: Printing

  /// Keys in order, what fits on a line on one line.
  private static func pretty(_ json: JSON, indent: String) -> String {
    let line = String(decoding: json.canonical, as: UTF8.self)
    let inner = indent + "  "
    switch json {
    case .object(let object) where line.unicodeScalars.count > 72:
      let members = object.members.map { member in
        "\(inner)\(String(decoding: JSON.string(member.key).canonical, as: UTF8.self)): \(pretty(member.value, indent: inner))"
      }
      return "{\n" + members.joined(separator: ",\n") + "\n\(indent)}"
    case .array(let values) where line.unicodeScalars.count > 72:
      return "[\n" + values.map { inner + pretty($0, indent: inner) }.joined(separator: ",\n") + "\n\(indent)]"
    default: return line
    }
  }
}
