import AdapterKit
import ChineseText
import Plan
import Vocabulary

/// What a program read out of a document: its messages become a draft as those of any adapter do, so ids, figures and
/// accounting are not its matter.
struct DraftAnswer: Answer {
  private(set) var builder: DraftBuilder
  private var source: SourceText { builder.source }
  /// Words that name whose document it is.
  private var stated: [Range<Int>] = []
  private var hasFacts = false
  private var depths: [Int] = []
  private var own: [(range: Range<Int>, item: Int)] = []

  static let want = DocumentRequest.Want.draft
  static let types = ["facts", "item", "claim", "diagnostic"]
  private static let depthLimit = 16

  init(_ builder: DraftBuilder) { self.builder = builder }

  mutating func take(_ type: String, _ members: inout Members) throws(MessageProblem) {
    switch type {
    case "facts": try takeFacts(&members)
    case "item": try takeItem(&members)
    case "claim": try takeClaim(&members)
    default: try takeDiagnostic(&members)
    }
  }

  /// Ends the answer: what no message said and the text or the person tells.
  mutating func finish() throws(MessageProblem) {
    try checkOverlaps()
    let given = source.given
    if let organization = given.organization { builder.draft.organization = Fact(organization) }
    if builder.draft.city == nil || given.city != nil { builder.draft.city = cityRead() }
  }

  /// The city that the bureau's name begins with, wherever the name stands, else what the text tells.
  private func cityRead() -> Fact<City>? {
    if let given = source.given.city { return Fact(given) }
    let name = builder.draft.organization.map { Array($0.value.unicodeScalars) } ?? []
    let named = Cities.standard.mentions(in: name).first { $0.city.level != .province }
    return named.map { Fact($0.city) } ?? source.city(stated: stated)
  }

  // MARK: Facts

  private enum Inferred: String, CaseIterable { case city, date, organization, period, title }

  private mutating func takeFacts(_ members: inout Members) throws(MessageProblem) {
    guard !hasFacts, builder.draft.items.isEmpty else { throw .misplaced("facts") }
    hasFacts = true
    var inferred: Set<Inferred> = []
    for word in try members.texts("inferred") {
      guard let fact = Inferred(rawValue: word) else {
        throw .unknownValue("inferred", word, known: Inferred.allCases.map(\.rawValue))
      }
      inferred.insert(fact)
    }
    builder.draft.kind = try members.choice("kind", Document.Kind.self)
    switch try members.words("title") {
    case .span(let range):
      builder.title(range)
      stated.append(range)
    case .text(let words): builder.draft.title = Fact(words, inferred: true)
    case nil: break
    }
    if inferred.contains(.title) { builder.draft.title?.isInferred = true }
    if let organization = try members.words("organization") {
      if case .span(let range) = organization { stated.insert(range, at: 0) }
      builder.draft.organization = Fact(document(organization), inferred: inferred.contains(.organization))
    }
    if let words = try members.words("city") {
      let name = document(words)
      guard let city = Cities.standard.city(named: name) else { throw .unknownValue("city", name, known: []) }
      builder.draft.city = Fact(city, inferred: inferred.contains(.city))
    }
    let period = try members.period()
    builder.draft.period =
      source.given.year.map { Fact(Period(year: $0)) }
      ?? period.map { Fact($0, inferred: inferred.contains(.period)) }
    builder.draft.date = try members.day("date").map { Fact($0, inferred: inferred.contains(.date)) }
    builder.draft.number = try members.words("number").map { document($0) }
    for person in try members.objects("people", { (inner) throws(MessageProblem) in try inner.person() }) {
      builder.draft.people.append(
        Draft.Person(
          role: person.role, name: person.name.map { document($0) }, phone: person.phone.map { document($0) },
          email: person.email.map { document($0) }))
    }
    for range in try members.spans("spans") { builder.document(range) }
  }

