import Archive

extension FileKind {
  /// The kind of file that begins with these bytes; nil where it may be text.
  public init?(signatureOf bytes: [UInt8]) {
    for (kind, signature) in FileKind.signatures where bytes.starts(with: signature) {
      self =
        switch kind {
        case .zip: FileKind.zipContent(bytes)
        case .ole: FileKind.oleContent(bytes)
        default: kind
        }
      return
    }
    if bytes.starts(with: Array("RIFF".utf8)), bytes.dropFirst(8).starts(with: Array("WEBP".utf8)) {
      self = .webp
    } else if bytes.starts(with: Array("BM".utf8)), bytes.dropFirst(6).starts(with: [0, 0, 0, 0]) {
      self = .bmp
    } else if bytes.starts(with: Array("MZ".utf8)), bytes.prefix(64).contains(0) {
      self = .exe
    } else {
      return nil
    }
  }

  private static let signatures: [(kind: FileKind, bytes: [UInt8])] = [
    (.jpeg, [0xFF, 0xD8, 0xFF]),
    (.png, [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A]),
    (.gif, Array("GIF87a".utf8)), (.gif, Array("GIF89a".utf8)),
    (.tiff, [0x49, 0x49, 0x2A, 0x00]), (.tiff, [0x4D, 0x4D, 0x00, 0x2A]),
    (.pdf, Array("%PDF-".utf8)),
    (.zip, [0x50, 0x4B, 0x03, 0x04]), (.zip, [0x50, 0x4B, 0x05, 0x06]),
    (.gzip, [0x1F, 0x8B]),
    (.bzip2, Array("BZh9".utf8) + [0x31, 0x41, 0x59, 0x26]),
    (.xz, [0xFD, 0x37, 0x7A, 0x58, 0x5A, 0x00]),
    (.rar, Array("Rar!".utf8) + [0x1A, 0x07]),
    (.sevenZip, [0x37, 0x7A, 0xBC, 0xAF, 0x27, 0x1C]),
    (.ole, OLEDirectory.signature),
    (.rtf, Array("{\\rtf".utf8)),
    (.elf, [0x7F, 0x45, 0x4C, 0x46]),
    (.sqlite, Array("SQLite format 3".utf8) + [0x00]),
  ]

  /// Tells an encrypted package from a document of the old form.
  private static func oleContent(_ bytes: [UInt8]) -> FileKind {
    let names = (try? OLEDirectory(bytes))?.names ?? []
    return names.contains("EncryptedPackage") || names.contains("EncryptionInfo") ? .encryptedPackage : .ole
  }

  /// Tells the archive by what its directory names; of a damaged one by the names that stand at its head and end.
  private static func zipContent(_ bytes: [UInt8]) -> FileKind {
    let names: [(kind: FileKind, name: String)] = [
      (.jdx, "jdx/bagit.txt"), (.docx, "word/document.xml"), (.xlsx, "xl/workbook.xml"),
      (.pptx, "ppt/presentation.xml"), (.ofd, "OFD.xml"),
    ]
    let openDocument = Array("mimetypeapplication/vnd.oasis".utf8)
    if occurs(openDocument, in: Array(bytes.prefix(256))) { return .odf }
    // A stored document within an archive brings its own names along, which are not the archive's.
    if let archive = try? ForeignArchive(bytes) {
      return names.first { archive.entry(named: $0.name) != nil }?.kind ?? .zip
    }
    let ends = Array(bytes.prefix(4_096) + bytes.suffix(65_536))
    return names.first { occurs(Array($0.name.utf8), in: ends) }?.kind ?? .zip
  }

  private static func occurs(_ needle: [UInt8], in bytes: [UInt8]) -> Bool {
    guard let first = needle.first, bytes.count >= needle.count else { return false }
    for start in 0...bytes.count - needle.count where bytes[start] == first {
      if bytes[start..<start + needle.count].elementsEqual(needle) { return true }
    }
    return false
  }
}
