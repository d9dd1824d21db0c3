import Compare
import Foundation
import Import
import Intake
import Plan
import Signing
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

  @Test func whatIntakeWritesFitsItsSchema() throws {
    try Running.inFolder { folder in
      let samples = Repository.root.appending(path: "Samples/qingdao-education-")
      let files = { (name: String) in folder.appending(path: name).path }
      for (year, name) in [("2031", "last.jdx"), ("2032", "in/a.jdx")] {
        try FileManager.default.createDirectory(atPath: files("in"), withIntermediateDirectories: true)
        #expect(try Running.jdx("import", samples.path + year + ".txt", "-o", files(name)).status == 0)
      }
      let fixes = Repository.root.appending(path: "docs/five-cities/office-")
      for office in ["a", "b"] {
        let arguments = [
          "import", samples.path + "2032.txt", "--onto", files("in/a.jdx"), "--fix", fixes.path + office + ".yaml",
          "-o",
          files("in/\(office)\(office).jdx"),
        ]
        #expect(try Running.jdx(arguments).status == 0)
      }
      try Data("PK\u{3}\u{4}".utf8).write(to: folder.appending(path: "in/broken.jdx"))
      let list = Repository.root.appending(path: "docs/five-cities/cities.yaml").path
      let answer = try Running.jdx(
        "intake", files("in"), "--expect", list, "--previous", files("last.jdx"), "--as-of", "2032-03-01", "-o",
        files("intake.json"))
      #expect(answer.status == 1)
      #expect(try SchemaValidator.run("records", folder)["intake"] == 1)
    }
  }

  @Test func theSchemaOfIntakeNamesTheWordsOfTheProgram() throws {
    let schema = JSON.object(try Repository.schema("intake"))
    let words = { (path: [String]) -> [String]? in
      path.reduce(Optional(schema)) { value, key in value?.object?[key] }?.object?["enum"]?.array?.compactMap(\.string)
    }
    let finding = ["$defs", "finding", "properties"]
    #expect(words(finding + ["kind"]) == Finding.Kind.allCases.map(\.rawValue))
    #expect(words(finding + ["severity"]) == Finding.Severity.allCases.map(\.rawValue))
    let sender = ["$defs", "sender", "properties"]
    #expect(words(sender + ["state"]) == SenderReceipt.State.allCases.map(\.rawValue))
    let time = sender + ["time", "properties"]
    #expect(words(time + ["standing"]) == Timing.Standing.allCases.map(\.rawValue))
    #expect(words(time + ["evidence"]) == Timing.Evidence.allCases.map(\.rawValue))
    #expect(words(["$defs", "file", "properties", "state"]) == SortedFile.State.allCases.map(\.rawValue))
    #expect(words(["$defs", "kind"]) == Document.Kind.allCases.map(\.rawValue))
    #expect(words(["$defs", "standing"]) == ["unsigned"] + Standing.allCases.map(\.rawValue))
  }

  private static func files(_ view: View, below folder: String) -> [String: [UInt8]] {
    let bytes = { (object: JSONObject) in JSON.object(object).canonical }
    return [
      "\(folder)/track.json": bytes(Tracking(view).json(.standard)),
      "\(folder)/compare.json": bytes(CityComparison(view).json),
    ]
  }
}
