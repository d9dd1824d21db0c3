import CXML

/// The tags and texts of an XML document as libxml2's parser meets them, a piece of the document at a time.
///
/// No entity is declared and no tree is built: what is kept are the tokens of one piece. Its properties are changed by the
/// parser's calls alone, while it is given a piece; to prove this again at each access took a tenth of the time.
final class XMLTokens {
  enum Kind {
    case start, end, text
  }

  struct Token {
    let kind: Kind
    /// Of an element; it belongs to the parser.
    var name: UnsafePointer<UInt8>?
    var namespace: UnsafePointer<UInt8>?
    /// In ``attributes``.
    var attributes = 0..<0
    /// What `xml:space` says, if anything: whether white space counts.
    var keepsSpace: Bool?
    /// Of a text, in ``bytes``.
    var text = 0..<0
  }

  struct Attribute {
    let name: UnsafePointer<UInt8>
    /// In ``bytes``.
    let value: Range<Int>
  }

  @exclusivity(unchecked) private(set) var tokens: [Token] = []
  @exclusivity(unchecked) private(set) var attributes: [Attribute] = []
  @exclusivity(unchecked) private(set) var bytes: [UInt8] = []
  /// The limit that the document passed; the parser stopped there.
  @exclusivity(unchecked) private(set) var exceeded: ReadingLimit?

  private let content: [UInt8]
  @exclusivity(unchecked) private var position = 0
  @exclusivity(unchecked) private var depth = 0
  private let limits: ReadingLimits
  /// The elements that are open and declare namespaces, and how many are declared by now.
  @exclusivity(unchecked) private var namespaces: [(depth: Int, count: Int)] = []
  /// Quotes of a tag that has not ended, without those in its first pieces.
  @exclusivity(unchecked) private var quotes = 0
  /// Whether the document gives elements attributes that they do not have.
  @exclusivity(unchecked) private var hasDefaults = false
  @exclusivity(unchecked) private var parser: xmlParserCtxtPtr?
  /// How much is given to the parser at once.
  private static let piece = 1 << 13

  /// Names by where the parser keeps them, which it does once for each.
  @exclusivity(unchecked) private var names = [(pointer: UnsafePointer<UInt8>?, name: String)](
    repeating: (nil, ""), count: 256)

  init(_ content: [UInt8], limits: ReadingLimits) {
    self.content = content
    self.limits = limits
    var handler = xmlSAXHandler()
    handler.initialized = UInt32(XML_SAX2_MAGIC)
    handler.startElementNs = { tokens, name, _, namespace, declared, _, count, _, attributes in
      XMLTokens.of(tokens)?.start(name, namespace, attributes, count: Int(count), declared: Int(declared))
    }
    handler.endElementNs = { tokens, name, _, namespace in XMLTokens.of(tokens)?.end(name, namespace) }
    handler.characters = { tokens, text, count in XMLTokens.of(tokens)?.text(text, count: Int(count)) }
    handler.ignorableWhitespace = handler.characters
    handler.cdataBlock = handler.characters
    // No format that is read has a document type; a few bytes of one could put a thousand attributes into each element.
    handler.attributeDecl = { tokens, _, _, _, _, _, choices in
      xmlFreeEnumeration(choices)
      XMLTokens.of(tokens)?.refuseDefaults()
    }
    parser = xmlCreatePushParserCtxt(&handler, Unmanaged.passUnretained(self).toOpaque(), nil, 0, nil)
    guard let parser else { return }
    let options = XML_PARSE_NONET.rawValue | XML_PARSE_NOERROR.rawValue | XML_PARSE_NOWARNING.rawValue
    xmlCtxtUseOptions(parser, Int32(bitPattern: options))
  }

  deinit {
    guard let parser else { return }
    if let document = parser.pointee.myDoc { xmlFreeDoc(document) }
    xmlFreeParserCtxt(parser)
  }

  /// Whether the whole document was parsed, or as much as is sound.
  private(set) var isAtEnd = false

  /// Whether what was parsed is sound so far.
  var isSound: Bool { parser.map { $0.pointee.wellFormed != 0 } ?? false && !hasDefaults }

  /// The line of the error, from 1.
  var errorLine: Int? {
    guard let parser, let error = xmlCtxtGetLastError(parser) else { return nil }
    let line = Int(error.pointee.line)
    return line > 0 ? line : nil
  }

