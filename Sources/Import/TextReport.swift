import AdapterKit
import Archive
import Plan
import Vocabulary

/// What became of one file's text, without the records: what was repaired, what stands beside it, what to look at.
///
/// `{path, source:{scalars}, text:{scalars, sha256}, repairs:[…], boilerplate:[…], warnings:[…]}`, as in
/// ``AccountingReport``; offsets count Unicode scalars of the source text.
public struct TextReport: Sendable {
  public let json: JSONObject

  /// - Parameter path: as the user wrote it.
  public init(_ reading: TextReading, path: String, language: Language) {
    var source = JSONObject()
    source["scalars"] = .integer(reading.repaired.source.count)
    var text = JSONObject()
    text["scalars"] = .integer(reading.repaired.text.count)
    text["sha256"] = .string(SHA256Hex.of(reading.bytes))
    var report = JSONObject()
    report["path"] = .string(path)
    report["source"] = .object(source)
    report["text"] = .object(text)
    report["repairs"] = AccountingReport.repairs(of: reading)
    report["boilerplate"] = .array(
      reading.file.asides.filter { $0.kind.repair == nil }.map { aside in
        var out = AccountingReport.place(aside.range)
        out["rule"] = .string(aside.kind.rawValue)
        return .object(out)
      })
    report["warnings"] = AccountingReport.warnings(reading.diagnostics, of: reading, language)
    json = report
  }
}
