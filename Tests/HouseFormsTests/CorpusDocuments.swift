import AdapterKit
import Foundation
import GenericPlugin
import HouseForms
import Import
import Plan
import QingdaoPlugin
import Testing
import Vocabulary
import WeihaiPlugin
import YantaiPlugin

/// A document of a plugin's corpus that an adapter can write again, with its records.
struct CorpusDocument: Sendable, CustomTestStringConvertible {
  static let adapters: [any Adapter] = [OutlineDocument(), TargetSheet(), MeetingReport(), taskLedger]

  let name: String
  let options: ImportSession.Options
  let records: DocumentRecords
  let adapter: any Adapter
  let form: any HouseForm

  var testDescription: String { name }

  /// Every document that is imported by an adapter which also writes, and whose form carries all that it says.
  static let all: [CorpusDocument] = written.filter { !$0.hasUnitsApart }

  /// Ledgers with units in a column or a head of their own, which the form does not have.
  static let withUnitsApart: [CorpusDocument] = written.filter(\.hasUnitsApart)

  /// Whether a unit stands apart from its number.
  private var hasUnitsApart: Bool {
    kindIsLedger && records.indicators.contains { $0.quote.last?.isNumber ?? false }
  }

  private var kindIsLedger: Bool { records.document.kind == .taskLedger }

  private static let written: [CorpusDocument] = ["Qingdao", "Yantai"].flatMap { plugin in
    let corpus = root.appendingPathComponent("Plugins/\(plugin)/corpus")
    return names(in: corpus).compactMap { CorpusDocument(corpus.appendingPathComponent($0), "\(plugin)/\($0)") }
  }

  static let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent()

  private static func names(in folder: URL) -> [String] {
    ((try? FileManager.default.contentsOfDirectory(atPath: folder.path)) ?? []).filter { !$0.hasPrefix(".") }.sorted()
  }

  private init?(_ folder: URL, _ name: String) {
    guard let input = CorpusDocument.names(in: folder).first(where: { $0.hasPrefix("input.") }),
      let bytes = try? Data(contentsOf: folder.appendingPathComponent(input)),
      let options = try? CorpusDocument.options(folder.appendingPathComponent("options.json"))
    else { return nil }
    var session = ImportSession(adapters: CorpusDocument.adapters, options: options)
    session.run([SourceFile(displayPath: input, name: input, bytes: Array(bytes))])
    guard let imported = session.imported.first, let document = imported.assembly.document.document,
      let form = imported.reading.adapter.houseForm
    else { return nil }
    self.name = name
    self.options = options
    let view = View(of: session.contents.revisions)
    records = DocumentRecords(
      document: document, items: view.items.compactMap(\.item), indicators: view.indicators.compactMap(\.indicator),
      contacts: imported.assembly.contacts)
    adapter = imported.reading.adapter
    self.form = form
  }

  /// What the user states, as `jdx import` takes it.
  private static func options(_ file: URL) throws -> ImportSession.Options {
    var out = ImportSession.Options()
    guard FileManager.default.fileExists(atPath: file.path) else { return out }
    let options = try JSON.parse(Array(try Data(contentsOf: file))).object ?? JSONObject()
    out.allowMarked = options["allowMarked"] == .bool(true)
    out.given = Given(
      city: options["city"]?.string.flatMap { Cities.standard.city(named: $0) },
      organization: options["organization"]?.string, year: options["year"]?.integer, name: options["name"]?.string)
    return out
  }

  func written(_ file: HouseFile) throws -> [UInt8] {
    try file.written(form.filled(with: records, under: form.headers(for: records)))
  }
}
