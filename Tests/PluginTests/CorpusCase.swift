import AdapterKit
import Conformance
import Foundation
import GenericPlugin
import Import
import QingdaoPlugin
import RizhaoPlugin
import Testing
import WeifangPlugin
import WeihaiPlugin
import YantaiPlugin

/// A document of a plugin's corpus, and the plugin that it belongs to.
struct CorpusCase: Sendable, CustomTestStringConvertible {
  static let adapters: [any Adapter] = [
    OutlineDocument(), TargetSheet(), workPlan, governmentReport, taskBreakdown, summaryAndPlan, MeetingReport(),
    summaryArticle, taskLedger,
  ]

  let plugin: String
  let document: Conformance.CorpusCase

  var testDescription: String { "\(plugin)/\(document.name)" }

  /// Every case of every plugin, by name.
  static let all: [CorpusCase] = plugins.flatMap { cases(of: $0) }

  /// The folders of plugins that have a corpus; the examples beside them have theirs a folder deeper.
  static let plugins: [String] = names(in: root).filter {
    FileManager.default.fileExists(atPath: root.appendingPathComponent($0).appendingPathComponent("corpus").path)
  }

  static let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
    .appendingPathComponent("../../Plugins").standardizedFileURL

  static func cases(of plugin: String) -> [CorpusCase] {
    let documents = (try? Conformance.CorpusCase.all(in: root.appendingPathComponent(plugin).path)) ?? []
    return documents.map { CorpusCase(plugin: plugin, document: $0) }
  }

  private static func names(in folder: URL) -> [String] {
    ((try? FileManager.default.contentsOfDirectory(atPath: folder.path)) ?? []).sorted()
  }

  /// The adapters whose corpus it is: their ids begin with the plugin's name; Rizhao's tables are read as all ledgers are.
  var tested: [String] {
    CorpusCase.adapters.map(\.id).filter { $0.hasPrefix(plugin.lowercased()) }
      + (plugin == "Rizhao" ? [taskLedger.id] : [])
  }

  func bytes() throws -> [UInt8] { document.bytes }

  /// Imports bytes as the command does, with this case's options.
  func session(_ bytes: [UInt8], adapters: [any Adapter] = CorpusCase.adapters) throws -> ImportSession {
    document.session(bytes, adapters: adapters)
  }
}
