/// What parts the fields of a delimited text, told by how evenly it parts its first records.
struct CSVShape {
  let delimiter: Unicode.Scalar
  /// How many fields most records have.
  let columns: Int
  /// How many of the records looked at there are, blank ones left out, and how many have that many fields.
  let records: Int
  let even: Int
  /// The first record with words in two fields or more, and in half of them; a spreadsheet pads the title and the form
  /// above it with empty ones.
  let header: [[Unicode.Scalar]]

  private var rank: Int { delimiter == "\t" ? Int.max : columns }

  static let delimiters: [Unicode.Scalar] = [",", "\t", ";"]
  private static let sample = 200

  /// The delimiter that parts the text most evenly into two fields or more; the comma where none does.
  static func best(of scalars: [Unicode.Scalar], from start: Int = 0) -> CSVShape {
    let shapes = delimiters.map { CSVShape(scalars, delimiter: $0, from: start) }
    // Of equally even ones the tab, for a comma may stand in every cell; else the one with more fields.
    let best = shapes.filter { $0.columns > 1 }.max {
      ($0.even * $1.records, $0.rank) < ($1.even * $0.records, $1.rank)
    }
    return best ?? shapes[0]
  }

  init(_ scalars: [Unicode.Scalar], delimiter: Unicode.Scalar, from start: Int = 0) {
    var fields = CSVFields(scalars, delimiter: delimiter, from: start)
    var counts: [Int: Int] = [:]
    var header: [[Unicode.Scalar]] = []
    var (count, records, filled) = (0, 0, 0)
    var isHeader = true
    while records < CSVShape.sample, let field = fields.next() {
      count += 1
      if !field.text.allSatisfy(isWhiteSpace) { filled += 1 }
      if isHeader { header.append(field.text) }
      guard field.endsRecord else { continue }
      if filled > 0 {
        counts[count, default: 0] += 1
        records += 1
      }
      if filled > 1, filled * 2 >= count { isHeader = false }
      if isHeader { header = [] }
      (count, filled) = (0, 0)
    }
    let most = counts.max { ($0.value, $0.key) < ($1.value, $1.key) }
    self.delimiter = delimiter
    self.header = header
    self.records = records
    columns = most?.key ?? 1
    even = most?.value ?? 0
  }
}

/// Whether a text is a table with commas or semicolons between its fields, and no prose with commas in it.
///
/// Its records have equally many fields, two records of three or more, or three of two; and the first one, or the first
/// one below a title, is a header of short words. A table parted by tabs is read as plain text, which knows such rows.
func looksLikeCSV(_ scalars: [Unicode.Scalar]) -> Bool {
  let shape = CSVShape.best(of: scalars)
  guard shape.delimiter != "\t", shape.columns > 1, shape.records + shape.columns >= 5, shape.records > 1,
    shape.even * 10 >= shape.records * 9, shape.header.count == shape.columns
  else { return false }
  let mayBeEmpty = shape.columns >= 4 && shape.even == shape.records
  return shape.header.allSatisfy { field in
    if field.isEmpty { return mayBeEmpty }
    return field.count <= 20 && !field.contains { "。；！？，、".unicodeScalars.contains($0) }
      && field.contains { $0.properties.isAlphabetic }
  }
}
