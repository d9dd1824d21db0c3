import ArgumentParser
import Glibc

/// What the argument parser has to say, in the user's language; its exit code for wrong use becomes 2.
enum ParserMessages {
  static func report(_ error: any Error, of verb: VerbPath) -> Exit {
    // The parser wraps its pages at this width, and traps on a narrow one. Chinese has no blanks to break lines at.
    setenv("COLUMNS", language == .zhHans ? "1000" : String(min(max(terminalWidth, 60), 100)), 1)
    guard JdxCommand.exitCode(for: error) == .success else {
      Failure(.wrongUse, .usageArguments, ParserComplaint(JdxCommand.message(for: error)).message).report()
      printError(say(zh: "  用法：\(verb.usage)", en: "  usage: \(verb.usage)"))
      printError(say(zh: "  说明：\(verb.typed) --help", en: "  help: \(verb.typed) --help"))
      return .wrongUse
    }
    let text = JdxCommand.fullMessage(for: error)
    do throws(Failure) {
      try write(Array(((language == .zhHans ? HelpText.inChinese(text) : text) + "\n").utf8))
      return .done
    } catch {
      error.report()
      return error.exit
    }
  }
}
