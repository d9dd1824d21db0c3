/// One thing that a document says, in a tree: a goal, a task, a measure, a piece of narration.
public struct Item: Sendable, Equatable {
  public enum Role: String, Sendable, CaseIterable {
    case goal, task, measure, achievement, guideline, requirement, section, context
  }

  public struct Category: Sendable, Equatable {
    /// From the vocabulary; absent where it knows none.
    public var code: String?
    /// As printed.
    public var label: String

    public init(code: String?, label: String) {
      self.code = code
      self.label = label
    }
  }

  public struct Due: Sendable, Equatable {
    /// The last day meant.
    public var date: String?
    public var text: String

    public init(date: String? = nil, text: String) {
      self.date = date
      self.text = text
    }
  }

  public struct Party: Sendable, Equatable {
    public enum Role: String, Sendable, CaseIterable { case lead, responsible, cooperating, supervising }
    public var name: String
    public var role: Role

    public init(name: String, role: Role) {
      self.name = name
      self.role = role
    }
  }

  public var id: String
  public var document: String
  /// The revision of the document record that the same import wrote; spans count in its text.
  public var reading: String
  public var parent: String?
  public var role: Role
  public var category: Category?
  /// What is printed before it, as an integer.
  public var number: Int?
  public var title: String?
  public var aim: String?
  public var text: String?
  public var period: Period?
  public var due: Due?
  public var parties: [Party]
  public var themes: [String]
  public var benchmarkCities: [CityReference]
  public var review: Review?
  public var spans: [Span]

  public init(
    id: String, document: String, reading: String, parent: String? = nil, role: Role, category: Category? = nil,
    number: Int? = nil, title: String? = nil, aim: String? = nil, text: String? = nil, period: Period? = nil,
    due: Due? = nil, parties: [Party] = [], themes: [String] = [], benchmarkCities: [CityReference] = [],
    review: Review? = nil, spans: [Span] = []
  ) {
    self.id = id
    self.document = document
    self.reading = reading
    self.parent = parent
    self.role = role
    self.category = category
    self.number = number
    self.title = title
    self.aim = aim
    self.text = text
    self.period = period
    self.due = due
    self.parties = parties
    self.themes = themes
    self.benchmarkCities = benchmarkCities
    self.review = review
    self.spans = spans
  }
}

extension Item {
  public var json: JSONObject {
    var object = JSONObject()
    object.set("id", id)
    object.set("document", document)
    object.set("reading", reading)
    object.set("parent", parent)
    object.set("role", role.rawValue)
    if let category {
      var inner = JSONObject()
      inner.set("code", category.code)
      inner.set("label", category.label)
      object.set("category", inner)
    }
    object.set("number", number)
    object.set("title", title)
    object.set("aim", aim)
    object.set("text", text)
    object.set("period", period?.json)
    if let due {
      var inner = JSONObject()
      inner.set("date", due.date)
      inner.set("text", due.text)
      object.set("due", inner)
    }
    object.set(
      "parties",
      parties.map { party in
        var inner = JSONObject()
        inner.set("name", party.name)
        inner.set("role", party.role.rawValue)
        return .object(inner)
      })
    object.set("themes", themes)
    if !benchmarkCities.isEmpty {
      var inner = JSONObject()
      inner.set("cities", benchmarkCities.map { .object($0.json) })
      object.set("benchmark", inner)
    }
    object.set("review", review?.json)
    object.set("spans", spans.map(\.json))
    return object
  }

  init(_ field: inout FieldReader) {
    id = field.identifier()
    document = field.reference("document")
    reading = field.sha256("reading", required: true) ?? ""
    parent = field.checked("parent", .identifier, Identity.isWellFormed)
    role = field.choice("role", Role.self, required: true) ?? .context
    category = field.nested("category") { Category(code: $0.text("code"), label: $0.string("label")) }
    number = field.integer("number")
    title = field.text("title")
    aim = field.text("aim")
    text = field.text("text")
    period = field.period()
    due = field.nested("due") { Due(date: $0.date("date"), text: $0.string("text")) }
    parties = field.nestedList("parties") { field in
      Party(name: field.string("name"), role: field.choice("role", Party.Role.self, required: true) ?? .responsible)
    }
    themes = field.strings("themes")
    benchmarkCities = field.nested("benchmark") { $0.nestedList("cities") { $0.cityReference() } } ?? []
    review = field.review()
    spans = field.spans()
    if title == nil, text == nil { field.fault(.missing, "text") }
    if spans.isEmpty { field.fault(.missing, "spans") }
  }
}
