import Foundation
import Testing

/// What `make install` writes as manual pages says what `--help` says, in both languages.
@Suite struct ManualPageTests {
  /// A shell with the pages of its language in `pages`.
  private static func shell(_ locale: String) throws -> Shell {
    let shell = try Shell(locale: locale)
    let made = try shell.run(
      "'\(toolFolder.path)/man-pages' \"$(command -v jdx)\" \(locale == "C" ? "en" : "zh") pages")
    #expect(made.exit == 0, "\(made.err)")
    return shell
  }

  /// As a reader sees it, as far as words go.
  private static func words(of page: String, _ shell: Shell) throws -> String {
    let text = try String(contentsOf: shell.folder.appendingPathComponent("pages/\(page)"), encoding: .utf8)
    return text.replacing(/\\f[BIP]|\\&/, with: "").replacing("\\-", with: "-").replacing("\\(aq", with: "'")
      .replacing("\\ ", with: " ")
  }

  @Test(arguments: HelpTests.locales) func everyLineOfHelpStandsInThePage(_ locale: String) throws {
    let shell = try Self.shell(locale)
    for verb in try HelpTests.verbs() + [""] {
      let page = try Self.words(
        of: (["jdx"] + verb.split(separator: " ").prefix(1)).joined(separator: "-") + ".1", shell)
      let help = try shell.run("jdx \(verb) --help").out.split(separator: "\n")
      let usage = help.firstIndex { $0.hasPrefix("USAGE: ") || $0.hasPrefix("用法：") } ?? 0
      // A long label has its text on the next line.
      let rows = help[usage...].compactMap { $0.wholeMatch(of: #/  (?<label>[-<a-z].*?)(?:  +(?<text>\S.*))?/#) }
      #expect(!rows.isEmpty)
      for row in rows {
        let isThere = page.contains("\n\(row.label)\n") || page.contains("\n.SS jdx \(verb) \(row.label)\n")
        #expect(isThere, "jdx \(verb): the page has no \(row.label)")
        // Values and the default are put together by the pages themselves; the words in front of them are the same.
        let text = (row.text ?? "").prefix { $0 != "(" && $0 != "（" }.trimmingCharacters(in: .whitespaces)
        let isSaid = text.isEmpty || page.contains(text)
        #expect(isSaid, "jdx \(verb): the page does not say \(text)")
      }
      for example in help where example.hasPrefix("  jdx ") || example.hasPrefix("  echo ") {
        let isShown = page.contains("\n\(example.dropFirst(2))\n")
        #expect(isShown, "jdx \(verb): the page lacks the example \(example)")
      }
    }
  }

  @Test func thePageOfACommandThatPrintsSeveralFormsNamesThem() throws {
    let en = try Self.words(of: "jdx-show.1", Self.shell("C"))
    #expect(en.contains("\n--format <form>\nthe form (values: tree, table, json, jsonl; default: tree)\n"))
    let zh = try Self.words(of: "jdx-show.1", Self.shell("zh_CN.UTF-8"))
    #expect(zh.contains("\n--format <形式>\n形式（可用：tree, table, json, jsonl；默认：tree）\n"))
  }

  @Test(arguments: HelpTests.locales) func everyPageSaysTheVersion(_ locale: String) throws {
    let shell = try Self.shell(locale)
    let version = try shell.run("LC_ALL=C jdx --version").out.split(separator: " ").prefix(2).joined(separator: " ")
    #expect(try Self.words(of: "jdx-show.1", shell).contains(" \"\(version)\" "))
  }

  @Test func chinesePagesHaveNoEnglishOfTheParser() throws {
    let shell = try Self.shell("zh_CN.UTF-8")
    for page in try FileManager.default.contentsOfDirectory(atPath: shell.folder.appendingPathComponent("pages").path) {
      #expect(parserWords(in: try Self.words(of: page, shell)) == [], "\(page)")
    }
  }

  @Test func englishPagesHaveNoChineseButInExamples() throws {
    let shell = try Self.shell("C")
    for page in try FileManager.default.contentsOfDirectory(atPath: shell.folder.appendingPathComponent("pages").path) {
      let prose = try Self.words(of: page, shell).split(separator: "\n").filter {
        !$0.hasPrefix("echo ") && !$0.hasPrefix("jdx explain ") && !$0.hasPrefix("jdx search ")
      }
      for line in prose { #expect(!line.unicodeScalars.contains { isHan($0) }, "\(page): \(line)") }
    }
  }
}

let toolFolder = testFolder.deletingLastPathComponent().deletingLastPathComponent().appendingPathComponent("Tools")
