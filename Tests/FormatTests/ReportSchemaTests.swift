import Compare
import Foundation
import Import
import Plan
import Testing
import Vocabulary

/// What `track` and `compare` write for programs fits the published schemas, and so do the built-in rules for lights.
@Suite(.enabled(if: SchemaValidator.isThere, "no Python with jsonschema: run make test, or set JDX_PYTHON"))
struct ReportSchemaTests {
  @Test func everyCorpusDocumentIsTrackedAndComparedByTheSchemas() throws {
    let corpora = try Importing.corpora()
    try Running.inFolder { folder in
      var files: [String: [UInt8]] = [:]
      var together = RevisionSet()
      for (name, session) in corpora {
        together.formUnion(session.contents.revisions)
        files.merge(Self.files(View(of: session.contents.revisions), below: name)) { $1 }
      }
      files.merge(Self.files(View(of: together), below: "all")) { $1 }
      let lights = try Repository.bytes(Repository.format.appending(path: "vocabularies/lights.yaml"))
      files["lights.json"] = try ProfileSchemaTests.json(YAMLNode.parse(lights)).canonical
      let themes = Array("themes: [{code: my-harbours, zh: 渔港, strong: [渔港, [避风]]}]".utf8)
      files["themes.json"] = try ProfileSchemaTests.json(YAMLNode.parse(themes)).canonical
      try Repository.write(files, below: folder)
      let checked = try SchemaValidator.run("records", folder)
      #expect(checked["track"] == corpora.count + 1 && checked["compare"] == corpora.count + 1)
      #expect(checked["lights"] == 1 && checked["themes"] == 1)
    }
  }

  @Test func theSchemasNameTheWordsOfTheProgram() throws {
    let words = { (name: String, place: [String]) throws -> [String]? in
      var value: JSON? = .object(try Repository.schema(name))
      for key in place { value = value?.object?[key] }
      return value?.object?["enum"]?.array?.compactMap(\.string)
    }
    #expect(try words("track", ["$defs", "verdict"]) == Tracking.Verdict.allCases.map(\.rawValue))
    #expect(try words("track", ["$defs", "rule"]) == Tracking.Rule.allCases.map(\.rawValue))
    #expect(LightRules.verdicts == Tracking.Verdict.allCases.map(\.rawValue))
    #expect(LightRules.standings == Tracking.Progress.Standing.allCases.map(\.rawValue))
  }

  private static func files(_ view: View, below folder: String) -> [String: [UInt8]] {
    let bytes = { (object: JSONObject) in JSON.object(object).canonical }
    return [
      "\(folder)/track.json": bytes(Tracking(view).json(.standard)),
      "\(folder)/compare.json": bytes(CityComparison(view).json),
    ]
  }
}
