import Glibc

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
      let verb = VerbPath(arguments)
      try verb.requireVerb()
      var command = try verb.parsed(arguments) ?? JdxCommand.parseAsRoot(arguments)
      try command.run()
      return .done
    } catch let outcome as Exit {
      return outcome
    } catch let failure as Failure {
      failure.report()
      return failure.exit
    } catch {
      return ParserMessages.report(error, of: VerbPath(arguments))
    }
  }
}
