import AdapterKit
import Archive
import Foundation
import Import
import Packaging
import Plan
import QingdaoPlugin
import Vocabulary
import RizhaoPlugin
import WeifangPlugin
import WeihaiPlugin
import YantaiPlugin

/// Imports as the command does, and bundles as the files that they hold.
enum Importing {
  static func session(_ files: [URL], onto contents: BundleContents = BundleContents(), given: Given = Given())
    throws -> ImportSession
  {
    var options = ImportSession.Options()
    options.given = given
    var session = ImportSession(
      adapters: [
        TargetSheet(), workPlan, governmentReport, taskBreakdown, summaryAndPlan, MeetingReport(), summaryArticle,
        taskLedger,
      ], options: options, onto: contents)
    session.run(
      try files.map { file in
        SourceFile(
          displayPath: file.lastPathComponent, name: file.lastPathComponent, bytes: try Repository.bytes(file))
      })
    return session
  }

  /// What a bundle of the contents holds, by path below its top folder, read back out of the archive.
  static func unpacked(_ contents: BundleContents) throws -> [String: [UInt8]] {
    let sink = MemorySink()
    try writeBundle(contents, to: sink)
    let archive = try ArchiveReader(bytes: sink.bytes)
    return Dictionary(
      uniqueKeysWithValues: try archive.entries.map { (String($0.path.dropFirst("jdx/".count)), try archive.read($0)) })
  }

  static func accounting(_ session: ImportSession) -> [UInt8] {
    AccountingReport.json(session.imported, language: .en).canonical + [UInt8(ascii: "\n")]
  }

  /// Every document of every plugin's corpus that imports: its name, and how it was imported.
  static func corpora() throws -> [(name: String, session: ImportSession)] {
    let plugins = Repository.root.appending(path: "Plugins")
    var out: [(name: String, session: ImportSession)] = []
    for plugin in Repository.names(in: plugins) {
      let corpus = plugins.appending(path: plugin).appending(path: "corpus")
      for name in Repository.names(in: corpus) {
        let folder = corpus.appending(path: name)
        guard let input = Repository.names(in: folder).first(where: { $0.hasPrefix("input.") }) else { continue }
        let session = try session([folder.appending(path: input)], given: try given(in: folder))
        if !session.imported.isEmpty { out.append(("\(plugin)-\(name)", session)) }
      }
    }
    return out
  }

  /// What `options.json` of a corpus case states.
  private static func given(in folder: URL) throws -> Given {
    guard Repository.names(in: folder).contains("options.json") else { return Given() }
    let options = try Repository.json(folder.appending(path: "options.json"))
    let city = options["city"]?.string.flatMap { Cities.standard.city(code: $0) ?? Cities.standard.city(name: $0) }
    return Given(
      city: city, organization: options["organization"]?.string, year: options["year"]?.integer,
      name: options["name"]?.string)
  }
}
