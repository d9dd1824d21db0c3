import Foundation
import Testing

/// A bundle with one byte changed, or cut short anywhere, is told apart from a sound one by every verb that reads it.
@Suite struct DamageTests {
  @Test func noChangedByteGoesUnseen() throws {
    let shell = try Shell(locale: "C")
    #expect(try shell.run("jdx import goals.txt -o good.jdx").exit == 0)
    let good = try Data(contentsOf: shell.folder.appendingPathComponent("good.jdx"))
    for part in 0..<12 {
      var bad = good
      let at = good.count * part / 12 + part
      bad[at] ^= 1 << UInt8(part % 8)
      try bad.write(to: shell.folder.appendingPathComponent("bad.jdx"))
      try refused(shell, "byte \(at)")
    }
    for length in [0, 3, good.count / 3, good.count - 70, good.count - 1] {
      try good.prefix(length).write(to: shell.folder.appendingPathComponent("bad.jdx"))
      try refused(shell, "cut after \(length) bytes")
    }
  }

  private func refused(_ shell: Shell, _ what: String) throws {
    #expect([1, 3].contains(try shell.run("jdx verify bad.jdx").exit), "\(what)")
    for command in ["show bad.jdx", "validate bad.jdx", "diff good.jdx bad.jdx", "merge good.jdx bad.jdx -o out.jdx"] {
      let answer = try shell.run("jdx " + command)
      #expect(answer.exit == 3 && answer.out == "" && answer.err.hasPrefix("bad.jdx: error: "), "\(what): \(answer)")
    }
    #expect(!FileManager.default.fileExists(atPath: shell.folder.appendingPathComponent("out.jdx").path))
  }
}
