import Conformance
import Import
import Packaging
import Plan

/// A damaged file of corrections, applied to a bundle.
struct FixTrial {
  let bytes: [UInt8]
  private let session: ImportSession

  private static let sessions = CorpusDocument.all.map { $0.session($0.bytes) }.filter { !$0.imported.isEmpty }

  init(seed: UInt64, longest: Int) {
    session = FixTrial.sessions[Int(seed % UInt64(FixTrial.sessions.count))]
    var damage = DocumentDamage(seed: seed, longest: longest)
    let sound = FixTrial.fixes(for: session, &damage)
    bytes = damage.chance(2) ? sound : damage.damaged(sound, splicing: FixTrial.anchors)
  }

  /// Corrections of some figures and items of a bundle, by id and by quote.
  private static func fixes(for session: ImportSession, _ damage: inout DocumentDamage) -> [UInt8] {
    let records = session.imported.flatMap(\.assembly.records)
    var lines = ["by: 示例单位", "date: 2031-03-01", "fixes:"]
    let (figure, item) = (
      ["{low: \"5\"}", "{subject: 示例}", "{comparator: between, low: 1, high: 9}", "{qualifiers: []}", "{unit: 个}"],
      ["{title: 示例}", "{number: 3}", "{text: \"一\\n二\"}", "{parties: [{name: 示例处, role: lead}]}", "{role: goal}"]
    )
    let wrong = ["{low: 1e400}", "{id: x}", "{unit: ~}", "{period: {start: 2031-13-01}}", "{comparator: [ge]}"]
    for _ in 0...damage.number(below: 4) {
      let record = records[damage.number(below: records.count)]
      let quote = record.indicator?.quote ?? record.item?.title ?? "示例"
      let sets = damage.chance(8) ? wrong : record.type == .indicator ? figure : item
      lines.append(damage.chance(2) || record.type == .document ? "  - id: \(record.id)" : "  - quote: \(quote)")
      lines.append("    set: \(sets[damage.number(below: sets.count)])")
      lines.append("    why: 示例")
    }
    return Array((lines.joined(separator: "\n") + "\n").utf8)
  }

  private static let anchors = Array(
    "a: &a [x, x]\nb: [*a, *a]\n? {c: d}\n: e\n--- !!str\n%TAG ! x\n- - - - - - -\n{{{{{{[[[[[\n\"\\uD800\"\n".utf8)

  func run() -> Trial.Outcome {
    var breaches = Breaches()
    var contents = session.contents
    var result = "refused"
    do throws(FixError) {
      let file = try FixFile(yaml: bytes)
      let made = try apply(
        file, to: &contents.revisions, documents: session.imported.map(\.assembly.document.id),
        text: session.contents.scalars)
      result = made.isEmpty ? "nothing new" : "applied"
      for record in made { breaches.check(record.isEdit, "a correction says who made it") }
      let kept = Set(contents.revisions.all.map(\.revision))
      breaches.check(
        session.contents.revisions.all.allSatisfy { kept.contains($0.revision) }, "a correction loses nothing")
      breaches.checkMerge(contents, session.contents)
    } catch {
      breaches.check(
        contents.revisions.count == session.contents.revisions.count, "corrections are made all or none")
    }
    return Trial.Outcome(result: result, breaches: breaches.found)
  }
}