  /// The words, which are the document's where they stand in it.
  private mutating func document(_ words: Members.Words) -> String {
    if case .span(let range) = words { builder.document(range) }
    return string(words)
  }

  private func string(_ words: Members.Words) -> String {
    switch words {
    case .span(let range): source.bareWritten(range)
    case .text(let text): text
    }
  }

  // MARK: Items

  private mutating func takeItem(_ members: inout Members) throws(MessageProblem) {
    let index = builder.draft.items.count
    let role = try members.choice("role", Item.Role.self)
    let parent = try existing("parent", &members)
    let depth = parent.map { depths[$0] + 1 } ?? 1
    guard depth <= DraftAnswer.depthLimit else { throw .tooDeep(DraftAnswer.depthLimit) }
    let (title, aim, text) = (try members.span("title"), try members.span("aim"), try members.spans("text"))
    guard title != nil || !text.isEmpty else { throw .noWords }
    let category = try members.words("category")
    let meaning = try members.choice("figures", Meaning.self)
    let number = try members.integer("number", 0...1_000_000)
    let whole = try members.span("whole")
    let period = try members.period()
    builder.item(
      try members.present(role, "role"), under: parent, number: number, title: title, aim: aim, text: text,
      whole: whole, period: period, figures: meaning?.figures)
    depths.append(depth)
    own += ([title, aim].compactMap { $0 } + text).map { ($0, index) }
    if let category {
      let label = words(category, of: index)
      let code = Categories.standard.category(for: label.unicodeScalars)?.code
      builder.update(index) { $0.category = Item.Category(code: code, label: label) }
    }
    try takeParties(&members, index)
    try takeDue(&members, index)
    var cities: [CityReference] = []
    for name in try members.texts("benchmark") {
      guard let city = Cities.standard.city(named: name) else { throw .unknownValue("benchmark", name, known: []) }
      cities.append(CityReference(code: city.code, name: city.name))
    }
    let review = try members.text("review", limit: 200)
    builder.update(index) { item in
      item.benchmarkCities = cities
      item.review = review
    }
  }

  private mutating func takeParties(_ members: inout Members, _ item: Int) throws(MessageProblem) {
    let parties = try members.objects("parties") { (inner) throws(MessageProblem) in
      let role = try inner.choice("role", Item.Party.Role.self)
      let name = try inner.words("name")
      return (role: try inner.present(role, "role"), name: try inner.present(name, "name"))
    }
    for party in parties {
      let said = Item.Party(name: words(party.name, of: item), role: party.role)
      builder.update(item) { if !$0.parties.contains(said) { $0.parties.append(said) } }
    }
  }

  /// The last day meant is read from the words unless the program says it.
  private mutating func takeDue(_ members: inout Members, _ item: Int) throws(MessageProblem) {
    let day = try members.day("dueDate")
    guard let due = try members.words("due") else {
      if day != nil { throw .missing("due") }
      return
    }
    let said = words(due, of: item)
    let scalars = Array(said.unicodeScalars)
    let year = builder.draft.period.flatMap { Int($0.value.end.prefix(4)) }
    let read = deadline(in: scalars, scalars.indices, year: year).flatMap {
      CalendarDate(year: $0.year, month: $0.month, day: $0.day)
    }
    builder.update(item) { $0.due = Item.Due(date: (day ?? read)?.description, text: said) }
  }

  /// Words that belong to an item besides what it says itself.
  private mutating func words(_ words: Members.Words, of item: Int) -> String {
    if case .span(let range) = words { builder.claim(range, for: item) }
    return string(words)
  }

  private func existing(_ key: String, _ members: inout Members) throws(MessageProblem) -> Int? {
    guard let index = try members.integer(key, 0...Int(Int32.max)) else { return nil }
    let count = builder.draft.items.count
    guard index < count else { throw .noItem(key, index, count: count) }
    return index
  }

