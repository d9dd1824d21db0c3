import Foundation
import Import
import Plan
import TestSupport

/// A target sheet and a meeting report in every format, made by Python and what other programs there are.
struct DocumentFiles {
  /// By name: `sheet.docx`.
  private let files: [String: [UInt8]]

  init() throws {
    let folder = FileManager.default.temporaryDirectory.appending(path: "every-format-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    let script = Self.root.appending(path: "Tests/ImportTests/make_documents.py")
    let (sheet, report) = (
      Self.corpus("Qingdao/corpus/0001-education-2022"), Self.corpus("Weihai/corpus/0002-education-next-year")
    )
    let status = try Self.run(
      [script.path, sheet.path, report.path, folder.path] + (OutsideProgram.hasOffice ? ["--office"] : []))
    guard status == 0 else { throw Failed(status: status) }
    var files: [String: [UInt8]] = [:]
    for file in try FileManager.default.contentsOfDirectory(at: folder, includingPropertiesForKeys: nil) {
      files[file.lastPathComponent] = Array(try Data(contentsOf: file))
    }
    files["sheet.txt"] = Array(try Data(contentsOf: sheet))
    files["report.txt"] = Array(try Data(contentsOf: report))
    files["sheet.ofd"] = try SheetRows(json: files["rows.json"] ?? []).ofd
    files["report.ofd"] = pages(of: String(decoding: files["report.txt"] ?? [], as: UTF8.self)).bytes
    self.files = files
  }

  private struct Failed: Error { var status: Int32 }
  private struct NotMade: Error { var name: String }

  func source(_ name: String) throws -> SourceFile {
    guard let bytes = files[name] else { throw NotMade(name: name) }
    return SourceFile(displayPath: name, name: name, bytes: bytes)
  }

  private static func corpus(_ name: String) -> URL { root.appending(path: "Plugins/\(name)/input.txt") }

  private static let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent()

  static let hasPython = (try? run(["-c", "import docx, openpyxl, msoffcrypto"])) == 0

  private static func run(_ arguments: [String]) throws -> Int32 {
    let process = Process()
    process.executableURL = root.appending(path: ".build-tools/venv/bin/python3")
    process.arguments = arguments
    process.environment = ["LC_ALL": "C.UTF-8", "PATH": "/usr/local/bin:/usr/bin:/bin", "PYTHONDONTWRITEBYTECODE": "1"]
    process.standardInput = FileHandle.nullDevice
    try process.run()
    process.waitUntilExit()
    return process.terminationStatus
  }
}

extension Assembly {
  /// Each record as JSON without what tells where it stands and which reading it is of.
  var recordsWithoutPlaces: [String] {
    records.map { record in
      let places = ["spans", "reading", "revision", "parents", "source", "text", "marks"]
      let body = record.body.without(record.type == .document ? places : places.filter { $0 != "text" })
      return String(decoding: JSON.object(body).canonical, as: UTF8.self)
    }
  }
}
