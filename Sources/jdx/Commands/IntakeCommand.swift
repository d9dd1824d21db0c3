import ArgumentParser
import Intake
import Packaging
import Plan
import Report
import Sheet
import Signing
import Vocabulary

struct IntakeCommand: ParsableCommand {
  static let configuration = describe(
    "intake", zh: "签收：对照报送名单，列出谁已报、谁未报、什么要退回修改",
    en: "Holds what came against what was expected: who sent, who is missing, what goes back",
    example: """
      jdx intake received --expect cities.yaml
      jdx intake received --expect cities.yaml --previous last-year --as-of 2032-02-01
      jdx intake received --expect cities.yaml --letters letters -o receipt.xlsx
      """)

  @Argument(
    help: help("收到的数据包所在的文件夹", "the folder that the bundles are in", value: ValueName.folder), completion: .directory)
  var folder: String

  @Option(
    help: help("报送名单（YAML）：谁、报什么、何时截止", "who is to send what by when (YAML)", value: ValueName.file),
    completion: .file())
  var expect: String

  @Option(
    help: help("信任文件；签名不可信的退回", "the file of trusted keys; what none of them signed goes back", value: ValueName.file),
    completion: .file())
  var trust: String?

  @Option(
    help: help(
      "上一期的数据包或所在文件夹，可写几次；对照照抄、漏报、表头变化",
      "last period's bundles or their folder, as often as needed: what was copied or left out",
      value: ValueName.bundle), completion: .bundle)
  var previous: [String] = []

  @Option(
    name: .customLong("as-of"),
    help: help(
      "检查之日（YYYY-MM-DD），据此判断未报的是否已逾期", "the day of the check (YYYY-MM-DD), by which what is missing is overdue",
      value: ValueName.date))
  var asOf: String?

  @Option(
    help: help(
      "形式（不写则看 -o 的扩展名，没有扩展名就是 text）", "the form (by the extension of -o if not given, else text)",
      value: ValueName.form))
  var format: ReportForm?

  @Option(name: .shortAndLong, help: help("写到这个文件", "write to this file", value: ValueName.file), completion: .file())
  var output: String?

  @Option(
    help: help(
      "给每个单位写一份退回修改单，放在这个文件夹", "write what goes back to each sender into this folder", value: ValueName.folder),
    completion: .directory)
  var letters: String?

  @Option(
    name: .customLong("letters-as"),
    help: help("退回修改单的形式", "the form of these", value: ValueName.form))
  var lettersAs = LetterForm.html

  @OptionGroup var common: LanguageOption

  func run() throws {
    let form = try ReportForm.chosen(format, writing: output)
    let asOf = try day(asOf, option: "--as-of")
    let expectations = try readExpectations()
    let reliance = try reliance(trust, on: trust == nil ? nil : keyDay(asOf, expectations))
    let received = try Input.received(in: folder, reliance: reliance)
    try requireOther(output, than: [expect, trust].compactMap(\.self) + received.map { folder + "/" + $0.path })
    let receipt = Receipt(
      expectations, files: received, isTrustAsked: trust != nil, previous: try earlier(), asOf: asOf)
    try write(try bytes(of: receipt, as: form), toFile: output ?? "-")
    if let letters { try lettersAs.write(receipt, below: letters) }
    if !receipt.isComplete { throw Exit.no }
  }

  private func readExpectations() throws(Failure) -> Expectations {
    let bytes = try Input.bytes(expect)
    do throws(FormError) { return try Expectations(yaml: bytes) } catch {
      throw Failure(expectations: error, in: Input.shown(expect), bytes)
    }
  }

  /// The day on which keys must hold: that of the check, else the last deadline; never the clock's.
  private func keyDay(_ asOf: CalendarDate?, _ expectations: Expectations) throws(Failure) -> CalendarDate {
    if let day = asOf ?? expectations.senders.compactMap(\.deadline).max() { return day }
    throw Failure(
      .wrongUse, .usageValue,
      Localized(zh: "--trust 要有日期才能判断密钥是否有效", en: "--trust needs a day on which keys must hold"),
      hint: Localized(
        zh: "用 --as-of 写明检查之日，或在报送名单里写 deadline", en: "give --as-of, or a deadline in the file of expectations"))
  }

  private func earlier() throws -> BundleContents? {
    guard !previous.isEmpty else { return nil }
    let paths = try previous.flatMap { path throws(Failure) -> [String] in
      guard Input.isFolder(path) else { return [path] }
      return try Input.received(in: path, reliance: nil).filter { file in
        if case .foreign = file.content { false } else { true }
      }.map { path + "/" + $0.path }
    }
    return try readTogether(paths)
  }

  private func bytes(of receipt: Receipt, as form: ReportForm) throws(Failure) -> [UInt8] {
    switch form {
    case .text: Array(TextReport.intakeText(receipt, language: language, width: terminalWidth).utf8)
    case .json: JSON.object(receipt.json).canonical + [UInt8(ascii: "\n")]
    case .html: Array(HTMLReport.intake(receipt, language: language).utf8)
    case .markdown: Array(TextReport.intakeMarkdown(receipt, language: language).utf8)
    case .xlsx:
      try workbook(writing: output) { () throws(SheetError) in
        try WorkbookReport.intake(receipt, language: language)
      }
    }
  }
}

/// The forms of what goes back to a sender.
enum LetterForm: String, ExpressibleByArgument, CaseIterable {
  case html, xlsx, markdown

  private var fileExtension: String { self == .markdown ? "md" : rawValue }

  /// One file a sender, also where nothing has to be corrected: a letter of an earlier check must not stay as it is.
  func write(_ receipt: Receipt, below folder: String) throws(Failure) {
    try makeFolder(folder)
    for sender in receipt.senders {
      let parts = [sender.expected.city.name, sender.expected.organization].compactMap(\.self)
      // A name is one component of a path whatever the receiver wrote.
      let name = parts.joined(separator: "-").unicodeScalars.map { scalar in
        scalar == "/" || scalar.value < 0x20 ? "_" : String(scalar)
      }.joined()
      let path = "\(folder)/\(name).\(fileExtension)"
      try jdx.write(try bytes(sender, receipt, path), toFile: path)
    }
  }

  private func bytes(_ sender: SenderReceipt, _ receipt: Receipt, _ path: String) throws(Failure) -> [UInt8] {
    switch self {
    case .html: Array(HTMLReport.letter(sender, of: receipt, language: language).utf8)
    case .markdown: Array(TextReport.letterMarkdown(sender, of: receipt, language: language).utf8)
    case .xlsx:
      try workbook(writing: path) { () throws(SheetError) in
        try WorkbookReport.letter(sender, of: receipt, language: language)
      }
    }
  }
}
