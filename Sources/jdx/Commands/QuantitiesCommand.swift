import ArgumentParser
import ChineseText
import Import
import Plan
import Reading
import Vocabulary

struct QuantitiesCommand: ParsableCommand {
  static var configuration: CommandConfiguration {
    describe(
      "quantities", zh: "逐行找出数量指标，每行输出一行 JSON", en: "Finds the figures in each line of text; a line of JSON for each",
      example: "echo '全年新建学校12所' | jdx quantities")
  }

  @Argument(help: help("文本文件；- 为标准输入", "a text file; - is standard input"))
  var file = "-"

  func run() throws {
    let bytes = try Input.bytes(file)
    let decoded: DecodedText
    do throws(ReadingError) { decoded = try decode(bytes) } catch {
      throw Failure(ImportError.unreadable(error), in: file)
    }
    var out: [UInt8] = []
    var lines = decoded.scalars.split(separator: "\n", omittingEmptySubsequences: false)
    if lines.last?.isEmpty ?? false { lines.removeLast() }
    for line in lines {
      let text = Array(line.last == "\r" ? line.dropLast() : line)
      var object = JSONObject()
      object["indicators"] = .array(quantities(in: text, context: QuantityContext()).map { .object(json($0)) })
      out += JSON.object(object).canonical + [UInt8(ascii: "\n")]
    }
    try write(out)
  }

  private func json(_ quantity: Quantity) -> JSONObject {
    var object = JSONObject()
    object["quote"] = .string(quantity.quote)
    object["start"] = .integer(quantity.range.lowerBound)
    object["end"] = .integer(quantity.range.upperBound)
    object["role"] = .string(quantity.role.rawValue)
    object["comparator"] = .string(quantity.comparator.rawValue)
    object["low"] = quantity.low.map(JSON.string)
    object["high"] = quantity.high.map(JSON.string)
    object["unit"] = .string(quantity.unit)
    object["subject"] = quantity.subject.map(JSON.string)
    object["valueKind"] = .string(quantity.valueKind.rawValue)
    object["commitment"] = .string(quantity.commitment.rawValue)
    if !quantity.qualifiers.isEmpty {
      object["qualifiers"] = .array(
        quantity.qualifiers.map { qualifier in
          var inner = JSONObject()
          inner["subject"] = qualifier.subject.map(JSON.string)
          inner["comparator"] = .string(qualifier.comparator.rawValue)
          inner["low"] = qualifier.low.map(JSON.string)
          inner["high"] = qualifier.high.map(JSON.string)
          inner["unit"] = .string(qualifier.unit)
          return .object(inner)
        })
    }
    object["review"] = quantity.doubt.map(JSON.string)
    return object
  }
}
