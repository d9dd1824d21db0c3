import Archive
import Foundation
import Import
import Plan
import QingdaoPlugin
import TestSupport
import Testing
import WeihaiPlugin

/// One sheet and one report in every format that is read: what is understood is the same, places apart.
@Suite(.enabled(if: EveryFormat.hasPython, "no Python with python-docx and openpyxl: Tools/python-tools makes one"))
struct EveryFormatTests {
  @Test(arguments: ["sheet", "report"])
  func givesTheSameRecords(_ document: String) throws {
    let formats = try EveryFormat()
    let plain = try formats.records(of: formats.text(of: document))
    #expect(plain.count > 20)
    let files = try formats.files(of: document)
    #expect(files.count >= (document == "sheet" ? 4 : 2))
    for file in files where EveryFormat.canRead(file) {
      let records = try formats.records(of: file)
      #expect(records == plain, "\(file.lastPathComponent)")
    }
  }
}

/// The files, made once by Python and, where they are installed, other programs.
private final class EveryFormat {
  private let folder: URL

  init() throws {
    folder = FileManager.default.temporaryDirectory.appending(path: "every-format-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    let script = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "make_documents.py")
    let status = try EveryFormat.run([script.path, text(of: "sheet").path, text(of: "report").path, folder.path])
    guard status == 0 else { throw Failed(status: status) }
  }

  deinit { try? FileManager.default.removeItem(at: folder) }

  private struct Failed: Error { var status: Int32 }

  func text(of document: String) -> URL {
    let place = document == "sheet" ? "Qingdao/corpus/0001-education-2022" : "Weihai/corpus/0002-education-next-year"
    return EveryFormat.root.appending(path: "Plugins/\(place)/input.txt")
  }

  func files(of document: String) throws -> [URL] {
    try FileManager.default.contentsOfDirectory(at: folder, includingPropertiesForKeys: nil)
      .filter { $0.lastPathComponent.hasPrefix(document + ".") }
      .sorted { $0.path < $1.path }
  }

  /// Some formats are read by a program that may not be there.
  static func canRead(_ file: URL) -> Bool {
    let programs = [
      "pdf": "pdftotext", "odt": "soffice", "ods": "soffice", "rtf": "soffice", "doc": "soffice", "xls": "soffice",
    ]
    guard let program = programs[file.pathExtension] else { return true }
    return ["/usr/bin", "/usr/local/bin"].contains { FileManager.default.isExecutableFile(atPath: "\($0)/\(program)") }
  }

  /// Each record of a file without what tells where it stands and which reading it is of.
  func records(of file: URL) throws -> [String] {
    let bytes = try Data(contentsOf: file)
    var session = ImportSession(adapters: [TargetSheet(), MeetingReport()])
    session.run([SourceFile(displayPath: file.path, name: file.lastPathComponent, bytes: Array(bytes))])
    guard case .imported(let imported) = session.outcomes.first?.outcome else {
      return ["\(String(describing: session.outcomes.first?.outcome))"]
    }
    #expect(!imported.reading.segments.contains { $0.class == .unclaimed }, "\(file.lastPathComponent)")
    return imported.assembly.records.map { record in
      let places = ["spans", "reading", "revision", "parents", "source", "text", "marks"]
      let body = record.body.without(record.type == .document ? places : places.filter { $0 != "text" })
      return String(decoding: JSON.object(body).canonical, as: UTF8.self)
    }
  }

  private static let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent()
  private static let python = root.appending(path: ".build-tools/venv/bin/python3")

  static let hasPython = (try? run(["-c", "import docx, openpyxl"])) == 0

  private static func run(_ arguments: [String]) throws -> Int32 {
    let process = Process()
    process.executableURL = python
    process.arguments = arguments
    process.environment = ["LC_ALL": "C.UTF-8", "PATH": "/usr/local/bin:/usr/bin:/bin", "PYTHONDONTWRITEBYTECODE": "1"]
    process.standardInput = FileHandle.nullDevice
    try process.run()
    process.waitUntilExit()
    return process.terminationStatus
  }
}
