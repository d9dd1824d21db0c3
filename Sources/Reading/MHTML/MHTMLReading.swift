/// Reads a web page that was saved as a message, its pictures in further parts (`.mht`).
func readMHTML(_ bytes: [UInt8], limits: ReadingLimits = ReadingLimits()) throws(ReadingError) -> FileText {
  try limits.checkFileSize(bytes.count)
  guard let part = MessagePart.first(of: "text/html", in: bytes) else {
    throw .damaged(.mhtml, part: "text/html", line: nil)
  }
  let page = TransferEncoding.decode(part.body, named: part.transferEncoding)
  let text = try readHTML(page, limits: limits, label: part.parameter("charset")?.lowercased())
  return FileText(
    mediaType: "multipart/related", encoding: text.encoding, hasBOM: text.hasBOM, scalars: text.scalars,
    blocks: text.blocks, asides: text.asides, anchors: text.anchors, notices: text.notices)
}
