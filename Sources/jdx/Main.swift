import ArgumentParser
import Glibc
import Vocabulary

/// The program's entry: arguments in, calls, exit codes out.
@main
enum Main {
  static func main() {
    // A closed pipe and a file-size limit must come back as errors of `write`, not kill the process.
    signal(SIGPIPE, SIG_IGN)
    signal(SIGXFSZ, SIG_IGN)
    exit(run(Array(CommandLine.arguments.dropFirst())).rawValue)
  }

  static func run(_ arguments: [String]) -> Exit {
    do {
      var command = try JdxCommand.parseAsRoot(arguments)
      try command.run()
      return .done
    } catch let outcome as Exit {
      return outcome
    } catch let failure as Failure {
      failure.report()
      return failure.exit
    } catch {
      return ParserMessages.report(error)
    }
  }
}

/// What the process answers; thrown by a command whose answer is not "done" and that has said all there is to say.
enum Exit: Int32, Error {
  case done = 0
  /// The answer is "no": differences, invalid, unverified, open conflicts.
  case no = 1
  case wrongUse = 2
  /// Input that is missing, unreadable, not recognised or of a colliding id.
  case badInput = 3
  /// The machine failed: disk, permission.
  case machine = 4
}

/// An error for people: what, where, and what to do next.
struct Failure: Error {
  var exit: Exit
  var message: Localized
  var hint: Localized?

  init(_ exit: Exit, _ message: Localized, hint: Localized? = nil) {
    self.exit = exit
    self.message = message
    self.hint = hint
  }

  func report() {
    printError(Localized(zh: "错误：", en: "error: ")[language] + message[language])
    if let hint { printError(Localized(zh: "  办法：", en: "  hint: ")[language] + hint[language]) }
  }
}
