import ChineseText

/// A document of tags and texts, HTML or XML, whose texts and telling attributes are put into other words.
///
/// Tags stay as they are, so that what is read as a heading, a cell or a list still is; comments, scripts, styles and
/// document types with declarations are left out.
struct Markup {
  /// What the elements and attributes of a kind of document mean.
  struct Rules: Sendable {
    /// Elements that part the text: a line end, or a tab, stands for them.
    var lines: Set<String>
    var cells: Set<String>
    /// Elements whose text is no text of the document, and is left out.
    var silent: Set<String>
    /// What is to be done with an attribute's value.
    var attribute: @Sendable (_ element: String, _ name: String, _ value: [Unicode.Scalar]) -> Treatment
    /// Whether a tag is left out.
    var isLeftOut: @Sendable (_ element: String, _ tag: String) -> Bool = { _, _ in false }
    /// Whether `<![CDATA[…]]>` is text; in a web page it is a comment.
    var hasCDATA = false
    /// The element that tells what the text of those in it is: a cell of a sheet.
    var owner = ""
    /// What the text of an element is, by the tag of its owner.
    var content: @Sendable (_ element: String, _ owner: String) -> Content = { _, _ in .words }
  }

  /// What becomes of an attribute's value: `words` are those that are not in ASCII.
  enum Treatment: Sendable { case keep, disguise, words, empty, date }
  /// Words; a number, of which the digits alone change; what means nothing by itself, as the number of a string; or words
  /// with codes for what is printed there, `&P` for the page's number.
  enum Content: Sendable { case words, number, reference, printed }

  private let source: [Unicode.Scalar]
  private let rules: Rules
  private let disguise: Disguise
  /// The text between the tags, with marks for the tags that part it, and where its scalars stand in `out`.
  private(set) var text: [Unicode.Scalar] = []
  private var places: [(textAt: Int, outAt: Int)] = []
  /// What is written: scalars, or a scalar of the text that is written as an entity.
  private var out: [[Unicode.Scalar]] = []
  private(set) var attributes: [(old: [Unicode.Scalar], new: [Unicode.Scalar])] = []

  init(_ source: [Unicode.Scalar], _ rules: Rules, _ disguise: Disguise) {
    self.source = source
    self.rules = rules
    self.disguise = disguise
    cut()
  }

  /// The document in other words, and each text of it as it was and is.
  func disguised() -> (document: [Unicode.Scalar], texts: [(old: [Unicode.Scalar], new: [Unicode.Scalar])]) {
    let new = disguise.text(text)
    var out = out
    for place in places where new[place.textAt] != text[place.textAt] { out[place.outAt] = [new[place.textAt]] }
    return (Array(out.joined()), [(text, new)] + attributes)
  }

  // MARK: Cutting

  private mutating func cut() {
    var at = 0
    var silent: String?
    var content = Content.words
    var owner = ""
    var isBehindSign = false
    while at < source.count {
      if let end = end(of: "<!--", "-->", at) ?? end(ofDeclaration: at) {
        at = end
      } else if source[at] == "<", let end = end(ofTag: at) {
        let name = elementName(at)
        let tag = source.string(at..<end)
        let isEnd = at + 1 < end && source[at + 1] == "/"
        if let open = silent {
          if isEnd, name == open {
            silent = nil
          } else {
            at = end
            continue
          }
        } else if !isEnd, rules.silent.contains(name), source[end - 2] != "/" {
          silent = name
        }
        if !isEnd, name == rules.owner { owner = tag }
        content = isEnd ? .words : rules.content(name, owner)
        if !rules.isLeftOut(name, tag) { write(tag: at..<end, of: name) }
        if rules.lines.contains(name) { text.append("\n") } else if rules.cells.contains(name) { text.append("\t") }
        at = end
      } else if let end = end(of: "<![CDATA[", "]]>", at) {
        // Written as plain text.
        for place in at + 9..<max(at + 9, end - 3) where silent == nil {
          append(source[place], written: Markup.escaped(source[place]), isKept: content != .words)
        }
        at = end
      } else {
        let (scalar, end) = character(at)
        if silent == nil {
          // The exponent of 1.5E-3 stays.
          let isCode = isBehindSign
          isBehindSign = content == .printed && !isCode && scalar == "&"
          if content == .number, !scalar.isASCIIDigit, scalar != ".", scalar != "-" { content = .reference }
          append(scalar, written: Array(source[at..<end]), isKept: isCode || content == .reference)
        }
        at = end
      }
    }
  }

  private mutating func append(_ scalar: Unicode.Scalar, written: [Unicode.Scalar], isKept: Bool) {
    if !isKept {
      places.append((text.count, out.count))
      text.append(scalar)
    }
    out.append(written)
  }

  private func end(of opening: String, _ closing: String, _ at: Int) -> Int? {
    guard source.stands(opening, at: at) else { return nil }
    let from = at + opening.unicodeScalars.count
    return source.first(closing, in: from..<source.count)?.upperBound ?? source.count
  }

  /// `<!DOCTYPE …>` with what it declares in brackets, and instructions to programs.
  private func end(ofDeclaration at: Int) -> Int? {
    if source.stands("<?", at: at) { return end(of: "<?", ">", at) }
    guard source.stands("<!", at: at), !rules.hasCDATA || !source.stands("<![CDATA[", at: at) else { return nil }
    var depth = 0
    for place in at..<source.count {
      switch source[place] {
      case "[": depth += 1
      case "]": depth -= 1
      case ">" where depth <= 0: return place + 1
      default: break
      }
    }
    return source.count
  }

