import AdapterKit
import Foundation
import Import
import Plan
import TestSupport
import Testing
import Vocabulary

@testable import ExternalAdapters

/// Programs beside other adapters in an import.
@Suite(.enabled(if: Programs.isPythonThere, "no Python"))
struct ImportingTests {
  /// Reads each line as a task, and knows every document.
  private struct Lines: Adapter {
    let id = "test.lines"
    let version = 1
    let name = Localized(zh: "逐行", en: "lines")
    let kind = Document.Kind.other
    let summary = Localized(zh: "每行一条", en: "a task a line")
    var points = 60

    func evidence(in source: SourceText) -> [Evidence] { [Evidence(points, zh: "有字", en: "there are words")] }

    func read(_ source: SourceText, into draft: inout DraftBuilder) {
      draft.draft.organization = Fact("青岛市渡口管理局")
      draft.draft.city = Cities.standard.city(code: "370200").map { Fact($0) }
      draft.draft.period = Fact(Period(year: 2031))
      for block in source.blocks { draft.item(.task, title: block.range) }
    }
  }

  private static let cards = Programs.examples.appending(path: "task-cards")

  private static func file(_ text: String, _ name: String = "week.txt") -> SourceFile {
    SourceFile(displayPath: name, name: name, bytes: Array(text.utf8))
  }

  private static func week(_ number: Int) -> String {
    "青岛市渡口管理局2031年第\(number)周本周任务\n【任务1】检修渡船\n内容：更换缆绳\(number)根。\n责任：船管科\n完成：3月7日前\n"
  }

  @Test func manyDocumentsAreReadByTheSameProcesses() throws {
    let adapter = try ExternalAdapter(
      AdapterProgram(path: Self.cards.appending(path: "jdx-adapter-task-cards").path))
    var session = ImportSession(adapters: [Lines(points: 50), adapter])
    session.run((1...40).map { Self.file(Self.week($0), "\($0).txt") })
    #expect(session.imported.count == 40)
    for document in session.imported {
      #expect(document.reading.adapter.id == "example.task-cards")
      #expect(document.reading.segments.allSatisfy { $0.class != .unclaimed })
      #expect(document.assembly.records.count == 3)
    }
  }

  @Test func aDocumentThatAnotherAdapterKnowsIsImportedWithAWarning() throws {
    var session = ImportSession(adapters: [try Programs.adapter("crash"), Lines()])
    session.run([Self.file("检修渡船\n")])
    let document = try #require(session.imported.first)
    let warning = try #require(document.diagnostics.first { $0.code == "adapter.failed" })
    #expect(warning.message.en.contains("ended within its answer (exit code 1)"))
    #expect(warning.message.zh.contains("由其他适配器识别"))
  }

  @Test(arguments: [nil, "test.program"])
  func aDocumentThatNoOtherKnowsIsNot(_ named: String?) throws {
    var options = ImportSession.Options()
    options.adapterID = named
    var session = ImportSession(adapters: [try Programs.adapter("crash"), Lines(points: 10)], options: options)
    session.run([Self.file("检修渡船\n")])
    guard case .failed(.adapterFailed("test.program", let failure)) = session.outcomes.first?.outcome else {
      Issue.record("\(String(describing: session.outcomes.first?.outcome))")
      return
    }
    #expect(failure.message.en.contains("ValueError"))
  }

  /// Killed as nothing else is: it can't clean up behind itself.
  @Test func noProgramOutlivesTheCommandThatStartedIt() throws {
    try Programs.copied("noted") { program in
      let input = program.deletingLastPathComponent().appending(path: "week.txt")
      try Self.week(1).write(to: input, atomically: true, encoding: .utf8)
      let command = Process()
      command.executableURL = try builtProgram()
      command.arguments = [
        "import", input.path, "-o", input.path + ".jdx", "--adapter-program", program.path,
      ]
      try command.run()
      let note = program.path + ".pid"
      while command.isRunning, (try? String(contentsOfFile: note, encoding: .utf8))?.isEmpty ?? true { usleep(10_000) }
      let child = try String(contentsOfFile: note, encoding: .utf8)
      #expect(isRunning(child))
      kill(command.processIdentifier, SIGKILL)
      command.waitUntilExit()
      #expect(ends(child))
    }
  }
}
