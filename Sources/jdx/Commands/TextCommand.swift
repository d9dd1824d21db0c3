import ArgumentParser
import Import
import Plan
import Reading
import Vocabulary
import Workers

struct TextCommand: ParsableCommand {
  static let configuration = describe(
    "text", zh: "打印修复后的文本：出处所指的就是它", en: "Prints the repaired text: exactly what spans point into",
    example: """
      jdx text report.txt
      jdx text report.txt --format blocks
      jdx text goals.txt --draw
      jdx text folder -o texts
      """)

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

  @Option(
    help: help(
      "把修复、页面附带和提醒写到这个文件（JSON）", "write repairs, asides and warnings to this file (JSON)", value: ValueName.file),
    completion: .file())
  var report: String?

  @OptionGroup var common: LanguageOption

  func run() throws {
    if draw, format != .text || output != nil {
      throw Failure(
        .wrongUse, .usageValue,
        Localized(
          zh: "--draw 不能与 --format blocks 或 -o 同用", en: "--draw goes neither with --format blocks nor with -o"),
        hint: Localized(zh: "表格画在标准输出上，形式只能是 text", en: "tables are drawn on standard output, as text only"))
    }
    if report == "-", output == nil {
      throw Failure(
        .wrongUse, .usageOutput,
        Localized(zh: "文本和报告不能都写到标准输出", en: "text and report can't both go to standard output"),
        hint: Localized(zh: "给 --report 一个文件名，或用 -o 指定文件夹", en: "name a file with --report, or a folder with -o"))
    }
    let files = Input.files(inputs)
    try requireOther(report, than: files.map(\.origin))
    if output == nil, files.count > 1 {
      throw Failure(
        .wrongUse, .usageOutput,
        Localized(
          zh: "有 \(files.count) 个文件，不能混在一起打印", en: "there are \(files.count) files, whose texts would run together"),
        hint: Localized(zh: "用 -o 指定文件夹，每个文件写一份", en: "name a folder with -o, for one file each"))
    }
    var isComplete = true
    var reports: [JSON] = []
    for text in try rendered(files) {
      do throws(Failure) {
        let text = try text.get()
        text.warnings.flatMap(\.lines).forEach(printError)
        if let report = text.report { reports.append(.object(report.json)) }
        if output == nil { try jdx.write(text.bytes) }
      } catch {
        error.report()
        guard error.exit == .badInput else { throw error.exit }
        isComplete = false
      }
    }
    if let report, !reports.isEmpty {
      var json = JSONObject()
      json["documents"] = .array(reports)
      try jdx.write(JSON.object(json).canonical + [UInt8(ascii: "\n")], toFile: report)
    }
    if !isComplete { throw Exit.badInput }
  }

  /// The texts of all files; those written into a folder are not held any longer.
  private func rendered(_ files: [Input.Found]) throws(Failure) -> [Result<TextRendering, Failure>] {
    let form: TextRendering.Form = draw ? .drawn(width: terminalWidth) : format == .text ? .text : .blocks
    let targets = try output.map { folder throws(Failure) in try self.targets(of: files, in: folder) }
    let progress = Progress(of: files.count)
    return concurrentMap(Array(files.indices), done: { progress.show($0) }) { index in
      Result { () throws(Failure) in
        var text = try TextRendering(try files[index].read(), as: form, isReported: report != nil)
        if let target = try targets?[index].get() { try text.move(to: target) }
        return text
      }
    }
  }

  /// Where each text is written: under the name that its file has below the folder named; two of one name are not both
  /// written.
  private func targets(of files: [Input.Found], in folder: String) throws(Failure) -> [Result<String, Failure>] {
    var taken: Set<[UInt8]> = []
    return try files.map { file throws(Failure) in
      let stem = file.name == "-" ? "stdin" : file.name.hasSuffix(".txt") ? String(file.name.dropLast(4)) : file.name
      let target = (folder.hasSuffix("/") ? folder : folder + "/") + stem + (format == .text ? ".txt" : ".json")
      guard file.failure == nil else { return .success(target) }
      guard taken.insert(Array(target.utf8)).inserted else {
        return .failure(
          Failure(
            .badInput, .importCollision, in: file.path,
            Localized(zh: "\(target) 留给了另一个文件的文本", en: "\(target) is where another file's text goes"),
            hint: Localized(zh: "分开写到两个文件夹", en: "write them into two folders")))
      }
      try requireOther(target, than: [file.origin])
      return .success(target)
    }
  }
}
