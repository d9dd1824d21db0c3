/// A page's tags cut out as browsers cut them, and written anew without what reading has no use for.
///
/// What is left out (comments, programs, most attributes) costs the parser more than it is worth: its time grows with the
/// square of a tag's attributes. Each tag that comes out is well-formed; how they nest is left to the parser.
struct HTMLMarkup {
  /// In UTF-8.
  private(set) var bytes: [UInt8] = []
  private let scalars: [Unicode.Scalar]
  private var at = 0
  private var endless: Set<String> = []
  private var hasBody = false

  /// The markup of a page.
  static func utf8(_ scalars: [Unicode.Scalar]) -> [UInt8] {
    var markup = HTMLMarkup(scalars)
    markup.clean()
    // Without it the parser makes paragraphs of its own in a fragment.
    return markup.hasBody ? markup.bytes : Array("<body>".utf8) + markup.bytes
  }

  private init(_ scalars: [Unicode.Scalar]) {
    self.scalars = scalars
    bytes.reserveCapacity(scalars.count)
  }

  private mutating func clean() {
    while at < scalars.count {
      if scalars[at] == "<" { markup() } else { text(upTo: at + 1) }
    }
  }

  /// Whatever begins with `<`.
  private mutating func markup() {
    switch scalar(at + 1) {
    case "!" where scalar(at + 2) == "-" && scalar(at + 3) == "-": at = behindComment()
    case "!", "?": at = behind(">", from: at)
    case "/":
      guard isLetter(scalar(at + 2)) else {
        at = behind(">", from: at)
        return
      }
      at += 2
      endTag(name())
    case let next where isLetter(next):
      at += 1
      startTag(name())
    default: text(upTo: at + 1)
    }
  }

  private mutating func endTag(_ name: String) {
    guard attributes() != nil else { return }
    bytes += "</".utf8
    bytes += name.utf8
    bytes.append(0x3E)
  }

  private mutating func startTag(_ name: String) {
    guard let attributes = attributes() else { return }
    let end = HTMLMarkup.isTagless(name) ? closing(name) : nil
    if HTMLMarkup.isTagless(name), end == nil {
      // Browsers take the whole rest for the program; nothing else may take the page with it.
      if name == "script" || name == "style" { at = scalars.count }
      return
    }
    hasBody = hasBody || name == "body"
    bytes.append(0x3C)
    bytes += name.utf8
    for (name, value) in attributes {
      bytes += " \(name)=\"".utf8
      for scalar in value { append(scalar, quoting: true) }
      bytes.append(0x22)
    }
    bytes.append(0x3E)
    guard let end else { return }
    if name == "title" || name == "textarea" || name == "xmp" { text(upTo: end) }
    at = end
  }

  /// Whether an element holds no tags, whatever stands in it.
  private static func isTagless(_ name: String) -> Bool {
    switch name {
    case "script", "style", "xmp", "iframe", "noembed", "noframes", "noscript", "title", "textarea": true
    default: false
    }
  }

  /// Where the element's end tag begins.
  private mutating func closing(_ element: String) -> Int? {
    if endless.contains(element) { return nil }
    let name = Array(element.unicodeScalars)
    var index = at
    while index + name.count + 1 < scalars.count {
      if scalars[index] == "<", scalars[index + 1] == "/",
        zip(name, scalars[(index + 2)...]).allSatisfy({ $0.value == $1.value | 0x20 }),
        !isName(scalar(index + 2 + name.count))
      {
        return index
      }
      index += 1
    }
    endless.insert(element)
    return nil
  }

  // MARK: Tags

  /// Reads a tag's name in lower case.
  private mutating func name() -> String {
    var name: [UInt8] = []
    while let next = scalar(at), next != ">", next != "/", !isSpace(next) {
      if isName(next), name.count < 30 { name.append(UInt8(truncatingIfNeeded: lower(next).value)) }
      at += 1
    }
    return String(decoding: name, as: UTF8.self)
  }

  /// Reads on behind a tag's `>`, and gives the attributes that reading asks for, the first of a name; `nil` where the
  /// page ends within the tag.
  private mutating func attributes() -> [(name: String, value: ArraySlice<Unicode.Scalar>)]? {
    var found: [(name: String, value: ArraySlice<Unicode.Scalar>)] = []
    while let next = scalar(at) {
      if next == ">" {
        at += 1
        return found
      }
      guard next != "/", !isSpace(next) else {
        at += 1
        continue
      }
      let start = at
      at += 1
      while let next = scalar(at), next != "=", next != ">", next != "/", !isSpace(next) { at += 1 }
      let range = start..<at
      let value = self.value()
      guard range.count <= 12 else { continue }
      let name = String(String.UnicodeScalarView(scalars[range].map(lower)))
      if HTMLTree.kept.contains(name), !found.contains(where: { $0.name == name }) {
        found.append((name, value))
      }
    }
    return nil
  }

  private mutating func value() -> ArraySlice<Unicode.Scalar> {
    var next = at
    while let space = scalar(next), isSpace(space) { next += 1 }
    guard scalar(next) == "=" else { return [] }
    at = next + 1
    while let space = scalar(at), isSpace(space) { at += 1 }
    let start: Int
    if let mark = scalar(at), mark == "\"" || mark == "'" {
      start = at + 1
      at = behind(mark, from: start)
      return scalars[start..<max(start, at - 1)].prefix(2_000)
    }
    start = at
    while let next = scalar(at), next != ">", !isSpace(next) { at += 1 }
    return scalars[start..<at].prefix(2_000)
  }

  private func behindComment() -> Int {
    // A comment may end where it begins: <!-->.
    var index = at + 2
    while index + 2 < scalars.count {
      if scalars[index] == "-", scalars[index + 1] == "-", scalars[index + 2] == ">" { return index + 3 }
      index += 1
    }
    return scalars.count
  }

  /// Behind the next such scalar, or at the end.
  private func behind(_ mark: Unicode.Scalar, from start: Int) -> Int {
    var index = start
    while index < scalars.count {
      index += 1
      if scalars[index - 1] == mark { break }
    }
    return index
  }

  // MARK: Scalars

  private mutating func text(upTo end: Int) {
    while at < end {
      append(scalars[at], quoting: false)
      at += 1
    }
  }

  private mutating func append(_ scalar: Unicode.Scalar, quoting: Bool) {
    switch scalar {
    case "<": bytes += "&lt;".utf8
    case "\"" where quoting: bytes += "&quot;".utf8
    case _ where scalar.isASCII: bytes.append(UInt8(truncatingIfNeeded: scalar.value))
    default: for byte in scalar.utf8 { bytes.append(byte) }
    }
  }

  private func scalar(_ index: Int) -> Unicode.Scalar? { index < scalars.count ? scalars[index] : nil }

  private func lower(_ scalar: Unicode.Scalar) -> Unicode.Scalar {
    (0x41...0x5A).contains(scalar.value) ? Unicode.Scalar(UInt8(scalar.value | 0x20)) : scalar
  }

  private func isSpace(_ scalar: Unicode.Scalar) -> Bool { scalar.value <= 0x20 }

  private func isLetter(_ scalar: Unicode.Scalar?) -> Bool {
    guard let scalar else { return false }
    return (0x61...0x7A).contains(scalar.value | 0x20)
  }

  private func isName(_ scalar: Unicode.Scalar?) -> Bool {
    guard let scalar else { return false }
    return isLetter(scalar) || (0x30...0x39).contains(scalar.value) || scalar == "-" || scalar == ":" || scalar == "_"
  }
}
