import AdapterKit
import Archive
import ChineseText
import Packaging
import Plan
import Vocabulary

/// The accounting of one import: what became of every scalar of the source, what was repaired, what to look at.
///
/// `{documents:[{id, source:{scalars, text?}, segments:[…], repairs:[…], warnings:[…]}]}`; offsets count Unicode scalars of
/// the source text, which the bundle holds as `source.text` where the file is no plain text.
public enum AccountingReport {
  public static func json(_ imports: [ImportedDocument], language: Language) -> JSON {
    var report = JSONObject()
    report["documents"] = .array(imports.map { .object(json($0, language: language)) })
    return .object(report)
  }

  /// One element of `documents`.
  public static func json(_ imported: ImportedDocument, language: Language) -> JSONObject {
    let reading = imported.reading
    var document = JSONObject()
    document["id"] = .string(imported.assembly.document.id)
    var source = JSONObject()
    source["scalars"] = .integer(reading.repaired.source.count)
    source["text"] = reading.text.sourceBytes.map { .string(BundleContents.textPath(SHA256Hex.of($0))) }
    document["source"] = .object(source)
    document["segments"] = .array(
      reading.segments.map { segment in
        var out = place(segment.range)
        out["class"] = .string(segment.class.rawValue)
        out["rule"] = segment.rule.map(JSON.string)
        switch segment.owner {
        case .document: out["record"] = .string(imported.assembly.document.id)
        case .item(let index): out["record"] = .string(imported.assembly.ids[index])
        default: break
        }
        return .object(out)
      })
    document["repairs"] = repairs(of: reading.text)
    document["warnings"] = warnings(imported.diagnostics, of: reading.text, language)
    return document
  }

  static func repairs(of reading: TextReading) -> JSON {
    .array(
      reading.repaired.repairs.map { repair in
        var out = place(repair.range)
        out["kind"] = .string(repair.kind.rawValue)
        out["original"] = .string(repair.original.string(0..<repair.original.count))
        out["replacement"] = .string(repair.replacement.string(0..<repair.replacement.count))
        return .object(out)
      })
  }

  static func warnings(_ diagnostics: [Diagnostic], of reading: TextReading, _ language: Language) -> JSON {
    .array(
      diagnostics.map { diagnostic in
        var out = place(reading.sourceRange(of: diagnostic))
        out["code"] = .string(diagnostic.code)
        out["severity"] = .string(diagnostic.severity.rawValue)
        out["record"] = diagnostic.record.map(JSON.string)
        out["message"] = .string(diagnostic.message[language])
        out["hint"] = diagnostic.hint.map { .string($0[language]) }
        return .object(out)
      })
  }

  static func place(_ range: Range<Int>) -> JSONObject {
    var object = JSONObject()
    object["start"] = .integer(range.lowerBound)
    object["end"] = .integer(range.upperBound)
    return object
  }
}
