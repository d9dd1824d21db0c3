/// Reads an OFD file, the format of official documents with fixed pages (GB/T 33190).
///
/// The characters that it places one by one are laid out as text and tables, those of page templates included. That it
/// is signed is noted; no signature is checked.
///
/// - Throws: `.encrypted`, `.damaged`, `.onlyPictures`, `.empty`, and what the limits ask for.
func readOFD(_ bytes: [UInt8], limits: ReadingLimits) throws(ReadingError) -> FileText {
  var reader = try OFDReader(bytes, limits: limits)
  return try reader.read()
}

private struct OFDReader {
  private let limits: ReadingLimits
  private var package: PackageFile
  private var builder: FileTextBuilder
  private var pages: [Page] = []
  private var hidden: [(text: String, page: Int)] = []
  private var hasPictures = false
  /// Words and rules of all pages.
  private var pieces = 0

  init(_ bytes: [UInt8], limits: ReadingLimits) throws(ReadingError) {
    self.limits = limits
    package = try PackageFile(bytes, kind: .ofd, limits: limits)
    builder = FileTextBuilder(limits: limits)
  }

  mutating func read() throws(ReadingError) -> FileText {
    let isEncrypted = package.names.contains { $0.hasSuffix("Encryptions.xml") || $0.hasSuffix("encryptions.xml") }
    if isEncrypted { throw .encrypted(.ofd) }
    guard var stream = try package.stream(named: "OFD.xml") else { throw .damaged(.ofd, part: "OFD.xml", line: nil) }
    var roots: [String] = []
    var signatures: [String] = []
    while let event = try stream.next() {
      guard case .start = event else { continue }
      switch stream.name {
      case "DocRoot": roots.append(PackageFile.resolve(try stream.location(), from: ""))
      case "Encryptions": throw .encrypted(.ofd)
      case "Signatures": signatures.append(PackageFile.resolve(try stream.location(), from: ""))
      default: continue
      }
    }
    guard !roots.isEmpty else { throw .damaged(.ofd, part: "OFD.xml", line: nil) }
    for root in roots { try readDocument(root) }
    for part in signatures { try noteSignatures(part) }
    guard pages.contains(where: { !$0.words.isEmpty }) || !hidden.isEmpty else {
      throw hasPictures ? .onlyPictures(.ofd) : .empty
    }
    try layOut(pages, into: &builder, limits: limits)
    for (text, page) in hidden {
      let place = FilePlace(page: page)
      builder.beginAside(.hiddenText)
      builder.beginParagraph(at: place)
      try builder.append(text)
      builder.endAside()
      builder.note(.hiddenText, at: place)
    }
    return try builder.finished(mediaType: "application/ofd")
  }

  private mutating func readDocument(_ root: String) throws(ReadingError) {
    guard var stream = try package.stream(named: root) else { throw .damaged(.ofd, part: root, line: nil) }
    let folder = Self.folder(of: root)
    var area = [0.0, 0, 210, 297]
    var templates: [String: String] = [:]
    var parts: [String] = []
    while let event = try stream.next() {
      guard case .start = event else { continue }
      switch stream.name {
      case "PhysicalBox": area = OFDNumbers.list(try stream.plainText(), limit: 4)
      case "TemplatePage":
        guard let id = stream.attribute("ID"), let target = stream.attribute("BaseLoc") else { continue }
        templates[id] = PackageFile.resolve(target, from: folder)
      case "Page":
        guard let target = stream.attribute("BaseLoc") else { continue }
        guard parts.count < limits.pages else { throw .limitExceeded(.pages, allowed: limits.pages, part: root) }
        parts.append(PackageFile.resolve(target, from: folder))
      // Their text is not read: files beside the document, and what was drawn on it later.
      case "Attachments", "Annotations":
        let part = PackageFile.resolve(try stream.location(), from: folder)
        if package.has(part) { builder.note(.object, name: part) }
      default: continue
      }
    }
    guard pages.count + parts.count <= limits.pages else {
      throw .limitExceeded(.pages, allowed: limits.pages, part: root)
    }
    var known: [String: OFDPage] = [:]
    for part in parts {
      let content = try self.content(part)
      var layers = [content]
      for id in content.templates {
        guard let target = templates[id] else { continue }
        if known[id] == nil { known[id] = try self.content(target) }
        if let template = known[id] { layers.append(template) }
      }
      try add(layers, area: content.area ?? area)
    }
  }

  private mutating func content(_ part: String) throws(ReadingError) -> OFDPage {
    guard var stream = try package.stream(named: part) else {
      builder.note(.damagedPart, at: FilePlace(page: pages.count + 1), name: part)
      return OFDPage()
    }
    return try OFDPage(&stream, limits: limits)
  }

  /// Puts a page and its templates on one another.
  private mutating func add(_ layers: [OFDPage], area: [Double]) throws(ReadingError) {
    let number = pages.count + 1
    let (left, top) = area.count == 4 ? (area[0], area[1]) : (0, 0)
    let (x, y) = (Int(millimetres: left), Int(millimetres: top))
    var page = Page(
      width: Int(millimetres: area.count == 4 ? area[2] : 210),
      height: Int(millimetres: area.count == 4 ? area[3] : 297))
    for layer in layers {
      pieces += layer.words.count + layer.rules.count
      guard pieces <= limits.cells else { throw .limitExceeded(.cells, allowed: limits.cells, part: nil) }
      page.words += layer.words.map { word in
        let box = word.box
        return PageWord(
          text: word.text, box: Box(left: box.left - x, top: box.top - y, right: box.right - x, bottom: box.bottom - y),
          size: word.size)
      }
      page.rules += layer.rules.map { rule in
        let (across, along) = rule.direction == .horizontal ? (y, x) : (x, y)
        return PageRule(
          direction: rule.direction, position: rule.position - across, start: rule.start - along, end: rule.end - along)
      }
      hidden += layer.hidden.map { ($0, number) }
      for _ in 0..<layer.pictures { builder.note(.picture, at: FilePlace(page: number)) }
      for _ in 0..<layer.objects { builder.note(.object, at: FilePlace(page: number)) }
      if layer.pictures > 0 { hasPictures = true }
    }
    pages.append(page)
  }

  /// Notes each signature of the list, or that there is a list, where it cannot be read.
  private mutating func noteSignatures(_ part: String) throws(ReadingError) {
    do throws(ReadingError) {
      guard var stream = try package.stream(named: part) else { return builder.note(.damagedPart, name: part) }
      while let event = try stream.next() {
        if case .start = event, stream.name == "Signature" { builder.note(.signature) }
      }
    } catch .damaged {
      builder.note(.signature)
    }
  }

  private static func folder(of part: String) -> String {
    part.utf8.lastIndex(of: UInt8(ascii: "/")).map { String(part[..<$0]) } ?? ""
  }
}

extension XMLStream {
  /// The path that an element holds.
  fileprivate mutating func location() throws(ReadingError) -> String {
    let text = Array(try plainText().unicodeScalars)
    return String(String.UnicodeScalarView(text[trim(text.indices, in: text)]))
  }
}
