import Glibc

/// A program that reads a kind of file for us, when it is installed.
public struct HelperProgram: Sendable, Equatable {
  /// What it is called on the command line.
  public let name: String
  /// The Debian packages that bring it and what it needs, parted by blanks.
  public let package: String
  /// The kinds of files that need it.
  public let kinds: [FileKind]
  /// What prints its version.
  let versionArgument: String

  /// Words of a PDF file with their places.
  public static let pdftotext = HelperProgram(
    name: "pdftotext", package: "poppler-utils", kinds: [.pdf], versionArgument: "-v")
  /// The ruling lines of a PDF file.
  public static let pdftocairo = HelperProgram(
    name: "pdftocairo", package: "poppler-utils", kinds: [.pdf], versionArgument: "-v")
  /// Which pages of a PDF file show pictures.
  public static let pdfimages = HelperProgram(
    name: "pdfimages", package: "poppler-utils", kinds: [.pdf], versionArgument: "-v")
  /// Pictures of a PDF file's pages, for recognition.
  public static let pdftoppm = HelperProgram(
    name: "pdftoppm", package: "poppler-utils", kinds: [.pdf], versionArgument: "-v")
  /// Recognises the text of pictures.
  public static let tesseract = HelperProgram(
    name: "tesseract", package: "tesseract-ocr tesseract-ocr-chi-sim", kinds: [.pdf], versionArgument: "--version")
  /// Turns old and other office documents into those that we read.
  public static let soffice = HelperProgram(
    name: "soffice", package: "libreoffice-writer-nogui libreoffice-calc-nogui", kinds: [.ole, .rtf, .odf],
    versionArgument: "--version")

  /// All of them.
  public static let all = [pdftotext, pdftocairo, pdfimages, pdftoppm, tesseract, soffice]

  /// Where it is installed; `nil` where it is not.
  public var path: String? {
    for folder in (environmentValue("PATH") ?? "/usr/bin:/bin").split(separator: ":") where folder.hasPrefix("/") {
      let candidate = "\(folder)/\(name)"
      if isExecutable(candidate) { return candidate }
    }
    return nil
  }

  /// The number of its version as it prints it; `nil` where it is not installed or says nothing.
  public var version: String? {
    guard let kind = kinds.first, let folder = try? PrivateFolder(for: kind),
      let outcome = try? run(self, [versionArgument], for: kind, in: folder, limits: ReadingLimits())
    else { return nil }
    let said = String(decoding: outcome.output, as: UTF8.self) + " " + outcome.complaints
    return said.split(whereSeparator: \.isWhitespace).first { $0.contains(".") && $0.first?.isNumber == true }
      .map(String.init)
  }
}

extension HelperProgram {
  /// The languages that `tesseract` can read; empty where it is not installed.
  public static var recognisedLanguages: [String] {
    guard let folder = try? PrivateFolder(for: .pdf),
      let outcome = try? run(.tesseract, ["--list-langs"], for: .pdf, in: folder, limits: ReadingLimits())
    else { return [] }
    let said = String(decoding: outcome.output, as: UTF8.self)
    return said.split(whereSeparator: \.isNewline).dropFirst().map(String.init)
  }
}

/// Whether a file is there that may be run.
package func isExecutable(_ path: String) -> Bool {
  var status = stat()
  return stat(path, &status) == 0 && status.st_mode & S_IFMT == S_IFREG && access(path, X_OK) == 0
}
