import Foundation
import Import
import Plan
import Testing

/// The schemas against a validator that is not ours: what the program writes fits them, and they refuse what they can.
@Suite(.enabled(if: SchemaValidator.isThere, "no Python with jsonschema: run make test, or set JDX_PYTHON"))
struct SchemaTests {
  @Test func theRulesVerdictsAreTheSchemas() throws {
    let checked = try SchemaValidator.run("rules", RuleExample.folder)
    #expect(checked.count > 10)
  }

  @Test func theExampleDocumentsFit() throws {
    let checked = try SchemaValidator.run("records", DocumentExampleTests.folder)
    for name in ["document", "item", "indicator", "contact", "accounting-report", "datapackage"] {
      #expect(checked[name] ?? 0 > 0, "\(name)")
    }
  }

  @Test func everyCorpusDocumentFits() throws {
    let corpora = try Importing.corpora()
    try Running.inFolder { folder in
      var revisions = 0
      for (name, session) in corpora {
        var files = try Importing.unpacked(session.contents)
        files["accounting.json"] = Importing.accounting(session)
        try Repository.write(files, below: folder.appending(path: name))
        revisions += session.contents.revisions.count
      }
      let checked = try SchemaValidator.run("records", folder)
      #expect(checked["accounting-report"] == corpora.count && corpora.count > 15)
      #expect(RecordType.allCases.reduce(0) { $0 + (checked[$1.rawValue] ?? 0) } == revisions)
    }
  }
}

/// `check_schemas.py`, run by a Python that has jsonschema.
enum SchemaValidator {
  static let isThere = (try? Running.python(["-c", "import jsonschema"]).status) == 0

  /// How many values were held against each schema; a complaint is an issue.
  static func run(_ mode: String, _ folder: URL) throws -> [String: Int] {
    let script = URL(fileURLWithPath: #filePath).deletingLastPathComponent().appending(path: "check_schemas.py").path
    let (said, status) = try Running.python(
      [script, Repository.format.appending(path: "schemas").path, mode, folder.path])
    #expect(status == 0, "\(said)")
    let last = said.split(separator: "\n").last.map { Array($0.utf8) } ?? []
    let counts = try JSON.parse(last).object?.members ?? []
    return Dictionary(uniqueKeysWithValues: counts.map { ($0.key, $0.value.integer ?? 0) })
  }
}
