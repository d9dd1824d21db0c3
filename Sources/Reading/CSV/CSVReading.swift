/// Reads delimited text as one table: fields parted by commas, tabs or semicolons, whichever parts it most evenly.
///
/// Rows count the file's records, blank ones too, as a spreadsheet shows them.
func readCSV(_ decoded: DecodedText, limits: ReadingLimits = ReadingLimits()) throws(ReadingError) -> FileText {
  var builder = FileTextBuilder(limits: limits)
  var start = 0
  var delimiter: Unicode.Scalar?
  if let named = namedDelimiter(decoded.scalars) {
    delimiter = named.delimiter
    start = named.end
    // A spreadsheet takes the line for itself and shows nothing of it.
    builder.beginAside(.hiddenText)
    builder.beginParagraph(at: FilePlace(paragraph: 1))
    for scalar in decoded.scalars[..<start] where !isLineEnd(scalar) { try builder.append(scalar) }
    builder.endAside()
  }
  let parting = delimiter ?? CSVShape.best(of: decoded.scalars, from: start).delimiter
  var fields = CSVFields(decoded.scalars, delimiter: parting, from: start)
  try writeTable(&fields, to: &builder, limits: limits)
  return try builder.finished(
    mediaType: parting == "\t" ? "text/tab-separated-values" : "text/csv", encoding: decoded.encoding,
    hasBOM: decoded.hasBOM)
}

private func writeTable(
  _ fields: inout CSVFields, to builder: inout FileTextBuilder, limits: ReadingLimits
) throws(ReadingError) {
  try builder.beginTable()
  var record: [CSVFields.Field] = []
  var row = 0
  while let field = fields.next() {
    record.append(field)
    guard record.count <= limits.columns else {
      throw .limitExceeded(.columns, allowed: limits.columns, part: nil)
    }
    guard field.endsRecord else { continue }
    row += 1
    guard row <= limits.rows else { throw .limitExceeded(.rows, allowed: limits.rows, part: nil) }
    if record.contains(where: { !$0.text.allSatisfy(isWhiteSpace) }) { try writeRow(record, row, to: &builder) }
    record = []
  }
  builder.endTable()
}

private func writeRow(
  _ record: [CSVFields.Field], _ row: Int, to builder: inout FileTextBuilder
) throws(ReadingError) {
  builder.beginRow()
  for (index, field) in record.enumerated() {
    let place = FilePlace(table: 1, row: row, column: index + 1)
    try builder.beginCell(at: place)
    if field.isUnclosed { builder.note(.damagedPart, at: place) }
    if !field.text.isEmpty {
      builder.beginParagraph(at: place)
      for scalar in field.text where scalar != "\r" || field.text.count == 1 { try builder.append(scalar) }
    }
    builder.endCell()
  }
  builder.endRow()
}

/// The delimiter that a first line `sep=;` names, and where the table begins behind it.
private func namedDelimiter(_ scalars: [Unicode.Scalar]) -> (delimiter: Unicode.Scalar, end: Int)? {
  let line = scalars.prefix(8).prefix { !isLineEnd($0) }
  guard line.count == 5, String(String.UnicodeScalarView(line)).lowercased().hasPrefix("sep="),
    let delimiter = line.last
  else { return nil }
  let end = scalars.dropFirst(5).prefix(2).elementsEqual(["\r", "\n"]) ? 7 : 6
  return (delimiter, min(end, scalars.count))
}
