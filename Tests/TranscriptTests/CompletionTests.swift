import Foundation
import Testing

/// What a shell offers in the place of an argument.
@Suite struct CompletionTests {
  /// Runs bash's completion of the words, the last of which is cut short.
  private func offered(_ words: String) throws -> [String] {
    let shell = try Shell(locale: "C")
    let answer = try shell.run(
      """
      touch goals.jdx && jdx --generate-completion-script bash > completion && bash --norc -c '
        source completion
        COMP_WORDS=("$@") COMP_LINE="$*" COMP_POINT=${#COMP_LINE} COMP_CWORD=$((${#COMP_WORDS[@]} - 1))
        _jdx jdx "${@: -1}" "${@: -2:1}"
        printf "%s\\n" "${COMPREPLY[@]}"' bash \(words)
      """)
    #expect(answer.exit == 0 && answer.err == "", "\(answer.err)")
    return answer.out.split(separator: "\n").map(String.init).sorted()
  }

  @Test func commandsFormsAdaptersAndFiles() throws {
    #expect(try offered("jdx imp") == ["import"])
    #expect(try offered("jdx show --format t") == ["table", "tree"])
    #expect(try offered("jdx import goals.txt --adapter q") == ["qingdao.target-sheet", "qingdao.work-plan"])
    #expect(try offered("jdx adapters describe weihai.m") == ["weihai.meeting-report"])
    #expect(try offered("jdx import repo") == ["report.txt"])
    // Only bundles where a bundle is wanted.
    #expect(try offered("jdx verify goals") == ["goals.jdx"])
    #expect(try offered("jdx import goals.txt -o goals") == ["goals.jdx"])
  }

  /// An argument that names a file and says nothing of completion would offer nothing.
  @Test func everyPlaceOfAFileCompletesFiles() throws {
    let definitions = try Shell(locale: "C").run("jdx --experimental-dump-help").out
    let root = try JSONDecoder().decode(Definitions.self, from: Data(definitions.utf8)).command
    let arguments = root.all
    #expect(arguments.count > 20)
    for argument in arguments where ["bundle", "file", "folder", "adapter"].contains(argument.valueName) {
      #expect(argument.completionKind != nil, "\(argument.valueName), \(argument.abstract ?? "")")
    }
  }

  private struct Definitions: Decodable {
    struct Command: Decodable {
      var subcommands: [Command]?
      var arguments: [Argument]?
      var all: [Argument] { (arguments ?? []) + (subcommands ?? []).flatMap(\.all) }
    }
    struct Argument: Decodable {
      var valueName: String
      var abstract: String?
      var completionKind: Kind?
    }
    struct Kind: Decodable {}
    var command: Command
  }

  /// zsh and fish show what each option is for; in Chinese nothing of the parser's own English is left.
  @Test func descriptionsAreInTheUsersLanguage() throws {
    for shell in ["zsh", "fish"] {
      let script = try Shell(locale: "zh_CN.UTF-8").run("jdx --generate-completion-script \(shell)").out
      #expect(script.contains("查看数据包的内容") && script.contains("显示版本") && !script.contains("Show "), "\(shell)")
      let english = try Shell(locale: "C").run("jdx --generate-completion-script \(shell)").out
      #expect(
        english.contains("Shows what a bundle holds") && !english.unicodeScalars.contains { isHan($0) }, "\(shell)")
    }
  }
}
