import AdapterKit
import Archive
import Foundation
import Import
import Plan
import Vocabulary

/// A document of a plugin's corpus and what is expected of it: a folder with `input.*`, `expected.json`, and, where they
/// are wanted, `options.json` and `note.md`.
public struct CorpusCase: Sendable {
  /// The folder's name.
  public let name: String
  public let folder: String
  /// The document's file name, `input.docx`.
  public let inputName: String
  public let bytes: [UInt8]
  /// What the user states, as `jdx import` takes it: city, organization, year, name, allowMarked.
  public let options: ImportSession.Options
  /// What was recorded; `nil` where nothing is yet.
  public let expected: [UInt8]?

  public var expectationPath: String { folder + "/expected.json" }

  /// The cases below `corpus` of a plugin's folder, by name.
  public static func all(in plugin: String) throws(CorpusError) -> [CorpusCase] {
    let corpus = plugin + "/corpus"
    guard let names = try? FileManager.default.contentsOfDirectory(atPath: corpus) else {
      throw .missing(folder: plugin)
    }
    var cases: [CorpusCase] = []
    for name in names.sorted() where !name.hasPrefix(".") {
      if let found = try CorpusCase(name, in: corpus) { cases.append(found) }
    }
    guard !cases.isEmpty else { throw .empty(folder: corpus) }
    return cases
  }

  /// `nil` where the folder holds no document.
  private init?(_ name: String, in corpus: String) throws(CorpusError) {
    self.name = name
    folder = corpus + "/" + name
    let names = (try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []
    let inputs = names.filter { $0.hasPrefix("input.") }.sorted()
    guard let input = inputs.first else { return nil }
    guard inputs.count == 1 else { throw .severalInputs(folder: folder, inputs) }
    inputName = input
    do throws(FileFailure) {
      bytes = try readFile(folder + "/" + input)
      let hasExpectation = names.contains("expected.json")
      expected = hasExpectation ? try readFile(folder + "/expected.json") : nil
      let stated = names.contains("options.json") ? try readFile(folder + "/options.json") : nil
      guard let options = CorpusCase.options(stated) else { throw FileFailure(path: "", operation: .read, errno: 0) }
      self.options = options
    } catch {
      if error.errno == 0 { throw .options(file: folder + "/options.json") }
      throw .unreadable(error)
    }
  }

  /// `nil` where it is not of the form.
  private static func options(_ json: [UInt8]?) -> ImportSession.Options? {
    var out = ImportSession.Options()
    guard let json else { return out }
    guard let stated = (try? JSON.parse(json))?.object else { return nil }
    out.allowMarked = stated["allowMarked"] == .bool(true)
    out.adapterID = stated["adapter"]?.string
    out.given = Given(
      organization: stated["organization"]?.string, year: stated["year"]?.integer, name: stated["name"]?.string)
    if let city = stated["city"]?.string {
      guard let known = Cities.standard.city(named: city) else { return nil }
      out.given.city = known
    }
    return out
  }

  /// Imports bytes as the command does, with this case's options.
  public func session(
    _ bytes: [UInt8], adapters: [any Adapter], named name: String? = nil, onto contents: ImportSession? = nil
  ) -> ImportSession {
    var session =
      contents.map { ImportSession(adapters: adapters, options: options, onto: $0.contents) }
      ?? ImportSession(adapters: adapters, options: options)
    session.run([SourceFile(displayPath: name ?? inputName, name: name ?? inputName, bytes: bytes)])
    return session
  }
}
