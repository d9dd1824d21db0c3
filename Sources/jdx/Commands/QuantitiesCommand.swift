import ArgumentParser
import ChineseText
import Import
import Plan
import Reading

struct QuantitiesCommand: ParsableCommand {
  static var configuration: CommandConfiguration {
    describe(
      "quantities", zh: "逐行找出数量指标，每行输出一行 JSON", en: "Finds the figures in each line of text; a line of JSON for each",
      example: "echo '全年新建学校12所' | jdx quantities")
  }

  @Argument(help: help("文本文件；- 为标准输入", "a text file; - is standard input", value: ValueName.file), completion: .file())
  var file = "-"

  @OptionGroup var common: LanguageOption

  func run() throws {
    let bytes = try Input.bytes(file)
    let decoded: DecodedText
    do throws(ReadingError) { decoded = try decode(bytes) } catch {
      throw Failure(ImportError.unreadable(error), in: Input.shown(file))
    }
    var lines = decoded.scalars.split(separator: "\n", omittingEmptySubsequences: false)
    if lines.last?.isEmpty ?? false { lines.removeLast() }
    var out: [UInt8] = []
    for line in lines {
      let text = Array(line.last == "\r" ? line.dropLast() : line)
      let found = quantities(in: text, context: QuantityContext(guessesRole: true))
      var object = JSONObject()
      object["indicators"] = .array(found.map { .object($0.json) })
      out += object.canonical + [UInt8(ascii: "\n")]
    }
    try write(out)
  }
}
