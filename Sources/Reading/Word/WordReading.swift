/// Reads a Word document in the open format, transitional or strict, with macros or without.
///
/// Page headers come first, then the body, the notes, the remarks and the page footers.
func readDOCX(_ bytes: [UInt8], limits: ReadingLimits) throws(ReadingError) -> FileText {
  var document = WordDocument(package: try PackageFile(bytes, kind: .docx, limits: limits), limits: limits)
  return try document.text()
}

/// A Word document: its parts, and the text that they are put into.
private struct WordDocument {
  private var package: PackageFile
  private var writer: WordWriter
  private let limits: ReadingLimits

  init(package: PackageFile, limits: ReadingLimits) {
    self.package = package
    self.limits = limits
    writer = WordWriter(limits: limits)
  }

  mutating func text() throws(ReadingError) -> FileText {
    let whole = try relationships(of: "")
    let main = whole.first { $0.type == "officeDocument" }?.target ?? "word/document.xml"
    if whole.contains(where: { $0.type == "origin" }) { writer.builder.note(.signature) }
    let parts = try relationships(of: main)
    func names(_ type: String) -> [String] { parts.filter { $0.type == type }.map(\.target) }

    for name in names("styles").prefix(1) {
      try optional(name) { (document, bytes) throws(ReadingError) in
        let needed = WordStyles.withoutTableStyles(bytes)
        document.writer.styles = try WordStyles(try document.stream(needed, name))
      }
    }
    for name in names("numbering").prefix(1) {
      try optional(name) { (document, bytes) throws(ReadingError) in
        document.writer.numbering = try WordNumbering(try document.stream(bytes, name))
      }
    }
    for name in names("header") { try story(name, .header, aside: .pageHeader) }
    guard let body = try package.stream(named: main) else { throw .damaged(.docx, part: main, line: nil) }
    try write(body, as: .body)
    for name in names("footnotes") { try story(name, .footnote) }
    for name in names("endnotes") { try story(name, .endnote) }
    for name in names("comments") { try story(name, .comment, aside: .comment) }
    for name in names("footer") { try story(name, .footer, aside: .pageFooter) }
    return try writer.builder.finished(mediaType: try mediaType(of: main))
  }

  /// Writes all blocks of a part.
  private mutating func write(_ stream: consuming XMLStream, as part: FilePlace.Part) throws(ReadingError) {
    writer.begin(part)
    var parser = WordParser(stream, styles: writer.styles, limits: limits)
    while let block = try parser.next() { try writer.write(block) }
    try writer.end()
  }

  /// Writes a part that the document can do without; what stands before damage in it is kept.
  private mutating func story(
    _ name: String, _ part: FilePlace.Part, aside: Aside.Kind? = nil
  ) throws(ReadingError) {
    if let aside { writer.builder.beginAside(aside) }
    try optional(name) { (document, bytes) throws(ReadingError) in
      try document.write(try document.stream(bytes, name), as: part)
    }
    if aside != nil { writer.builder.endAside() }
  }

  /// Reads a part that the document can do without; damage in it, or that there is none, is noted.
  private mutating func optional(
    _ name: String, _ read: (inout Self, [UInt8]) throws(ReadingError) -> Void
  ) throws(ReadingError) {
    do throws(ReadingError) {
      guard let bytes = try package.part(named: name) else { throw .damaged(.docx, part: name, line: nil) }
      try read(&self, bytes)
    } catch {
      guard case .damaged = error else { throw error }
      writer.builder.note(.damagedPart, name: name)
    }
  }

  private func stream(_ bytes: [UInt8], _ name: String) throws(ReadingError) -> XMLStream {
    try XMLStream(bytes, kind: .docx, part: name, limits: limits)
  }

  private mutating func relationships(of name: String) throws(ReadingError) -> [PackageFile.Relationship] {
    do throws(ReadingError) {
      return try package.relationships(of: name)
    } catch {
      guard case .damaged(_, let part, _) = error else { throw error }
      writer.builder.note(.damagedPart, name: part)
      return []
    }
  }

  /// The media type that the package's list of contents gives its main part, as it is for the whole file.
  private mutating func mediaType(of main: String) throws(ReadingError) -> String {
    let document = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
    guard var stream = try? package.stream(named: "[Content_Types].xml") else { return document }
    while let event = try? stream.next() {
      guard case .start = event, stream.name == "Override", stream.attribute("PartName") == "/" + main else { continue }
      switch stream.attribute("ContentType") {
      case "application/vnd.ms-word.document.macroEnabled.main+xml":
        return "application/vnd.ms-word.document.macroEnabled.12"
      case "application/vnd.ms-word.template.macroEnabledTemplate.main+xml":
        return "application/vnd.ms-word.template.macroEnabled.12"
      case "application/vnd.openxmlformats-officedocument.wordprocessingml.template.main+xml":
        return "application/vnd.openxmlformats-officedocument.wordprocessingml.template"
      default: return document
      }
    }
    return document
  }
}
