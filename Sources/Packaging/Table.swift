import Plan

/// A flat CSV table (RFC 4180) of the rows of one type, for programs that read tables.
///
/// It follows from `records/` byte for byte, and is described by `schemas/tables.json`.
struct Table {
  let type: RecordType
  /// The Table Schema (Frictionless), as `datapackage.json` states it.
  let schema: JSONObject
  let columns: [Column]

  /// Every type's, by path below the bag.
  static let all: [String: Table] = {
    let described = (try? JSON.parse(FormatFiles.all["data/format/schemas/tables.json"] ?? []))?.object
    let tables = RecordType.allCases.compactMap { type in
      described?[type.plural]?.object.map { Table(type, schema: $0) }
    }
    return Dictionary(uniqueKeysWithValues: tables.map { ($0.path, $0) })
  }()

  private init(_ type: RecordType, schema: JSONObject) {
    self.type = type
    self.schema = schema
    columns = (schema["fields"]?.array ?? []).compactMap(\.object).map(Column.init)
  }

  var path: String { "data/tables/\(type.plural).csv" }

  /// The header and a line for each row, in the order of `records/`.
  func bytes(of rows: [Row]) -> [UInt8] { header + lines(of: rows) }

  /// The line that names the columns.
  var header: [UInt8] {
    var out: [UInt8] = []
    appendLine(to: &out) { column, out in out += column.name.utf8 }
    return out
  }

  /// A line for each row.
  func lines(of rows: [Row]) -> [UInt8] {
    var out: [UInt8] = []
    for row in rows { appendLine(to: &out) { column, out in column.appendCell(of: row.line, to: &out) } }
    return out
  }

  private func appendLine(to out: inout [UInt8], _ append: (Column, inout [UInt8]) -> Void) {
    for (index, column) in columns.enumerated() {
      if index > 0 { out.append(UInt8(ascii: ",")) }
      let start = out.count
      append(column, &out)
      quoteCell(from: start, in: &out)
    }
    out += "\r\n".utf8
  }

  /// Puts what was appended into quotation marks where a mark of the table stands in it.
  private func quoteCell(from start: Int, in out: inout [UInt8]) {
    let cell = out[start...]
    guard cell.contains(where: { $0 == UInt8(ascii: ",") || $0 == quote || $0 == 0x0A || $0 == 0x0D }) else { return }
    let quoted = [quote] + cell.flatMap { $0 == quote ? [quote, quote] : [$0] } + [quote]
    out.replaceSubrange(start..., with: quoted)
  }
}

extension View {
  /// The tables of its rows as a bundle carries them, by file name: `items.csv`; that of links only if there is one.
  public var tables: [(name: String, bytes: [UInt8])] {
    Table.all.values.sorted { utf8Order($0.path, $1.path) }.compactMap { table in
      let rows = rows(table.type)
      return table.type == .link && rows.isEmpty ? nil : ("\(table.type.plural).csv", table.bytes(of: rows))
    }
  }
}

private let quote = UInt8(ascii: "\"")

/// A column: the member of a row that its name leads to, and how a list becomes one cell.
struct Column {
  let name: String
  private let place: [String]
  /// Whether the member is a list.
  let isList: Bool
  /// Of elements that are objects: the members that are written.
  let members: [String]
  let separator: String

  init(_ field: JSONObject) {
    name = field["name"]?.string ?? ""
    place = name.split(separator: ".").map(String.init)
    let elements = field["elements"]?.object
    isList = elements != nil
    members = elements?["members"]?.array?.compactMap(\.string) ?? []
    separator = elements?["separator"]?.string ?? ""
  }

  /// Nothing where the row says nothing.
  func appendCell(of row: JSONObject, to out: inout [UInt8]) {
    guard let first = place.first, var value = row[first] else { return }
    for key in place.dropFirst() {
      guard let inner = value.object?[key] else { return }
      value = inner
    }
    guard isList else {
      out += text(value).utf8
      return
    }
    for (index, element) in (value.array ?? []).enumerated() {
      if index > 0 { out.append(UInt8(ascii: ";")) }
      let parts = members.isEmpty ? [element] : members.map { element.object?[$0] }
      for (number, part) in parts.enumerated() {
        if number > 0 { out += separator.utf8 }
        appendEscaped(part.map(text) ?? "", to: &out)
      }
    }
  }

  private func text(_ value: JSON) -> String { value.string ?? value.integer.map(String.init) ?? "" }

  /// What parts elements and members is marked where an element says it itself.
  private func appendEscaped(_ text: String, to out: inout [UInt8]) {
    for byte in text.utf8 {
      if byte == UInt8(ascii: "\\") || byte == UInt8(ascii: ";") || separator.utf8.contains(byte) {
        out.append(UInt8(ascii: "\\"))
      }
      out.append(byte)
    }
  }
}
