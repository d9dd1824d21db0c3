import Foundation
import Testing

/// A document in a format: the file's name and the media type that its content shows.
struct DocumentFormat: CustomTestStringConvertible, Sendable {
  /// `sheet` or `report`.
  let document: String
  /// What the file's name ends with; several may be of one type.
  let ending: String
  let mediaType: String

  var fileName: String { "\(document).\(ending)" }
  var testDescription: String { fileName }

  /// What is made and read with Python alone.
  static let own =
    both([
      "docx": "application/vnd.openxmlformats-officedocument.wordprocessingml.document", "html": "text/html",
      "mht": "multipart/related", "ofd": "application/ofd",
    ])
    + of(
      "sheet",
      [
        "xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", "md": "text/markdown",
        "csv": "text/csv", "tsv": "text/plain",
      ])

  /// What LibreOffice makes and reads.
  static let office =
    both([
      "doc": "application/msword", "wps": "application/msword", "rtf": "application/rtf",
      "odt": "application/vnd.oasis.opendocument.text",
    ])
    + of(
      "sheet",
      [
        "xls": "application/vnd.ms-excel", "et": "application/vnd.ms-excel",
        "protected.xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
        "ods": "application/vnd.oasis.opendocument.spreadsheet",
      ])

  /// What LibreOffice makes and poppler reads.
  static let pdf = both(["pdf": "application/pdf"])

  /// Web pages that Chromium printed.
  static let printed = both(["printed.pdf": "application/pdf"])

  static func isInstalled(_ programs: String...) -> Bool {
    programs.allSatisfy { name in
      ["/usr/bin", "/usr/local/bin"].contains { FileManager.default.isExecutableFile(atPath: "\($0)/\(name)") }
    }
  }

  private static func both(_ types: KeyValuePairs<String, String>) -> [DocumentFormat] {
    of("sheet", types) + of("report", types)
  }

  private static func of(_ document: String, _ types: KeyValuePairs<String, String>) -> [DocumentFormat] {
    types.map { DocumentFormat(document: document, ending: $0.key, mediaType: $0.value) }
  }
}
