/// What an old Office file or one of OpenDocument holds.
package enum OfficeContent {
  case text, workbook, presentation
  /// A workbook behind a password, which may be the one that Excel sets where only changes are forbidden, and tries of
  /// itself.
  case encryptedWorkbook

  /// - Throws: `.encrypted` for a text with a password, `.damaged` for one that is none.
  package init(ole bytes: [UInt8]) throws(ReadingError) {
    let directory = try OLEDirectory(bytes)
    if let workbook = directory.stream("Workbook", limit: 1 << 16) ?? directory.stream("Book", limit: 1 << 16) {
      self = hasPasswordRecord(workbook) ? .encryptedWorkbook : .workbook
    } else if let document = directory.stream("WordDocument", limit: 1 << 10) {
      // The flags of the file information block (MS-DOC 2.5.2): fEncrypted, whichever cipher it was.
      if let flags = document.number16(at: 10), flags & 0x0100 != 0 { throw .encrypted(.ole) }
      self = .text
    } else if directory.names.contains("PowerPoint Document") {
      self = .presentation
    } else {
      throw .damaged(.ole, part: nil, line: nil)
    }
  }

  /// - Throws: `.encrypted` for one with a password, `.damaged` for one that is none.
  init(odf bytes: [UInt8], limits: ReadingLimits) throws(ReadingError) {
    var package = try PackageFile(bytes, kind: .odf, limits: limits)
    if var manifest = try package.stream(named: "META-INF/manifest.xml") {
      while let event = try manifest.next() {
        if case .start = event, manifest.name == "encryption-data" { throw .encrypted(.odf) }
      }
    }
    let type = String(decoding: try package.part(named: "mimetype") ?? [], as: UTF8.self)
    guard type.hasPrefix("application/vnd.oasis.opendocument.") else {
      throw .damaged(.odf, part: "mimetype", line: nil)
    }
    // `text-template` and its like are read as what they are templates of.
    switch type.split(whereSeparator: { ".-".contains($0) || $0.isWhitespace }).dropFirst(3).first {
    case "text": self = .text
    case "spreadsheet": self = .workbook
    case "presentation": self = .presentation
    default: throw .damaged(.odf, part: "mimetype", line: nil)
    }
  }
}

/// Whether a workbook's first records hold one that says how it is encrypted (MS-XLS 2.4.117, FilePass).
private func hasPasswordRecord(_ workbook: [UInt8]) -> Bool {
  var offset = 0
  while let type = workbook.number16(at: offset), let length = workbook.number16(at: offset + 2) {
    if type == 0x002F { return true }
    // The end of the workbook's own records.
    if type == 0x000A { return false }
    offset += 4 + length
  }
  return false
}
