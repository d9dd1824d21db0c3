import ArgumentParser

/// The argument parser's own messages in the user's language; its exit code for wrong use becomes 2.
///
/// The parser speaks English only, so what it says is taken apart by its fixed wording; a test holds this to the
/// parser's version. What is not known passes unchanged.
enum ParserMessages {
  static func report(_ error: any Error) -> Exit {
    let isHelp = JdxCommand.exitCode(for: error) == .success
    let message = JdxCommand.fullMessage(for: error)
    guard !isHelp else {
      do throws(Failure) { try print(language == .zhHans ? helpInChinese(message) : message) } catch {
        error.report()
        return error.exit
      }
      return .done
    }
    printError(language == .zhHans ? errorInChinese(message) : lowerCased(message))
    return .wrongUse
  }

  /// `Error:` as all our messages begin.
  private static func lowerCased(_ message: String) -> String {
    message.hasPrefix("Error: ") ? "error: " + message.dropFirst("Error: ".count) : message
  }

  static func errorInChinese(_ message: String) -> String {
    message.split(separator: "\n", omittingEmptySubsequences: false).map { line -> String in
      var line = String(line)
      if line.hasPrefix("Error: ") { return "错误：" + sentence(String(line.dropFirst("Error: ".count))) }
      if line.hasPrefix("Usage: ") { line = "用法：" + line.dropFirst("Usage: ".count) }
      if line.hasPrefix("Help:  ") { line = "说明：" + line.dropFirst("Help:  ".count) }
      return furniture(line)
    }.joined(separator: "\n")
  }

  private static func sentence(_ text: String) -> String {
    let quoted = text.split(separator: "'", omittingEmptySubsequences: false).map(String.init)
    func part(_ index: Int) -> String { index < quoted.count ? quoted[index] : "" }
    if text.hasPrefix("Unknown option '") {
      let near = text.contains("Did you mean") ? "，是不是想用 \(part(3))？" : ""
      return "没有选项 \(part(1))\(near)"
    }
    if text.hasPrefix("Missing expected argument '") { return "缺少参数 \(part(1))" }
    if text.hasPrefix("Missing one of: ") { return "缺少其中之一：" + quoted.enumerated().filter { $0.offset % 2 == 1 }.map(\.element).joined(separator: "、") }
    if text.hasPrefix("Missing value for '") { return "选项 \(part(1)) 缺少值" }
    if text.hasPrefix("Unexpected argument '") { return "多余的参数 \(part(1))" }
    if text.contains(" unexpected arguments: '") {
      return "多余的参数 " + quoted.enumerated().filter { $0.offset % 2 == 1 }.map(\.element).joined(separator: "、")
    }
    if text.hasPrefix("The value '") {
      let options = quoted.enumerated().filter { $0.offset % 2 == 1 && $0.offset > 3 }.map(\.element)
      return "\(part(3)) 的值 \(part(1)) 无效" + (options.isEmpty ? "" : "，可用：" + options.joined(separator: "、"))
    }
    if text.hasPrefix("The option '") { return "选项 \(part(1)) 不带值，却给了 \(part(3))" }
    return text
  }

  static func helpInChinese(_ message: String) -> String {
    message.split(separator: "\n", omittingEmptySubsequences: false).map { furniture(String($0)) }.joined(separator: "\n")
  }

  private static func furniture(_ line: String) -> String {
    let headings = [
      ("OVERVIEW: ", "概述："), ("USAGE: ", "用法："), ("ARGUMENTS:", "参数："), ("OPTIONS:", "选项："), ("SUBCOMMANDS:", "命令："),
    ]
    for (english, chinese) in headings where line.hasPrefix(english) {
      return chinese + line.dropFirst(english.count)
    }
    return [
      ("Show help information.", "显示帮助。"), ("Show the version.", "显示版本。"),
      ("See '", "详见 '"), ("' for detailed help.", "'。"), ("' for more information.", "'。"), ("(default: ", "（默认："),
      ("(values: ", "（可用："), ("[<options>]", "[<选项>]"), ("<subcommand>", "<命令>"),
    ].reduce(line) { $0.replacing($1.0, with: $1.1) }
  }
}
