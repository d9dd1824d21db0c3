import ArgumentParser
import Import
import Plan
import Reading
import Vocabulary

struct TextCommand: ParsableCommand {
  static var configuration: CommandConfiguration {
    describe(
      "text", zh: "打印修复后的文本：出处所指的就是它", en: "Prints the repaired text: exactly what spans point into",
      example: """
        jdx text report.txt
        jdx text report.txt --format blocks
        jdx text goals.txt --draw
        jdx text folder -o texts
        """)
  }

  enum Format: String, ExpressibleByArgument, CaseIterable { case text, blocks }

  @Argument(
    help: help("文件、文件夹或 ZIP；- 为标准输入", "files, folders or ZIPs; - is standard input", value: ValueName.file),
    completion: .file())
  var inputs: [String]

  @Option(
    name: .shortAndLong, help: help("写到这个文件夹，每个文件一份", "write into this folder, one file each", value: ValueName.folder),
    completion: .folder)
  var output: String?

  @Option(help: help("形式", "the form", value: ValueName.form))
  var format = Format.text

  @Flag(
    help: help(
      "画出表格，供人查看；打印的不是出处所指的文本",
      "draw tables for people to look at; what is printed is not the text that spans point into"))
  var draw = false

  @OptionGroup var common: LanguageOption

  func run() throws {
    if draw, format != .text || output != nil {
      throw Failure(
        .wrongUse, .usageValue,
        Localized(
          zh: "--draw 不能与 --format blocks 或 -o 同用", en: "--draw goes neither with --format blocks nor with -o"),
        hint: Localized(zh: "表格画在标准输出上，形式只能是 text", en: "tables are drawn on standard output, as text only"))
    }
    let files = Input.files(inputs)
    if output == nil, files.count > 1 {
      throw Failure(
        .wrongUse, .usageOutput,
        Localized(
          zh: "有 \(files.count) 个文件，不能混在一起打印", en: "there are \(files.count) files, whose texts would run together"),
        hint: Localized(zh: "用 -o 指定文件夹，每个文件写一份", en: "name a folder with -o, for one file each"))
    }
    var written: Set<[UInt8]> = []
    var isComplete = true
    for (file, text) in zip(files, rendered(files)) {
      do throws(Failure) {
        let text = try text.get()
        text.warning?.lines.forEach(printError)
        if let output { try write(text.bytes, of: file, into: output, &written) } else { try jdx.write(text.bytes) }
      } catch {
        error.report()
        guard error.exit == .badInput else { throw error.exit }
        isComplete = false
      }
    }
    if !isComplete { throw Exit.badInput }
  }

  private func rendered(_ files: [Input.Found]) -> [Result<TextRendering, Failure>] {
    let form: TextRendering.Form = draw ? .drawn(width: terminalWidth) : format == .text ? .text : .blocks
    let progress = Progress(of: files.count)
    return concurrentMap(files, done: { progress.show($0) }) { file in
      Result { () throws(Failure) in try TextRendering(try file.result.get(), as: form) }
    }
  }

  /// Writes one text under the name that its file has below the folder named; two of one name are not both written.
  private func write(_ bytes: [UInt8], of file: Input.Found, into folder: String, _ written: inout Set<[UInt8]>)
    throws(Failure)
  {
    let stem = file.name == "-" ? "stdin" : file.name.hasSuffix(".txt") ? String(file.name.dropLast(4)) : file.name
    let target = (folder.hasSuffix("/") ? folder : folder + "/") + stem + (format == .text ? ".txt" : ".json")
    guard written.insert(Array(target.utf8)).inserted else {
      throw Failure(
        .badInput, .importCollision, in: file.path,
        Localized(zh: "\(target) 已写入另一个文件的文本", en: "\(target) holds another file's text already"),
        hint: Localized(zh: "分开写到两个文件夹", en: "write them into two folders"))
    }
    try requireOther(target, than: [file.origin])
    try makeFolder(target.split(separator: "/", omittingEmptySubsequences: false).dropLast().joined(separator: "/"))
    try jdx.write(bytes, toFile: target)
  }
}
