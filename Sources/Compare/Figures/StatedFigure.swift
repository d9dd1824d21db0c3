import ChineseText
import Plan

/// A figure with all that tells what it is about: its item, its document, whose it is and for which time.
public struct StatedFigure: Sendable {
  /// The indicator as the view shows it.
  public let indicator: Indicator
  /// The item that says it.
  public let item: Item
  /// The nearest item at or above it with a title, for people.
  public let heading: Item
  /// The document that says it.
  public let document: Document
  /// The period it speaks of: its own, else its item's, else that of an item above, else the document's.
  public let period: Period
  /// Whose it is, for people: the body that leads or answers for it, else the document's.
  public let bodyName: String
  /// What its item is about; where that says nothing, what an item above is about.
  public let themes: [String]

  /// Whether a goal or task says it, or what stands under one: what a body commits itself to.
  let isCommitment: Bool
  /// Whether nothing says of which year it is: a bare number beside a task, which may be last year's (上年完成).
  let isUndated: Bool
  let body: Body
  /// Its own body and that of its document.
  let bodies: [[Unicode.Scalar]]
  /// Whether its document speaks for a whole city.
  let isOfCity: Bool
  let subject: SubjectKey
  let measure: Measure
  /// A level, a change or a rank: 是上年的1.9倍 is a change.
  let valueKind: Indicator.ValueKind
  /// Where it tells by how many times something changes.
  let growth: Growth?
  /// Whether it is a share of what was planned: 完成年度任务的87.5%.
  let isShareOfPlan: Bool
  let clause: FigureClause
  let sense: FigureClause.Sense
  let context: Bigrams

  /// Whether it says that there is none, which is none in every unit.
  var isNone: Bool {
    indicator.unit.isEmpty && indicator.valueKind == .level && indicator.low == "0" && indicator.high == "0"
  }

  /// Every figure of a view, in reading order; rows without a document or an item have none.
  public static func all(of view: View) -> [StatedFigure] { StatedFigures(view).all }
}

/// Reads a view into figures that each know their place.
private struct StatedFigures {
  private var documents: [String: Document] = [:]
  /// Two roots of one document can hold the same ids.
  private var items: [String: [Item]] = [:]
  private(set) var all: [StatedFigure] = []
  private var bodies: [[Unicode.Scalar]: Body] = [:]
  private var measures: [[Unicode.Scalar]: Measure] = [:]

  init(_ view: View) {
    for row in view.documents { documents[row.id] = row.shownDocument }
    for row in view.items { if let item = row.shownItem { items[item.id, default: []].append(item) } }
    var group: [Indicator] = []
    for indicator in view.indicators.compactMap(\.shownIndicator) {
      if let last = group.last, !last.item.utf8.elementsEqual(indicator.item.utf8) || last.reading != indicator.reading
      {
        add(group)
        group = []
      }
      group.append(indicator)
    }
    add(group)
  }

  private func item(_ id: String, _ reading: String) -> Item? {
    guard let candidates = items[id] else { return nil }
    return candidates.first { $0.reading == reading } ?? candidates.first
  }

  /// The item and those above it, nearest first.
  private func chain(_ item: Item) -> [Item] {
    var out = [item]
    while out.count < 64, let parent = out.last?.parent.flatMap({ self.item($0, item.reading) }) { out.append(parent) }
    return out
  }

  /// Documents that state last year's figures beside this year's targets.
  private static let plans: [Document.Kind] = [.taskLedger, .targetSheet, .workPlan]

  /// The same few bodies and units stand in a whole bundle.
  private mutating func body(_ name: String, in city: String) -> Body {
    let key = Array("\(city) \(name)".unicodeScalars)
    let body = bodies[key] ?? Body(name, in: city)
    bodies[key] = body
    return body
  }

  private mutating func measure(_ unit: String) -> Measure {
    let key = Array(unit.unicodeScalars)
    let measure = measures[key] ?? Measure(unit)
    measures[key] = measure
    return measure
  }

  private mutating func add(_ group: [Indicator]) {
    guard let first = group.first, let item = item(first.item, first.reading), let document = documents[item.document]
    else { return }
    let chain = chain(item)
    let clauses = FigureClause.all(of: item, group.map(\.quote))
    let period = chain.lazy.compactMap(\.period).first ?? document.period
    let parties = chain.lazy.map(\.parties).first { !$0.isEmpty } ?? []
    let party = parties.first { $0.role == .lead } ?? parties.first { $0.role == .responsible }
    let name = party?.name ?? document.organization
    let body = body(name, in: document.city.code)
    let own = parties.filter { $0.role == .lead || $0.role == .responsible }.map {
      self.body($0.name, in: document.city.code)
    }
    let heading = chain.first { $0.title != nil } ?? item
    let whole = self.body(document.organization, in: document.city.code)
    let context = Bigrams(of: chain.prefix(2).map(\.wording).joined(separator: "。"))
    let isBare =
      item.role == .achievement && item.period == nil && Self.plans.contains(document.kind)
      && chain.dropFirst().first.map { $0.role == .goal || $0.role == .task } ?? false
    let isCommitment = item.role != .achievement && chain.contains { $0.role == .goal || $0.role == .task }
    for (indicator, clause) in zip(group, clauses) {
      let isUndated = isBare && indicator.period == nil && BareText.bare(item.wording) == BareText.bare(indicator.quote)
      let stated = measure(indicator.unit)
      let growth = Growth(indicator, stated, clause)
      let isShare = stated.kind == .percent && Claim.leadsToRatio(clause.before)
      all.append(
        StatedFigure(
          indicator: indicator, item: item, heading: heading, document: document, period: indicator.period ?? period,
          bodyName: name, themes: chain.lazy.map(\.themes).first { !$0.isEmpty } ?? [], isCommitment: isCommitment,
          isUndated: isUndated, body: body,
          bodies: [whole.scalars] + own.map(\.scalars), isOfCity: whole.isGovernment,
          subject: isShare ? SubjectKey(ofShare: indicator.subject) : SubjectKey(indicator.subject),
          measure: growth == nil ? stated : measure("%"), valueKind: growth == nil ? indicator.valueKind : .change,
          growth: growth, isShareOfPlan: isShare, clause: clause,
          sense: clause.sense(subject: indicator.subject, valueKind: indicator.valueKind), context: context))
    }
  }
}
