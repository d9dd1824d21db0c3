import Archive
import Foundation
import Import
import Packaging
import Plan
import Testing

/// The two Python programs, which know the specification alone, and jdx take each other's bundles.
@Suite(.enabled(if: Running.hasPython, "no Python"))
struct ExampleProgramTests {
  private static func script(_ name: String) -> String { Repository.examples.appending(path: name).path }

  /// Both variants, packed both ways.
  private func written(in folder: URL) throws -> [(path: String, fingerprint: String)] {
    let forms: [[String]] = [[], ["--stored"]]
    return try ["1", "2"].flatMap { variant in
      try forms.map { form in
        let path = folder.appending(path: "\(variant)\(form.joined()).jdx").path
        let (said, status) = try Running.python(
          [Self.script("write_bundle.py"), path, "--variant", variant] + form)
        #expect(status == 0)
        let fingerprint = try #require(said.split(whereSeparator: \.isWhitespace).last)
        return (path, String(fingerprint))
      }
    }
  }

  @Test func jdxAcceptsWhatTheWriterWrites() throws {
    try Running.inFolder { folder in
      let out = folder.appending(path: "out.jdx").path
      let bundles = try written(in: folder)
      for (path, fingerprint) in bundles {
        let verified = try Running.jdx("verify", path)
        #expect(verified.status == 0 && verified.said.contains("fingerprint: \(fingerprint)\n"))
        #expect(try Running.jdx("validate", path).status == 0)
        let shown = try Running.jdx("show", path, "--with-contacts")
        #expect(shown.status == 0 && shown.said.contains("key-1.m") == false && shown.said.contains("示例联系人"))
        // Written anew by jdx, it says the same in the same bytes.
        let merged = try Running.jdx("merge", path, "-o", out)
        #expect(merged.status == 0 && merged.said.contains("fingerprint: \(fingerprint)\n"))
      }
      let paths = bundles.map(\.path)
      var merges: Set<[UInt8]> = []
      for (a, b) in [(0, 2), (2, 0), (1, 3), (3, 1), (0, 3)] {
        #expect(try Running.jdx("merge", paths[a], paths[b], paths[a], "-o", out).status == 0)
        merges.insert(try Repository.bytes(URL(fileURLWithPath: out)))
      }
      #expect(merges.count == 1)
      #expect(try Running.jdx("validate", out).status == 0)
      #expect(try Running.python([Self.script("read_bundle.py"), out]).status == 0)
    }
  }

  @Test func theReaderAcceptsWhatJdxWrites() throws {
    try Running.inFolder { folder in
      var paths: [String] = []
      func add(_ name: String, _ contents: BundleContents) throws {
        let sink = MemorySink()
        try writeBundle(contents, to: sink)
        paths.append(folder.appending(path: name + ".jdx").path)
        try Data(sink.bytes).write(to: URL(fileURLWithPath: paths.last ?? ""))
      }
      var all = BundleContents()
      for (name, session) in try Importing.corpora() {
        try add(name, session.contents)
        all.formUnion(session.contents)
      }
      try add("all", all)
      let redacted = Redaction(of: all, view: View(of: all.revisions)).contents
      try add("redacted", redacted)
      all.formUnion(redacted)
      try add("redacted beside its original", all)
      for name in ["bundle", "bundle-with-history"] {
        paths.append(folder.appending(path: name + ".jdx").path)
        try Data(try DocumentExampleTests.bag(name).stored.bytes).write(to: URL(fileURLWithPath: paths.last ?? ""))
      }
      let (said, status) = try Running.python([Self.script("read_bundle.py")] + paths)
      #expect(status == 0, "\(said)")
      #expect(said.split(separator: "\n").count { $0 == "  right" } == paths.count && paths.count > 15)
    }
  }

  @Test func theReaderRefusesDamage() throws {
    try Running.inFolder { folder in
      let files = try DocumentExampleTests.bag("bundle-with-history").bare.sealed.files
      let whole = Bag(files: files).stored.bytes
      let place = folder.appending(path: "damaged.jdx")
      var damaged: [[UInt8]] = [[], Array(whole.dropLast()), whole + [0]]
      for step in 0..<12 {
        var bytes = whole
        bytes[step * (whole.count - 1) / 11] ^= 1
        damaged.append(bytes)
      }
      // Whole archives with right hashes, whose files are not what they should be.
      // A bundle without people is one too.
      let lines = files.keys.filter { $0.hasSuffix("s.jsonl") && $0 != "data/contacts.jsonl" }
      for path in (lines + files.keys.filter { $0.hasPrefix("data/text/") }).sorted() {
        for change: ([UInt8]) -> [UInt8]? in [{ _ in nil }, { $0 + $0 }, { Array($0.dropLast()) }] {
          var bag = Bag(files: files)
          bag.files[path] = change(files[path] ?? [])
          damaged.append(bag.sealed.stored.bytes)
        }
      }
      for (number, bytes) in damaged.enumerated() {
        try Data(bytes).write(to: place)
        let (said, status) = try Running.python([Self.script("read_bundle.py"), place.path])
        #expect(status == 1 && said.contains("fault"), "\(number): \(said)")
      }
    }
  }

  @Test func theReaderSaysOfTheSuiteWhatTheSuiteSays() throws {
    let cases = ConformanceTests.cases.filter(\.isBundle)
    let (said, _) = try Running.python([Self.script("read_bundle.py")] + cases.map(\.place.path))
    let right = said.split(separator: "\n").reduce(into: (path: "", all: Set<String>())) { seen, line in
      if line.hasPrefix("/") { seen.path = String(line) }
      if line == "  right" { seen.all.insert(seen.path) }
    }
    // It takes no package, and so checks no signatures.
    let expected = cases.filter { $0.isValid || $0.rule == "R26" }.map(\.place.path)
    #expect(right.all.symmetricDifference(expected) == [])
  }

  @Test func theReaderFindsWhatTheRulesForbid() throws {
    try Running.inFolder { folder in
      let place = folder.appending(path: "rule.jdx")
      for example in RuleExample.all {
        try Data(try example.bundle(with: example.invalid)).write(to: place)
        let (said, status) = try Running.python([Self.script("read_bundle.py"), place.path])
        #expect(status == 1 && said.contains("  \(example.code): "), "\(example): \(said)")
        guard example.needsOthers else { continue }
        try Data(try example.bundle(with: example.valid)).write(to: place)
        #expect(try Running.python([Self.script("read_bundle.py"), place.path]).status == 0, "\(example)")
      }
    }
  }
}
