import AdapterKit
import Import
import Plan
import Vocabulary

/// A document of a corpus, damaged as its number says, and imported.
struct Mutation {
  let number: Int
  let original: CorpusCase
  private let bytes: [UInt8]
  private let options: ImportSession.Options

  /// - Parameter texts: the cases' texts in UTF-8, in the order of `cases`; neither is empty.
  init(_ number: Int, of cases: [CorpusCase], texts: [[UInt8]], adapters: [String]) {
    self.number = number
    original = cases[number % cases.count]
    var damage = DocumentDamage(seed: UInt64(number), longest: 1_000)
    bytes = damage.damaged(texts[number % texts.count], splicing: texts[damage.number(below: texts.count)])
    var options = original.options
    // A damaged document often loses its city; what it then says is worth reading all the same.
    options.given.city = options.given.city ?? Cities.standard.city(code: "370200")
    // Recognition stops most of what is badly damaged; a user who names adapter, year and name gets past it.
    if damage.chance(2) {
      options.adapterID = adapters[damage.number(below: adapters.count)]
      options.given.year = options.given.year ?? 2031
      options.given.organization = options.given.organization ?? "市示例局"
      options.given.name = "damaged"
    }
    self.options = options
  }

  /// What became of it: whether it was read, and the laws that it broke.
  func run(_ adapters: [any Adapter]) -> (isRead: Bool, breaches: [Breach]) {
    let (session, again) = (imported(adapters), imported(adapters))
    var laws = LawCheck()
    laws.checkRepeat(session, again)
    return (!session.imported.isEmpty, brokenLaws(of: session, isDamaged: true) + laws.breaches)
  }

  private func imported(_ adapters: [any Adapter]) -> ImportSession {
    var session = ImportSession(adapters: adapters, options: options)
    session.run([SourceFile(displayPath: "input.txt", name: "input.txt", bytes: bytes)])
    return session
  }
}