  /// Parses on, and drops all tokens before one; only a text at the end can be kept, to be gone on with.
  func advance(keeping first: Int) {
    attributes.removeAll(keepingCapacity: true)
    if first < tokens.count {
      bytes.removeSubrange(..<tokens[first].text.lowerBound)
      tokens = [Token(kind: .text, text: 0..<bytes.count)]
    } else {
      tokens.removeAll(keepingCapacity: true)
      bytes.removeAll(keepingCapacity: true)
    }
    let count = min(Self.piece, content.count - position)
    content.withUnsafeBytes { content in
      let piece = UnsafeRawBufferPointer(rebasing: content[position..<(position + count)])
      xmlParseChunk(parser, piece.assumingMemoryBound(to: CChar.self).baseAddress, Int32(count), count == 0 ? 1 : 0)
    }
    checkTag(content[position..<position + count])
    position += count
    isAtEnd = count == 0 || !isSound || exceeded != nil
  }

  /// Stops at a tag of more attributes than is allowed before it ends, for the parser compares each with all others.
  private func checkTag(_ piece: ArraySlice<UInt8>) {
    guard let input = parser?.pointee.input?.pointee, let start = input.cur, let end = input.end,
      end - start > piece.count, start[0] == UInt8(ascii: "<"), start[1] != UInt8(ascii: "!"),
      start[1] != UInt8(ascii: "?")
    else {
      quotes = 0
      return
    }
    quotes += piece.count { $0 == UInt8(ascii: "\"") || $0 == UInt8(ascii: "'") }
    // Values may hold some of their own.
    if quotes > 8 * limits.attributes { stop(at: .attributes) }
  }

  private func stop(at limit: ReadingLimit) {
    exceeded = exceeded ?? limit
    xmlStopParser(parser)
  }

  private func refuseDefaults() {
    hasDefaults = true
    xmlStopParser(parser)
  }

  private static func of(_ tokens: UnsafeMutableRawPointer?) -> XMLTokens? {
    tokens.map { Unmanaged<XMLTokens>.fromOpaque($0).takeUnretainedValue() }
  }

  private func start(
    _ name: UnsafePointer<UInt8>?, _ namespace: UnsafePointer<UInt8>?,
    _ fields: UnsafeMutablePointer<UnsafePointer<UInt8>?>?, count: Int, declared: Int
  ) {
    depth += 1
    guard depth <= limits.depth else { return stop(at: .depth) }
    let known = (namespaces.last?.count ?? 0) + declared
    guard known + count <= limits.attributes else { return stop(at: .attributes) }
    if declared > 0 { namespaces.append((depth, known)) }
    var token = Token(kind: .start, name: name, namespace: namespace)
    let first = attributes.count
    // Five fields each: name, prefix, namespace, and where the value begins and ends.
    for index in 0..<count {
      guard let fields = fields?.advanced(by: 5 * index), let name = fields[0], let begin = fields[3],
        let end = fields[4]
      else { continue }
      let value = bytes.count
      bytes.append(contentsOf: UnsafeBufferPointer(start: begin, count: end - begin))
      attributes.append(Attribute(name: name, value: value..<bytes.count))
      if let prefix = fields[1], xmlStrEqual(prefix, "xml") == 1, xmlStrEqual(name, "space") == 1 {
        token.keepsSpace = bytes[value...].elementsEqual("preserve".utf8)
      }
    }
    token.attributes = first..<attributes.count
    tokens.append(token)
  }

  private func end(_ name: UnsafePointer<UInt8>?, _ namespace: UnsafePointer<UInt8>?) {
    if namespaces.last?.depth == depth { namespaces.removeLast() }
    depth -= 1
    tokens.append(Token(kind: .end, name: name, namespace: namespace))
  }

  private func text(_ text: UnsafePointer<UInt8>?, count: Int) {
    guard let text else { return }
    let start = bytes.count
    bytes.append(contentsOf: UnsafeBufferPointer(start: text, count: count))
    if let last = tokens.indices.last, tokens[last].kind == .text {
      tokens[last].text = tokens[last].text.lowerBound..<bytes.count
    } else {
      tokens.append(Token(kind: .text, text: start..<bytes.count))
    }
  }
}

extension XMLTokens {
  /// The name of an element.
  func name(_ pointer: UnsafePointer<UInt8>?) -> String {
    guard let pointer else { return "" }
    let slot = Int(truncatingIfNeeded: (UInt(bitPattern: pointer) >> 3) & 255)
    if names[slot].pointer != pointer { names[slot] = (pointer, String(cString: pointer)) }
    return names[slot].name
  }

  /// The characters of a text or of an attribute's value.
  func string(_ range: Range<Int>) -> String {
    bytes.withUnsafeBufferPointer { String(decoding: UnsafeBufferPointer(rebasing: $0[range]), as: UTF8.self) }
  }

  /// Whether a text is white space alone.
  func isBlank(_ range: Range<Int>) -> Bool {
    bytes[range].allSatisfy { $0 == 0x20 || $0 == 0x0A || $0 == 0x0D || $0 == 0x09 }
  }
}
