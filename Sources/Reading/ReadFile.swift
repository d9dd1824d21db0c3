/// Reads a file of any kind that is known, told by its content alone.
///
/// - Parameter name: the file's name, where it has one: an extension of another kind is noted, nothing else.
public func readFile(
  _ bytes: [UInt8], name: String? = nil, limits: ReadingLimits = ReadingLimits()
) throws(ReadingError) -> FileText {
  try limits.checkFileSize(bytes.count)
  let kind = FileKind(signatureOf: bytes) ?? FileKind(markupOf: bytes)
  let text = try read(bytes, as: kind, limits: limits)
  guard let name, let said = FileExtension.of(name), !said.fits(kind) else { return text }
  return text.with(notice: ReadingNotice(.extensionMismatch, name: said.letters))
}

private func read(_ bytes: [UInt8], as kind: FileKind?, limits: ReadingLimits) throws(ReadingError) -> FileText {
  switch kind {
  case .docx: return try readDOCX(bytes, limits: limits)
  case .xlsx: return try readXLSX(bytes, limits: limits)
  case .pdf: return try readPDF(bytes, limits: limits)
  case .html: return try readHTML(bytes, limits: limits)
  case .mhtml: return try readMHTML(bytes, limits: limits)
  case .ofd: return try readOFD(bytes, limits: limits)
  case let kind? where kind.isForOffice:
    let converted = try convertedByOffice(bytes, kind: kind, limits: limits)
    return try read(converted.bytes, as: converted.kind, limits: limits).with(mediaType: converted.mediaType)
  default:
    let decoded = try decode(bytes)
    if looksLikeCSV(decoded.scalars) { return try readCSV(decoded, limits: limits) }
    return FileText(
      mediaType: looksLikeMarkdown(decoded.scalars) ? "text/markdown" : "text/plain", encoding: decoded.encoding,
      hasBOM: decoded.hasBOM, scalars: decoded.scalars, blocks: nil)
  }
}

extension FileKind {
  /// Whether LibreOffice turns it into what is read.
  fileprivate var isForOffice: Bool {
    switch self {
    case .ole, .encryptedPackage, .rtf, .odf: true
    default: false
    }
  }
}

extension FileText {
  fileprivate func with(mediaType: String? = nil, notice: ReadingNotice? = nil) -> FileText {
    FileText(
      mediaType: mediaType ?? self.mediaType, encoding: encoding, hasBOM: hasBOM, scalars: scalars, blocks: blocks,
      asides: asides, anchors: anchors, notices: notices + [notice].compactMap { $0 })
  }
}

extension FileText {
  /// The blocks that the lines of a repaired plain text show.
  public func textBlocks(of repaired: [Unicode.Scalar]) -> [Block] {
    mediaType == "text/markdown" ? markdownBlocks(repaired) : plainTextBlocks(repaired)
  }
}
