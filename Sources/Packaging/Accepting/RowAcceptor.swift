import Glibc
import Plan

/// Tells of a line of `records/items.jsonl` or `records/indicators.jsonl`, from its bytes, that a reading of its record
/// finds no fault: that it is canonical, has the members of its type in their forms, and bears its own revision.
///
/// It knows what is common. Of a line that it does not accept nothing is said: ``Record/read(_:_:)`` judges it. Never
/// accepted are what replaces a revision, what a person made, and what was redacted.
struct RowAcceptor {
  private(set) var line: LineCursor
  /// By ``RowField``.
  private var tokens = [Token](repeating: Token(), count: RowField.allCases.count)
  private(set) var revision = Token()
  /// Bytes of the line.
  private(set) var count = 0
  /// Where the first span starts, in scalars.
  private(set) var start = 0
  private let text: TextPlaces

  /// - Parameters:
  ///   - bytes: of a file of rows.
  ///   - text: what spans count in.
  init(_ bytes: UnsafePointer<UInt8>, text: TextPlaces) {
    line = LineCursor(bytes, from: 0, to: 0)
    self.text = text
  }

  subscript(field: RowField) -> Token {
    get { tokens[field.rawValue] }
    set { tokens[field.rawValue] = newValue }
  }

  /// Whether the line from `start` to `end`, without its line feed, is an item's.
  mutating func acceptsItem(from start: Int, to end: Int) -> Bool {
    begin(start, end)
    if line.member("\"aim\":"), !take(.aim) { return false }
    if line.member("\"benchmark\":"), !takeCities() { return false }
    if line.member("\"category\":") {
      line.open()
      if line.member("\"code\":"), !take(.categoryCode) { return false }
      guard line.member("\"label\":"), take(.categoryLabel), line.close() else { return false }
    }
    guard line.member("\"document\":"), take(.document) else { return false }
    if line.member("\"due\":") {
      line.open()
      if line.member("\"date\":"), !takeDate(.dueDate) { return false }
      guard line.member("\"text\":"), take(.dueText), line.close() else { return false }
    }
    guard line.member("\"id\":"), take(.id) else { return false }
    if line.member("\"number\":") {
      guard let number = line.integer() else { return false }
      self[.number] = number.token
    }
    if line.member("\"parent\":"), !take(.parent) { return false }
    if line.member("\"parties\":"), !takeParties() { return false }
    if line.member("\"period\":"), !takePeriod() { return false }
    guard line.member("\"reading\":"), take(.reading), takeReview(), takeRevision(),
      line.member("\"role\":"), take(.role, of: RowAcceptor.itemRoles),
      line.member("\"spans\":"), takeSpans(quote: nil)
    else { return false }
    if line.member("\"text\":"), !take(.text) { return false }
    if line.member("\"themes\":"), !takeThemes() { return false }
    if line.member("\"title\":"), !take(.title) { return false }
    return (self[.text].isPresent || self[.title].isPresent) && ends(from: start)
  }

  /// Whether it is a figure's, whose quote stands at its places in the text.
  mutating func acceptsFigure(from start: Int, to end: Int) -> Bool {
    begin(start, end)
    if line.member("\"base\":") {
      line.open()
      if line.member("\"high\":"), !takeDecimal(.baseHigh) { return false }
      if line.member("\"low\":"), !takeDecimal(.baseLow) { return false }
      guard line.member("\"unit\":"), take(.baseUnit), line.close() else { return false }
    }
    if line.member("\"benchmark\":"), !takeCity() { return false }
    guard line.member("\"commitment\":"), take(.commitment, of: RowAcceptor.commitments),
      line.member("\"comparator\":"), take(.comparator, of: RowAcceptor.comparators)
    else { return false }
    if line.member("\"high\":"), !takeDecimal(.high) { return false }
    guard line.member("\"id\":"), take(.id), line.member("\"item\":"), take(.item) else { return false }
    if line.member("\"low\":"), !takeDecimal(.low) { return false }
    guard line.holds(self[.comparator], low: self[.low], high: self[.high]) else { return false }
    if line.member("\"period\":"), !takePeriod() { return false }
    if line.member("\"qualifiers\":"), !takeQualifiers() { return false }
    guard line.member("\"quote\":"), take(.quote), line.member("\"reading\":"), take(.reading), takeReview(),
      takeRevision(), line.member("\"role\":"), take(.role, of: RowAcceptor.figureRoles),
      line.member("\"spans\":"), takeSpans(quote: self[.quote])
    else { return false }
    if line.member("\"subject\":"), !take(.subject) { return false }
    return line.member("\"unit\":") && take(.unit) && line.member("\"valueKind\":")
      && take(.valueKind, of: RowAcceptor.valueKinds) && ends(from: start)
  }

  private static let itemRoles = Codes(Item.Role.self)
  private static let partyRoles = Codes(Item.Party.Role.self)
  private static let figureRoles = Codes(Indicator.Role.self)
  private static let comparators = Codes(Indicator.Comparator.self)
  private static let commitments = Codes(Indicator.Commitment.self)
  private static let valueKinds = Codes(Indicator.ValueKind.self)

