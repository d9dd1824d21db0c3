import Compare
import Conformance
import Import
import Packaging
import Plan
import Report
import Vocabulary

/// A damaged document of the corpora, through everything that is done with documents.
struct DocumentTrial {
  let document: CorpusDocument
  let bytes: [UInt8]
  private var options: ImportSession.Options

  init(seed: UInt64, longest: Int) {
    document = CorpusDocument[seed]
    var damage = DocumentDamage(seed: seed, longest: longest)
    bytes = damage.damaged(document.bytes, splicing: CorpusDocument[damage.random.next()].bytes)
    options = document.options
    // Recognition stops most of what is badly damaged; a user who names adapter, year and name gets past it.
    if damage.chance(2) {
      let adapters = CorpusDocument.adapters.map(\.id)
      let own = adapters.first { $0.hasPrefix(document.plugin.lowercased() + ".") }
      options.adapterID = damage.chance(5) ? adapters[damage.number(below: adapters.count)] : own
      options.given.year = options.given.year ?? 2031
      options.given.organization = options.given.organization ?? "市示例局"
      options.given.name = "damaged"
    }
  }

  func run() -> Trial.Outcome {
    var breaches = Breaches()
    let session = document.session(bytes, options)
    let again = document.session(bytes, options)
    guard case .imported = session.outcomes.first?.outcome else {
      breaches.check(refusal(session) == refusal(again), "the same bytes are refused for the same reason")
      breaches.check(session.contents.revisions.count == 0, "what is refused leaves nothing behind")
      let reason = refusal(session).prefix { $0.isLetter }
      return Trial.Outcome(result: "refused: \(reason)", breaches: breaches.found)
    }
    breaches.checkDocument(session)
    let packed = breaches.checkBundle(session.contents)
    breaches.check(breaches.packed(again.contents) == packed, "the same bytes give the same bundle")
    let onto = document.session(bytes, options, onto: session.contents)
    breaches.check(breaches.packed(onto.contents) == packed, "importing again onto the bundle changes nothing")
    compareWithOriginal(session, &breaches)
    return Trial.Outcome(result: "imported", breaches: breaches.found)
  }

  private func refusal(_ session: ImportSession) -> String {
    if case .failed(let error) = session.outcomes.first?.outcome { String(describing: error) } else { "none" }
  }

  /// The undamaged document beside the damaged one: merged, imported onto, and compared.
  private func compareWithOriginal(_ session: ImportSession, _ breaches: inout Breaches) {
    let original = document.session(document.bytes, options)
    breaches.checkMerge(original.contents, session.contents)
    let onto = document.session(bytes, options, onto: original.contents)
    breaches.checkDocument(onto)
    breaches.checkBundle(onto.contents)
    let (old, new) = (View(of: original.contents.revisions), View(of: session.contents.revisions))
    breaches.check(Diff(old: new, new: new).isEmpty, "a bundle does not differ from itself")
    let diff = Diff(old: old, new: new)
    breaches.check(
      diff.summary.goals.to == Diff(old: new, new: old).summary.goals.from, "a comparison can be turned round")
    for language in [Language.zhHans, .en] {
      breaches.check(!TextReport.tree(new, language: language).isEmpty, "a bundle can be shown")
      breaches.check(!TextReport.table(new, language: language, width: 80).isEmpty, "a bundle has a table")
    }
  }
}
