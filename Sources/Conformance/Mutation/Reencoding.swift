import Glibc

extension DocumentDamage {
  /// The same text in another of the encodings that are read; `nil` where the bytes are no UTF-8 or it has no such
  /// character.
  mutating func reencoded(_ bytes: [UInt8]) -> [UInt8]? {
    let encodings = ["GB18030", "GB18030", "UTF-16LE", "UTF-16BE", "UTF-16", "BIG5"]
    return utf8(bytes, in: encodings[number(below: encodings.count)])
  }
}

/// UTF-8 in another encoding; `nil` where the bytes are no UTF-8 or it has no such character.
package func utf8(_ bytes: [UInt8], in encoding: String) -> [UInt8]? {
  guard !bytes.isEmpty, let converter = iconv_open(encoding, "UTF-8"), Int(bitPattern: converter) != -1 else {
    return nil
  }
  defer { iconv_close(converter) }
  var input = bytes
  var output = [UInt8](repeating: 0, count: bytes.count * 4 + 16)
  let room = output.count
  let left = input.withUnsafeMutableBytes { from in
    output.withUnsafeMutableBytes { to -> Int? in
      var source = from.baseAddress?.assumingMemoryBound(to: CChar.self)
      var target = to.baseAddress?.assumingMemoryBound(to: CChar.self)
      var (unread, left) = (from.count, to.count)
      return iconv(converter, &source, &unread, &target, &left) == 0 ? left : nil
    }
  }
  return left.map { Array(output[..<(room - $0)]) }
}
