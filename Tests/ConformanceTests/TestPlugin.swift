import AdapterKit
import Conformance
import Foundation
import Plan
import Vocabulary

/// Reads a line as a task, and does what else it is told.
struct LineTasks: Adapter {
  var id = "test.lines"
  var version = 1
  var name = Localized(zh: "逐行任务", en: "A task a line")
  var kind = Document.Kind.taskLedger
  var summary = Localized(zh: "每行一项任务。", en: "Each line is a task.")
  var points = 60
  /// What it does to each draft when all is read.
  var twist: @Sendable (inout DraftBuilder) -> Void = { _ in }

  func evidence(in source: SourceText) -> [Evidence] {
    source.holds(["示例清单"], in: source.whole) ? [Evidence(points, zh: "有标题", en: "it has the title")] : []
  }

  func read(_ source: SourceText, into draft: inout DraftBuilder) {
    for (index, block) in source.blocks.enumerated() {
      if index == 0 { draft.title(block.range) } else { draft.item(.task, number: index, text: [block.range]) }
    }
    draft.draft.city = source.given.city.map { Fact($0) }
    draft.draft.organization = source.given.organization.map { Fact($0) }
    draft.draft.period = source.given.year.map { Fact(Period(year: $0)) }
    twist(&draft)
  }
}

/// A plugin's folder that a test makes, gone with it.
final class TestPlugin {
  static let text = "示例清单\n新建学校12所\n\n更新渡船3艘\n"

  let folder: URL

  init() throws {
    folder = FileManager.default.temporaryDirectory.appendingPathComponent("jdx-plugin-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
  }

  deinit { try? FileManager.default.removeItem(at: folder) }

  /// Adds a case and gives its folder.
  @discardableResult
  func add(
    _ name: String, input: String = "input.txt", _ text: String = text,
    options: String = #"{"city": "370200", "organization": "市示例局", "year": 2031}"#
  ) throws -> URL {
    let place = folder.appendingPathComponent("corpus/\(name)")
    try FileManager.default.createDirectory(at: place, withIntermediateDirectories: true)
    try Data(text.utf8).write(to: place.appendingPathComponent(input))
    try Data(options.utf8).write(to: place.appendingPathComponent("options.json"))
    return place
  }

  var cases: [CorpusCase] { get throws { try CorpusCase.all(in: folder.path) } }

  /// Records what adapters read now.
  func record(_ adapters: [any Adapter]) throws {
    for document in try cases {
      let outcome = CorpusOutcome(document.session(document.bytes, adapters: adapters))
      try Data(outcome.text.utf8).write(to: URL(fileURLWithPath: document.expectationPath))
    }
  }

  func report(_ adapters: [any Adapter], mutations: Int = 0) throws -> ConformanceReport {
    ConformanceReport(of: try cases, adapters: adapters, tested: ["test.lines"], mutations: mutations)
  }
}
