/// The numbers of the pages that show pictures, from 1.
func pagesWithPictures(
  of path: String, in folder: borrowing PrivateFolder, limits: ReadingLimits
) throws(ReadingError) -> Set<Int> {
  let outcome = try run(.pdfimages, ["-list", path], for: .pdf, in: folder, limits: limits)
  let lines = String(decoding: outcome.output, as: UTF8.self).split(separator: "\n").dropFirst(2)
  return Set(lines.compactMap { line in line.split(separator: " ").first.flatMap { Int($0) } })
}

/// Recognises the text of pages that are pictures.
///
/// Where nothing reads Chinese pictures, those pages are told, if others have text; a file of pictures alone needs the
/// program.
func recognise(
  _ scanned: [Int], of path: String, into pages: inout [Page], builder: inout FileTextBuilder,
  in folder: borrowing PrivateFolder, limits: ReadingLimits
) throws(ReadingError) {
  let hasText = pages.contains { !$0.words.isEmpty }
  guard HelperProgram.recognisedLanguages.contains("chi_sim") else {
    guard hasText else { throw .needsProgram(.pdf, package: HelperProgram.tesseract.package) }
    for index in scanned { builder.note(.picture, at: FilePlace(page: index + 1)) }
    return
  }
  for index in scanned {
    try recognise(&pages[index], number: index + 1, of: path, in: folder, limits: limits)
    let isRead = !pages[index].words.isEmpty
    builder.note(isRead ? .recognisedFromPicture : .picture, at: FilePlace(page: index + 1))
  }
  guard pages.contains(where: { !$0.words.isEmpty }) else { throw .onlyPictures(.pdf) }
}

/// Fills a page with the words of its picture and the lines drawn in it.
private func recognise(
  _ page: inout Page, number: Int, of path: String, in folder: borrowing PrivateFolder, limits: ReadingLimits
) throws(ReadingError) {
  // 200 dots an inch are what the program's own manual takes for the least; more takes longer and reads no better.
  let resolution = 200
  let pageArguments = ["-f", "\(number)", "-l", "\(number)", "-r", "\(resolution)", "-gray", "-singlefile"]
  let drawn = try run(
    .pdftoppm, pageArguments + [path, "\(folder.path)/page\(number)"], for: .pdf, in: folder, limits: limits)
  guard drawn.status == 0, let bytes = try folder.read("page\(number).pgm", limit: limits.partSize),
    var picture = GreyPicture(pgm: bytes)
  else { throw .programFailed(.pdf, program: HelperProgram.pdftoppm.name, message: drawn.lastLine) }
  // Longer than the strokes of a title's characters, which are 22 points high.
  let lines = picture.takeLines(longerThan: 32 * resolution / 72)
  let cleaned = try folder.write(picture.pgm, as: "clean\(number).pgm", for: .pdf)
  let said = try run(
    .tesseract, [cleaned, "stdout", "-l", "chi_sim", "--dpi", "\(resolution)", "tsv"], for: .pdf, in: folder,
    limits: limits)
  guard said.status == 0 else {
    throw .programFailed(.pdf, program: HelperProgram.tesseract.name, message: said.lastLine)
  }
  page.rules = lines.map { line in
    PageRule(
      direction: line.direction, position: line.position * 720 / resolution, start: line.start * 720 / resolution,
      end: line.end * 720 / resolution)
  }
  var reading = TabbedWords(scale: 720 / Double(resolution), recognisedBetween: page.rules)
  try reading.read(said.output, limits: limits)
  page.words = reading.pages.first?.words ?? []
}
