extension DocumentDamage {
  /// Lines lost, doubled, moved, joined, broken and mixed; line ends of another kind.
  package mutating func changeLines(_ bytes: inout [UInt8]) {
    var lines = bytes.split(separator: newline, omittingEmptySubsequences: false)
    let at = number(below: lines.count)
    let end = min(lines.count, at + 1 + number(below: 12))
    switch number(below: 9) {
    case 0: lines.remove(at: at)
    case 1: lines.removeSubrange(at..<end)
    case 2: lines.swapAt(at, number(below: lines.count))
    case 3: lines.insert(contentsOf: Array(repeating: lines[at], count: 1 + number(below: 30)), at: at)
    case 4: lines.insert(contentsOf: lines[at..<end], at: number(below: lines.count + 1))
    case 5: lines[at..<end].shuffle(using: &random)
    case 6 where at + 1 < lines.count: lines.replaceSubrange(at...at + 1, with: [lines[at] + lines[at + 1]])
    case 7:
      let line = lines[at]
      let cut = line.startIndex + place(in: Array(line))
      lines.replaceSubrange(at...at, with: [line[..<cut], line[cut...]])
    default:
      let ends: [[UInt8]] = [[13], [13, 10], [10, 10], [0xE2, 0x80, 0xA8], [0xC2, 0x85], [12, 10], []]
      bytes = Array(lines.joined(separator: ends[number(below: ends.count)]))
      return
    }
    bytes = Array(lines.joined(separator: [newline]))
  }

  /// Cells joined and cut: tabs and bars lost, put in, or turned into line ends and blanks, and the other way round.
  package mutating func changeCells(_ bytes: inout [UInt8]) {
    let marks: [UInt8] = [UInt8(ascii: "\t"), UInt8(ascii: "|"), newline, UInt8(ascii: " ")]
    let (one, other) = (marks[number(below: 3)], marks[number(below: 4)])
    let isAll = chance(2)
    switch number(below: 3) {
    case 0: bytes.insert(one, at: place(in: bytes))
    case 1:
      let from = place(in: bytes)
      guard isAll else {
        if let at = bytes[from...].firstIndex(of: one) { bytes.remove(at: at) }
        return
      }
      bytes.removeAll { $0 == one }
    default:
      var isDone = false
      for at in place(in: bytes)..<bytes.count where bytes[at] == one && !isDone {
        bytes[at] = other
        isDone = !isAll
      }
    }
  }
}

private let newline = UInt8(ascii: "\n")
