import Foundation
import Packaging
import Plan
import Testing

/// A rule of the format, shown by a record that keeps it and one that breaks it.
struct RuleExample: Sendable, CustomTestStringConvertible {
  let code: String
  let number: Int
  private let body: JSONObject

  var testDescription: String { "\(code) \(number)" }
  /// Where the fault is, as a JSON Pointer.
  var path: String { body["path"]?.string ?? "" }
  var valid: JSON? { body["valid"] }
  var invalid: JSON? { body["invalid"] }

  static let folder = Repository.examples.appending(path: "rules")

  static let all: [RuleExample] = Repository.names(in: folder).filter { $0 != "context.json" }.flatMap { name in
    let file = (try? Repository.json(folder.appending(path: name))) ?? JSONObject()
    return (file["examples"]?.array ?? []).enumerated().map { number, example in
      RuleExample(
        code: file["code"]?.string ?? "", number: number, body: example.object ?? JSONObject())
    }
  }

  /// What the program finds in the valid or the invalid one, as `code path`.
  func faults(in value: JSON?) throws -> [String] {
    let found =
      needsOthers
      ? try readBundle(try bundle(with: value), tolerant: true).faults : alone(value?.object ?? JSONObject())
    return found.map { "\($0.code.rawValue) \($0.path)" }
  }

  /// Whether the rule is one that no single record shows.
  var needsOthers: Bool { body["with"] != nil }

  private var type: RecordType? { body["type"]?.string.flatMap(RecordType.init) }

  private func alone(_ object: JSONObject) -> [Fault] {
    type.map { Record.read($0, object).faults } ?? Contact.faults(in: object)
  }

  /// A bundle of the value and of the records that the example names, else of the document alone.
  func bundle(with value: JSON?) throws -> [UInt8] {
    let names = body["with"]?.array?.compactMap(\.string) ?? ["document"]
    let context = try Repository.json(RuleExample.folder.appending(path: "context.json"))
    var contents = BundleContents()
    contents.add(text: Array((context["text"]?.string ?? "").utf8))
    for name in names {
      let type = try #require(RuleExample.types[name])
      let record = try #require(context["records"]?.object?[name]?.object)
      contents.revisions.insert(Record.read(type, record).record)
    }
    if needsOthers, let type, let object = value?.object {
      contents.revisions.insert(Record.read(type, object).record)
    }
    var bag = Bag(contents).bare
    let path = type.map { "data/records/\($0.plural).jsonl" } ?? "data/contacts.jsonl"
    if !needsOthers { bag.files[path] = (value?.object?.canonical ?? []) + [UInt8(ascii: "\n")] }
    if let line = value?.string { bag.files[path] = Array((line + "\n").utf8) }
    return bag.sealed.stored.bytes
  }

  private static let types: [String: RecordType] = ["document": .document, "goal": .item, "measure": .item]
}

/// Every rule has examples, and the program says of them what they say of themselves.
@Suite struct RuleExampleTests {
  @Test func everyRuleHasOne() {
    #expect(Set(RuleExample.all.map(\.code)) == Set(Fault.Code.allCases.map(\.rawValue)))
  }

  @Test(arguments: RuleExample.all)
  func theValidOneIsAccepted(_ example: RuleExample) throws {
    #expect(try example.faults(in: example.valid) == [])
  }

  @Test(arguments: RuleExample.all)
  func theInvalidOneBreaksThisRuleAndNoOther(_ example: RuleExample) throws {
    #expect(try example.faults(in: example.invalid) == ["\(example.code) \(example.path)"])
  }
}
