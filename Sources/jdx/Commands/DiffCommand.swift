import ArgumentParser
import Compare
import Plan
import Report

struct DiffCommand: ParsableCommand {
  static var configuration: CommandConfiguration {
    describe(
      "diff", zh: "对照两个数据包：延续、调整、更名、新增、取消",
      en: "Compares two bundles: what continued, changed, was renamed, added, dropped",
      example: """
        jdx diff 2030.jdx 2031.jdx
        jdx diff 2030.jdx 2031.jdx --format json -o changes.json
        """)
  }

  enum Format: String, ExpressibleByArgument, CaseIterable { case text, json }

  @Argument(help: help("原来的数据包", "the old bundle", value: ValueName.bundle), completion: .bundle)
  var old: String

  @Argument(help: help("新的数据包", "the new bundle", value: ValueName.bundle), completion: .bundle)
  var new: String

  @Option(help: help("形式", "the form", value: ValueName.form))
  var format = Format.text

  @Option(name: .shortAndLong, help: help("写到这个文件", "write to this file", value: ValueName.file), completion: .file())
  var output: String?

  @Flag(name: .customLong("exit-code"), help: help("有变化时退出码为 1", "end with 1 where something changed"))
  var exitCode = false

  @OptionGroup var common: LanguageOption

  func run() throws {
    let before = try Input.bundle(old).view
    let after = try Input.bundle(new).view
    try requireOther(output, than: [old, new])
    let diff = Diff(old: before, new: after)
    let bytes: [UInt8]
    switch format {
    case .text:
      let isColored = (output ?? "-") == "-" && isTerminal
      let text = TextReport.diffText(
        diff, old: before, new: after, language: language, color: isColored, width: terminalWidth)
      bytes = Array(text.utf8)
    case .json: bytes = JSON.object(diff.json).canonical + [UInt8(ascii: "\n")]
    }
    try write(bytes, toFile: output ?? "-")
    if exitCode, !diff.isEmpty { throw Exit.no }
  }
}
