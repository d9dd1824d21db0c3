extension FileKind {
  /// The kind of a text file with markup that begins with these bytes, in UTF-16 too; `nil` for any other text.
  ///
  /// A text that only mentions a tag is none: a page's own elements must stand at the beginning, behind white space and
  /// comments, and elements that are no page's own need an end tag besides.
  public init?(markupOf bytes: [UInt8]) {
    let head = FileKind.narrow(bytes)
    if FileKind.isWebArchive(head) {
      self = .mhtml
    } else if FileKind.isWebPage(head) {
      self = .html
    } else {
      return nil
    }
  }

  /// The first bytes in lower case, without a byte order mark; of UTF-16 those of ASCII.
  private static func narrow(_ bytes: [UInt8]) -> ArraySlice<UInt8> {
    var head = bytes.prefix(16_384)
    if head.starts(with: [0xEF, 0xBB, 0xBF]) { head = head.dropFirst(3) }
    let isBigEndian = head.starts(with: [0xFE, 0xFF]) || head.first == 0
    if isBigEndian || head.starts(with: [0xFF, 0xFE]) || head.prefix(64).contains(0) {
      head = FileKind.asciiOfUTF16(head, isBigEndian: isBigEndian)[...]
      if head.first == 0x80 { head = head.dropFirst() }
    }
    return head.map { (0x41...0x5A).contains($0) ? $0 | 0x20 : $0 }[...]
  }

  /// The ASCII of a text in UTF-16, 0x80 for every other unit.
  private static func asciiOfUTF16(_ bytes: ArraySlice<UInt8>, isBigEndian: Bool) -> [UInt8] {
    var out: [UInt8] = []
    var index = bytes.startIndex
    while index + 1 < bytes.endIndex {
      let (high, low) = isBigEndian ? (bytes[index], bytes[index + 1]) : (bytes[index + 1], bytes[index])
      out.append(high == 0 ? low : 0x80)
      index += 2
    }
    return out
  }

  private static func isWebPage(_ head: ArraySlice<UInt8>) -> Bool {
    var rest = head
    while true {
      rest = rest.drop { $0 <= 0x20 }
      if rest.starts(with: "<!--".utf8) {
        rest = behind("-->", in: rest)
      } else if rest.starts(with: "<?xml".utf8) {
        rest = behind(">", in: rest)
      } else {
        break
      }
    }
    guard rest.first == 0x3C else { return false }
    rest = rest.dropFirst()
    if rest.starts(with: "!doctype".utf8) {
      return rest.dropFirst(8).drop { $0 <= 0x20 }.starts(with: "html".utf8)
    }
    let name = String(decoding: rest.prefix { (0x61...0x7A).contains($0) || (0x30...0x39).contains($0) }, as: UTF8.self)
    guard let next = rest.dropFirst(name.utf8.count).first, next <= 0x20 || next == 0x3E || next == 0x2F else {
      return false
    }
    switch name {
    case "html", "head", "body", "meta", "frameset": return true
    case "title", "table", "div", "p", "script", "style", "link", "base", "center", "font", "span", "h1", "h2", "h3",
      "h4", "section", "article", "main", "ul", "ol":
      return contains("</", in: rest)
    default: return false
    }
  }

  /// A page with its pictures as a message of several parts.
  private static func isWebArchive(_ head: ArraySlice<UInt8>) -> Bool {
    let first = head.drop { $0 <= 0x20 }.prefix { $0 != 0x0A }
    guard let colon = first.firstIndex(of: 0x3A), first[..<colon].count < 40,
      first[..<colon].allSatisfy({ (0x61...0x7A).contains($0) || $0 == 0x2D })
    else { return false }
    return contains("mime-version:", in: head) && contains("multipart/related", in: head)
  }

  private static func behind(_ word: String, in bytes: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
    var rest = bytes
    while !rest.isEmpty, !rest.starts(with: word.utf8) { rest = rest.dropFirst() }
    return rest.dropFirst(word.utf8.count)
  }

  private static func contains(_ word: String, in bytes: ArraySlice<UInt8>) -> Bool {
    bytes.indices.contains { bytes[$0...].starts(with: word.utf8) }
  }
}
