import Plan
import Vocabulary

extension CityComparison {
  /// `{cities, years, year, indicators, apart, themes}`; `compare.schema.json` has all of it.
  ///
  /// Of an indicator each city has `lastTarget`, `lastResult` and `target`, with the words behind each; what there is
  /// not is absent, and `gaps` names the cities without a target of the compared year.
  public var json: JSONObject {
    var object = JSONObject()
    object["cities"] = .array(cities.map { .object($0.value) })
    object["years"] = .array(years.map { .integer($0) })
    object["year"] = year.map { .integer($0) }
    object["indicators"] = .array(rows.map { .object($0.json(year)) })
    object["apart"] = .array(apart.map { .object($0.json) })
    object["themes"] = .array(themes.map { .object($0.json) })
    return object
  }
}

extension CityComparison.Row {
  /// The cities that have no target of a year.
  public func gaps(_ year: Int?) -> [CityReference] {
    cells.filter { cell in cell.years.first { $0.year == year }?.targets.isEmpty ?? true }.map(\.city)
  }

  func json(_ year: Int?) -> JSONObject {
    var object = JSONObject()
    object["subject"] = .string(subject)
    object["unit"] = .string(unit)
    object["valueKind"] = .string(valueKind.rawValue)
    if !qualifiers.isEmpty {
      object["conditions"] = .array(
        qualifiers.map { .string(($0.subject ?? "") + FigureMeaning($0).comparator.rawValue + " " + $0.bound) })
    }
    if !themes.isEmpty { object["themes"] = .array(themes.map { .string($0) }) }
    object["cities"] = .array(cells.filter { !$0.years.isEmpty }.map { .object(json($0, year)) })
    object["gaps"] = .array(gaps(year).map { .string($0.code) })
    return object
  }

  private func json(_ cell: CityComparison.CityCell, _ year: Int?) -> JSONObject {
    var object = JSONObject()
    object["city"] = .string(cell.city.code)
    object["rank"] = cell.rank.map { .integer($0) }
    let last = year.flatMap { year in cell.years.first { $0.year == year - 1 } }
    object["lastTarget"] = last?.targets.first.map { .object(json($0)) }
    object["lastResult"] = last?.results.first.map { .object(json($0)) }
    object["target"] = cell.years.first { $0.year == year }?.targets.first.map { .object(json($0)) }
    object["series"] = .array(
      cell.years.map { one in
        var inner = JSONObject()
        inner["year"] = .integer(one.year)
        if !one.targets.isEmpty { inner["targets"] = .array(one.targets.map { .object(json($0)) }) }
        if !one.results.isEmpty { inner["results"] = .array(one.results.map { .object(json($0)) }) }
        return .object(inner)
      })
    return object
  }

  private func json(_ figure: StatedFigure) -> JSONObject {
    var object = JSONObject()
    object["indicator"] = .string(figure.indicator.id)
    object["quote"] = .string(figure.indicator.quote)
    object["value"] = value(figure).map { .string($0) }
    object["body"] = .string(figure.bodyName)
    return object
  }
}

extension Indicator.Qualifier {
  /// Its numbers and unit.
  fileprivate var bound: String { [low, high == low ? nil : high].compactMap { $0 }.joined(separator: "..") + unit }
}

extension CityComparison.Apart {
  var json: JSONObject {
    var object = JSONObject()
    object["subject"] = .string(subject)
    object["reason"] = .string(reason.rawValue)
    object["indicators"] = .array(
      figures.map { figure in
        var inner = JSONObject()
        inner["indicator"] = .string(figure.indicator.id)
        inner["city"] = .string(figure.document.city.code)
        inner["quote"] = .string(figure.indicator.quote)
        return .object(inner)
      })
    return object
  }
}

extension CityComparison.ThemeRow {
  var json: JSONObject {
    var object = JSONObject()
    if !theme.isEmpty { object["theme"] = .string(theme) }
    let present = cells.filter { !$0.goals.isEmpty || !$0.targets.isEmpty }
    object["cities"] = .array(
      present.map { cell in
        var inner = JSONObject()
        inner["city"] = .string(cell.city.code)
        inner["goals"] = .array(cell.goals.map { .string($0.id) })
        inner["targets"] = .array(cell.targets.map { .string($0.indicator.id) })
        return .object(inner)
      })
    object["gaps"] = .array(cells.filter { $0.goals.isEmpty && $0.targets.isEmpty }.map { .string($0.city.code) })
    return object
  }
}

extension CityReference {
  /// `{code, name}`.
  fileprivate var value: JSONObject {
    var object = JSONObject()
    object["code"] = .string(code)
    object["name"] = .string(name)
    return object
  }
}
