import Archive
import Foundation
import Plan
import Testing

@testable import Packaging

/// The published suite, run by this implementation as by any other.
@Suite struct ConformanceTests {
  static let folder = Repository.format.appending(path: "conformance")

  /// A bundle or a record, and what is to be said of it.
  struct Case: Sendable, CustomTestStringConvertible {
    let file: String
    let isBundle: Bool
    let isValid: Bool
    let rule: String?
    let code: String?
    fileprivate let type: String?

    var testDescription: String { file }
    var place: URL { ConformanceTests.folder.appending(path: file) }

    fileprivate init(_ object: JSONObject) {
      file = object["file"]?.string ?? ""
      isBundle = object["kind"]?.string == "bundle"
      isValid = object["verdict"]?.string == "valid"
      rule = object["rule"]?.string
      code = object["code"]?.string
      type = object["type"]?.string
    }
  }

  private static func list(_ name: String) -> [JSONObject] {
    let manifest = try? Repository.json(folder.appending(path: "manifest.json"))
    return manifest?[name]?.array?.compactMap(\.object) ?? []
  }

  static let cases = list("cases").map(Case.init)

  /// The rules that an error may stand for.
  private func rules(of error: BundleError) -> [String] {
    switch error {
    case .archive(.commentMismatch): ["R20"]
    case .archive(let inner): "\(inner)".contains("comment") ? ["R19", "R20"] : ["R19"]
    case .version: ["R22"]
    case .malformed(BundleLayout.info, _): ["R21", "R22"]
    case .malformed(let entry, _) where SubmissionFiles.contains(entry): ["R23"]
    case .malformed, .extra: ["R21"]
    case .missing, .changed: ["R21", "R23"]
    case .viewDiffers(let entry, _): entry.hasPrefix("data/tables/") ? ["R25", "R23"] : ["R24", "R23"]
    case .faults, .file: []
    }
  }

  @Test(arguments: cases.filter(\.isBundle))
  func aBundleIsWhatTheSuiteSays(_ example: Case) throws {
    let bytes = try Repository.bytes(example.place)
    do throws(BundleError) {
      let faults = try readBundle(bytes, tolerant: true).faults
      // Reading a bundle asks nothing of its signatures.
      let isRead = example.isValid || example.rule == "R26"
      #expect(Set(faults.map(\.code.rawValue)) == (isRead ? [] : [example.code ?? "an error"]))
    } catch {
      #expect(!example.isValid && rules(of: error).contains(example.rule ?? ""), "\(error)")
    }
  }

  @Test(arguments: cases.filter { !$0.isBundle })
  func aRecordIsWhatTheSuiteSays(_ example: Case) throws {
    let object = try Repository.json(example.place)
    let type = example.type.flatMap(RecordType.init)
    let faults = type.map { Record.read($0, object).faults } ?? Contact.faults(in: object)
    #expect(Set(faults.map(\.code.rawValue)) == (example.isValid ? [] : [example.code ?? ""]))
  }

  @Test func aUnionIsWhatTheSuiteSays() throws {
    let merges = Self.list("merges")
    #expect(merges.count >= 5)
    for merge in merges {
      let parts = try (merge["of"]?.array?.compactMap(\.string) ?? []).map { name in
        try readBundle(Repository.bytes(Self.folder.appending(path: name))).contents
      }
      let expected = try files(Repository.bytes(Self.folder.appending(path: merge["gives"]?.string ?? "")))
      for order in [parts, parts.reversed(), parts + parts] {
        var union = order[0]
        for part in order.dropFirst() { union.formUnion(part) }
        let sink = MemorySink()
        try writeBundle(union, to: sink)
        #expect(try files(sink.bytes) == expected, "\(merge["gives"]?.string ?? "")")
      }
    }
  }

  /// What a union keeps, by path; and the version.
  private func files(_ bundle: [UInt8]) throws -> [String: [UInt8]] {
    let archive = try ArchiveReader(bytes: bundle)
    var out: [String: [UInt8]] = [:]
    for entry in archive.entries {
      let isKept = ["records", "history", "contacts", "text", "sources"].contains {
        entry.path.hasPrefix("jdx/data/\($0)")
      }
      if isKept { out[entry.path] = try archive.read(entry) }
      if entry.path == "jdx/bag-info.txt" {
        out[entry.path] = Array(
          try archive.read(entry).split(separator: 0x0A).filter { $0.starts(with: "Jdx".utf8) }.joined())
      }
    }
    return out
  }

  @Test func everyRuleHasAValidAndAnInvalidOne() throws {
    let page = try Repository.text(SpecTests.file)
    let rules = page.matches(of: #/(?m)^\| (R\d+) \|/#).map { String($0.1) }
    #expect(rules == (1...rules.count).map { "R\($0)" } && rules.count >= 25)
    let invalid = Set(Self.cases.filter { !$0.isValid }.compactMap(\.rule))
    #expect(invalid == Set(rules))
    let codes = Set(Self.cases.filter(\.isValid).compactMap(\.code))
    #expect(codes == Set(Fault.Code.allCases.map(\.rawValue)))
    #expect(Self.cases.contains { $0.isValid && $0.isBundle && $0.rule == nil })
  }

  /// `JDX_RECORD=1` makes the suite anew.
  @Test(.enabled(if: CheckProgram.isThere, "no Python with cryptography"))
  func theSuiteIsWhatTheScriptMakes() throws {
    let script = Self.folder.appending(path: "make.py").path
    if Repository.isRecording { #expect(try Running.python([script]).status == 0) }
    try Running.inFolder { made in
      #expect(try Running.python([script, made.path]).status == 0)
      let (found, expected) = (try Repository.files(below: made), try Repository.files(below: Self.folder))
      #expect(Set(found.keys).union(["README.md", "make.py"]) == Set(expected.keys))
      // What another zlib deflates may differ.
      for (path, bytes) in found where !path.contains("deflated") && !path.contains("bomb") {
        let isSame = expected[path] == bytes
        #expect(isSame, "\(path): make record")
      }
    }
  }
}
