import Conformance
import Plan

/// A damaged line of records, or JSON put together to be a burden.
struct JSONTrial {
  let bytes: [UInt8]

  private static let lines: [[UInt8]] = CorpusDocument.all.flatMap { document in
    document.session(document.bytes).imported.flatMap(\.assembly.records).map(\.line.canonical)
  }

  /// A line from elsewhere.
  init(bytes: [UInt8]) { self.bytes = bytes }

  init(seed: UInt64, longest: Int) {
    var damage = DocumentDamage(seed: seed, longest: longest)
    let lines = JSONTrial.lines
    let line = lines[Int(seed % UInt64(lines.count))]
    if damage.chance(4) {
      bytes = JSONTrial.burden(&damage, longest)
    } else {
      bytes = damage.damaged(line, splicing: lines[damage.number(below: lines.count)])
    }
  }

  private static func burden(_ damage: inout DocumentDamage, _ longest: Int) -> [UInt8] {
    let count = 1 + damage.number(below: longest)
    let burdens: [(Int) -> String] = [
      { String(repeating: "[", count: $0) }, { String(repeating: "{\"a\":", count: $0 / 5) },
      { "[" + String(repeating: "0,", count: $0 / 2) + "0]" }, { "1" + String(repeating: "0", count: $0) },
      { "{" + (0...$0 / 10).map { "\"k\($0)\":0" }.joined(separator: ",") + "}" },
      { "{" + (0...$0 / 10).reversed().map { "\"\($0)\":0" }.joined(separator: ",") + "}" },
      { "\"" + String(repeating: "\\ud800", count: $0 / 6) + "\"" },
      { "\"" + String(repeating: "e\u{301}", count: $0 / 3) + "\"" },
      { String(repeating: " ", count: $0) + "1" }, { "[1e\($0)]" }, { "{\"a\":0,\"a\":\($0)}" }, { "-0.\($0)" },
    ]
    return Array(burdens[damage.number(below: burdens.count)](count).utf8)
  }

  func run() -> Trial.Outcome {
    var breaches = Breaches()
    do throws(JSONError) {
      let value = try JSON.parse(bytes)
      let canonical = value.canonical
      breaches.check((try? JSON.parse(canonical)) == value, "what is written is read back")
      breaches.check((try? JSON.parse(canonical))?.canonical == canonical, "the canonical form is its own")
      if let object = value.object {
        var proved = object
        proved["revision"] = .string(Revision.of(object))
        for type in RecordType.allCases {
          checkRecord(type, object, &breaches)
          checkRecord(type, proved, &breaches)
        }
        _ = Contact.faults(in: object)
      }
      return Trial.Outcome(result: "read", breaches: breaches.found)
    } catch {
      return Trial.Outcome(result: "refused", breaches: breaches.found)
    }
  }

  /// A record read from anything is one whose revision is its own.
  private func checkRecord(_ type: RecordType, _ object: JSONObject, _ breaches: inout Breaches) {
    let (record, faults) = Record.read(type, object)
    breaches.check(record.revision == Revision.of(object), "a revision is the content's hash")
    guard faults.isEmpty else { return }
    breaches.check(record.line == object, "a sound record is written as it was read")
    _ = (record.document, record.item, record.indicator)
  }
}
