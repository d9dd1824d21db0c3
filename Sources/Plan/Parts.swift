/// Half-open stretch of a text, in Unicode scalars.
public struct Span: Sendable, Hashable {
  public var start: Int
  public var end: Int

  public init(start: Int, end: Int) {
    self.start = start
    self.end = end
  }

  public init(_ range: Range<Int>) { self.init(start: range.lowerBound, end: range.upperBound) }
}

/// First and last day, both inclusive, as ISO dates.
public struct Period: Sendable, Hashable {
  public var start: String
  public var end: String

  public init(start: String, end: String) {
    self.start = start
    self.end = end
  }

  /// The calendar year.
  public init(year: Int) {
    let digits = String(year)
    let padded = String(repeating: "0", count: max(0, 4 - digits.utf8.count)) + digits
    self.init(start: "\(padded)-01-01", end: "\(padded)-12-31")
  }

  /// The year it starts in.
  public var year: Int? { CalendarDate(start)?.year }
}

/// An administrative division: its GB/T 2260 code and full name.
public struct CityReference: Sendable, Hashable {
  public var code: String
  public var name: String

  public init(code: String, name: String) {
    self.code = code
    self.name = name
  }
}

/// A request that a person look at a record.
public struct Review: Sendable, Hashable {
  public var reason: String
  public init(reason: String) { self.reason = reason }
}

/// Who changed a record, why and when; only on revisions that a person made.
public struct Change: Sendable, Hashable {
  public var by: String
  public var why: String
  public var date: String

  public init(by: String, why: String, date: String) {
    self.by = by
    self.why = why
    self.date = date
  }

  public var json: JSONObject {
    var object = JSONObject()
    object.set("by", by)
    object.set("why", why)
    object.set("date", date)
    return object
  }
}

extension Span {
  var json: JSON {
    var object = JSONObject()
    object.set("start", start)
    object.set("end", end)
    return .object(object)
  }
}

extension Period {
  var json: JSONObject {
    var object = JSONObject()
    object.set("start", start)
    object.set("end", end)
    return object
  }
}

extension CityReference {
  public var json: JSONObject {
    var object = JSONObject()
    object.set("code", code)
    object.set("name", name)
    return object
  }
}

extension Review {
  var json: JSONObject {
    var object = JSONObject()
    object.set("level", "low")
    object.set("reason", reason)
    return object
  }
}

extension FieldReader {
  mutating func spans() -> [Span] {
    nestedList("spans") { $0.span() }
  }

  mutating func span() -> Span {
    let span = Span(start: integer("start", required: true) ?? 0, end: integer("end", required: true) ?? 0)
    if span.start < 0 || span.end <= span.start { fault(.range, "end", "\(span.start)..<\(span.end)") }
    return span
  }

  mutating func period(required: Bool = false) -> Period? {
    nested("period", required: required) { field in
      let period = Period(
        start: field.date("start", required: true) ?? "", end: field.date("end", required: true) ?? "")
      if let start = CalendarDate(period.start), let end = CalendarDate(period.end), end < start {
        field.fault(.range, "end", period.end)
      }
      return period
    }
  }

  mutating func city(_ key: String, required: Bool = false) -> CityReference? {
    nested(key, required: required) { field in field.cityReference() }
  }

  mutating func cityReference() -> CityReference {
    let code = checked("code", .identifier, required: true) { code in
      code.utf8.count == 6 && code.utf8.allSatisfy { (48...57).contains($0) }
    }
    return CityReference(code: code ?? "", name: string("name"))
  }

  mutating func review() -> Review? {
    nested("review") { field in
      _ = field.checked("level", .vocabulary, required: true) { $0 == "low" }
      return Review(reason: field.string("reason"))
    }
  }

  mutating func change() -> Change? {
    nested("change") { field in
      Change(by: field.string("by"), why: field.string("why"), date: field.date("date", required: true) ?? "")
    }
  }
}
