/// An element of an office file's part; what nobody changes is written as it stood.
struct XMLTree {
  /// An element, or what stands between elements, as it is written there.
  enum Node {
    case element(XMLTree)
    case raw(String)
  }

  /// With its prefix: `w:tbl`.
  var tag: String
  /// As written, the blank in front included: ` w:val="1"`.
  var attributes: String
  var children: [Node]

  init(_ tag: String, _ attributes: String = "", _ children: [Node] = []) {
    self.tag = tag
    self.attributes = attributes
    self.children = children
  }

  /// Without its prefix.
  var name: String { tag.split(separator: ":").last.map(String.init) ?? tag }
  /// `w:` where it has one.
  var prefix: String { tag.contains(":") ? String(tag.prefix { $0 != ":" }) + ":" : "" }

  var elements: [XMLTree] { children.compactMap { if case .element(let element) = $0 { element } else { nil } } }

  func first(_ name: String) -> XMLTree? { elements.first { $0.name == name } }

  /// Whether an element of this name stands anywhere in it.
  func holds(_ name: String) -> Bool { elements.contains { $0.name == name || $0.holds(name) } }

  /// The value of an attribute, with or without a prefix, as it is written.
  func attribute(_ name: String) -> String? {
    for match in attributes.matches(of: #/\s(?:[\w.-]+:)?([\w.-]+)\s*=\s*(?:"([^"]*)"|'([^']*)')/#)
    where match.1 == name {
      return String(match.2 ?? match.3 ?? "")
    }
    return nil
  }

  mutating func set(_ name: String, _ value: String) {
    remove(name)
    attributes += " \(name)=\"\(value)\""
  }

  mutating func remove(_ name: String) {
    let kept = attributes.matches(of: #/\s((?:[\w.-]+:)?([\w.-]+))\s*=\s*(?:"[^"]*"|'[^']*')/#).filter {
      $0.2 != name && $0.1 != name
    }
    attributes = kept.map { String($0.0) }.joined()
  }

  /// The words of the texts in it, entities resolved; other elements' words, such as those of formulas, are none.
  func words(of names: Set<String>, without left: Set<String> = []) -> String {
    elements.map { element in
      if left.contains(element.name) { return "" }
      return names.contains(element.name) ? element.text : element.words(of: names, without: left)
    }.joined()
  }

  /// What stands directly in it, entities resolved.
  var text: String {
    XMLTree.resolved(children.map { if case .raw(let raw) = $0 { raw } else { "" } }.joined())
  }

  /// Changes every element of these names, the inner ones first.
  mutating func change(_ names: Set<String>, _ body: (inout XMLTree) throws(HouseTemplateError) -> Void)
    throws(HouseTemplateError)
  {
    for at in children.indices {
      guard case .element(var element) = children[at] else { continue }
      try element.change(names, body)
      if names.contains(element.name) { try body(&element) }
      children[at] = .element(element)
    }
  }

  var written: String {
    var out = ""
    write(to: &out)
    return out
  }

  private func write(to out: inout String) {
    out += "<\(tag)\(attributes)"
    if children.isEmpty {
      out += "/>"
      return
    }
    out += ">"
    for child in children {
      switch child {
      case .element(let element): element.write(to: &out)
      case .raw(let raw): out += raw
      }
    }
    out += "</\(tag)>"
  }

  private static func resolved(_ raw: String) -> String {
    guard raw.contains("&") else { return raw }
    var out = ""
    var rest = Substring(raw)
    while let at = rest.firstIndex(of: "&") {
      out += rest[..<at]
      rest = rest[at...]
      guard let end = rest.prefix(12).firstIndex(of: ";") else { break }
      let name = rest[rest.index(after: at)..<end]
      let hex = name.hasPrefix("#x") ? UInt32(name.dropFirst(2), radix: 16) : nil
      let code = hex ?? (name.hasPrefix("#") ? UInt32(name.dropFirst()) : nil)
      let known: [Substring: String] = ["lt": "<", "gt": ">", "amp": "&", "quot": "\"", "apos": "'"]
      out += code.flatMap(Unicode.Scalar.init).map { String($0) } ?? known[name] ?? String(rest[...end])
      rest = rest[rest.index(after: end)...]
    }
    return out + rest
  }
}

/// A part of an office file: what stands before its only element, and that.
struct XMLPart {
  var opening: String
  var root: XMLTree

  /// Elements lie no deeper in each other than this.
  private static let depth = 200

  /// `nil` where the bytes are no sound XML in UTF-8, or declare a document type.
  init?(_ bytes: [UInt8]) {
    guard let source = String(validating: bytes, as: UTF8.self) else { return nil }
    let text = Array(source.utf8)
    var open: [XMLTree] = []
    var opening: String?
    var before = ""
    var done: XMLTree?
    var at = 0
    func string(_ range: Range<Int>) -> String { String(decoding: text[range], as: UTF8.self) }
    func end(of mark: StaticString, from start: Int) -> Int? {
      let mark = Array(mark.description.utf8)
      var at = start
      while at + mark.count <= text.count {
        if text[at..<at + mark.count].elementsEqual(mark) { return at + mark.count }
        at += 1
      }
      return nil
    }
    func add(_ raw: String) {
      if open.isEmpty { before += raw } else { open[open.count - 1].children.append(.raw(raw)) }
    }
    func close(_ element: XMLTree) {
      if open.isEmpty { done = element } else { open[open.count - 1].children.append(.element(element)) }
    }
    while at < text.count {
      guard text[at] == UInt8(ascii: "<") else {
        let stop = text[at...].firstIndex(of: UInt8(ascii: "<")) ?? text.count
        add(string(at..<stop))
        at = stop
        continue
      }
      let rest = text[at...]
      if rest.starts(with: "<!--".utf8) || rest.starts(with: "<?".utf8) || rest.starts(with: "<![CDATA[".utf8) {
        let closing: StaticString = rest.starts(with: "<?".utf8) ? "?>" : rest.starts(with: "<!--".utf8) ? "-->" : "]]>"
        guard let stop = end(of: closing, from: at + 2) else { return nil }
        add(string(at..<stop))
        at = stop
        continue
      }
      guard done == nil, at + 1 < text.count, text[at + 1] != UInt8(ascii: "!") else { return nil }
      // A tag ends outside of its quotation marks.
      var stop = at + 1
      var quote: UInt8?
      while stop < text.count, quote != nil || text[stop] != UInt8(ascii: ">") {
        if let mark = quote {
          if text[stop] == mark { quote = nil }
        } else if text[stop] == UInt8(ascii: "\"") || text[stop] == UInt8(ascii: "'") {
          quote = text[stop]
        }
        stop += 1
      }
      guard stop < text.count else { return nil }
      if text[at + 1] == UInt8(ascii: "/") {
        let name = string(at + 2..<stop).prefix { !$0.isWhitespace }
        guard let element = open.popLast(), element.tag == name else { return nil }
        close(element)
      } else {
        let isEmpty = text[stop - 1] == UInt8(ascii: "/")
        let inner = string(at + 1..<(isEmpty ? stop - 1 : stop))
        let tag = inner.prefix { !$0.isWhitespace }
        guard !tag.isEmpty, open.count < XMLPart.depth else { return nil }
        let element = XMLTree(String(tag), String(inner[tag.endIndex...]))
        if opening == nil { opening = before }
        if isEmpty { close(element) } else { open.append(element) }
      }
      at = stop + 1
    }
    guard let done, open.isEmpty else { return nil }
    self.opening = opening ?? ""
    root = done
  }

  var bytes: [UInt8] { Array((opening + root.written).utf8) }
}
