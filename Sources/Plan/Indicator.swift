/// One figure and what it means.
public struct Indicator: Sendable, Equatable {
  public enum Role: String, Sendable, CaseIterable { case target, actual, baseline, benchmark }
  /// `ge` and `gt` fill `low` only, `le` and `lt` `high` only, `eq` and `approx` both with the same number.
  public enum Comparator: String, Sendable, CaseIterable { case eq, approx, ge, gt, le, lt, between }
  public enum ValueKind: String, Sendable, CaseIterable { case level, change, rank }
  public enum Commitment: String, Sendable, CaseIterable { case firm, stretch }

  /// A condition that is itself a figure but not the target (投资额50亿元以上).
  public struct Qualifier: Sendable, Equatable {
    public var subject: String?
    public var comparator: Comparator
    public var low: String?
    public var high: String?
    public var unit: String

    public init(subject: String?, comparator: Comparator, low: String?, high: String?, unit: String) {
      self.subject = subject
      self.comparator = comparator
      self.low = low
      self.high = high
      self.unit = unit
    }
  }

  public var id: String
  public var item: String
  /// The revision of the document record that the same import wrote.
  public var reading: String
  public var role: Role
  /// What is counted or measured, without figures.
  public var subject: String?
  public var comparator: Comparator
  /// DecimalString strings.
  public var low: String?
  public var high: String?
  /// As written, with its scale, in ASCII forms (亿元, 批次, %).
  public var unit: String
  public var valueKind: ValueKind
  public var qualifiers: [Qualifier]
  public var commitment: Commitment
  public var period: Period?
  public var benchmarkCity: CityReference?
  /// The number with its unit and touching comparator words, as written.
  public var quote: String
  public var review: Review?
  public var spans: [Span]

  public init(
    id: String, item: String, reading: String, role: Role, subject: String?, comparator: Comparator, low: String?,
    high: String?, unit: String, valueKind: ValueKind, qualifiers: [Qualifier] = [], commitment: Commitment,
    period: Period? = nil, benchmarkCity: CityReference? = nil, quote: String, review: Review? = nil, spans: [Span]
  ) {
    self.id = id
    self.item = item
    self.reading = reading
    self.role = role
    self.subject = subject
    self.comparator = comparator
    self.low = low
    self.high = high
    self.unit = unit
    self.valueKind = valueKind
    self.qualifiers = qualifiers
    self.commitment = commitment
    self.period = period
    self.benchmarkCity = benchmarkCity
    self.quote = quote
    self.review = review
    self.spans = spans
  }
}

extension Indicator {
  public var json: JSONObject {
    var object = JSONObject()
    object.set("id", id)
    object.set("item", item)
    object.set("reading", reading)
    object.set("role", role.rawValue)
    object.set("subject", subject)
    object.set("comparator", comparator.rawValue)
    object.set("low", low)
    object.set("high", high)
    object.set("unit", unit)
    object.set("valueKind", valueKind.rawValue)
    object.set("qualifiers", qualifiers.map { .object($0.json) })
    object.set("commitment", commitment.rawValue)
    object.set("period", period?.json)
    if let benchmarkCity {
      var inner = JSONObject()
      inner.set("city", benchmarkCity.json)
      object.set("benchmark", inner)
    }
    object.set("quote", quote)
    object.set("review", review?.json)
    object.set("spans", spans.map(\.json))
    return object
  }

  init(_ field: inout FieldReader) {
    id = field.identifier()
    item = field.reference("item")
    reading = field.sha256("reading", required: true) ?? ""
    role = field.choice("role", Role.self, required: true) ?? .target
    subject = field.text("subject")
    comparator = field.choice("comparator", Comparator.self, required: true) ?? .eq
    low = field.decimal("low")
    high = field.decimal("high")
    field.bounds(comparator, low, high)
    unit = field.string("unit")
    // `base` is read by a later version of the program; it is a legal field of the format.
    _ = field.nested("base") { field in
      _ = field.decimal("low")
      _ = field.decimal("high")
      _ = field.string("unit")
    }
    valueKind = field.choice("valueKind", ValueKind.self, required: true) ?? .level
    qualifiers = field.nestedList("qualifiers") { field in
      let qualifier = Qualifier(
        subject: field.text("subject"), comparator: field.choice("comparator", Comparator.self, required: true) ?? .eq,
        low: field.decimal("low"), high: field.decimal("high"), unit: field.string("unit"))
      field.bounds(qualifier.comparator, qualifier.low, qualifier.high)
      return qualifier
    }
    commitment = field.choice("commitment", Commitment.self, required: true) ?? .firm
    period = field.period()
    benchmarkCity = field.nested("benchmark") { $0.city("city", required: true) }.flatMap { $0 }
    quote = field.string("quote")
    review = field.review()
    spans = field.spans()
    if spans.isEmpty { field.fault(.missing, "spans") }
  }
}

extension Indicator.Qualifier {
  var json: JSONObject {
    var object = JSONObject()
    object.set("subject", subject)
    object.set("comparator", comparator.rawValue)
    object.set("low", low)
    object.set("high", high)
    object.set("unit", unit)
    return object
  }
}

extension FieldReader {
  fileprivate mutating func bounds(_ comparator: Indicator.Comparator, _ low: String?, _ high: String?) {
    let holds =
      switch comparator {
      case .eq, .approx: low != nil && low == high
      case .ge, .gt: low != nil && high == nil
      case .le, .lt: low == nil && high != nil
      case .between:
        if let low = low.flatMap({ DecimalString($0) }), let high = high.flatMap({ DecimalString($0) }) {
          !(high < low)
        } else {
          false
        }
      }
    if !holds { fault(.comparator, "comparator", comparator.rawValue) }
  }
}
