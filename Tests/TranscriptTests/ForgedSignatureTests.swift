import Archive
import Foundation
import Packaging
import Testing

/// A bundle whose content was changed after it was signed: everything in it fits but the signature.
@Suite struct ForgedSignatureTests {
  private func forged() throws -> Shell {
    let shell = try Shell(locale: "C")
    let made = try shell.run(
      """
      jdx keygen -o city.key && jdx import goals.txt -o goals.jdx && jdx sign goals.jdx --key city.key &&
      jdx import goals-2030.txt -o other.jdx && jdx import report.txt -o report.jdx
      """)
    #expect(made.exit == 0, "\(made.err)")
    let bundle = { name in Array(try Data(contentsOf: shell.folder.appendingPathComponent(name))) }
    let (name, signature) = try #require(try readBundle(bundle("goals.jdx")).seal.signatures.first)
    let sink = MemorySink()
    try writeBundle(bundle("other.jdx"), withSignature: signature, named: name, to: sink)
    try Data(sink.bytes).write(to: shell.folder.appendingPathComponent("forged.jdx"))
    return shell
  }

  @Test func `verify says that the signature does not fit`() throws {
    let shell = try forged()
    let answer = try shell.run("jdx verify forged.jdx")
    #expect(answer.exit == 1 && answer.out.contains(": not verified, the signature "))
    #expect(answer.out.contains(" does not fit what the bundle holds"))
    let json = try shell.run("jdx verify forged.jdx --format json")
    #expect(json.exit == 1 && json.out.contains("\"verified\":false"))
  }

  @Test func `merge refuses it, and writes nothing`() throws {
    let shell = try forged()
    let answer = try shell.run("jdx merge report.jdx forged.jdx -o out.jdx")
    #expect(answer.exit == 3 && answer.err.contains("forged.jdx: error: the signature "))
    #expect(try shell.run("test -e out.jdx").exit != 0)
  }

  @Test func `nothing is imported onto it`() throws {
    let shell = try forged()
    let answer = try shell.run("jdx import report.txt -o out.jdx --onto forged.jdx")
    #expect(answer.exit == 3 && answer.err.contains("forged.jdx: error: the signature "))
    #expect(try shell.run("test -e out.jdx").exit != 0)
  }

  @Test func `who signed a bundle that was imported onto can still be told`() throws {
    let shell = try forged()
    let answer = try shell.run("jdx import report.txt -o out.jdx --onto goals.jdx >/dev/null; jdx verify out.jdx")
    #expect(answer.exit == 0 && answer.out.contains(", unsigned\n") && answer.out.contains("\nsubmission "))
    #expect(answer.out.contains("\n  signature "))
  }
}
