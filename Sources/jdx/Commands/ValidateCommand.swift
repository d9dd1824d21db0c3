import ArgumentParser
import Packaging
import Plan
import Vocabulary

struct ValidateCommand: ParsableCommand {
  static var configuration: CommandConfiguration {
    describe(
      "validate", zh: "检查记录是否合乎格式规范", en: "Checks that the records keep the format's rules",
      example: "jdx validate goals.jdx")
  }

  enum Format: String, ExpressibleByArgument, CaseIterable { case text, json }

  @Argument(help: help("数据包；- 为标准输入", "the bundle; - is standard input"))
  var bundle: String

  @Option(help: help("形式", "the form"))
  var format = Format.text

  func run() throws {
    let open = try Input.bundle(bundle, tolerant: true)
    switch format {
    case .text:
      for fault in open.faults { try print(fault.text) }
      try print(
        open.faults.isEmpty
          ? say(zh: "\(bundle)：合乎规范（\(open.contents.revisions.count) 条修订）", en: "\(bundle): valid (\(open.contents.revisions.count) revisions)")
          : say(zh: "\(bundle)：不合规范，\(open.faults.count) 处", en: "\(bundle): invalid, \(open.faults.count) faults"))
    case .json:
      var object = JSONObject()
      object["valid"] = .bool(open.faults.isEmpty)
      object["faults"] = .array(open.faults.map { .object($0.json) })
      try write(JSON.object(object).canonical + [UInt8(ascii: "\n")])
    }
    if !open.faults.isEmpty { throw Exit.no }
  }
}

extension Fault {
  var text: String { "\(record)\(path): \(code.label[language]) [\(code.rawValue)]\(detail.isEmpty ? "" : ": \(detail)")" }

  var json: JSONObject {
    var object = JSONObject()
    object["code"] = .string(code.rawValue)
    object["record"] = .string(record)
    object["path"] = .string(path)
    if !detail.isEmpty { object["detail"] = .string(detail) }
    object["message"] = .string(code.label[language])
    return object
  }
}

extension Fault.Code {
  var label: Localized {
    switch self {
    case .missing: Localized(zh: "缺少必填字段", en: "a required field is missing")
    case .wrongType: Localized(zh: "字段类型不对", en: "a field has the wrong type")
    case .unknown: Localized(zh: "格式里没有这个字段", en: "the format has no such field")
    case .emptyList: Localized(zh: "空列表应省略", en: "an empty list should be absent")
    case .vocabulary: Localized(zh: "值不在词表中", en: "the value is not in the vocabulary")
    case .decimal: Localized(zh: "不是十进制数字串", en: "is no decimal string")
    case .date: Localized(zh: "不是日期（YYYY-MM-DD）", en: "is no date (YYYY-MM-DD)")
    case .sha256: Localized(zh: "不是 SHA-256", en: "is no SHA-256")
    case .identifier: Localized(zh: "编号不合规则", en: "the id breaks the rules")
    case .range: Localized(zh: "起止颠倒或越界", en: "the range is empty or turned about")
    case .comparator: Localized(zh: "上下限与比较方式不符", en: "the bounds do not fit the comparator")
    case .revision: Localized(zh: "修订号与内容不符", en: "the revision is not the content's")
    case .reference: Localized(zh: "所指的记录或文本不存在", en: "what it refers to does not exist")
    case .duplicate: Localized(zh: "重复", en: "is there twice")
    case .order: Localized(zh: "次序不对", en: "stands in the wrong order")
    case .span: Localized(zh: "出处超出文本", en: "the span lies outside the text")
    case .quote: Localized(zh: "引文与出处不符", en: "the quote is not what stands at its span")
    case .notCanonical: Localized(zh: "不是规范化 JSON", en: "is no canonical JSON")
    case .notJSON: Localized(zh: "不是 JSON", en: "is no JSON")
    case .view: Localized(zh: "与修订推算的结果不符", en: "is not what the revisions give")
    }
  }
}
