import Vocabulary

/// What the argument parser complains about, read from the fixed English wording of its messages (version 1.8.2).
///
/// The parser's errors are its own types, so their words are all there is; tests hold this to every one of them that
/// our arguments can bring about.
enum ParserComplaint: Equatable {
  case unknownOption(String, near: String?)
  case missingValue(option: String)
  case missingArgument(String)
  case unexpected([String])
  case invalidValue(String, of: String, allowed: [String])
  case takesNoValue(option: String, given: String)
  case unknownShell
  case other(String)

  init(_ message: String) {
    // Of "unknown option -ox, or: missing value in -ox" the first half is enough.
    let text = message.unicodeScalars.prefix { $0 != "\n" || !message.contains("\n   or: ") }
    let scalars = String(text).unicodeScalars
    if let (option, near) = cut(scalars, "Unknown option '", "'. Did you mean '", "'?") {
      self = .unknownOption(option, near: near)
    } else if let option = cut(scalars, "Unknown option '", "'") {
      self = .unknownOption(option, near: nil)
    } else if let option = rest(scalars, after: "Invalid option: ") {
      self = .unknownOption(option, near: nil)
    } else if let option = cut(scalars, "Missing value for '", "'") {
      self = .missingValue(option: option)
    } else if let argument = cut(scalars, "Missing expected argument '", "'") {
      self = .missingArgument(argument)
    } else if let value = cut(scalars, "Unexpected argument '", "'") {
      self = .unexpected([value])
    } else if let (_, values) = cut(scalars, "", " unexpected arguments: '", "'") {
      self = .unexpected(split(values, at: "', '"))
    } else if let (option, value) = cut(scalars, "The option '", "' does not take any value, but '", "' was specified.")
    {
      self = .takesNoValue(option: option, given: value)
    } else if let (value, option) = cut(scalars, "The value '", "' is invalid for '", "") {
      // `--format <form>'. Please provide one of 'tree', 'table' or 'json'.`
      let quoted = split(option, at: "'")
      let allowed = quoted.enumerated().filter { $0.offset > 0 && $0.offset % 2 == 0 }.map(\.element)
      self = .invalidValue(value, of: quoted.first ?? option, allowed: allowed.filter { !$0.isEmpty && $0 != "." })
    } else if rest(scalars, after: "Can't generate completion scripts for ") != nil
      || rest(scalars, after: "Can't autodetect a supported shell.") != nil
    {
      self = .unknownShell
    } else {
      self = .other(message)
    }
  }

  var message: Localized {
    switch self {
    case .unknownOption(let option, let near):
      Localized(
        zh: "没有选项 \(option)" + (near.map { "，是不是想用 \($0)？" } ?? ""),
        en: "there is no option \(option)" + (near.map { "; did you mean \($0)?" } ?? ""))
    case .missingValue(let option): Localized(zh: "选项 \(option) 缺少值", en: "the option \(option) lacks its value")
    case .missingArgument(let argument):
      argument.hasPrefix("-")
        ? Localized(zh: "缺少选项 \(argument)", en: "the option \(argument) is missing")
        : Localized(zh: "缺少参数 \(argument)", en: "the argument \(argument) is missing")
    case .unexpected(let values):
      Localized(
        zh: "多余的参数：" + values.joined(separator: "、"),
        en: (values.count == 1 ? "one argument" : "\(values.count) arguments") + " too many: "
          + values.joined(separator: ", "))
    case .invalidValue(let value, let option, let allowed):
      Localized(
        zh: "\(option) 的值“\(value)”无效" + (allowed.isEmpty ? "" : "，可用：" + allowed.joined(separator: "、")),
        en: "“\(value)” is no value for \(option)" + (allowed.isEmpty ? "" : ", which takes " + either(allowed)))
    case .takesNoValue(let option, let value):
      Localized(zh: "选项 \(option) 不带值，却给了“\(value)”", en: "the option \(option) takes no value, “\(value)” was given")
    case .unknownShell:
      Localized(
        zh: "--generate-completion-script 的值可用：bash、zsh、fish",
        en: "--generate-completion-script takes bash, zsh or fish")
    case .other(let text): Localized(zh: "命令行写法有误", en: text)
    }
  }

  private func either(_ values: [String]) -> String {
    guard let last = values.last, values.count > 1 else { return values.joined() }
    return values.dropLast().joined(separator: ", ") + " or " + last
  }
}

private typealias Scalars = String.UnicodeScalarView

private func rest(_ text: Scalars, after prefix: String) -> String? {
  text.starts(with: prefix.unicodeScalars) ? String(Scalars(text.dropFirst(prefix.unicodeScalars.count))) : nil
}

/// What stands between a message's beginning and its end.
private func cut(_ text: Scalars, _ prefix: String, _ suffix: String) -> String? {
  guard let inner = rest(text, after: prefix)?.unicodeScalars,
    inner.reversed().starts(with: suffix.unicodeScalars.reversed())
  else { return nil }
  return String(Scalars(inner.dropLast(suffix.unicodeScalars.count)))
}

/// The two parts of a message on both sides of its middle; the user's own words stand first and may hold it too.
private func cut(_ text: Scalars, _ prefix: String, _ middle: String, _ suffix: String) -> (String, String)? {
  guard let inner = cut(text, prefix, suffix)?.unicodeScalars, let at = inner.ranges(of: middle.unicodeScalars).last
  else { return nil }
  return (String(Scalars(inner[..<at.lowerBound])), String(Scalars(inner[at.upperBound...])))
}

private func split(_ text: String, at separator: String) -> [String] {
  text.unicodeScalars.split(separator: separator.unicodeScalars, omittingEmptySubsequences: false).map {
    String(Scalars($0))
  }
}
