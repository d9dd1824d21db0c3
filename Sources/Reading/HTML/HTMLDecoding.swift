/// Decodes a web page: by its byte order mark, else by the encoding that is named with it or in it, else as any text.
///
/// GB2312 and GBK mean GB18030, which holds both. A name that the bytes contradict loses: they do not fit it, or another
/// reading looks more like Chinese. `contradicted` is then the name as the page writes it.
func decodeHTML(
  _ bytes: [UInt8], label: String? = nil
) throws(ReadingError) -> (text: DecodedText, contradicted: String?) {
  guard let label = label ?? HTMLLabel.label(in: bytes), !hasMark(bytes) else { return (try decode(bytes), nil) }
  guard let encoding = HTMLLabel.encoding(named: label) else { return (try decode(bytes), nil) }
  let (scalars, badOffset) = decode(bytes[...], as: encoding)
  guard badOffset == nil else {
    // The bytes' own reading; where there is none, the error says what is damaged.
    let text = try decode(bytes)
    return (text, text.encoding == encoding ? nil : label)
  }
  let labelled = DecodedText(scalars: scalars, encoding: encoding, hasBOM: false)
  let score = Plausibility.score(scalars)
  // No other reading scores more than 1.
  guard encoding != "UTF-8", score < 0.9, let other = try? decode(bytes), other.encoding != encoding else {
    return (labelled, nil)
  }
  let isOther = Plausibility.score(other.scalars) > score + 0.1
  return isOther ? (other, label) : (labelled, nil)
}

private func hasMark(_ bytes: [UInt8]) -> Bool {
  [[0xEF, 0xBB, 0xBF], [0xFF, 0xFE], [0xFE, 0xFF], [0x84, 0x31, 0x95, 0x33]].contains { bytes.starts(with: $0) }
}

/// The encoding that a page names in its head.
enum HTMLLabel {
  /// The name that stands behind `charset=` in the first 4 KiB: in a `meta` element, or in an XML declaration.
  static func label(in bytes: [UInt8]) -> String? {
    let head = bytes.prefix(4_096).map { (0x41...0x5A).contains($0) ? $0 | 0x20 : $0 }
    for (key, element) in [("charset", "<meta"), ("encoding", "<?xml")] {
      var from = 0
      while let found = first(key, in: head, from: from) {
        from = found.upperBound
        guard let tag = head[..<found.lowerBound].lastIndex(of: 0x3C), head[tag...].starts(with: Array(element.utf8)),
          !head[tag..<found.lowerBound].contains(0x3E)
        else { continue }
        let rest = head[found.upperBound...].drop { $0 <= 0x20 }
        guard rest.first == 0x3D else { continue }
        let value = rest.dropFirst().drop { $0 <= 0x20 || $0 == 0x22 || $0 == 0x27 }
        let name = value.prefix { isName($0) }.prefix(24)
        if !name.isEmpty { return String(decoding: name, as: UTF8.self) }
      }
    }
    return nil
  }

  /// The encoding of that name; `nil` for one that tells nothing of a Chinese page.
  static func encoding(named label: String) -> String? {
    switch label {
    case "utf-8", "utf8", "unicode-1-1-utf-8", "x-unicode20utf8": "UTF-8"
    case "gb2312", "gbk", "gb18030", "gb_2312-80", "gb_2312", "x-gbk", "cp936", "ms936", "csgb2312", "chinese",
      "euc-cn", "x-euc-cn", "gb2312-80", "windows-936":
      "GB18030"
    case "big5", "big-5", "big5-hkscs", "cn-big5", "x-x-big5", "cp950", "csbig5": "Big5"
    default: nil
    }
  }

  private static func first(_ word: String, in bytes: [UInt8], from start: Int) -> Range<Int>? {
    let word = Array(word.utf8)
    guard bytes.count >= word.count, start <= bytes.count - word.count else { return nil }
    return (start...bytes.count - word.count).first { bytes[$0...].starts(with: word) }.map { $0..<$0 + word.count }
  }

  private static func isName(_ byte: UInt8) -> Bool {
    (0x61...0x7A).contains(byte) || (0x30...0x39).contains(byte) || byte == 0x2D || byte == 0x5F
  }
}
