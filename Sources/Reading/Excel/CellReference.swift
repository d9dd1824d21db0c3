/// A cell's column and row, from 1.
struct CellReference: Hashable {
  let row: Int
  let column: Int

  init(row: Int, column: Int) {
    self.row = row
    self.column = column
  }

  /// Reads `B12`, or `$B$12`; `nil` for anything else. Numbers too large for a sheet are kept too large.
  init?(_ text: some StringProtocol) {
    var column = 0
    var row = 0
    for byte in text.utf8 {
      switch byte {
      case 0x41...0x5A where row == 0: column = min(column * 26 + Int(byte - 0x40), 1 << 40)
      case 0x61...0x7A where row == 0: column = min(column * 26 + Int(byte - 0x60), 1 << 40)
      case 0x30...0x39 where column > 0: row = min(row * 10 + Int(byte - 0x30), 1 << 40)
      case UInt8(ascii: "$"): continue
      default: return nil
      }
    }
    guard row > 0, column > 0 else { return nil }
    self.row = row
    self.column = column
  }
}

/// A rectangle of cells.
struct CellRange: Equatable {
  let first: CellReference
  let last: CellReference

  /// Reads `A1:C2`; `nil` for anything else, and for corners in the wrong order.
  init?(_ text: String) {
    let corners = text.utf8.split(separator: UInt8(ascii: ":"), omittingEmptySubsequences: false)
    guard corners.count == 2, let first = CellReference(Substring(corners[0])),
      let last = CellReference(Substring(corners[1])), first.row <= last.row, first.column <= last.column
    else { return nil }
    self.first = first
    self.last = last
  }
}