  private mutating func begin(_ start: Int, _ end: Int) {
    line = LineCursor(line.bytes, from: start, to: end)
    count = end - start
    for at in tokens.indices { tokens[at] = Token() }
  }

  /// Whether nothing follows, and the revision is that of all other bytes.
  private mutating func ends(from start: Int) -> Bool {
    guard line.close(), line.isAtEnd else { return false }
    // Another member stands before it and behind it.
    let (before, behind) = (revision.start - #""revision":""#.utf8.count, revision.end + 2)
    return Revision.isOf(
      line.raw(start, before), line.raw(behind, line.end), stated: line.raw(revision.start, revision.end))
  }

  // MARK: Members of one form

  private mutating func take(_ field: RowField) -> Bool {
    guard let token = line.string() else { return false }
    self[field] = token
    return true
  }

  private mutating func take(_ field: RowField, of codes: Codes) -> Bool {
    take(field) && codes.contains(self[field], in: line)
  }

  private mutating func takeDate(_ field: RowField) -> Bool { take(field) && line.isDate(self[field]) }

  private mutating func takeDecimal(_ field: RowField) -> Bool { take(field) && line.isDecimal(self[field]) }

  private mutating func takeRevision() -> Bool {
    guard line.member("\"revision\":"), let token = line.string() else { return false }
    revision = token
    return true
  }

  private mutating func takePeriod() -> Bool {
    line.open()
    guard line.member("\"end\":"), takeDate(.periodEnd), line.member("\"start\":"), takeDate(.periodStart), line.close()
    else { return false }
    let (start, end) = (self[.periodStart], self[.periodEnd])
    return memcmp(line.bytes + start.start, line.bytes + end.start, start.count) <= 0
  }

  private mutating func takeReview() -> Bool {
    guard line.member("\"review\":") else { return true }
    line.open()
    return line.member("\"level\":\"low\"") && line.member("\"reason\":") && take(.reviewReason) && line.close()
  }

  // MARK: Cities

  private mutating func takeCity() -> Bool {
    line.open()
    guard line.member("\"city\":") else { return false }
    guard let (code, name) = RowAcceptor.city(&line) else { return false }
    (self[.benchmarkCode], self[.benchmarkName]) = (code, name)
    return line.close()
  }

  private mutating func takeCities() -> Bool {
    line.open()
    guard line.member("\"cities\":") else { return false }
    return takeList(.benchmarkCities) { RowAcceptor.city(&$0) != nil } && line.close()
  }

  private static func city(_ line: inout LineCursor) -> (code: Token, name: Token)? {
    line.open()
    guard line.member("\"code\":"), let code = line.string(), code.count == 6,
      (code.start..<code.end).allSatisfy({ line.bytes[$0] &- UInt8(ascii: "0") < 10 }),
      line.member("\"name\":"), let name = line.string(), line.close()
    else { return nil }
    return (code, name)
  }

  // MARK: Lists

  private mutating func takeList(_ field: RowField, _ element: (inout LineCursor) -> Bool) -> Bool {
    let start = line.at
    guard line.list(element) else { return false }
    self[field] = Token(start: start, end: line.at)
    return true
  }

  private mutating func takeParties() -> Bool {
    takeList(.parties) { line in
      line.open()
      guard line.member("\"name\":"), line.string() != nil, line.member("\"role\":"), let role = line.string() else {
        return false
      }
      return RowAcceptor.partyRoles.contains(role, in: line) && line.close()
    }
  }

  private mutating func takeThemes() -> Bool { takeList(.themes) { $0.string() != nil } }

  private mutating func takeQualifiers() -> Bool {
    takeList(.qualifiers) { line in
      var (low, high) = (Token(), Token())
      line.open()
      guard line.member("\"comparator\":"), let comparator = line.string(),
        RowAcceptor.comparators.contains(comparator, in: line)
      else { return false }
      if line.member("\"high\":") {
        guard let token = line.string(), line.isDecimal(token) else { return false }
        high = token
      }
      if line.member("\"low\":") {
        guard let token = line.string(), line.isDecimal(token) else { return false }
        low = token
      }
      if line.member("\"subject\":"), line.string() == nil { return false }
      return line.holds(comparator, low: low, high: high) && line.member("\"unit\":") && line.string() != nil
        && line.close()
    }
  }

  /// Takes the spans, which must lie within the text and, one after the other, hold the quote.
  private mutating func takeSpans(quote: Token?) -> Bool {
    var at = quote?.start ?? 0
    var first: Int?
    let bytes = line.bytes
    let isSound = takeList(.spans) { [text] line in
      line.open()
      guard line.member("\"end\":"), let end = line.integer()?.value, line.member("\"start\":"),
        let start = line.integer()?.value, line.close(), start < end, end <= text.count
      else { return false }
      first = first ?? start
      guard let quote else { return true }
      let count = text.matches(bytes + at, limit: quote.end - at, from: start, to: end)
      at += count
      return count > 0
    }
    guard isSound, let first else { return false }
    start = first
    guard let quote else { return true }
    return !quote.isEscaped && at == quote.end
  }
}
