import Import
import Plan
import Reading
import Vocabulary

extension Failure {
  init(_ error: ImportError, in path: String) {
    let (message, hint) = error.explained
    self.init(.badInput, Localized(zh: "\(path)：\(message.zh)", en: "\(path): \(message.en)"), hint: hint)
  }
}

extension ImportError {
  var explained: (Localized, hint: Localized?) {
    switch self {
    case .unreadable(let error): return error.explained
    case .notRecognised(let fits):
      return (
        Localized(zh: "认不出是哪种文件（\(ImportError.list(fits))）", en: "no adapter recognises it (\(ImportError.list(fits)))"),
        Localized(zh: "若确是目标责任书或会议报道，用 --adapter 指定；jdx adapters list 列出全部", en: "if it is a plan all the same, name one with --adapter; jdx adapters list shows them")
      )
    case .ambiguous(let fits):
      return (
        Localized(zh: "有两种以上适配器同样合适（\(ImportError.list(fits))）", en: "several adapters fit equally well (\(ImportError.list(fits)))"),
        Localized(zh: "用 --adapter 指定其中一个", en: "name one of them with --adapter")
      )
    case .unknownAdapter(let id, let known):
      return (
        Localized(zh: "没有适配器 \(id)", en: "there is no adapter \(id)"),
        Localized(zh: "可用：\(known.joined(separator: "、"))", en: "there are: \(known.joined(separator: ", "))")
      )
    case .missing(let missing): return missing.explained
    case .nothingRead(let adapter):
      return (
        Localized(zh: "适配器 \(adapter) 没有读出任何目标或任务", en: "the adapter \(adapter) found nothing to read"),
        Localized(zh: "请确认文件内容完整，或用 --adapter 指定其他适配器", en: "see whether the file is whole, or name another adapter with --adapter")
      )
    }
  }

  private static func list(_ fits: [Fit]) -> String {
    fits.map { "\($0.adapter) \($0.score)/100" }.joined(separator: language == .zhHans ? "，" : ", ")
  }
}

extension ImportError.Missing {
  fileprivate var explained: (Localized, hint: Localized?) {
    switch self {
    case .city:
      (
        Localized(zh: "文中看不出是哪个城市", en: "the text does not tell which city it is of"),
        Localized(zh: "用 --city 指定，如 --city 370200 或 --city 青岛市", en: "name it with --city, such as --city 370200")
      )
    case .organization:
      (
        Localized(zh: "文中看不出是哪个单位", en: "the text does not tell which bureau it is of"),
        Localized(zh: "用 --organization 指定单位名称", en: "name it with --organization")
      )
    case .year:
      (
        Localized(zh: "文中看不出是哪一年的", en: "the text does not tell which year it is of"),
        Localized(zh: "用 --year 指定年份", en: "state it with --year")
      )
    case .meetingDate:
      (
        Localized(zh: "文中看不出会议日期", en: "the text does not tell the day of the meeting"),
        Localized(zh: "用 --name 指定编号的最后一段", en: "give the last part of the document's id with --name")
      )
    case .title:
      (Localized(zh: "文中没有标题", en: "the text has no title"), nil)
    }
  }
}

extension ReadingError {
  var explained: (Localized, hint: Localized?) {
    switch self {
    case .empty:
      return (
        Localized(zh: "文件是空的（第 0 字节）", en: "the file is empty (byte 0)"),
        Localized(zh: "请检查是否导出失败", en: "see whether saving it failed")
      )
    case .notText(let offset, .file(let kind)):
      return (
        Localized(zh: "不是文本文件，而是 \(kind.rawValue) 文件（第 \(offset) 字节）", en: "is no text but a \(kind.rawValue) file (byte \(offset))"),
        Localized(zh: "请另存为纯文本（.txt）后再导入", en: "save it as plain text (.txt) and import that")
      )
    case .notText(let offset, .controlCharacter(let value)):
      let hex = String(value, radix: 16, uppercase: true)
      return (
        Localized(zh: "不是文本文件：第 \(offset) 字节是控制字符 0x\(hex)", en: "is no text: byte \(offset) is the control character 0x\(hex)"),
        Localized(zh: "请另存为纯文本（.txt）后再导入", en: "save it as plain text (.txt) and import that")
      )
    case .undecodable(let offset, let tried):
      return (
        Localized(
          zh: "第 \(offset) 字节不能解码（试过 \(tried.joined(separator: "、"))）", en: "byte \(offset) can't be decoded (tried \(tried.joined(separator: ", ")))"),
        Localized(zh: "请另存为 UTF-8 后再导入", en: "save it as UTF-8 and import that")
      )
    }
  }
}
