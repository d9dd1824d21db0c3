import ArgumentParser
import Glibc
import Vocabulary

/// The user's language: what `--language` says, else Chinese where the locale is, else English.
let language: Language =
  LanguageOption.choice(in: Array(CommandLine.arguments.dropFirst()))?.language ?? languageOfLocale()

/// POSIX: LC_ALL, then LC_MESSAGES, then LANG.
private func languageOfLocale() -> Language {
  for name in ["LC_ALL", "LC_MESSAGES", "LANG"] {
    if let value = getenv(name).map({ String(cString: $0) }), !value.isEmpty {
      return value.lowercased().hasPrefix("zh") ? .zhHans : .en
    }
  }
  return .en
}

/// A phrase in the user's language.
func say(zh: String, en: String) -> String { Localized(zh: zh, en: en)[language] }

/// `--language`, which every command has.
///
/// Help and complaints about the arguments are in the language too, so it is looked for before they are parsed.
struct LanguageOption: ParsableArguments {
  enum Choice: String, ExpressibleByArgument, CaseIterable {
    case zh, en

    var language: Language { self == .zh ? .zhHans : .en }
  }

  @Option(
    help: help("显示语言（不写则随系统）", "the language of messages (the locale's if not given)", value: ValueName.language))
  var language: Choice?

  /// The last choice among the arguments; a value that is none is left for the parser to refuse.
  static func choice(in arguments: [String]) -> Choice? {
    var found: Choice?
    for (index, argument) in arguments.enumerated() {
      if argument == "--" { break }
      if argument == name, index + 1 < arguments.count { found = Choice(rawValue: arguments[index + 1]) ?? found }
      if argument.hasPrefix(name + "=") {
        found = Choice(rawValue: String(argument.dropFirst(name.count + 1))) ?? found
      }
    }
    return found
  }

  /// The arguments without a choice in front of the command.
  static func dropped(from arguments: [String]) -> ArraySlice<String> {
    var rest = arguments[...]
    while let first = rest.first {
      if first == name, rest.count > 1 {
        rest = rest.dropFirst(2)
      } else if first.hasPrefix(name + "=") {
        rest = rest.dropFirst()
      } else {
        break
      }
    }
    return rest
  }

  private static let name = "--language"
}
