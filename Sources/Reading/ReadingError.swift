/// Why a file could not be read as text.
public enum ReadingError: Error, Sendable, Equatable {
  /// The file has no text: no byte, or a byte order mark alone.
  case empty
  /// The bytes from `offset` on are not text.
  case notText(offset: Int, reason: NotTextReason)
  /// The byte at `offset` fits none of the encodings tried (IANA names). Where one is named, the rest of the file
  /// leaves no doubt that this is the encoding, and the byte is damage.
  case undecodable(offset: Int, encodingsTried: [String])
  /// A part of the file is not what its kind demands: the part's name, and the line in it where one is known.
  case damaged(FileKind, part: String?, line: Int?)
  /// The file is protected by a password.
  case encrypted(FileKind)
  /// The file asks for more than ``ReadingLimits`` allow, in the part named.
  case limitExceeded(ReadingLimit, allowed: Int, part: String?)
  /// The kind can be read only with a program that is not installed: its Debian package.
  case needsProgram(FileKind, package: String)
  /// A program that reads the kind for us failed: the last line that it said.
  case programFailed(FileKind, program: String, message: String)
  /// The file has pages, and no text on them: they are pictures.
  case onlyPictures(FileKind)
}

/// What the bytes are instead of text.
public enum NotTextReason: Sendable, Equatable {
  /// A file of a known kind.
  case file(FileKind)
  /// Control characters, the first of this value; NUL is 0.
  case controlCharacter(UInt32)
}

/// A kind of file that is told by its first bytes.
public enum FileKind: String, Sendable, CaseIterable {
  /// A picture.
  case jpeg, png, gif, tiff, bmp, webp
  /// A document with pages.
  case pdf
  /// A ZIP archive with an office document in it.
  case docx, xlsx, pptx, ofd, odf
  /// Our own bundle.
  case jdx
  /// Some other archive.
  case zip, gzip, bzip2, xz, rar, sevenZip
  /// An old Office file (`.doc`, `.xls`, `.ppt`, `.wps`).
  case ole
  /// A new Office document (`.docx`, `.xlsx`) within an encrypted package; of what kind it is, the password tells.
  case encryptedPackage
  /// Rich Text Format.
  case rtf
  /// A web page, alone or with its pictures in one file (`.mht`).
  case html, mhtml
  /// Text with a grammar of its own.
  case markdown, csv
  /// A program or a database.
  case elf, exe, sqlite
}
