import ArgumentParser
import Plan
import Reading
import Report
import Vocabulary

struct DoctorCommand: ParsableCommand {
  static let configuration = describe(
    "doctor", zh: "查看各种文件格式能否读取，缺什么就装什么",
    en: "Tells which kinds of files can be read here, and what to install for the others", example: "jdx doctor")

  enum Format: String, ExpressibleByArgument, CaseIterable { case text, json }

  @Option(help: help("形式", "the form", value: ValueName.form))
  var format = Format.text

  @OptionGroup var common: LanguageOption

  func run() throws {
    let programs = HelperProgram.all.map { (program: $0, version: $0.path == nil ? nil : $0.version ?? "") }
    switch format {
    case .text: try printLines(lines(programs))
    case .json:
      try write(JSON.array(programs.map { .object(json($0.program, $0.version)) }).canonical + [UInt8(ascii: "\n")])
    }
  }

  private func lines(_ programs: [(program: HelperProgram, version: String?)]) -> [String] {
    let width = programs.map { DisplayWidth.of($0.program.name) }.max() ?? 0
    return [
      say(
        zh: "自带：txt、md、csv、html、mht、docx、xlsx、ofd", en: "by jdx itself: txt, md, csv, html, mht, docx, xlsx, ofd")
    ]
      + programs.map { program, version in
        let name = DisplayWidth.padded(program.name, to: width)
        let kinds = program.formats
        if let version {
          let shown = version.isEmpty ? "" : " \(version)"
          return say(zh: "\(name)  已安装\(shown)：\(kinds)", en: "\(name)  installed\(shown): \(kinds)")
        }
        return say(
          zh: "\(name)  未安装，\(kinds) 需要它：apt-get install \(program.package)",
          en: "\(name)  not installed, needed for \(kinds): apt-get install \(program.package)")
      }
  }

  private func json(_ program: HelperProgram, _ version: String?) -> JSONObject {
    var object = JSONObject()
    object["name"] = .string(program.name)
    object["package"] = .string(program.package)
    object["installed"] = .bool(version != nil)
    object["version"] = version.flatMap { $0.isEmpty ? nil : .string($0) }
    object["kinds"] = .array(program.kinds.map { .string($0.rawValue) })
    return object
  }
}

extension HelperProgram {
  /// The extensions of the files that need it, in the user's language where a word is needed.
  fileprivate var formats: String {
    if self == .tesseract { return say(zh: "扫描的 pdf", en: "scanned pdf") }
    return kinds.map { kind in
      switch kind {
      case .ole: "doc xls wps et"
      case .odf: "odt ods"
      default: kind.rawValue
      }
    }.joined(separator: " ")
  }
}
