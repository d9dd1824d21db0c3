import ArgumentParser
import Vocabulary

/// Which command the first words of the arguments name.
struct VerbPath {
  /// As far as the words name commands, the program itself first.
  private(set) var commands: [any ParsableCommand.Type] = [JdxCommand.self]
  /// The first word that should name a command and names none.
  private(set) var unknown: String?
  /// Whether the words end where one more should name a command.
  private var isCutShort = false

  init(_ arguments: [String]) {
    var words = LanguageOption.dropped(from: arguments)
    let asksForHelp = words.first == "help"
    if asksForHelp { words.removeFirst() }
    while !command.configuration.subcommands.isEmpty {
      guard let word = words.popFirst() else {
        isCutShort = !asksForHelp
        return
      }
      // Options and `jdx adapters help` are the parser's.
      if word.hasPrefix("-") || word == "help" { return }
      guard let next = command.configuration.subcommands.first(where: { $0.configuration.commandName == word }) else {
        unknown = word
        return
      }
      commands.append(next)
    }
  }

  var command: any ParsableCommand.Type { commands.last ?? JdxCommand.self }

  /// `jdx adapters list`, as it is typed.
  var typed: String { commands.compactMap { $0.configuration.commandName }.joined(separator: " ") }

  /// The one usage line, from the program's name on.
  var usage: String { JdxCommand.usageString(for: command) }

  /// The command as its own options give it, in half the time that the whole tree takes; `nil` where the tree must be asked:
  /// for help, for a complaint, for options in front of the command.
  func parsed(_ arguments: [String]) -> (any ParsableCommand)? {
    let words = commands.dropFirst().compactMap { $0.configuration.commandName }
    guard !words.isEmpty, command.configuration.subcommands.isEmpty, arguments.starts(with: words),
      let parsed = try? command.parseAsRoot(Array(arguments.dropFirst(words.count))), type(of: parsed) == command
    else { return nil }
    return parsed
  }

  /// Refuses a word that names no command, and a command that needs a second word and has none.
  func requireVerb() throws(Failure) {
    let known = command.configuration.subcommands.compactMap { $0.configuration.commandName }
    if let unknown {
      let near = known.filter { editDistance(Array($0.utf8), Array(unknown.utf8)) <= 2 }
        .min { editDistance(Array($0.utf8), Array(unknown.utf8)) < editDistance(Array($1.utf8), Array(unknown.utf8)) }
      throw failure(
        Localized(
          zh: "没有命令 \(typed) \(unknown)" + (near.map { "，是不是想用 \($0)？" } ?? ""),
          en: "there is no command \(typed) \(unknown)" + (near.map { "; did you mean \($0)?" } ?? "")), known)
    }
    if isCutShort { throw failure(Localized(zh: "\(typed) 后面缺少命令", en: "\(typed) needs a command"), known) }
  }

  private func failure(_ message: Localized, _ known: [String]) -> Failure {
    Failure(
      .wrongUse, .usageCommand, message,
      hint: Localized(
        zh: "可用：\(known.joined(separator: "、"))；说明见 \(typed) --help",
        en: "there are \(known.joined(separator: ", ")); see \(typed) --help"))
  }
}

/// How many letters must be changed, added or left out to make one word of the other.
private func editDistance(_ a: [UInt8], _ b: [UInt8]) -> Int {
  var row = Array(0...b.count)
  for (i, letter) in a.enumerated() {
    var next = [i + 1]
    for (j, other) in b.enumerated() {
      next.append(min(row[j] + (letter == other ? 0 : 1), row[j + 1] + 1, next[j] + 1))
    }
    row = next
  }
  return row[b.count]
}
