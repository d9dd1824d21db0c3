import ChineseText
import Plan
import Vocabulary

/// Cities side by side: what each of them aims at and reached, by indicator and by theme.
///
/// Nothing is added up or averaged over cities.
public struct CityComparison: Sendable {
  /// What one city says of one indicator in one year.
  public struct YearCell: Sendable {
    public let year: Int
    /// Its targets; where several say one thing that of the city's own document first.
    public let targets: [StatedFigure]
    /// Its results, in the same way.
    public let results: [StatedFigure]
  }

  /// What one city says of one indicator.
  public struct CityCell: Sendable {
    public let city: CityReference
    /// Ascending; years in which it says nothing of it are absent.
    public let years: [YearCell]
    /// The place of its target of the compared year among the cities', from 1; absent where it has none, or where it is
    /// approximate or a range.
    public let rank: Int?
  }

  /// One indicator over all cities.
  public struct Row: Sendable {
    /// What is counted, as most of the figures name it.
    public let subject: String
    /// The unit that most of the figures have; the others turn into it.
    public let unit: String
    public let valueKind: Indicator.ValueKind
    public let qualifiers: [Indicator.Qualifier]
    public let themes: [String]
    /// One for each city, in their order; without years where the city says nothing of it.
    public let cells: [CityCell]
  }

  /// Figures that name one thing and cannot stand in one row.
  public struct Apart: Sendable {
    public let subject: String
    /// `otherValueKind`, `otherUnit` or `otherCondition`.
    public let reason: Tracking.Rule
    /// Of one row each.
    public let figures: [StatedFigure]
  }

  /// What the cities plan for one theme in the compared year.
  public struct ThemeRow: Sendable {
    /// The code; empty for what tells no theme.
    public let theme: String
    /// One for each city, in their order.
    public let cells: [ThemeCell]
  }

  /// What one city plans for one theme.
  public struct ThemeCell: Sendable {
    public let city: CityReference
    /// Its goals and tasks.
    public let goals: [Item]
    /// The targets among the figures of the theme.
    public let targets: [StatedFigure]
  }

  /// By code.
  public let cities: [CityReference]
  /// The years of targets and results, ascending.
  public let years: [Int]
  /// The year whose targets are compared; `nil` where there are none.
  public let year: Int?
  /// Those of most cities first, then by subject.
  public let rows: [Row]
  /// By subject.
  public let apart: [Apart]
  /// Those of most goals and tasks first.
  public let themes: [ThemeRow]

  /// - Parameters:
  ///   - year: the year to compare; `nil` is the last one of those for which most cities have targets, not counting a
  ///     year of only a few: a target for 2035 makes no plan of that year.
  ///   - vocabulary: the themes; those of records stand too.
  public init(_ view: View, year: Int? = nil, vocabulary: Themes = .standard) {
    let figures = StatedFigure.all(of: view).filter { figure in
      switch figure.indicator.role {
      case .target, .benchmark: figure.isCommitment
      case .actual: !figure.isUndated && !(figure.measure.kind == .percent && Claim.leadsToRatio(figure.clause.before))
      case .baseline: false
      }
    }
    var byCode: [String: CityReference] = [:]
    for document in view.documents.compactMap(\.shownDocument) { byCode[document.city.code] = document.city }
    let cities = byCode.keys.sorted(by: utf8Order).compactMap { byCode[$0] }
    let compared = year ?? Self.commonYear(figures.filter { $0.indicator.role != .actual })
    let groups = IndicatorGroups(figures)
    self.cities = cities
    self.year = compared
    years = Set(figures.compactMap(\.year)).sorted()
    rows = groups.all.map { Row($0, cities, compared) }.sorted(by: Row.precedes)
    apart = groups.apart
    themes = ThemeRow.all(of: view, figures, cities, compared, vocabulary)
  }

