import AdapterKit
import Foundation
import GenericPlugin
import Import
import Packaging
import Plan
import QingdaoPlugin
import Vocabulary
import RizhaoPlugin
import WeifangPlugin
import WeihaiPlugin
import YantaiPlugin

/// A document of a plugin's corpus as the import takes it: its bytes and what its `options.json` states.
package struct CorpusDocument: Sendable {
  let plugin: String
  package let bytes: [UInt8]
  /// What the user states beside it.
  let options: ImportSession.Options

  /// Every document of every plugin, by name.
  package static let all: [CorpusDocument] = plugins.flatMap { plugin in
    let corpus = plugin.appendingPathComponent("corpus")
    return names(in: corpus).compactMap {
      CorpusDocument(corpus.appendingPathComponent($0), of: plugin.lastPathComponent)
    }
  }

  private static let plugins: [URL] = {
    let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent().appendingPathComponent("../../Plugins")
      .standardizedFileURL
    return names(in: root).map { root.appendingPathComponent($0) }
  }()

  private static func names(in folder: URL) -> [String] {
    ((try? FileManager.default.contentsOfDirectory(atPath: folder.path)) ?? []).filter { !$0.hasPrefix(".") }.sorted()
  }

  private init?(_ folder: URL, of plugin: String) {
    guard let input = CorpusDocument.names(in: folder).first(where: { $0.hasPrefix("input.") }),
      let data = try? Data(contentsOf: folder.appendingPathComponent(input))
    else { return nil }
    self.plugin = plugin
    bytes = Array(data)
    var given = Given()
    var adapter: String?
    if let options = try? Data(contentsOf: folder.appendingPathComponent("options.json")),
      let stated = try? JSON.parse(Array(options)).object
    {
      given.organization = stated["organization"]?.string
      given.year = stated["year"]?.integer
      given.name = stated["name"]?.string
      adapter = stated["adapter"]?.string
      given.city = stated["city"]?.string.flatMap { Cities.standard.city(code: $0) ?? Cities.standard.city(name: $0) }
    }
    // A damaged document often loses its city; what it then says is worth reading all the same.
    if given.city == nil { given.city = Cities.standard.city(code: "370200") }
    var stated = ImportSession.Options()
    stated.given = given
    stated.adapterID = adapter
    options = stated
  }

  static let adapters: [any Adapter] = [
    OutlineDocument(), TargetSheet(), workPlan, governmentReport, taskBreakdown, summaryAndPlan, MeetingReport(),
    summaryArticle, taskLedger,
  ]

  /// Imports bytes as `jdx import` does.
  func session(
    _ bytes: [UInt8], _ options: ImportSession.Options? = nil, onto contents: BundleContents = BundleContents()
  ) -> ImportSession {
    var session = ImportSession(
      adapters: CorpusDocument.adapters, options: options ?? self.options, onto: contents)
    session.run([SourceFile(displayPath: "input.txt", name: "input.txt", bytes: bytes)])
    return session
  }

  package static subscript(_ seed: UInt64) -> CorpusDocument { all[Int(seed % UInt64(all.count))] }
}
