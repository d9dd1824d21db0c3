/// Decodes the bytes of a text file, whichever of the encodings in use in China they are in.
///
/// A byte order mark decides. Without one, text that is valid UTF-8 is UTF-8; else UTF-16 is told by the pattern of its
/// bytes; else the reading as GB18030 or Big5 with the more frequent characters wins. UTF-8 with a damaged byte is an
/// error at that byte: it would mostly be readable as GB18030, and all of it wrong.
public func decode(_ bytes: [UInt8]) throws(ReadingError) -> DecodedText {
  if bytes.isEmpty { throw .empty }
  if let kind = FileKind(signatureOf: bytes) { throw .notText(offset: 0, reason: .file(kind)) }
  let text = if let marked = try marked(bytes) { marked } else { try unmarked(bytes) }
  if text.scalars.isEmpty { throw .empty }
  return text
}

/// The text of a file that begins with a byte order mark; nil without one.
private func marked(_ bytes: [UInt8]) throws(ReadingError) -> DecodedText? {
  let marks: [(bytes: [UInt8], encoding: String)] = [
    ([0xEF, 0xBB, 0xBF], "UTF-8"), ([0xFF, 0xFE], "UTF-16LE"), ([0xFE, 0xFF], "UTF-16BE"),
    ([0x84, 0x31, 0x95, 0x33], "GB18030"),
  ]
  guard let mark = marks.first(where: { bytes.starts(with: $0.bytes) }) else { return nil }
  let (scalars, badOffset) = decode(bytes[mark.bytes.count...], as: mark.encoding)
  if let badOffset { throw .undecodable(offset: badOffset, encodingsTried: [mark.encoding]) }
  let width = mark.encoding.hasPrefix("UTF-16") ? 2 : 1
  try refuseControlCharacters(scalars, bytes, mark.bytes.count, width: width)
  return DecodedText(scalars: scalars, encoding: mark.encoding, hasBOM: true)
}

private func unmarked(_ bytes: [UInt8]) throws(ReadingError) -> DecodedText {
  let wide = UTF16Decoding.byteOrder(of: bytes)
  if let wide, wide.isCertain { return try utf16(bytes, bigEndian: wide.bigEndian) }
  let utf8 = UTF8Decoding.decode(bytes[...])
  if utf8.badOffset == nil {
    try refuseControlCharacters(utf8.scalars, bytes, 0, width: 1)
    return DecodedText(scalars: utf8.scalars, encoding: "UTF-8", hasBOM: false)
  }
  if let offset = bytes.firstIndex(of: 0) { throw .notText(offset: offset, reason: .controlCharacter(0)) }
  let candidates = candidates(bytes, wide: wide)
  var best: Candidate?
  for candidate in candidates where candidate.score > best?.score ?? Plausibility.least { best = candidate }
  guard let best else {
    let furthest = candidates.compactMap(\.badOffset).max() ?? 0
    throw .undecodable(offset: furthest, encodingsTried: ["UTF-8", "GB18030", "Big5"])
  }
  if let offset = best.badOffset { throw .undecodable(offset: offset, encodingsTried: [best.encoding]) }
  try refuseControlCharacters(best.scalars, bytes, 0, width: best.encoding.hasPrefix("UTF-16") ? 2 : 1)
  return DecodedText(scalars: best.scalars, encoding: best.encoding, hasBOM: false)
}

/// A text read in one encoding, how much it looks like Chinese, and the first byte that did not fit.
private struct Candidate {
  let encoding: String
  let scalars: [Unicode.Scalar]
  let score: Double
  let badOffset: Int?
}

