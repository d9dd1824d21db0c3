import Archive
import ArgumentParser
import Glibc
import Import
import Reading

struct QuantitiesCommand: ParsableCommand {
  static let configuration = describe(
    "quantities", zh: "逐行找出数量指标，每行输出一行 JSON", en: "Finds the figures in each line of text; a line of JSON for each",
    example: "echo '全年新建学校12所' | jdx quantities")

  @Argument(help: help("文本文件；- 为标准输入", "a text file; - is standard input", value: ValueName.file), completion: .file())
  var file = "-"

  @OptionGroup var common: LanguageOption

  func run() throws {
    do {
      try QuantityLines(file).answer { try write($0) }
    } catch let failure as FileFailure where failure.errno == EFBIG {
      let error = ReadingError.limitExceeded(.scalars, allowed: ReadingLimits().scalars, part: nil)
      throw Failure(ImportError.unreadable(error), in: Input.shown(file))
    } catch let failure as FileFailure {
      throw Failure(reading: failure)
    } catch let error as ReadingError {
      throw Failure(ImportError.unreadable(error), in: Input.shown(file))
    }
  }
}
