import ArgumentParser
import Packaging
import Plan
import Report
import Vocabulary

struct ValidateCommand: ParsableCommand {
  static let configuration = describe(
    "validate", zh: "检查记录是否合乎格式规范", en: "Checks that the records keep the format's rules",
    example: "jdx validate goals.jdx")

  enum Format: String, ExpressibleByArgument, CaseIterable { case text, json }

  @Argument(help: help("数据包；- 为标准输入", "the bundle; - is standard input", value: ValueName.bundle), completion: .bundle)
  var bundle: String

  @Option(help: help("形式", "the form", value: ValueName.form))
  var format = Format.text

  @OptionGroup var common: LanguageOption

  func run() throws {
    let open = try Input.bundle(bundle, tolerant: true)
    switch format {
    case .text: try printLines(open.faults.map { $0.words[language] } + [verdict(open)])
    case .json:
      var object = JSONObject()
      object["valid"] = .bool(open.faults.isEmpty)
      object["faults"] = .array(open.faults.map { .object($0.json) })
      try write(JSON.object(object).canonical + [UInt8(ascii: "\n")])
    }
    if !open.faults.isEmpty { throw Exit.no }
  }

  private func verdict(_ open: OpenBundle) -> String {
    let (revisions, faults) = (open.contents.revisions.count, open.faults.count)
    guard faults == 0 else {
      return say(
        zh: "\(Input.shown(bundle))：不合规范，\(faults) 处", en: "\(Input.shown(bundle)): invalid, \(plural(faults, "fault"))"
      )
    }
    return say(
      zh: "\(Input.shown(bundle))：合乎规范（\(revisions) 条修订）",
      en: "\(Input.shown(bundle)): valid (\(plural(revisions, "revision")))")
  }
}

extension Fault {
  fileprivate var json: JSONObject {
    var object = JSONObject()
    object["code"] = .string(code.rawValue)
    object["record"] = .string(record)
    object["path"] = .string(path)
    if !detail.isEmpty { object["detail"] = .string(detail) }
    object["message"] = .string(code.label[language])
    return object
  }
}
