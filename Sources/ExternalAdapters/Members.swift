import ChineseText
import Plan
import Vocabulary

/// The members of an object that a program wrote, each taken once; at the end none may be left.
///
/// Spans are held against the text and come without blanks at their edges.
struct Members {
  private let object: JSONObject
  private let path: String
  private let text: [Unicode.Scalar]
  private var taken: [String] = []

  /// A span of the text, or words that do not stand in it.
  enum Words: Equatable {
    case span(Range<Int>)
    case text(String)
  }

  init(_ object: JSONObject, path: String = "", over text: [Unicode.Scalar] = []) {
    self.object = object
    self.path = path
    self.text = text
  }

  mutating func value(_ key: String) -> JSON? {
    taken.append(key)
    return object[key]
  }

  /// The value of a member that must be there.
  func present<Value>(_ value: Value?, _ key: String) throws(MessageProblem) -> Value {
    guard let value else { throw .missing(path + key) }
    return value
  }

  // MARK: Plain values

  mutating func text(_ key: String, limit: Int = 1_000) throws(MessageProblem) -> String? {
    guard let value = value(key) else { return nil }
    return try checkedText(value, path + key, limit)
  }

  private func checkedText(_ value: JSON, _ place: String, _ limit: Int) throws(MessageProblem) -> String {
    guard let text = value.string, text.unicodeScalars.count <= limit,
      text.unicodeScalars.contains(where: { !$0.properties.isWhitespace })
    else { throw .wrongForm(place, .text(limit: limit)) }
    return text
  }

  mutating func integer(_ key: String, _ range: ClosedRange<Int>) throws(MessageProblem) -> Int? {
    guard let value = value(key) else { return nil }
    guard let number = value.integer, range.contains(number) else { throw .wrongForm(path + key, .integer(range)) }
    return number
  }

  mutating func day(_ key: String) throws(MessageProblem) -> CalendarDate? {
    guard let value = value(key) else { return nil }
    guard let day = value.string.flatMap(CalendarDate.init) else { throw .wrongForm(path + key, .date) }
    return day
  }

  mutating func choice<Value: RawRepresentable & CaseIterable>(
    _ key: String, _: Value.Type
  ) throws(MessageProblem) -> Value? where Value.RawValue == String {
    guard let word = try text(key) else { return nil }
    guard let value = Value(rawValue: word) else {
      throw .unknownValue(path + key, word, known: Value.allCases.map(\.rawValue))
    }
    return value
  }

  /// `{"zh": …, "en": …}`.
  mutating func phrase(_ key: String) throws(MessageProblem) -> Localized? {
    try object(key) { (inner) throws(MessageProblem) in try inner.phrase() }
  }

  /// The members `zh` and `en`.
  mutating func phrase() throws(MessageProblem) -> Localized {
    let (zh, en) = (try text("zh"), try text("en"))
    return Localized(zh: try present(zh, "zh"), en: try present(en, "en"))
  }

  // MARK: Objects and lists

  mutating func object<Value>(
    _ key: String, _ read: (inout Members) throws(MessageProblem) -> Value
  ) throws(MessageProblem) -> Value? {
    guard let value = value(key) else { return nil }
    return try inner(value, path + key, read)
  }

  mutating func objects<Value>(
    _ key: String, _ read: (inout Members) throws(MessageProblem) -> Value
  ) throws(MessageProblem) -> [Value] {
    var out: [Value] = []
    for (index, value) in try list(key).enumerated() { out.append(try inner(value, "\(path)\(key)/\(index)", read)) }
    return out
  }

  private func inner<Value>(
    _ value: JSON, _ place: String, _ read: (inout Members) throws(MessageProblem) -> Value
  ) throws(MessageProblem) -> Value {
    guard let object = value.object else { throw .wrongForm(place, .object) }
    var members = Members(object, path: place + "/", over: text)
    let out = try read(&members)
    try members.finish()
    return out
  }

  mutating func texts(_ key: String) throws(MessageProblem) -> [String] {
    var out: [String] = []
    for (index, value) in try list(key).enumerated() {
      out.append(try checkedText(value, "\(path)\(key)/\(index)", 1_000))
    }
    return out
  }

  private mutating func list(_ key: String) throws(MessageProblem) -> [JSON] {
    guard let value = value(key) else { return [] }
    guard let array = value.array else { throw .wrongForm(path + key, .list) }
    return array
  }

  // MARK: Spans

  mutating func span(_ key: String) throws(MessageProblem) -> Range<Int>? {
    guard let value = value(key) else { return nil }
    return try checkedSpan(value, path + key, .span)
  }

  mutating func spans(_ key: String) throws(MessageProblem) -> [Range<Int>] {
    var out: [Range<Int>] = []
    for (index, value) in try list(key).enumerated() {
      out.append(try checkedSpan(value, "\(path)\(key)/\(index)", .span))
    }
    return out
  }

  mutating func words(_ key: String) throws(MessageProblem) -> Words? {
    guard let value = value(key) else { return nil }
    if value.string != nil { return .text(try checkedText(value, path + key, 1_000)) }
    return .span(try checkedSpan(value, path + key, .spanOrText))
  }

  private func checkedSpan(_ value: JSON, _ place: String, _ form: MessageProblem.Form) throws(MessageProblem)
    -> Range<Int>
  {
    let ends = (value.array ?? []).compactMap(\.integer)
    guard value.array?.count == 2, ends.count == 2, let start = ends.first, let end = ends.last else {
      throw .wrongForm(place, form)
    }
    guard start >= 0, max(start, end) <= text.count else { throw .outside(place, start, end, scalars: text.count) }
    guard start <= end else { throw .reversed(place, start, end) }
    let words = text.trimmed(start..<end)
    guard !words.isEmpty else { throw .empty(place, start, end) }
    return words
  }

  // MARK: The end

  /// Refuses members that nothing asked for.
  func finish() throws(MessageProblem) {
    if let other = object.members.first(where: { !taken.contains($0.key) }) {
      throw .unknownMember(path + String(other.key.prefix(80)))
    }
  }
}
