import Testing

/// Arguments that are wrong in any way the parser knows: exit code 2, in the user's language, on standard error.
@Suite struct WrongUseTests {
  static let wrong = [
    "jdx", "jdx foo", "jdx improt", "jdx --foo", "jdx -x", "jdx help foo", "jdx help adapters foo", "jdx adapters",
    "jdx adapters foo", "jdx show", "jdx show a b", "jdx show a b c d", "jdx show a --formt json",
    "jdx show a --format",
    "jdx show a --format xml", "jdx show a --format \"it's\"", "jdx show a --with-contacts=1", "jdx show a -q",
    "jdx show a \"it's 'b' and ', 'c\"", "jdx show --format \"x' is 'y\" a", "jdx show a ''",
    "jdx import", "jdx import a", "jdx import -o b", "jdx import a -o", "jdx import a -o b --year 20x1",
    "jdx import a -ob", "jdx import a -xo", "jdx import a -o b --year 99999999999999999999", "jdx import a -o b -=",
    "jdx import goals.txt -o b --year 12", "jdx import goals.txt -o b --city 火星", "jdx import goals.txt -o b --name ''",
    "jdx import goals.txt -o b --adapter nobody", "jdx import goals.txt report.txt -o b --name x",
    "jdx import goals.txt -o goals.txt", "jdx import goals.txt -o b --report b", "jdx import goals.txt -o - --report -",
    "jdx merge -o b", "jdx diff a", "jdx verify", "jdx validate --format=xml a", "jdx text",
    "jdx text goals.txt report.txt",
    "jdx text goals.txt -o .", "jdx quantities a b", "jdx adapters describe", "jdx adapters describe nobody",
    "jdx --generate-completion-script tcsh", "jdx help -q", "jdx adapters list extra", "jdx ---", "jdx -", "jdx ''",
    "jdx show '--\n' a", "jdx show a --language", "jdx show a --language fr", "jdx --language fr", "jdx --language",
    "jdx import goals.txt -o b --format xml",
  ]

  @Test(arguments: wrong) func isRefused(_ command: String) throws {
    for locale in HelpTests.locales {
      let answer = try Shell(locale: locale).run(command)
      #expect(answer.exit == 2, "\(command): \(answer)")
      #expect(answer.out == "")
      #expect(answer.err.hasPrefix(locale == "C" ? "error: " : "错误："), "\(answer.err)")
      if locale == "C" {
        #expect(!answer.err.contains("Error") && !answer.err.contains("Usage"))
      } else {
        #expect(parserWords(in: answer.err) == [], "\(answer.err)")
        #expect(answer.err.unicodeScalars.contains { isHan($0) })
      }
    }
  }

  /// The words that were typed come back as they were, whatever quotes stand in them.
  @Test func theUsersWordsAreKept() throws {
    let shell = try Shell(locale: "C")
    #expect(
      try shell.run("jdx show --format \"x' is invalid for 'y\" a").err.contains(
        "“x' is invalid for 'y” is no value for --format <form>"))
    #expect(try shell.run("jdx show a \"it's 'b'\"").err.contains("one argument too many: it's 'b' ["))
    #expect(try shell.run("jdx show a --formt x").err.contains("no option --formt; did you mean --format? ["))
    #expect(try shell.run("jdx improt").err.contains("no command jdx improt; did you mean import? ["))
  }
}
