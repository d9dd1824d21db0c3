import Archive
import Foundation
import Import
import Packaging
import Plan
import Testing

/// `check.py`, which knows nothing of this program, takes all that it writes and tells what is wrong with other bundles.
@Suite(
  .enabled(if: CheckProgram.isThere, "no Python with frictionless and cryptography: run make test, or set JDX_PYTHON"))
struct CheckProgramTests {
  @Test func itAcceptsWhatTheProgramWrites() throws {
    try Running.inFolder { folder in
      var expected: [String: String] = [:]
      func add(_ name: String, _ contents: BundleContents) throws {
        let sink = MemorySink()
        let path = folder.appending(path: name + ".jdx").path
        expected[path] = "valid, fingerprint \(try writeBundle(contents, to: sink).fingerprint); unsigned"
        try Data(sink.bytes).write(to: URL(fileURLWithPath: path))
      }
      var all = BundleContents()
      for (name, session) in try Importing.corpora() {
        try add(name, session.contents)
        all.formUnion(session.contents)
      }
      try add("all", all)
      try add("redacted", Redaction(of: all, view: View(of: all.revisions)).contents)
      try add("none", BundleContents())
      for name in ["bundle", "bundle-with-history"] {
        try add(name, try readBundle(try DocumentExampleTests.bag(name).stored.bytes).contents)
      }
      let (said, status) = try CheckProgram.run(expected.keys.sorted())
      #expect(status == 0 && said.count > 15)
      for (path, words) in expected { #expect(said[path] == [words]) }
    }
  }

  @Test func itSaysOfTheSuiteWhatTheSuiteSays() throws {
    let cases = ConformanceTests.cases.filter(\.isBundle)
    let (said, status) = try CheckProgram.run(cases.map(\.place.path))
    #expect(status == 1)
    for example in cases {
      let words = said[example.place.path]?.first ?? ""
      let isAsWanted =
        example.isValid
        ? words.hasPrefix("valid, ")
        : ["\(example.rule ?? "")", example.code ?? "schema", "schema"].contains { words.hasPrefix($0 + ": ") }
      #expect(isAsWanted, "\(example.file): \(words)")
    }
  }

  @Test func itTellsWhoSigned() throws {
    let path = ConformanceTests.folder.appending(path: "valid/signed-twice.jdx").path
    let words = try CheckProgram.run([path]).said[path]?.first ?? ""
    let archive = try ArchiveReader(bytes: Repository.bytes(URL(fileURLWithPath: path)))
    let names = archive.entries.map(\.path).filter { $0.hasPrefix("jdx/signatures/") }
    let keys = names.map { "ed25519 by " + $0.dropFirst("jdx/signatures/".count).dropLast(".json".count) }
    #expect(keys.count == 2 && words.hasSuffix("; signed: " + keys.joined(separator: ", ")))
  }

  @Test func wrongUseIsToldApart() throws {
    #expect(try Running.python([CheckProgram.script]).status == 2)
    #expect(try Running.python([CheckProgram.script, "/nowhere.jdx"]).status == 2)
  }
}

/// `check.py`, run by a Python that has what it takes.
enum CheckProgram {
  static let isThere =
    (try? Running.python(["-c", "import bagit, cryptography, frictionless, jsonschema"]).status) == 0

  static let script = Repository.format.appending(path: "check.py").path

  /// What it says of each file, and its exit code.
  static func run(_ paths: [String]) throws -> (said: [String: [String]], status: Int32) {
    let (said, status) = try Running.python([script] + paths)
    let lines = said.split(separator: "\n").map(String.init)
    let told = paths.map { path in
      (path, lines.filter { $0.hasPrefix(path + ": ") }.map { String($0.dropFirst(path.count + 2)) })
    }
    #expect(told.allSatisfy { !$0.1.isEmpty }, "\(said)")
    return (Dictionary(uniqueKeysWithValues: told), status)
  }
}