private func candidates(_ bytes: [UInt8], wide: (bigEndian: Bool, isCertain: Bool)?) -> [Candidate] {
  var found: [Candidate] = []
  found.append(
    Candidate(
      encoding: "UTF-8", scalars: [], score: Plausibility.score(UTF8Decoding.decodeLossily(bytes[...])),
      badOffset: UTF8Decoding.decode(bytes[...]).badOffset))
  var encodings = ["GB18030", "Big5"]
  if let wide { encodings.append(wide.bigEndian ? "UTF-16BE" : "UTF-16LE") }
  for encoding in encodings {
    let (scalars, badOffset) = decode(bytes[...], as: encoding)
    let rest = badOffset.map { continuation(bytes, after: $0, as: encoding) } ?? []
    let score = Plausibility.score(scalars + rest)
    found.append(Candidate(encoding: encoding, scalars: scalars, score: score, badOffset: badOffset))
  }
  return found
}

/// What follows a byte that did not fit, as far as is needed to judge the encoding: U+FFFD for each such byte.
private func continuation(_ bytes: [UInt8], after badOffset: Int, as encoding: String) -> [Unicode.Scalar] {
  let end = min(bytes.count, badOffset + 16_384)
  var scalars: [Unicode.Scalar] = ["\u{FFFD}"]
  var start = badOffset + 1
  while start < end, scalars.count(where: { $0 == "\u{FFFD}" }) < 64 {
    let (more, bad) = decode(bytes[start..<end], as: encoding)
    scalars += more
    guard let bad else { break }
    scalars.append("\u{FFFD}")
    start = bad + 1
  }
  return scalars
}

private func utf16(_ bytes: [UInt8], bigEndian: Bool) throws(ReadingError) -> DecodedText {
  let encoding = bigEndian ? "UTF-16BE" : "UTF-16LE"
  let (scalars, badOffset) = UTF16Decoding.decode(bytes[...], bigEndian: bigEndian)
  if let badOffset { throw .undecodable(offset: badOffset, encodingsTried: [encoding]) }
  try refuseControlCharacters(scalars, bytes, 0, width: 2)
  return DecodedText(scalars: scalars, encoding: encoding, hasBOM: false)
}

func decode(_ bytes: ArraySlice<UInt8>, as encoding: String) -> (scalars: [Unicode.Scalar], badOffset: Int?) {
  switch encoding {
  case "UTF-8": UTF8Decoding.decode(bytes)
  case "UTF-16LE": UTF16Decoding.decode(bytes, bigEndian: false)
  case "UTF-16BE": UTF16Decoding.decode(bytes, bigEndian: true)
  default: IconvDecoding.decode(bytes, from: encoding) ?? ([], bytes.startIndex)
  }
}

/// Refuses a NUL anywhere, and other control characters where there is more than one in a thousand scalars.
///
/// A stray one is left by word processors and harms nothing; DOS's end-of-file mark may stand at the end.
private func refuseControlCharacters(
  _ scalars: [Unicode.Scalar], _ bytes: [UInt8], _ start: Int, width: Int
) throws(ReadingError) {
  var first: UInt32?
  var count = 0
  var hasNUL = false
  for (index, scalar) in scalars.enumerated() where isControl(scalar.value) {
    if scalar.value == 0x1A, index == scalars.count - 1 { continue }
    if scalar.value == 0, !hasNUL {
      hasNUL = true
      first = 0
    }
    first = first ?? scalar.value
    count += 1
  }
  guard let first, hasNUL || count * 1000 > scalars.count else { return }
  throw .notText(offset: offset(of: first, in: bytes, from: start, width: width), reason: .controlCharacter(first))
}

private func isControl(_ value: UInt32) -> Bool {
  value < 0x20 && !(0x09...0x0D).contains(value) || value == 0x7F
}

/// The first place of a control character; in none of the encodings is its byte a part of another character.
private func offset(of control: UInt32, in bytes: [UInt8], from start: Int, width: Int) -> Int {
  if width == 1 { return bytes[start...].firstIndex { UInt32($0) == control } ?? start }
  var index = start
  while index + 1 < bytes.count {
    let pair = (UInt32(bytes[index]), UInt32(bytes[index + 1]))
    if pair == (control, 0) || pair == (0, control) { return index }
    index += 2
  }
  return start
}
