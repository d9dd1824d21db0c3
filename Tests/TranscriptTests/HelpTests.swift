import Foundation
import Testing

/// Every verb explains itself in both languages, and its examples work.
@Suite struct HelpTests {
  static let locales = ["C", "zh_CN.UTF-8"]

  /// `import`, `show`, …, `adapters`, `adapters list`, as `jdx help` lists them.
  static func verbs() throws -> [String] {
    let shell = try Shell(locale: "C")
    var verbs: [String] = []
    var open = [""]
    while let verb = open.popLast() {
      let below = listed(try shell.run("jdx help \(verb)").out).map { verb.isEmpty ? $0 : verb + " " + $0 }
      verbs += below
      open += below
    }
    return verbs
  }

  private static func listed(_ help: String) -> [String] {
    guard let list = help.split(separator: "SUBCOMMANDS:\n").dropFirst().first else { return [] }
    return list.split(separator: "\n").compactMap { line in
      line.wholeMatch(of: #/  ([a-z]+) .*/#).map { String($0.1) }
    }
  }

  @Test func everyVerbIsThere() throws {
    let verbs = try Self.verbs()
    for verb in ["import", "show", "text", "quantities", "validate", "verify", "merge", "diff", "adapters describe"] {
      #expect(verbs.contains(verb))
    }
  }

  @Test(arguments: locales) func everyVerbHasATranscript(_ locale: String) throws {
    var typed: [String] = []
    for name in RecordedTranscripts.names {
      let file = RecordedTranscripts.folder.appendingPathComponent(name)
      let transcript = try Transcript(String(contentsOf: file, encoding: .utf8))
      if transcript.locale == locale { typed += transcript.steps.map(\.command) }
    }
    for verb in try Self.verbs() {
      #expect(typed.contains { $0.contains("jdx \(verb)") }, "no transcript in \(locale) runs jdx \(verb)")
    }
  }

  @Test(arguments: locales) func everyExampleRuns(_ locale: String) throws {
    for verb in try Self.verbs() + [""] {
      let shell = try Shell(locale: locale)
      // What the examples take for granted.
      let setUp = try shell.run(
        """
        mkdir folder && cp goals.txt report.txt folder && jdx import goals.txt -o goals.jdx &&
        cp goals.jdx 2031.jdx && cp goals.jdx qingdao.jdx && jdx import goals-2030.txt -o 2030.jdx &&
        jdx import report.txt -o weihai.jdx && jdx import results.txt -o summary.jdx && cp goals.jdx plan.jdx &&
        echo '{"id":"a1","title":"修建渡口"}' > a.jsonl && echo '{"id":"b1","title":"修建渡口"}' > b.jsonl &&
        echo 'same: [{from: a1, to: b1}]' > overrides.yaml && echo 'targets: []' > rulings.yaml &&
        cp summary.jdx half-year.jdx && jdx keygen -o city.key && (umask 077 && echo geheim > passphrase.txt) &&
        (echo keys: && echo "- publicKey: |" && sed 's/^/    /' city.key.pub) > trust.yaml &&
        jdx sign goals.jdx --key city.key -o signed.jdx && mkdir received last-year &&
        cp signed.jdx received && cp 2030.jdx last-year &&
        echo '{year: 2031, senders: [{city: 青岛市, documents: [targetSheet]}]}' > cities.yaml
        """)
      #expect(setUp.exit == 0, "\(setUp.err)")
      let help = try shell.run("jdx help \(verb)")
      if help.out.contains("province"), !help.out.contains("jdx workspace init") {
        let kept = try shell.run(
          "jdx workspace init province && jdx workspace add goals.jdx 2030.jdx --workspace province")
        #expect(kept.exit == 0, "\(kept.err)")
      }
      #expect(help.exit == 0)
      #expect(try shell.run("jdx \(verb) --help").out == help.out)
      let examples = help.out.split(separator: "\n").filter { $0.hasPrefix("  jdx ") || $0.hasPrefix("  echo ") }
      #expect(!examples.isEmpty, "jdx help \(verb) has no example")
      for example in examples {
        let answer = try shell.run(String(example))
        #expect(answer.exit == 0, "\(example) ends with \(answer.exit): \(answer.err)")
        #expect(answer.out != "" || example.contains(" -o "), "\(example) prints nothing")
      }
    }
  }

  /// Nothing of what the argument parser says by itself, in English, reaches somebody who reads Chinese.
  @Test func chineseHelpHasNoEnglish() throws {
    let shell = try Shell(locale: "zh_CN.UTF-8")
    for verb in try Self.verbs() + ["", "help"] {
      let help = try shell.run("jdx help \(verb)").out
      let prose = help.split(separator: "\n").filter { !$0.hasPrefix("  jdx ") && !$0.hasPrefix("  echo ") }
      for line in prose {
        #expect(parserWords(in: String(line)) == [], "jdx help \(verb): \(line)")
      }
    }
  }

  @Test func englishHelpHasNoChinese() throws {
    let shell = try Shell(locale: "C")
    for verb in try Self.verbs() + [""] {
      let lines = try shell.run("jdx help \(verb)").out.split(separator: "\n")
      let prose = lines.filter { line in
        !["  echo ", "  jdx explain ", "  jdx search "].contains { line.hasPrefix($0) }
      }
      for line in prose { #expect(!line.unicodeScalars.contains { isHan($0) }, "jdx help \(verb): \(line)") }
    }
  }

  /// Columns stand in line in Chinese too, where a character is two columns wide.
  @Test func chineseColumnsAreInLine() throws {
    let help = try Shell(locale: "zh_CN.UTF-8").run("jdx help show").out
    #expect(help.contains("\n  --format <形式>         形式（可用：tree, table, json, jsonl；默认：tree）\n"))
    #expect(help.contains("\n  --with-contacts         连同负责人、联系人\n"))
  }

  @Test func narrowTerminalsDoNotStopIt() throws {
    for columns in ["0", "1", "20", "abc"] {
      #expect(try Shell(locale: "C").run("COLUMNS=\(columns) jdx help import").exit == 0)
    }
  }
}

/// Words of the parser's own messages that stand in a text.
func parserWords(in text: String) -> [String] {
  [
    "Error", "Usage", "USAGE", "OVERVIEW", "ARGUMENTS", "OPTIONS", "SUBCOMMANDS", "Missing", "Unknown", "Unexpected",
    "unexpected", "invalid", "Invalid", "Did you mean", "does not take", "Please", "default", "values", "See ", "Show ",
    "subcommand", "options", "specified", "or:",
  ].filter { text.contains($0) }
}

func isHan(_ scalar: Unicode.Scalar) -> Bool { (0x4E00...0x9FFF).contains(scalar.value) }
