/// The members of one line of `records/*.jsonl`, found without building a value.
struct RowScan {
  private(set) var id: ArraySlice<UInt8> = []
  private(set) var item: ArraySlice<UInt8> = []
  private(set) var parent: ArraySlice<UInt8> = []
  private(set) var role: ArraySlice<UInt8> = []
  /// Whether several heads give it.
  private(set) var isJoint = false

  /// `nil` where the line is no object as canonical JSON writes it, or one of these members is written with escapes.
  init?(_ bytes: [UInt8], _ line: Range<Int>) {
    let end = line.upperBound
    var at = line.lowerBound
    guard line.count > 2, bytes[at] == UInt8(ascii: "{"), bytes[end - 1] == UInt8(ascii: "}") else { return nil }
    while at < end - 1 {
      guard let key = RowScan.string(bytes, from: at + 1, to: end), key.upperBound + 2 < end,
        bytes[key.upperBound + 1] == UInt8(ascii: ":"),
        let value = RowScan.value(bytes, from: key.upperBound + 2, to: end)
      else { return nil }
      guard take(bytes[key], bytes[value]) else { return nil }
      at = value.upperBound
    }
    guard at == end - 1, !id.isEmpty else { return nil }
  }

  private mutating func take(_ key: ArraySlice<UInt8>, _ value: ArraySlice<UInt8>) -> Bool {
    // By the first letter: most members are told apart without a comparison.
    let wanted: ArraySlice<UInt8>?
    switch (key.first, key.count) {
    case (UInt8(ascii: "i"), 2) where key.elementsEqual("id".utf8):
      wanted = RowScan.plain(value)
      id = wanted ?? []
    case (UInt8(ascii: "i"), 4) where key.elementsEqual("item".utf8):
      wanted = RowScan.plain(value)
      item = wanted ?? []
    case (UInt8(ascii: "p"), 6) where key.elementsEqual("parent".utf8):
      wanted = RowScan.plain(value)
      parent = wanted ?? []
    case (UInt8(ascii: "r"), 4) where key.elementsEqual("role".utf8):
      wanted = RowScan.plain(value)
      role = wanted ?? []
    case (UInt8(ascii: "h"), 5):
      isJoint = isJoint || key.elementsEqual("heads".utf8)
      return true
    default: return true
    }
    return wanted != nil
  }

  /// What a string without escapes says.
  private static func plain(_ value: ArraySlice<UInt8>) -> ArraySlice<UInt8>? {
    guard value.first == UInt8(ascii: "\""), value.count >= 2, !value.contains(UInt8(ascii: "\\")) else { return nil }
    return value.dropFirst().dropLast()
  }

  /// The inside of a string that begins at `start`.
  private static func string(_ bytes: [UInt8], from start: Int, to end: Int) -> Range<Int>? {
    guard start < end, bytes[start] == UInt8(ascii: "\"") else { return nil }
    var at = start + 1
    while at < end {
      switch bytes[at] {
      case UInt8(ascii: "\""): return start + 1..<at
      case UInt8(ascii: "\\"): at += 2
      default: at += 1
      }
    }
    return nil
  }

  /// A value up to the comma or brace that follows it.
  private static func value(_ bytes: [UInt8], from start: Int, to end: Int) -> Range<Int>? {
    var depth = 0
    var at = start
    while at < end {
      switch bytes[at] {
      case UInt8(ascii: "\""):
        guard let inside = string(bytes, from: at, to: end) else { return nil }
        at = inside.upperBound
      case UInt8(ascii: "{"), UInt8(ascii: "["): depth += 1
      case UInt8(ascii: "}"), UInt8(ascii: "]"):
        if depth == 0 { return at == end - 1 && at > start ? start..<at : nil }
        depth -= 1
      case UInt8(ascii: ","): if depth == 0 { return at > start ? start..<at : nil }
      default: break
      }
      at += 1
    }
    return nil
  }
}
