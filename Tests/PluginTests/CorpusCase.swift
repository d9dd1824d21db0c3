import AdapterKit
import Foundation
import GenericPlugin
import Import
import Plan
import QingdaoPlugin
import Testing
import Vocabulary
import WeihaiPlugin
import YantaiPlugin

/// A document of a plugin's corpus, and what is expected of it: `input.*`, `options.json`, `expected.json`, `note.md`.
struct CorpusCase: Sendable, CustomTestStringConvertible {
  static let adapters: [any Adapter] = [OutlineDocument(), TargetSheet(), MeetingReport(), taskLedger]

  let plugin: String
  let folder: URL
  let input: URL

  var testDescription: String { "\(plugin)/\(folder.lastPathComponent)" }
  var expectation: URL { folder.appendingPathComponent("expected.json") }

  /// Every case of every plugin, by name.
  static let all: [CorpusCase] = plugins.flatMap { cases(of: $0) }

  static let plugins: [String] = names(in: root).filter { !$0.hasPrefix(".") }

  private static let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
    .appendingPathComponent("../../Plugins").standardizedFileURL

  static func cases(of plugin: String) -> [CorpusCase] {
    let corpus = root.appendingPathComponent(plugin).appendingPathComponent("corpus")
    return names(in: corpus).compactMap { name in
      let folder = corpus.appendingPathComponent(name)
      guard let input = names(in: folder).first(where: { $0.hasPrefix("input.") }) else { return nil }
      return CorpusCase(plugin: plugin, folder: folder, input: folder.appendingPathComponent(input))
    }
  }

  private static func names(in folder: URL) -> [String] {
    ((try? FileManager.default.contentsOfDirectory(atPath: folder.path)) ?? []).sorted()
  }

  func bytes() throws -> [UInt8] { Array(try Data(contentsOf: input)) }

  /// What the user states, as `jdx import` takes it: city, organization, year, name, allowMarked.
  func options() throws -> ImportSession.Options {
    var out = ImportSession.Options()
    let file = folder.appendingPathComponent("options.json")
    guard FileManager.default.fileExists(atPath: file.path) else { return out }
    let options = try JSON.parse(Array(try Data(contentsOf: file))).object ?? JSONObject()
    out.allowMarked = options["allowMarked"] == .bool(true)
    var given = Given(
      organization: options["organization"]?.string, year: options["year"]?.integer, name: options["name"]?.string)
    if let city = options["city"]?.string {
      given.city = Cities.standard.city(code: city) ?? Cities.standard.city(name: city)
    }
    out.given = given
    return out
  }

  /// Imports bytes as the command does, with this case's options.
  func session(_ bytes: [UInt8]) throws -> ImportSession {
    var session = ImportSession(adapters: CorpusCase.adapters, options: try options())
    session.run([SourceFile(displayPath: input.lastPathComponent, name: input.lastPathComponent, bytes: bytes)])
    return session
  }
}
