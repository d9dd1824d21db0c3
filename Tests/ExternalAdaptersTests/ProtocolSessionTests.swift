import AdapterKit
import Foundation
import Plan
import Testing

@testable import ExternalAdapters

/// The session in exchange-formats/v1/adapter-protocol.md is what is said, word for word; `JDX_RECORD=1` writes it down.
@Suite(.enabled(if: Programs.isPythonThere, "no Python"))
struct ProtocolSessionTests {
  private static let page = Programs.examples.appending(path: "../../exchange-formats/v1/adapter-protocol.md")
    .standardizedFileURL
  private static let program = AdapterProgram(
    path: Programs.examples.appending(path: "task-cards/jdx-adapter-task-cards").path)

  private static let source = Programs.source(
    "青岛市渡口管理局2031年第10周本周任务\n【任务1】检修渡船\n内容：更换缆绳12根。\n责任：船管科、安全科\n完成：3月7日前")

  /// Each request as it is written, and the lines that answer it.
  private static func session() throws -> [String] {
    let limits = ProgramLimits()
    var conversation = try Conversation(program, limits)
    var lines: [String] = []
    let requests = [
      (Introduction.request(limits), "adapter"), (DocumentRequest.line(1, .evidence, source), "done"),
      (DocumentRequest.line(2, .draft, source), "done"),
    ]
    for (request, end) in requests {
      lines.append("> " + String(decoding: request.dropLast(), as: UTF8.self))
      conversation.ask(request, seconds: 10)
      var type: String?
      repeat {
        let line = try conversation.nextLine()
        lines.append("< " + String(decoding: line, as: UTF8.self))
        type = try JSON.parse(line).object?["type"]?.string
      } while type != end
    }
    return lines
  }

  @Test func theSessionIsWhatIsSaid() throws {
    let text = try String(contentsOf: Self.page, encoding: .utf8)
    let parts = text.components(separatedBy: "\n```\n")
    try #require(parts.count == 3, "the page has one fenced block")
    let actual = try Self.session().joined(separator: "\n")
    if ProcessInfo.processInfo.environment["JDX_RECORD"] == "1" {
      try [parts[0], actual, parts[2]].joined(separator: "\n```\n").write(
        to: Self.page, atomically: true, encoding: .utf8)
    } else {
      #expect(parts[1] == actual)
    }
  }

  /// The limits that the page names are those that hold.
  @Test func theLimitsAreThoseOfTheProgram() throws {
    let text = try String(contentsOf: Self.page, encoding: .utf8)
    let limits = ProgramLimits()
    for row in [
      "| answer to `hello` | \(limits.helloSeconds) seconds |", "| answer to `document` | \(limits.seconds) seconds |",
      "| memory of a process | \(limits.memory >> 30) GiB of address space |",
      "| a line | \(limits.lineBytes >> 20) MiB |",
      "| an answer | \(limits.answerBytes >> 20) MiB, 100,000 lines |",
    ] {
      #expect(text.contains(row), "\(row)")
    }
    #expect(limits.messages == 100_000 && limits.failures == 3 && limits.cancelSeconds == 2)
  }

  @Test func whatItSaysIsADraft() throws {
    let adapter = try ExternalAdapter(Self.program)
    var builder = DraftBuilder(Self.source)
    try adapter.read(Self.source, into: &builder)
    let item = try #require(builder.draft.items.first)
    #expect(item.title.map { Self.source.string($0) } == "检修渡船")
    #expect(item.parties.map(\.name) == ["船管科", "安全科"])
    #expect(item.due == Item.Due(date: "2031-03-07", text: "3月7日前"))
    #expect(item.figures.map { Self.source.string($0.quantity.range) } == ["12根"])
    #expect(builder.draft.organization?.value == "青岛市渡口管理局")
    #expect(builder.draft.city?.value.code == "370200")
    #expect(builder.draft.number == "10")
  }
}
