import ChineseText
import Plan

/// Figures of one thing in one measure and of one kind, whoever says them.
///
/// Conservative: names count as one where they have the same characters, or nearly the same and no city uses both.
struct IndicatorGroups {
  /// In the order of their first figures.
  private(set) var all: [[StatedFigure]] = []
  /// Names that stand in several groups of different cities.
  private(set) var apart: [CityComparison.Apart] = []

  /// How alike two names have to be.
  private static let likeness = 85

  private struct Key: Hashable {
    let subject: [Unicode.Scalar]
    /// A generic name counts with what stands above it.
    let heading: [Unicode.Scalar]
    let kind: Kind
  }

  /// What has to be equal for figures to stand in one row.
  private struct Kind: Hashable {
    let valueKind: Indicator.ValueKind
    let isFall: Bool
    let dimension: [Unicode.Scalar]
    let conditions: [[Unicode.Scalar]]

    init(_ figure: StatedFigure) {
      let indicator = figure.indicator
      valueKind = indicator.valueKind
      isFall = indicator.valueKind == .change && figure.sense == .falling
      dimension = figure.measure.countedDimension
      conditions = indicator.qualifiers.map { SubjectKey($0.subject).characters + [" "] + FigureMeaning($0).key }
    }
  }

  init(_ figures: [StatedFigure]) {
    var places: [Key: Int] = [:]
    var groups: [[StatedFigure]] = []
    var kinds: [Kind] = []
    for figure in figures where !figure.subject.words.isEmpty {
      let kind = Kind(figure)
      let heading = figure.subject.isGeneric ? BareText.bare(figure.heading.title ?? figure.item.wording) : []
      let key = Key(subject: figure.subject.characters, heading: heading, kind: kind)
      if let place = places[key] {
        groups[place].append(figure)
      } else {
        places[key] = groups.count
        groups.append([figure])
        kinds.append(kind)
      }
    }
    let owners = Self.joined(groups, kinds)
    var joined: [Int: [StatedFigure]] = [:]
    for (place, owner) in owners.enumerated() { joined[owner, default: []] += groups[place] }
    let kept = joined.keys.sorted()
    all = kept.compactMap { joined[$0] }
    apart = Self.apart(all, kept.map { kinds[$0] })
  }

  /// For each group that into which it goes.
  private static func joined(_ groups: [[StatedFigure]], _ kinds: [Kind]) -> [Int] {
    var owners = Array(groups.indices)
    var cities = groups.map { Set($0.map { Array($0.document.city.code.utf8) }) }
    let byKind = Dictionary(grouping: groups.indices) { kinds[$0] }
    for places in byKind.values {
      let pairs = Self.alike(places, groups)
      for pair in pairs.sorted(by: { ($1.score, $0.a, $0.b) < ($0.score, $1.a, $1.b) }) {
        let (a, b) = (min(owners[pair.a], owners[pair.b]), max(owners[pair.a], owners[pair.b]))
        guard a != b, cities[a].isDisjoint(with: cities[b]) else { continue }
        cities[a].formUnion(cities[b])
        for place in places where owners[place] == b { owners[place] = a }
      }
    }
    return owners
  }

  /// Pairs of names that are nearly the same, found by the pairs of characters that they share.
  private static func alike(_ places: [Int], _ groups: [[StatedFigure]]) -> [(score: Int, a: Int, b: Int)] {
    var pairs: [(score: Int, a: Int, b: Int)] = []
    var byTerm: [UInt64: [Int]] = [:]
    for b in places {
      guard let subject = groups[b].first?.subject, !subject.isGeneric else { continue }
      var shared: [Int: Int] = [:]
      for term in subject.terms.terms {
        for a in byTerm[term] ?? [] { shared[a, default: 0] += 1 }
        byTerm[term, default: []].append(b)
      }
      // Fewer shared pairs than half of them never make a name that is nearly the same.
      for (a, count) in shared where count * 2 >= subject.terms.terms.count {
        guard let other = groups[a].first?.subject else { continue }
        let score = other.likeness(subject)
        if score >= likeness { pairs.append((score, a, b)) }
      }
    }
    return pairs
  }

  private static func apart(_ groups: [[StatedFigure]], _ kinds: [Kind]) -> [CityComparison.Apart] {
    let named = groups.indices.filter { groups[$0].first.map { !$0.subject.isGeneric } ?? false }
    let bySubject = Dictionary(grouping: named) { groups[$0].first?.subject.characters ?? [] }
    return bySubject.values.compactMap { places -> CityComparison.Apart? in
      let cities = Set(places.flatMap { groups[$0].map(\.document.city.code) })
      guard places.count > 1, cities.count > 1 else { return nil }
      // A city that has both of them, as most have a level and its growth, keeps them in rows of their own.
      guard places.contains(where: { Set(groups[$0].map(\.document.city.code)) != cities }) else { return nil }
      let kept = places.map { kinds[$0] }
      let reason: Tracking.Rule =
        if Set(kept.map(\.valueKind)).count > 1 {
          .otherValueKind
        } else {
          Set(kept.map(\.dimension)).count > 1 ? .otherUnit : .otherCondition
        }
      let figures = places.compactMap { groups[$0].first }
      return CityComparison.Apart(
        subject: figures.first?.indicator.subject ?? "", reason: reason, figures: figures)
    }.sorted { utf8Order($0.subject, $1.subject) }
  }
}
