import ArgumentParser
import Compare
import Plan
import Report
import Vocabulary

struct DiffCommand: ParsableCommand {
  static var configuration: CommandConfiguration {
    describe(
      "diff", zh: "对照两个数据包：延续、调整、更名、新增、取消", en: "Compares two bundles: what continued, changed, was renamed, added, dropped",
      example: "jdx diff 2021.jdx 2022.jdx\njdx diff 2021.jdx 2022.jdx --format json -o changes.json")
  }

  enum Format: String, ExpressibleByArgument, CaseIterable { case text, json }

  @Argument(help: help("原来的数据包", "the old bundle"))
  var old: String

  @Argument(help: help("新的数据包", "the new bundle"))
  var new: String

  @Option(help: help("形式", "the form"))
  var format = Format.text

  @Option(name: .shortAndLong, help: help("写到这个文件", "write to this file"))
  var output: String?

  @Flag(name: .customLong("exit-code"), help: help("有变化时以 1 结束", "end with 1 where something changed"))
  var exitCode = false

  func run() throws {
    let before = try Input.bundle(old).view
    let after = try Input.bundle(new).view
    let diff = Diff(old: before, new: after)
    let bytes: [UInt8]
    switch format {
    case .text:
      let color = output == nil && isTerminal
      bytes = Array(
        (TextReport.diffText(diff, old: before, new: after, language: language, color: color, width: terminalWidth) + "\n").utf8)
    case .json: bytes = JSON.object(diff.json).canonical + [UInt8(ascii: "\n")]
    }
    try write(bytes, toFile: output ?? "-")
    if exitCode, !diff.isEmpty { throw Exit.no }
  }
}