  private static func commonYear(_ targets: [StatedFigure]) -> Int? {
    let byYear = Dictionary(grouping: targets.filter { $0.year != nil }) { $0.year ?? 0 }
    let cities = byYear.mapValues { Set($0.map(\.document.city.code)).count }
    let most = cities.values.max()
    let shared = byYear.filter { cities[$0.key] == most }
    let fullest = shared.values.map(\.count).max() ?? 0
    return shared.filter { $0.value.count * 5 >= fullest }.keys.max()
  }
}

extension StatedFigure {
  /// The year it speaks of: that in which its time ends.
  var year: Int? { CalendarDate(period.end)?.year }
}

extension CityComparison.Row {
  fileprivate init(_ group: [StatedFigure], _ cities: [CityReference], _ year: Int?) {
    let unit = Self.commonest(group.map(\.indicator.unit))
    let byCity = Dictionary(grouping: group) { $0.document.city.code }
    let cells = cities.map { city -> (city: CityReference, years: [CityComparison.YearCell]) in
      let years = Dictionary(grouping: byCity[city.code] ?? []) { $0.year ?? 0 }
      return (
        city,
        years.keys.sorted().map { year in
          // A government's own document speaks for its city.
          let figures = years[year] ?? []
          let ordered = figures.filter(\.isOfCity) + figures.filter { !$0.isOfCity }
          return CityComparison.YearCell(
            year: year, targets: ordered.filter { $0.indicator.role != .actual },
            results: ordered.filter { $0.indicator.role == .actual })
        }
      )
    }
    let ranked = cells.map { cell in
      cell.years.first { $0.year == year }?.targets.first.flatMap(Self.point)
    }
    let wish = group.first { $0.indicator.role != .actual }.map { Wish($0) } ?? .more
    self.init(
      subject: Self.commonest(group.compactMap(\.indicator.subject)), unit: unit,
      valueKind: group.first?.indicator.valueKind ?? .level, qualifiers: group.first?.indicator.qualifiers ?? [],
      themes: Self.themes(group),
      cells: zip(cells, ranked).map { cell, point in
        CityComparison.CityCell(city: cell.city, years: cell.years, rank: Self.rank(point, among: ranked, wish))
      })
  }

  private static func commonest(_ words: [String]) -> String {
    var counts: [String: Int] = [:]
    for word in words { counts[word, default: 0] += 1 }
    let best = counts.values.max() ?? 0
    return words.first { counts[$0] == best } ?? ""
  }

  private static func themes(_ group: [StatedFigure]) -> [String] {
    var out: [String] = []
    for theme in group.flatMap(\.themes) where !out.contains(theme) { out.append(theme) }
    return out
  }

  /// The number that cities are ranked by.
  private static func point(_ figure: StatedFigure) -> ExactNumber? {
    guard figure.indicator.comparator != .approx, figure.indicator.comparator != .between,
      let bounds = Bounds(figure)
    else { return nil }
    return (bounds.low ?? bounds.high)?.value
  }

  private static func rank(_ point: ExactNumber?, among all: [ExactNumber?], _ wish: Wish) -> Int? {
    let others = all.compactMap { $0 }
    guard let point, others.count > 1 else { return nil }
    let better = others.count { other in
      guard let order = other.compared(to: point) else { return false }
      return wish == .more ? order > 0 : order < 0
    }
    return better + 1
  }

  /// How many cities have a figure.
  public var cityCount: Int { cells.count { !$0.years.isEmpty } }

  fileprivate static func precedes(_ a: Self, _ b: Self) -> Bool {
    if a.cityCount != b.cityCount { return a.cityCount > b.cityCount }
    return a.subject == b.subject ? utf8Order(a.unit, b.unit) : utf8Order(a.subject, b.subject)
  }

  /// A figure's numbers in the row's unit, as in sums: `>=0.5`; `nil` where they are too long.
  public func value(_ figure: StatedFigure) -> String? {
    Bounds(figure)?.text(in: Measure(unit))
  }
}
