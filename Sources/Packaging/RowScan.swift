/// Members of one line of `records/*.jsonl`, found without building a value.
///
/// Canonical JSON has them in the order `heads, id, item, parent, role`: behind the last one that is asked for a line is
/// not looked at.
struct RowScan {
  /// A member that is looked for, in the order of the lines.
  enum Member: Int, CaseIterable {
    case heads, id, item, parent, role

    fileprivate var name: StaticString {
      switch self {
      case .heads: "heads"
      case .id: "id"
      case .item: "item"
      case .parent: "parent"
      case .role: "role"
      }
    }
  }

  /// Where the values stand among the bytes; empty where there is none.
  private(set) var id = 0..<0
  private(set) var item = 0..<0
  private(set) var parent = 0..<0
  private(set) var role = 0..<0

  /// `nil` where the line is no object as canonical JSON writes it, is given by several heads, or writes one of these
  /// members with escapes.
  init?(_ bytes: [UInt8], _ line: Range<Int>, through last: Member) {
    let isRow = bytes.withUnsafeBufferPointer { file in
      let row = UnsafeBufferPointer(rebasing: file[line])
      return scan(row, from: line.lowerBound, through: last)
    }
    guard isRow, !id.isEmpty else { return nil }
  }

  /// What a line's member says that is a string without escapes; `nil` where there is none.
  static func text(of member: StaticString, _ bytes: [UInt8], _ line: Range<Int>) -> Range<Int>? {
    bytes.withUnsafeBufferPointer { file -> Range<Int>? in
      let row = UnsafeBufferPointer(rebasing: file[line])
      guard row.count > 2, row[0] == UInt8(ascii: "{"), row[row.count - 1] == UInt8(ascii: "}") else { return nil }
      var at = 0
      while at < row.count - 1 {
        guard let key = string(row, from: at + 1), key.upperBound + 2 < row.count,
          row[key.upperBound + 1] == UInt8(ascii: ":"), let value = value(row, from: key.upperBound + 2)
        else { return nil }
        if member.withUTF8Buffer({ row[key].elementsEqual($0) }) {
          return plain(row, value).map { line.lowerBound + $0.lowerBound..<line.lowerBound + $0.upperBound }
        }
        at = value.upperBound
      }
      return nil
    }
  }

  private mutating func scan(_ row: UnsafeBufferPointer<UInt8>, from start: Int, through last: Member) -> Bool {
    var at = 0
    guard row.count > 2, row[0] == UInt8(ascii: "{"), row[row.count - 1] == UInt8(ascii: "}") else { return false }
    while at < row.count - 1 {
      guard let key = RowScan.string(row, from: at + 1), key.upperBound + 2 < row.count,
        row[key.upperBound + 1] == UInt8(ascii: ":"), let value = RowScan.value(row, from: key.upperBound + 2)
      else { return false }
      at = value.upperBound
      guard let member = RowScan.member(row, key) else { continue }
      guard member != .heads, let inside = RowScan.plain(row, value) else { return false }
      let place = start + inside.lowerBound..<start + inside.upperBound
      switch member {
      case .heads: return false
      case .id: id = place
      case .item: item = place
      case .parent: parent = place
      case .role: role = place
      }
      if member == last { return true }
    }
    return true
  }

  private static func member(_ row: UnsafeBufferPointer<UInt8>, _ key: Range<Int>) -> Member? {
    // By length and first letter: most members are told apart without a comparison.
    let member: Member
    switch (row[key.lowerBound], key.count) {
    case (UInt8(ascii: "i"), 2): member = .id
    case (UInt8(ascii: "i"), 4): member = .item
    case (UInt8(ascii: "r"), 4): member = .role
    case (UInt8(ascii: "p"), 6): member = .parent
    case (UInt8(ascii: "h"), 5): member = .heads
    default: return nil
    }
    return member.name.withUTF8Buffer { row[key].elementsEqual($0) } ? member : nil
  }

  /// What a string without escapes says.
  private static func plain(_ row: UnsafeBufferPointer<UInt8>, _ value: Range<Int>) -> Range<Int>? {
    guard value.count >= 2, row[value.lowerBound] == UInt8(ascii: "\"") else { return nil }
    return row[value].contains(UInt8(ascii: "\\")) ? nil : value.lowerBound + 1..<value.upperBound - 1
  }

  /// The inside of a string that begins at `start`.
  private static func string(_ row: UnsafeBufferPointer<UInt8>, from start: Int) -> Range<Int>? {
    guard start < row.count, row[start] == UInt8(ascii: "\"") else { return nil }
    var at = start + 1
    while at < row.count {
      switch row[at] {
      case UInt8(ascii: "\""): return start + 1..<at
      case UInt8(ascii: "\\"): at += 2
      default: at += 1
      }
    }
    return nil
  }

  /// A value up to the comma or brace that follows it.
  private static func value(_ row: UnsafeBufferPointer<UInt8>, from start: Int) -> Range<Int>? {
    var depth = 0
    var at = start
    while at < row.count {
      switch row[at] {
      case UInt8(ascii: "\""):
        guard let inside = string(row, from: at) else { return nil }
        at = inside.upperBound
      case UInt8(ascii: "{"), UInt8(ascii: "["): depth += 1
      case UInt8(ascii: "}"), UInt8(ascii: "]"):
        if depth == 0 { return at == row.count - 1 && at > start ? start..<at : nil }
        depth -= 1
      case UInt8(ascii: ","): if depth == 0 { return at > start ? start..<at : nil }
      default: break
      }
      at += 1
    }
    return nil
  }
}
