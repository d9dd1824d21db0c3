import ChineseText
import Plan
import Vocabulary

/// Collects what an adapter reads; spans, figures and accounting follow from what it is told.
public struct DraftBuilder: Sendable {
  public let source: SourceText
  public var draft = Draft()

  public init(_ source: SourceText) { self.source = source }

  /// How the figures of a text are meant; `untold` where only the sentences themselves can tell.
  public enum Figures: Sendable { case planned, reached, benchmark, untold, none }

  // MARK: Items

  /// Adds an item and gives its handle.
  ///
  /// Later claims go over earlier ones, so add a parent before its children. `whole` is the stretch that the item
  /// takes with its punctuation, where that is more than title, aim and text.
  @discardableResult
  public mutating func item(
    _ role: Plan.Item.Role, under parent: Int? = nil, category: Plan.Item.Category? = nil, number: Int? = nil,
    title: Range<Int>? = nil, aim: Range<Int>? = nil, text: [Range<Int>] = [], whole: Range<Int>? = nil,
    period: Period? = nil, figures: Figures? = nil
  ) -> Int {
    let index = draft.items.count
    let (title, aim) = (title.flatMap(inside), aim.flatMap(inside))
    let text = text.compactMap(inside)
    let parts = [title, aim].compactMap { $0 } + text
    if let whole { claim(whole, .item(index)) }
    for part in parts { claim(part, .item(index)) }
    let meaning = figures ?? (role == .achievement || role == .context ? .reached : .planned)
    draft.items.append(
      Draft.Item(
        role: role, parent: parent, category: category, number: number, title: title, aim: aim, text: text,
        period: period, due: nil, parties: [], benchmarkCities: [], review: nil,
        figures: parts.flatMap { self.figures(in: $0, meaning, year: period?.year) }))
    return index
  }

  /// Adds to what an item says itself.
  public mutating func append(_ range: Range<Int>, to item: Int, figures meaning: Figures) {
    guard draft.items.indices.contains(item), let range = inside(range) else { return }
    claim(range, .item(item))
    if let last = draft.items[item].text.last, touches(last, range) {
      draft.items[item].text[draft.items[item].text.count - 1] = last.lowerBound..<range.upperBound
    } else {
      draft.items[item].text.append(range)
    }
    draft.items[item].figures += figures(in: range, meaning, year: draft.items[item].period?.year)
  }

  /// States what an item that has no aim yet is to reach.
  public mutating func setAim(_ range: Range<Int>, of item: Int, figures meaning: Figures = .planned) {
    guard draft.items.indices.contains(item), draft.items[item].aim == nil, let range = inside(range) else { return }
    claim(range, .item(item))
    draft.items[item].aim = range
    draft.items[item].figures += figures(in: range, meaning, year: draft.items[item].period?.year)
  }

  /// Gives the figures of an item that name nothing what they count: 30个 in a column beside the item's name.
  public mutating func nameFigures(of item: Int, after subject: Range<Int>) {
    guard draft.items.indices.contains(item) else { return }
    let name = source.bare(subject)
    guard !name.unicodeScalars.contains(where: \.isDigit) else { return }
    for at in draft.items[item].figures.indices where draft.items[item].figures[at].quantity.subject == nil {
      draft.items[item].figures[at].quantity.subject = name
    }
  }

  /// Whether a stretch goes on where another ends, on the same line and in the same cell.
  private func touches(_ last: Range<Int>, _ next: Range<Int>) -> Bool {
    last.upperBound <= next.lowerBound
      && source.scalars[last.upperBound..<next.lowerBound].allSatisfy { $0.isBlank && $0 != "\t" }
  }

  /// What of a stretch stands in the text; `nil` where that is nothing.
  private func inside(_ range: Range<Int>) -> Range<Int>? {
    let range = range.clamped(to: source.whole)
    return range.isEmpty ? nil : range
  }

  /// Changes fields of an item that take no text of their own; its words and its parent stay as they were told.
  public mutating func update(_ item: Int, _ change: (inout Draft.Item) -> Void) {
    guard draft.items.indices.contains(item) else { return }
    let before = draft.items[item]
    var after = before
    change(&after)
    (after.parent, after.title, after.aim, after.text) = (before.parent, before.title, before.aim, before.text)
    after.figures.removeAll { inside($0.quantity.range) != $0.quantity.range }
    draft.items[item] = after
  }

  public func role(of item: Int) -> Plan.Item.Role? {
    draft.items.indices.contains(item) ? draft.items[item].role : nil
  }

  /// 去年 counts from the day of the document, or from its year.
  ///
  /// - Parameter year: what 全年 and 年内 mean beside the figure; else the document's year.
  private func figures(in range: Range<Int>, _ meaning: Figures, year: Int?) -> [Draft.Figure] {
    guard meaning != .none else { return [] }
    let context = QuantityContext(
      defaultRole: meaning == .reached ? .actual : .target, year: year ?? draft.period?.value.year ?? source.given.year,
      spokenIn: draft.date?.value.year ?? draft.period?.value.year ?? source.given.year,
      guessesRole: meaning == .untold)
    return quantities(in: Array(source.scalars[range]), context: context).map { quantity in
      var placed = quantity
      placed.range = quantity.range.lowerBound + range.lowerBound..<quantity.range.upperBound + range.lowerBound
      let role = Indicator.Role(rawValue: quantity.role.rawValue) ?? .target
      return Draft.Figure(quantity: placed, role: meaning == .benchmark && role == .target ? .benchmark : role)
    }
  }

  // MARK: Claims

  /// Words that say something about the document itself.
  public mutating func document(_ range: Range<Int>) { claim(range, .document) }

  /// Words that belong to an item without being its title, aim or text.
  public mutating func claim(_ range: Range<Int>, for item: Int) {
    if draft.items.indices.contains(item) { claim(range, .item(item)) }
  }

  /// A heading's mark, a label, a table's header.
  public mutating func structure(_ range: Range<Int>, _ rule: String) { claim(range, .structure(rule)) }

  /// What the page or the form brings along.
  public mutating func boilerplate(_ range: Range<Int>, _ rule: String) { claim(range, .boilerplate(rule)) }

  private mutating func claim(_ range: Range<Int>, _ owner: Claim.Owner) {
    if let range = inside(range) { draft.claims.append(Claim(range: range, owner: owner)) }
  }

  /// Notes a diagnostic; blanks around its words are cut.
  public mutating func report(_ diagnostic: Diagnostic) {
    var diagnostic = diagnostic
    diagnostic.range = diagnostic.range.map { source.scalars.trimmed($0) }
    draft.diagnostics.append(diagnostic)
  }
}