  private func end(ofTag at: Int) -> Int? {
    guard at + 1 < source.count, source[at + 1] == "/" || source[at + 1].isASCIILetter || source[at + 1] == "_" else {
      return nil
    }
    var quote: Unicode.Scalar?
    // Longer ones are none, and each `<` would be looked at for nothing.
    for place in at + 1..<min(source.count, at + 1 << 16) {
      let scalar = source[place]
      if let open = quote {
        if scalar == open { quote = nil }
      } else if (scalar == "\"" || scalar == "'") && source[place - 1] == "=" {
        quote = scalar
      } else if scalar == ">" {
        return place + 1
      }
    }
    return nil
  }

  /// Without its prefix, in lower case for HTML's sake.
  private func elementName(_ at: Int) -> String {
    let start = source[at + 1] == "/" ? at + 2 : at + 1
    let name = source[start...].prefix { !$0.isBlank && !$0.isLineEnd && $0 != ">" && $0 != "/" }
    let local = name.lastIndex(of: ":").map { name[($0 + 1)...] } ?? name
    return local.string
  }

  /// A character, or the entity that stands for one.
  private func character(_ at: Int) -> (Unicode.Scalar, Int) {
    guard source[at] == "&", let end = source[at..<min(source.count, at + 12)].firstIndex(of: ";") else {
      return (source[at], at + 1)
    }
    let name = source.string(at + 1..<end)
    if name.hasPrefix("#") {
      let digits = name.dropFirst()
      let value = digits.first == "x" || digits.first == "X" ? UInt32(digits.dropFirst(), radix: 16) : UInt32(digits)
      return (value.flatMap(Unicode.Scalar.init) ?? "?", end + 1)
    }
    return Markup.entities[name].map { ($0, end + 1) } ?? (source[at], at + 1)
  }

  /// Marks and blanks, which stay as they are written; an entity of another name is text.
  private static let entities: [String: Unicode.Scalar] = [
    "lt": "<", "gt": ">", "amp": "&", "quot": "\"", "apos": "'", "nbsp": "\u{A0}", "ensp": " ", "emsp": " ",
    "thinsp": " ", "middot": "·", "bull": "•", "ldquo": "“", "rdquo": "”", "lsquo": "‘", "rsquo": "’", "hellip": "…",
    "mdash": "—", "ndash": "–", "times": "×", "divide": "÷", "deg": "°", "plusmn": "±", "permil": "‰", "le": "≤",
    "ge": "≥", "sect": "§", "yen": "¥", "laquo": "«", "raquo": "»", "larr": "←", "rarr": "→", "copy": "©", "reg": "®",
  ]

  private static func escaped(_ scalar: Unicode.Scalar) -> [Unicode.Scalar] {
    switch scalar {
    case "<": Array("&lt;".unicodeScalars)
    case "&": Array("&amp;".unicodeScalars)
    case "\"": Array("&quot;".unicodeScalars)
    default: [scalar]
    }
  }

  // MARK: Attributes

  private mutating func write(tag range: Range<Int>, of element: String) {
    var at = range.lowerBound
    while at < range.upperBound {
      guard source[at] == "=", let value = value(after: at, in: range) else {
        out.append([source[at]])
        at += 1
        continue
      }
      out.append(Array(source[at..<value.lowerBound]))
      let old = Array(source[value])
      switch rules.attribute(element, attributeName(before: at, from: range.lowerBound), old) {
      case .keep: out.append(old)
      case .empty: break
      case .date: out.append(Array("2000-01-01T00:00:00Z".unicodeScalars))
      case .disguise: out.append(disguised(value, sparing: { _ in false }))
      case .words: out.append(disguised(value, sparing: \.isASCII))
      }
      at = value.upperBound
    }
  }

  /// A value in other words; entities stay where their characters do.
  private mutating func disguised(_ value: Range<Int>, sparing isSpared: (Unicode.Scalar) -> Bool) -> [Unicode.Scalar] {
    var old: [Unicode.Scalar] = []
    var written: [ArraySlice<Unicode.Scalar>] = []
    var at = value.lowerBound
    while at < value.upperBound {
      let (scalar, end) = character(at)
      old.append(scalar)
      written.append(source[at..<min(end, value.upperBound)])
      at = end
    }
    let new = zip(old, disguise.text(old)).map { isSpared($0) ? $0 : $1 }
    attributes.append((old, new))
    return zip(zip(old, new), written).flatMap { $0.0 == $0.1 ? Array($1) : [$0.1] }
  }

  /// The value behind `=`, without its quotes.
  private func value(after sign: Int, in tag: Range<Int>) -> Range<Int>? {
    var start = sign + 1
    while start < tag.upperBound - 1, source[start].isBlank || source[start].isLineEnd { start += 1 }
    guard start < tag.upperBound - 1 else { return nil }
    let quote = source[start]
    if quote == "\"" || quote == "'" {
      let end = source[start + 1..<tag.upperBound].firstIndex(of: quote) ?? tag.upperBound - 1
      return start + 1..<end
    }
    let end = source[start..<tag.upperBound].firstIndex { $0.isBlank || $0.isLineEnd || $0 == ">" } ?? tag.upperBound
    return start..<end
  }

  private func attributeName(before sign: Int, from start: Int) -> String {
    var end = sign
    while end > start, source[end - 1].isBlank || source[end - 1].isLineEnd { end -= 1 }
    var first = end
    while first > start, !source[first - 1].isBlank, !source[first - 1].isLineEnd,
      !"\"'/:".unicodeScalars.contains(source[first - 1])
    {
      first -= 1
    }
    return source.string(first..<end)
  }
}