  /// No word is said by two items, unless the same stretch is: a merged cell says it of each.
  private func checkOverlaps() throws(MessageProblem) {
    let sorted = own.sorted {
      ($0.range.lowerBound, $0.range.upperBound, $0.item) < ($1.range.lowerBound, $1.range.upperBound, $1.item)
    }
    var furthest: (range: Range<Int>, item: Int)?
    for piece in sorted {
      if let before = furthest, before.range.overlaps(piece.range),
        before.range != piece.range || before.item == piece.item
      {
        throw .overlaps(
          item: piece.item, other: before.item, piece.range.lowerBound, piece.range.upperBound)
      }
      furthest = piece
    }
  }

  // MARK: Claims and diagnostics

  private enum Owner: String, CaseIterable { case document, item, structure, boilerplate }

  private mutating func takeClaim(_ members: inout Members) throws(MessageProblem) {
    let spans = try members.spans("spans")
    guard !spans.isEmpty else { throw .missing("spans") }
    let owner = try members.choice("as", Owner.self)
    switch try members.present(owner, "as") {
    case .document: spans.forEach { builder.document($0) }
    case .item:
      let item = try existing("item", &members)
      let index = try members.present(item, "item")
      spans.forEach { builder.claim($0, for: index) }
    case .structure:
      let rule = try members.code("rule")
      spans.forEach { builder.structure($0, rule) }
    case .boilerplate:
      let rule = try members.code("rule")
      spans.forEach { builder.boilerplate($0, rule) }
    }
  }

  private mutating func takeDiagnostic(_ members: inout Members) throws(MessageProblem) {
    let code = try members.code("code")
    let severity = try members.choice("severity", Diagnostic.Severity.self)
    let span = try members.span("span")
    let words = try members.phrase()
    let hint = try members.phrase("hint")
    builder.report(
      Diagnostic(
        "external.\(code)", try members.present(severity, "severity"), at: span, zh: words.zh, en: words.en, hint: hint)
    )
  }
}

/// How the figures of an item are meant.
private enum Meaning: String, CaseIterable {
  case planned, reached, benchmark, untold, none

  var figures: DraftBuilder.Figures {
    switch self {
    case .planned: .planned
    case .reached: .reached
    case .benchmark: .benchmark
    case .untold: .untold
    case .none: .none
    }
  }
}

extension Members {
  fileprivate typealias Person = (role: Contact.Role, name: Words?, phone: Words?, email: Words?)

  fileprivate mutating func person() throws(MessageProblem) -> Person {
    let role = try choice("role", Contact.Role.self)
    let (name, phone, email) = (try words("name"), try words("phone"), try words("email"))
    _ = try present(name ?? phone ?? email, "name")
    return (try present(role, "role"), name, phone, email)
  }

  /// `year`, or `period` with its first and last day.
  fileprivate mutating func period() throws(MessageProblem) -> Period? {
    let year = try integer("year", 1...9_999).map { Period(year: $0) }
    let period = try object("period") { (inner) throws(MessageProblem) in
      let (start, end) = (try inner.day("start"), try inner.day("end"))
      let first = try inner.present(start, "start")
      let last = try inner.present(end, "end")
      guard first <= last else { throw .wrongForm("period", .date) }
      return Period(start: first.description, end: last.description)
    }
    if year != nil, period != nil { throw .unknownMember("period") }
    return period ?? year
  }

  /// `columnHeader`, `card.dayMissing`.
  fileprivate mutating func code(_ key: String) throws(MessageProblem) -> String {
    let word = try text(key, limit: 80)
    let code = try present(word, key)
    let parts = code.utf8.split(separator: UInt8(ascii: "."), omittingEmptySubsequences: false)
    let isCode = parts.allSatisfy { part in
      part.first.map { (97...122).contains($0) } ?? false
        && part.allSatisfy { (97...122).contains($0) || (65...90).contains($0) || (48...57).contains($0) }
    }
    guard isCode else { throw .wrongForm(key, .code) }
    return code
  }
}
