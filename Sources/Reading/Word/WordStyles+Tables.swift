import Glibc

extension WordStyles {
  /// A styles part without the styles of tables and the list of latent ones, which say nothing of the text: often nine
  /// tenths of it.
  ///
  /// They are told by the usual spelling of their tags; where a part has another, nothing is taken out.
  static func withoutTableStyles(_ content: [UInt8]) -> [UInt8] {
    var kept: [UInt8] = []
    kept.reserveCapacity(content.count)
    content.withUnsafeBytes { content in
      var copied = 0
      var position = 0
      func drop(_ range: Range<Int>) {
        kept.append(contentsOf: content[copied..<range.lowerBound])
        copied = range.upperBound
      }
      if let start = find("<w:latentStyles ", in: content, from: 0),
        let end = find("</w:latentStyles>", in: content, from: start)
      {
        drop(start..<end + 17)
        position = copied
      }
      while let start = find("<w:style ", in: content, from: position),
        let tagEnd = find(">", in: content, from: start)
      {
        position = tagEnd
        let tag = UnsafeRawBufferPointer(rebasing: content[start..<tagEnd])
        guard find("w:type=\"table\"", in: tag, from: 0) != nil, tag.last != UInt8(ascii: "/") else { continue }
        guard let end = find("</w:style>", in: content, from: tagEnd) else { break }
        drop(start..<end + 10)
        position = copied
      }
      kept.append(contentsOf: content[copied...])
    }
    return kept
  }

  private static func find(_ word: StaticString, in bytes: UnsafeRawBufferPointer, from start: Int) -> Int? {
    let count = word.utf8CodeUnitCount
    var position = start
    while let base = bytes.baseAddress, position <= bytes.count - count,
      let found = memchr(base + position, Int32(word.utf8Start.pointee), bytes.count - count + 1 - position)
    {
      if memcmp(found, word.utf8Start, count) == 0 { return UnsafeRawPointer(found) - base }
      position = UnsafeRawPointer(found) - base + 1
    }
    return nil
  }
}
