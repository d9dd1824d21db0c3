/// Reads a PDF file through poppler: the words and the ruling lines of its pages, laid out as text and tables.
///
/// Pages that are pictures are recognised where `tesseract` is installed with Chinese.
///
/// - Throws: `.needsProgram`, `.encrypted`, `.damaged`, `.onlyPictures`, `.empty`, and what the limits ask for.
func readPDF(_ bytes: [UInt8], limits: ReadingLimits) throws(ReadingError) -> FileText {
  let folder = try PrivateFolder(for: .pdf)
  let path = try folder.write(bytes, as: "input.pdf", for: .pdf)
  var pages = try pdfWords(of: path, in: folder, limits: limits)
  var builder = FileTextBuilder(limits: limits)
  let blank = pages.indices.filter { pages[$0].words.isEmpty }
  if !blank.isEmpty {
    let pictures = try pagesWithPictures(of: path, in: folder, limits: limits)
    let scanned = blank.filter { pictures.contains($0 + 1) }
    if !scanned.isEmpty {
      try recognise(scanned, of: path, into: &pages, builder: &builder, in: folder, limits: limits)
    }
  }
  guard pages.contains(where: { !$0.words.isEmpty }) else { throw .empty }
  try addRules(of: path, to: &pages, builder: &builder, in: folder, limits: limits)
  try layOut(pages, into: &builder, limits: limits)
  return try builder.finished(mediaType: "application/pdf")
}

/// The words of each page.
private func pdfWords(
  of path: String, in folder: borrowing PrivateFolder, limits: ReadingLimits
) throws(ReadingError) -> [Page] {
  // The drawing of the rules counts lengths from the crop box too.
  let outcome = try run(.pdftotext, ["-cropbox", "-tsv", path, "-"], for: .pdf, in: folder, limits: limits)
  // The latter where a certificate takes the password's place.
  if outcome.complaints.contains("Incorrect password") || outcome.complaints.contains("security handler") {
    throw .encrypted(.pdf)
  }
  if outcome.status > 128 {
    throw .programFailed(.pdf, program: HelperProgram.pdftotext.name, message: outcome.lastLine)
  }
  var reading = TabbedWords(scale: 10)
  try reading.read(outcome.output, limits: limits)
  guard !reading.pages.isEmpty else { throw .damaged(.pdf, part: nil, line: nil) }
  return reading.pages
}
