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
        jdx text folder -o texts
        """)
  }

  enum Format: String, ExpressibleByArgument, CaseIterable { case text, blocks }

  @Argument(
    help: help("文件或文件夹；- 为标准输入", "files or folders; - is standard input", value: ValueName.file), completion: .file())
  var inputs: [String]

  @Option(
    name: .shortAndLong, help: help("写到这个文件夹，每个文件一份", "write into this folder, one file each", value: ValueName.folder),
    completion: .folder)
  var output: String?

  @Option(help: help("形式", "the form", value: ValueName.form))
  var format = Format.text

  @OptionGroup var common: LanguageOption

  func run() throws {
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
    for file in files {
      do throws(Failure) {
        let bytes = try rendered(try file.result.get())
        if let output { try write(bytes, of: file, into: output, &written) } else { try jdx.write(bytes) }
      } catch {
        error.report()
        guard error.exit == .badInput else { throw error.exit }
        isComplete = false
      }
    }
    if !isComplete { throw Exit.badInput }
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
    try requireOther(target, than: [file.path])
    try makeFolder(target.split(separator: "/", omittingEmptySubsequences: false).dropLast().joined(separator: "/"))
    try jdx.write(bytes, toFile: target)
  }

  private func rendered(_ file: SourceFile) throws(Failure) -> [UInt8] {
    do throws(ReadingError) {
      let reading = try TextReading(file.bytes, name: file.name)
      // Nothing leaves the machine: the text is printed, and whoever reads it is told.
      if let mark = reading.sourceMarks.first { mark.warning(in: file.displayPath).lines.forEach(printError) }
      return format == .text ? reading.bytes : blockTree(reading).canonical + [UInt8(ascii: "\n")]
    } catch {
      throw Failure(ImportError.unreadable(error), in: file.displayPath)
    }
  }
}
