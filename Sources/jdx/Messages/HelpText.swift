import Report

/// The parser's help page with its own words in Chinese and its columns in line again.
enum HelpText {
  /// Of other texts (a completion script, the definitions that manual pages are made of) only the parser's sentences.
  static func inChinese(_ help: String) -> String {
    guard help.hasPrefix("OVERVIEW: ") else { return sentences.reduce(help) { $0.replacing($1.0, with: $1.1) } }
    var isList = false
    return help.split(separator: "\n", omittingEmptySubsequences: false).map { line in
      for (english, chinese) in headings where line.hasPrefix(english) {
        isList = english.hasSuffix(":")
        return chinese + translated(String(line.dropFirst(english.count)))
      }
      return isList ? aligned(translated(String(line))) : String(line)
    }.joined(separator: "\n")
  }

  private static let headings = [
    ("OVERVIEW: ", "概述："), ("USAGE: ", "用法："), ("ARGUMENTS:", "参数："), ("OPTIONS:", "选项："), ("SUBCOMMANDS:", "命令："),
  ]

  private static let sentences = [
    ("Show subcommand help information.", "显示某个命令的说明"), ("Show help information.", "显示说明"),
    ("Show the version.", "显示版本"),
  ]

  private static let phrases =
    sentences + [
      (" (default: ", "（默认："), (" (values: ", "（可用："), ("; default: ", "；默认："), ("<subcommands>", "<命令>"),
    ]

  private static func translated(_ line: String) -> String {
    if let verbs = line.wholeMatch(of: /\s+See '(.*) <subcommand>' for detailed help\./) {
      return "  每个命令的说明：\(verbs.1) <命令>"
    }
    let out = phrases.reduce(line) { $0.replacing($1.0, with: $1.1) }
    let hasBracket = line.contains("(default: ") || line.contains("(values: ")
    return hasBracket && out.hasSuffix(")") ? out.dropLast() + "）" : out
  }

  /// The parser counts characters; a Chinese one is two columns wide.
  private static func aligned(_ line: String) -> String {
    let column = 26
    guard line.count > column, line.hasPrefix("  "), line.dropFirst(column - 1).first == " " else { return line }
    let label = String(line.prefix(column).reversed().drop { $0 == " " }.reversed())
    guard label.count > 2 else { return line }
    return DisplayWidth.padded(label, to: max(column, DisplayWidth.of(label) + 2)) + line.dropFirst(column)
  }
}
