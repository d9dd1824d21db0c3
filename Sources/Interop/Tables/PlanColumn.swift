import Plan
import Sheet

/// A column of a table of records: what its cells show, and how an edited one goes back into a record.
struct PlanColumn: Sendable {
  let header: String
  let width: Double
  let isWrapped: Bool
  /// The member of the record that an edit changes.
  let member: String
  let cell: @Sendable (JSONObject) -> SheetCell
  /// Takes a new value, `nil` for an emptied cell; answers `false` where it makes no sense. `nil` where the column is
  /// not for editing.
  let take: (@Sendable (String?, inout JSONObject) -> Bool)?

  init(
    _ header: String, _ member: String, width: Double = 12, isWrapped: Bool = false, isEditable: Bool = true,
    cell: @escaping @Sendable (JSONObject) -> SheetCell,
    take: (@Sendable (String?, inout JSONObject) -> Bool)? = nil
  ) {
    self.header = header
    self.member = member
    self.width = width
    self.isWrapped = isWrapped
    self.cell = cell
    self.take = isEditable ? take : nil
  }

  /// The cell of a row, as it is written.
  func shown(_ row: JSONObject) -> SheetCell {
    guard case .text(let text) = cell(row) else { return cell(row) }
    return text.isEmpty ? .empty : .text(PlanColumn.isTooLong(text) ? PlanColumn.cut(text) : text)
  }

  /// Whether the cell can't hold all of it, so that an edit would lose the rest.
  func isCut(_ row: JSONObject) -> Bool {
    if case .text(let text) = cell(row) { PlanColumn.isTooLong(text) } else { false }
  }

  private static let limit = 32_000

  private static func isTooLong(_ text: String) -> Bool { text.utf16.count > limit }

  private static func cut(_ text: String) -> String {
    var units = 0
    let kept = text.unicodeScalars.prefix { scalar in
      units += UTF16.width(scalar)
      return units <= limit
    }
    return String(String.UnicodeScalarView(kept)) + "…"
  }
}

// MARK: Kinds of columns

extension PlanColumn {
  /// Words at a place in the record.
  static func text(
    _ header: String, _ path: String..., width: Double = 12, isWrapped: Bool = false, isEditable: Bool = true
  ) -> PlanColumn {
    PlanColumn(
      header, path[0], width: width, isWrapped: isWrapped, isEditable: isEditable,
      cell: { row in row.value(at: path[...])?.string.map(SheetCell.text) ?? .empty },
      take: { text, row in
        row.set(text.map(JSON.string), at: path[...])
        return true
      })
  }

  /// A decimal number; one of more digits than a sheet keeps stands as words.
  static func decimal(_ header: String, _ member: String, isEditable: Bool = true) -> PlanColumn {
    PlanColumn(
      header, member, isEditable: isEditable,
      cell: { row in
        guard let digits = row[member]?.string else { return .empty }
        return digits.utf8.count { (48...57).contains($0) } <= 15 ? .number(digits) : .text(digits)
      },
      take: { text, row in
        if let text, !DecimalString.isWellFormed(text) { return false }
        row[member] = text.map(JSON.string)
        return true
      })
  }

  /// A whole number.
  static func integer(_ header: String, _ member: String) -> PlanColumn {
    PlanColumn(
      header, member, width: 8, cell: { row in row[member]?.integer.map { .number(String($0)) } ?? .empty },
      take: { text, row in
        guard let text else {
          row[member] = nil
          return true
        }
        guard let number = Int(text), abs(Double(number)) < 0x1p53 else { return false }
        row[member] = .integer(number)
        return true
      })
  }

  /// A date at a place in the record; one before 1901, which sheets count in several ways, stands as words.
  static func date(_ header: String, _ path: String...) -> PlanColumn {
    PlanColumn(
      header, path[0], width: 12,
      cell: { row in
        guard let date = row.value(at: path[...])?.string else { return .empty }
        return CalendarDate(date).map { $0.year > 1900 } ?? false ? .date(date) : .text(date)
      },
      take: { text, row in
        let date = text.map { TableEdits.date($0) ?? $0 }
        if let date, !CalendarDate.isWellFormed(date) { return false }
        row.set(date.map(JSON.string), at: path[...])
        return true
      })
  }
}

extension JSONObject {
  /// The value that a path of members leads to.
  func value(at path: ArraySlice<String>) -> JSON? {
    guard let first = path.first else { return nil }
    let value = self[first]
    return path.count == 1 ? value : value?.object?.value(at: path.dropFirst())
  }

  /// Sets what a path leads to; objects on the way are made, and go when nothing is left in them.
  mutating func set(_ value: JSON?, at path: ArraySlice<String>) {
    guard let first = path.first else { return }
    if path.count == 1 {
      self[first] = value
      return
    }
    var inner = self[first]?.object ?? JSONObject()
    inner.set(value, at: path.dropFirst())
    self[first] = inner.members.isEmpty ? nil : .object(inner)
  }
}
