import ChineseText
import Plan
import Vocabulary

extension CityComparison.ThemeRow {
  /// What each city plans in a year, by theme.
  static func all(
    of view: View, _ figures: [StatedFigure], _ cities: [CityReference], _ year: Int?, _ vocabulary: Themes
  ) -> [Self] {
    let outline = Outline(view)
    let reader = vocabulary.isExtended ? ThemeReader(vocabulary) : nil
    var goals: [String: [String: [Item]]] = [:]
    var targets: [String: [String: [StatedFigure]]] = [:]
    for goal in outline.goals {
      guard let document = outline.documents[goal.item.document],
        year == nil || CalendarDate((goal.item.period ?? document.period).end)?.year == year
      else { continue }
      for theme in goal.item.themes(reader) {
        goals[theme, default: [:]][document.city.code, default: []].append(goal.item)
      }
    }
    for figure in figures where figure.indicator.role != .actual && (year == nil || figure.year == year) {
      let own = reader == nil ? [] : figure.heading.themes(reader).filter { !$0.isEmpty }
      var themes = figure.themes + own.filter { !figure.themes.contains($0) }
      if themes.isEmpty { themes = [""] }
      for theme in themes { targets[theme, default: [:]][figure.document.city.code, default: []].append(figure) }
    }
    let order = Dictionary(
      vocabulary.all.enumerated().map { ($0.element.code, $0.offset) }, uniquingKeysWith: { first, _ in first })
    let rows = Set(goals.keys).union(targets.keys).map { theme in
      Self(
        theme: theme,
        cells: cities.map {
          CityComparison.ThemeCell(
            city: $0, goals: goals[theme]?[$0.code] ?? [], targets: targets[theme]?[$0.code] ?? [])
        })
    }
    // What tells no theme comes last, then themes by their goals, by the vocabulary, by code.
    let rank = { (row: Self) in
      (row.theme.isEmpty ? 1 : 0, -row.cells.reduce(0) { $0 + $1.goals.count }, order[row.theme] ?? order.count)
    }
    return rows.sorted { a, b in
      let (x, y) = (rank(a), rank(b))
      return x == y ? utf8Order(a.theme, b.theme) : x < y
    }
  }
}

extension Item {
  /// The themes of its record, then those that a vocabulary tells beside them; an empty one where there are none.
  fileprivate func themes(_ reader: ThemeReader?) -> [String] {
    let told = reader?.themes(of: Array(wording.unicodeScalars), heading: title?.unicodeScalars.count ?? 0) ?? []
    let all = themes + told.map(\.code).filter { !themes.contains($0) }
    return all.isEmpty ? [""] : all
  }
}
