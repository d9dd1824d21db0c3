import Plan

/// A plan of one invented bureau, built goal by goal.
struct SamplePlan {
  struct SampleFigure {
    var quote: String
    var comparator = Indicator.Comparator.eq
    var low: String?
    var high: String?
    var unit: String
    var subject: String?
    var role = Indicator.Role.target
    var valueKind = Indicator.ValueKind.level
    var qualifiers: [Indicator.Qualifier] = []
    var commitment = Indicator.Commitment.firm
    var period: Period?

    /// `eq` of one number.
    static func equal(_ number: String, _ unit: String, _ subject: String?, quote: String? = nil) -> SampleFigure {
      SampleFigure(quote: quote ?? number + unit, low: number, high: number, unit: unit, subject: subject)
    }
    /// `ge` of one number, 以上 behind it.
    static func atLeast(_ number: String, _ unit: String, _ subject: String?, quote: String? = nil) -> SampleFigure {
      SampleFigure(quote: quote ?? number + unit + "以上", comparator: .ge, low: number, unit: unit, subject: subject)
    }
    static func atMost(_ number: String, _ unit: String, _ subject: String?, quote: String? = nil) -> SampleFigure {
      SampleFigure(quote: quote ?? "不超过" + number + unit, comparator: .le, high: number, unit: unit, subject: subject)
    }
    static func between(_ low: String, _ high: String, _ unit: String, _ subject: String?) -> SampleFigure {
      SampleFigure(
        quote: "\(low)-\(high)\(unit)", comparator: .between, low: low, high: high, unit: unit, subject: subject)
    }
  }

  struct SampleGoal {
    var title: String?
    var text: String?
    var measures: [String] = []
    var figures: [SampleFigure] = []
    var role = Item.Role.goal
    var category: String? = "key"
    var parties: [Item.Party] = []
    var themes: [String] = []
  }

  var city = "370200"
  var organization = "市智慧渔港局"
  var year = 2023
  var kind = Document.Kind.targetSheet
  var date: String?
  var goals: [SampleGoal]
  var narration: [String] = []

  var records: [Record] {
    let id = Identity.document(
      cityCode: city, organization: organization, cutting: [], year: year, kind: kind, last: nil)
    let hash = String(repeating: "a", count: 64)
    let document = Record(
      .document,
      Document(
        id: id, kind: kind, title: "业务目标", city: CityReference(code: city, name: "样市"), organization: organization,
        period: Period(year: year), date: date,
        source: .init(path: "a.txt", sha256: hash, mediaType: "text/plain", encoding: "UTF-8", scalars: 9),
        text: .init(path: "text/a.txt", sha256: hash, scalars: 9), adapter: .init(id: "sample", version: 1)
      ).json)
    var out = [document]
    let reading = document.revision
    var place = 0
    func span(_ length: Int) -> [Span] {
      place += length + 1
      return [Span(start: place - length - 1, end: place)]
    }
    for (ordinal, text) in narration.enumerated() {
      let item = Item(
        id: "\(id).context-\(ordinal + 1)", document: id, reading: reading, role: .context, text: text,
        spans: span(text.unicodeScalars.count))
      out.append(Record(.item, item.json))
    }
    for (index, goal) in goals.enumerated() {
      let goalID = Identity.item(under: id, role: goal.role, categoryCode: goal.category, ordinal: index + 1)
      let item = Item(
        id: goalID, document: id, reading: reading, role: goal.role,
        category: goal.category.map { Item.Category(code: $0, label: $0) }, number: index + 1, title: goal.title,
        text: goal.text, period: Period(year: year), parties: goal.parties, themes: goal.themes, spans: span(20))
      out.append(Record(.item, item.json))
      for (ordinal, text) in goal.measures.enumerated() {
        let measure = Item(
          id: "\(goalID).m\(ordinal + 1)", document: id, reading: reading, parent: goalID, role: .measure, text: text,
          spans: span(text.unicodeScalars.count))
        out.append(Record(.item, measure.json))
      }
      var ordinals: [String: Int] = [:]
      for figure in goal.figures {
        let measure = goal.measures.firstIndex { $0.contains(figure.quote) }
        let owner = measure.map { "\(goalID).m\($0 + 1)" } ?? goalID
        ordinals[owner, default: 0] += 1
        let indicator = Indicator(
          id: "\(owner).i\(ordinals[owner] ?? 0)", item: owner, reading: reading, role: figure.role,
          subject: figure.subject, comparator: figure.comparator, low: figure.low, high: figure.high, unit: figure.unit,
          valueKind: figure.valueKind, qualifiers: figure.qualifiers, commitment: figure.commitment,
          period: figure.period, quote: figure.quote, spans: span(5))
        out.append(Record(.indicator, indicator.json))
      }
    }
    return out
  }

  var view: View { View(of: RevisionSet(records)) }
}

extension View {
  init(_ plans: [SamplePlan]) { self.init(of: RevisionSet(plans.flatMap(\.records))) }
}
