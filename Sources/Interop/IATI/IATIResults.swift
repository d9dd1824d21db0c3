import Plan

/// Goals and figures as results in the manner of IATI 2.03: result, indicator, baseline, and target and actual values of
/// a period. One way only.
///
///     {"iati-activities":{"iati-activity":[{"iati-identifier","title","reporting-org","result":[…]}],"version":"2.03"}}
///
/// Names are those of the IATI activity standard, attributes beside elements; whatever may stand twice is a list.
public enum IATIResults {
  /// Canonical JSON and a line end.
  public static func written(_ view: View) -> [UInt8] {
    let outline = FigureOutline(view)
    let activities = view.documents.compactMap { row -> JSON? in
      row.document.map { .object(activity($0, outline)) }
    }
    let root = JSONObject(named: ["version": .string("2.03"), "iati-activity": .array(activities)])
    return JSONObject(named: ["iati-activities": .object(root)]).canonical + [UInt8(ascii: "\n")]
  }

  private static func activity(_ document: Document, _ outline: FigureOutline) -> JSONObject {
    let language = document.language == "und" ? nil : String(document.language.prefix { $0 != "-" })
    let results = outline.results(of: document).map { result -> JSON in
      .object(
        JSONObject(named: [
          // 9: neither output, outcome nor impact is said.
          "type": .string("9"), "title": narrative(result.item.title ?? result.item.text ?? "", language),
          "reference": reference(result.item.id),
          "indicator": .array(result.groups.map { .object(indicator($0, document, result.item, language)) }),
        ]))
    }
    return JSONObject(named: [
      "iati-identifier": .string(document.id), "title": narrative(document.title, language),
      "reporting-org": .object(
        JSONObject(named: [
          "ref": .string("CN-GBT2260-\(document.city.code)"), "narrative": words(document.organization, language),
        ])),
      "activity-date": .array([date("1", document.period.start), date("3", document.period.end)]),
      "result": results.isEmpty ? nil : .array(results),
    ])
  }

  /// The figures of one subject and unit under one item: a baseline, targets and actual values.
  private static func indicator(_ figures: [Indicator], _ document: Document, _ item: Item, _ language: String?)
    -> JSONObject
  {
    let first = figures.first
    let measure = first?.valueKind == .rank ? "4" : first?.unit == "%" ? "2" : "1"
    var periods: [(period: Period, targets: [JSON], actuals: [JSON])] = []
    for figure in figures where figure.role != .baseline {
      let period = figure.period ?? item.period ?? document.period
      let at = periods.firstIndex { $0.period == period } ?? periods.count
      if at == periods.count { periods.append((period, [], [])) }
      let value = value(figure, language)
      if figure.role == .actual { periods[at].actuals.append(value) } else { periods[at].targets.append(value) }
    }
    let name = [first?.subject ?? first?.quote, first.map { "（\($0.unit)）" }].compactMap { $0 }.joined()
    return JSONObject(named: [
      "measure": .string(measure), "title": narrative(name, language),
      "reference": reference(first?.id ?? ""),
      "baseline": list(figures.filter { $0.role == .baseline }.map { baseline($0, document, language) }),
      "period": list(
        periods.map { period in
          .object(
            JSONObject(named: [
              "period-start": .object(JSONObject(named: ["iso-date": .string(period.period.start)])),
              "period-end": .object(JSONObject(named: ["iso-date": .string(period.period.end)])),
              "target": list(period.targets), "actual": list(period.actuals),
            ]))
        }),
    ])
  }

  private static func value(_ figure: Indicator, _ language: String?) -> JSON {
    .object(
      JSONObject(named: [
        // A range has no one value; its words tell it.
        "value": figure.comparator == .between ? nil : (figure.low ?? figure.high).map(JSON.string),
        "comment": narrative(figure.quote, language),
      ]))
  }

  private static func baseline(_ figure: Indicator, _ document: Document, _ language: String?) -> JSON {
    var object = value(figure, language).object ?? JSONObject()
    // What a document starts from is the year before, where it names none.
    let year = figure.period?.year ?? document.period.year.map { $0 - 1 }
    object["year"] = year.map { .string(String($0)) }
    return .object(object)
  }

  // MARK: Pieces

  private static func words(_ text: String, _ language: String?) -> JSON {
    .array([.object(JSONObject(named: ["lang": language.map(JSON.string), "text": .string(text)]))])
  }

  private static func narrative(_ text: String, _ language: String?) -> JSON {
    .object(JSONObject(named: ["narrative": words(text, language)]))
  }

  private static func reference(_ id: String) -> JSON {
    .array([.object(JSONObject(named: ["vocabulary": .string("99"), "code": .string(id)]))])
  }

  private static func date(_ type: String, _ day: String) -> JSON {
    .object(JSONObject(named: ["type": .string(type), "iso-date": .string(day)]))
  }

  private static func list(_ values: [JSON]) -> JSON? { values.isEmpty ? nil : .array(values) }
}

/// The items that say figures, each with its figures in groups of one subject and unit.
private struct FigureOutline {
  struct Result {
    let item: Item
    let groups: [[Indicator]]
  }

  private var items: [String: [Item]] = [:]
  private var figures: [String: [Indicator]] = [:]

  init(_ view: View) {
    var seen: Set<String> = []
    for item in view.items.compactMap(\.item) where seen.insert(item.id).inserted {
      items[item.document, default: []].append(item)
    }
    for figure in view.indicators.compactMap(\.indicator) where seen.insert(figure.id).inserted {
      figures[figure.item, default: []].append(figure)
    }
  }

  func results(of document: Document) -> [Result] {
    (items[document.id] ?? []).compactMap { item in
      guard let own = figures[item.id] else { return nil }
      var groups: [[Indicator]] = []
      for figure in own {
        if let at = groups.firstIndex(where: {
          $0.first.map { $0.subject == figure.subject && $0.unit == figure.unit } ?? false
        }) {
          groups[at].append(figure)
        } else {
          groups.append([figure])
        }
      }
      return Result(item: item, groups: groups)
    }
  }
}
