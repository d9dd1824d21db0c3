/// A file of commands and what each of them prints:
///
///     LC_ALL=C
///     Words about the case, if any.
///
///     $ jdx quantities <<'END'
///     > 新建学校12所
///     > END
///     {"indicators":[…]}
///     ! error: what went to standard error
///     [exit 3]
///
/// `> ` continues a command. Output without a line end is followed by `[no line end]`; exit code 0 is not written.
/// A hash is written `{hash}`, the first twelve digits of one `{rev}`.
struct Transcript {
  struct Step: Equatable {
    /// As typed, lines joined.
    var command: String
    /// What is printed, as the file has it.
    var output: [String]
  }

  var locale: String
  /// The lines between the locale and the first step.
  var words: [String]
  var steps: [Step]

  init(_ text: String) throws {
    var lines = text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)[...]
    guard let first = lines.popFirst(), first.hasPrefix("LC_ALL=") else { throw TranscriptError.noLocale }
    locale = String(first.dropFirst("LC_ALL=".count))
    words = Array(lines.prefix { !$0.hasPrefix("$ ") })
    lines = lines.dropFirst(words.count)
    steps = []
    while let line = lines.popFirst() {
      guard line.hasPrefix("$ ") else { throw TranscriptError.noCommand(line) }
      var command = [line.dropFirst(2)]
      while let more = lines.first, more.hasPrefix("> ") || more == ">" {
        command.append(more.dropFirst(2))
        lines.removeFirst()
      }
      var output = Array(lines.prefix { !$0.hasPrefix("$ ") })
      lines = lines.dropFirst(output.count)
      while output.last?.isEmpty ?? false { output.removeLast() }
      steps.append(Step(command: command.joined(separator: "\n"), output: output))
    }
    guard !steps.isEmpty else { throw TranscriptError.noSteps }
  }

  /// The file's text.
  var text: String {
    let head = (["LC_ALL=" + locale] + words).joined(separator: "\n")
    let body = steps.map { step in
      let command = step.command.split(separator: "\n", omittingEmptySubsequences: false).enumerated().map {
        ($0.offset == 0 ? "$ " : "> ") + $0.element
      }
      return (command + step.output).joined(separator: "\n")
    }
    return head + "\n" + body.joined(separator: "\n\n") + "\n"
  }
}

enum TranscriptError: Error {
  case noLocale, noSteps
  case noCommand(String)
}

/// What differs between two texts, `-` what was expected and `+` what came.
func difference(expected: [String], actual: [String]) -> String {
  let changes = actual.difference(from: expected)
  let removed = Set(changes.removals.compactMap { if case .remove(let at, _, _) = $0 { at } else { nil } })
  let inserted = Set(changes.insertions.compactMap { if case .insert(let at, _, _) = $0 { at } else { nil } })
  var lines: [String] = []
  var (old, new) = (0, 0)
  while old < expected.count || new < actual.count {
    if old < expected.count, removed.contains(old) {
      lines.append("- " + expected[old])
      old += 1
    } else if new < actual.count, inserted.contains(new) {
      lines.append("+ " + actual[new])
      new += 1
    } else {
      if old < expected.count { lines.append("  " + expected[old]) }
      (old, new) = (old + 1, new + 1)
    }
  }
  return lines.joined(separator: "\n")
}
