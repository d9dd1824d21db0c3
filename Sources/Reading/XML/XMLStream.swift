import CXML

/// The elements and the text of an XML document, one after the other.
///
/// Entities beyond XML's own five are not expanded, no external file is read, nothing is fetched. Memory stays bounded by
/// the longest text between two tags.
struct XMLStream: ~Copyable {
  enum Event {
    /// An element begins; ``name`` and ``attribute(_:)`` are its own until the next event. One without content is
    /// followed by its end all the same.
    case start
    /// The element named `name` ends.
    case end
    /// Text; white space alone only where `xml:space` keeps it.
    case text(String)
  }

  /// The element's name without its prefix.
  private(set) var name = ""
  /// How many elements are open, the one of this event included.
  private(set) var depth = 0

  private let source: XMLTokens
  /// The token that comes next.
  private var index = 0
  /// The tag of this event.
  private var tag: Int?
  private var isEnding = false
  /// The depths of the elements that say whether white space counts, and what they say.
  private var spaces: [(depth: Int, keeps: Bool)] = []
  private let kind: FileKind
  private let part: String
  private let limits: ReadingLimits

  /// - Parameters:
  ///   - kind: of the file, for errors.
  ///   - part: what of the file it is, for errors.
  init(_ content: [UInt8], kind: FileKind, part: String, limits: ReadingLimits) throws(ReadingError) {
    source = XMLTokens(content, limits: limits)
    self.kind = kind
    self.part = part
    self.limits = limits
  }

  /// The next event; `nil` at the document's end.
  mutating func next() throws(ReadingError) -> Event? {
    while let token = try take() {
      switch token.kind {
      case .start: return .start
      case .end: return .end
      case .text:
        if spaces.last?.keeps == true || !source.isBlank(token.text) { return .text(source.string(token.text)) }
      }
    }
    return nil
  }

  /// Reads on to the end of the element that began last, and drops it.
  mutating func skipElement() throws(ReadingError) {
    let outer = depth
    while let token = try take() {
      if token.kind == .end, depth == outer { return }
    }
  }

  /// The element's namespace; empty for none.
  var namespace: String {
    tag.flatMap { source.tokens[$0].namespace }.map { String(cString: $0) } ?? ""
  }

  /// The value of the element's attribute of that name without prefix, whatever its namespace; only after a start.
  borrowing func attribute(_ name: StaticString) -> String? {
    guard let tag else { return nil }
    for attribute in source.attributes[source.tokens[tag].attributes]
    where xmlStrEqual(attribute.name, name.utf8Start) == 1 {
      return source.string(attribute.value)
    }
    return nil
  }

  /// The next token, with ``name`` and ``depth`` set to its own; a text is taken whole.
  private mutating func take() throws(ReadingError) -> XMLTokens.Token? {
    if isEnding {
      if spaces.last?.depth == depth { spaces.removeLast() }
      depth -= 1
      isEnding = false
    }
    tag = nil
    while index >= source.tokens.count || index == source.tokens.count - 1 && source.tokens[index].kind == .text {
      guard !source.isAtEnd else { break }
      source.advance(keeping: index)
      index = 0
    }
    guard index < source.tokens.count else {
      try checkEnd()
      return nil
    }
    let token = source.tokens[index]
    if token.kind != .text {
      tag = index
      name = source.name(token.name)
      if token.kind == .start {
        depth += 1
        if let keeps = token.keepsSpace { spaces.append((depth, keeps)) }
      } else {
        isEnding = true
      }
    }
    index += 1
    return token
  }

  private func checkEnd() throws(ReadingError) {
    if let limit = source.exceeded {
      throw .limitExceeded(limit, allowed: limit == .depth ? limits.depth : limits.attributes, part: part)
    }
    guard source.isSound else { throw .damaged(kind, part: part, line: source.errorLine) }
  }
}
