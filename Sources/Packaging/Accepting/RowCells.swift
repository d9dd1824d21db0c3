import Glibc
import Plan

/// The cells that a row which ``RowAcceptor`` accepted has in its table, written from the line's bytes.
struct RowCells {
  private struct Cell {
    /// Nothing where the column is empty in all rows that are accepted.
    let field: RowField?
    /// Of a list: which members of its elements are written, and how they are parted.
    let list: (members: [[UInt8]], separator: [UInt8])?
  }

  static let items = Table.of(.item).flatMap { RowCells($0) }
  static let figures = Table.of(.indicator).flatMap { RowCells($0) }

  private let cells: [Cell]

  /// `nil` where a column is none of ``RowField``.
  private init?(_ table: Table) {
    var cells: [Cell] = []
    for column in table.columns {
      let field = RowField.columns[column.name]
      guard field != nil || RowField.emptyColumns.contains(column.name) else { return nil }
      let list = column.isList ? (column.members.map { Array($0.utf8) }, Array(column.separator.utf8)) : nil
      cells.append(Cell(field: field, list: list))
    }
    self.cells = cells
  }

  /// Appends the row's line.
  func append(_ row: RowAcceptor, to out: inout RowBuffer) {
    // No byte becomes more than two, but for the quotes of a cell and what parts cells.
    out.reserve(2 * row.count + 3 * cells.count + 2)
    for (index, cell) in cells.enumerated() {
      if index > 0 { out.append(UInt8(ascii: ",")) }
      guard let field = cell.field else { continue }
      let token = row[field]
      guard token.isPresent else { continue }
      let start = out.count
      if let list = cell.list {
        append(list.members, list.separator, of: token, in: row.line, to: &out)
        out.quote(from: start)
      } else if token.isEscaped {
        LineCursor.forEachByte(of: token, in: row.line) { out.append($0) }
        out.quote(from: start)
      } else if token.hasComma {
        out.append(UInt8(ascii: "\""))
        out.append(row.line.bytes + token.start, count: token.count)
        out.append(UInt8(ascii: "\""))
      } else {
        out.append(row.line.bytes + token.start, count: token.count)
      }
    }
    out.append(0x0D)
    out.append(0x0A)
  }

  private func append(
    _ members: [[UInt8]], _ separator: [UInt8], of list: Token, in line: LineCursor, to out: inout RowBuffer
  ) {
    var cursor = LineCursor(line.bytes, from: list.start, to: list.end)
    var isFirst = true
    _ = cursor.list { element in
      if !isFirst { out.append(UInt8(ascii: ";")) }
      isFirst = false
      guard !members.isEmpty else {
        guard let token = element.string() else { return false }
        appendMarked(token, separator, in: element, to: &out)
        return true
      }
      let start = element
      for (number, member) in members.enumerated() {
        if number > 0 { for byte in separator { out.append(byte) } }
        element = start
        if let token = element.value(of: member) { appendMarked(token, separator, in: element, to: &out) }
      }
      return true
    }
  }

  /// What parts elements and members is marked where an element says it itself.
  private func appendMarked(_ token: Token, _ separator: [UInt8], in line: LineCursor, to out: inout RowBuffer) {
    LineCursor.forEachByte(of: token, in: line) { byte in
      if byte == UInt8(ascii: "\\") || byte == UInt8(ascii: ";") || separator.contains(byte) {
        out.append(UInt8(ascii: "\\"))
      }
      out.append(byte)
    }
  }
}

extension LineCursor {
  /// Hands over what a string says, without its escapes.
  @inline(__always) fileprivate static func forEachByte(of token: Token, in line: LineCursor, _ body: (UInt8) -> Void) {
    var at = token.start
    while at < token.end {
      var byte = line.bytes[at]
      if byte == UInt8(ascii: "\\"), at + 1 < token.end {
        at += 1
        byte =
          switch line.bytes[at] {
          case UInt8(ascii: "b"): 0x08
          case UInt8(ascii: "f"): 0x0C
          case UInt8(ascii: "n"): 0x0A
          case UInt8(ascii: "r"): 0x0D
          case UInt8(ascii: "t"): 0x09
          case let other: other
          }
      }
      body(byte)
      at += 1
    }
  }
}

/// Bytes that rows are appended to; what is reserved is not looked at again byte by byte.
struct RowBuffer: ~Copyable {
  private var start = UnsafeMutablePointer<UInt8>.allocate(capacity: 1 << 16)
  private var room = 1 << 16
  private(set) var count = 0

  deinit { start.deallocate() }

  var bytes: [UInt8] { Array(UnsafeBufferPointer(start: start, count: count)) }

  mutating func removeAll() { count = 0 }

  /// Makes room for so many more.
  mutating func reserve(_ more: Int) {
    guard room - count < more else { return }
    let size = max(2 * room, count + more)
    let larger = UnsafeMutablePointer<UInt8>.allocate(capacity: size)
    larger.update(from: start, count: count)
    start.deallocate()
    (start, room) = (larger, size)
  }

  /// Appends a byte for which there is room.
  @inline(__always) mutating func append(_ byte: UInt8) {
    precondition(count < room)
    start[count] = byte
    count &+= 1
  }

  /// Appends bytes for which there is room.
  @inline(__always) mutating func append(_ bytes: UnsafePointer<UInt8>, count more: Int) {
    precondition(more <= room - count)
    memcpy(start + count, bytes, more)
    count &+= more
  }

  /// Puts what was appended from `first` on into quotation marks where a mark of the table stands in it (RFC 4180).
  mutating func quote(from first: Int) {
    let mark = UInt8(ascii: "\"")
    var (isMarked, quotes) = (false, 0)
    for at in first..<count {
      switch start[at] {
      case mark: (isMarked, quotes) = (true, quotes + 1)
      case UInt8(ascii: ","), 0x0A, 0x0D: isMarked = true
      default: break
      }
    }
    guard isMarked else { return }
    precondition(quotes + 2 <= room - count)
    // From behind, so that no byte is written over before it is moved.
    var to = count + quotes + 2
    let end = to
    to -= 1
    start[to] = mark
    for at in (first..<count).reversed() {
      to -= 1
      start[to] = start[at]
      if start[at] == mark {
        to -= 1
        start[to] = mark
      }
    }
    start[first] = mark
    count = end
  }
}
