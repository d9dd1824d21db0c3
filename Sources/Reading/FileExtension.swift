/// The extension of a file's name, which nothing but a notice depends on.
struct FileExtension {
  /// In small letters, without the dot.
  let letters: String

  /// `nil` where the name has none that is known.
  static func of(_ name: String) -> FileExtension? {
    guard let dot = name.lastIndex(of: "."), dot != name.startIndex else { return nil }
    let letters = name[name.index(after: dot)...].lowercased()
    return kinds[letters] == nil ? nil : FileExtension(letters: letters)
  }

  /// Whether a file of such a name may hold this.
  func fits(_ kind: FileKind?) -> Bool { FileExtension.kinds[letters]?.contains(kind) ?? true }

  /// `nil` among the kinds is text.
  private static let kinds: [String: [FileKind?]] = [
    "docx": [.docx, .encryptedPackage], "docm": [.docx, .encryptedPackage], "xlsx": [.xlsx, .encryptedPackage],
    "xlsm": [.xlsx, .encryptedPackage], "pdf": [.pdf], "ofd": [.ofd],
    "doc": [.ole], "wps": [.ole], "xls": [.ole], "et": [.ole], "rtf": [.rtf], "odt": [.odf], "ods": [.odf],
    "txt": [nil], "md": [nil], "csv": [nil], "tsv": [nil], "html": [.html], "htm": [.html], "shtml": [.html],
    "mht": [.mhtml],
  ]
}
