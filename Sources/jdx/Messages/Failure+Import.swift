import AdapterKit
import Import
import Plan
import Reading
import Vocabulary

extension Failure {
  /// A file that was not imported.
  init(_ error: ImportError, in path: String) {
    let (code, message, hint) = error.explained
    let mark: SourceMark? = if case .marked(let marks) = error { marks.first } else { nil }
    self.init(
      .badInput, code, at: mark?.place(in: path) ?? Notice.Place(path: path), excerpt: mark?.excerpt, message,
      hint: hint)
  }
}

extension Failure {
  /// A file whose document id another file of the same import has too.
  init(_ path: String, collidesWith other: String, id: String) {
    self.init(
      .badInput, .importCollision, in: path,
      Localized(
        zh: "与 \(other) 的编号相同（\(id)），两个都没有导入", en: "has the same id as \(other) (\(id)); neither was imported"),
      hint: Localized(
        zh: "如是两份文件，分别导入并用 --name 区分；如是新旧两稿，用 --onto 更新",
        en: "two documents: import each with its own --name; a newer draft: import it --onto the older one's bundle"))
  }

  /// An adapter named that there is not.
  init(unknownAdapter id: String, known: [String]) {
    let (code, message, hint) = ImportError.unknownAdapter(id, known: known).explained
    self.init(.wrongUse, code, message, hint: hint)
  }
}

extension ImportError {
  fileprivate var explained: (Failure.Code, Localized, hint: Localized?) {
    switch self {
    case .unopened(let failure):
      let reason = systemReason(failure.errno)
      return (.fileUnreadable, Localized(zh: "不能读取，\(reason.zh)", en: "can't be read, \(reason.en)"), nil)
    case .unreadable(let error): return error.explained
    case .marked(let marks):
      let words = SourceMark.list(marks)
      return (
        .importMarked,
        Localized(zh: "文件标有\(words.zh)，没有导入", en: "the document is marked \(words.en); it was not imported"),
        Localized(
          zh: "如按保密规定可以处理，经本单位保密责任人同意后加 --allow-marked 导入，标志记入数据包",
          en:
            "if whoever is responsible for confidentiality agrees, import it with --allow-marked, which records the mark"
        )
      )
    case .notRecognised(let fits):
      return (
        .importUnrecognised,
        Localized(
          zh: "没有适配器能识别（\(ImportError.list(fits).zh)，\(Recognition.threshold) 分以上才算识别）",
          en: "no adapter recognises it (\(ImportError.list(fits).en); it takes \(Recognition.threshold))"),
        Localized(
          zh: "如果确是目标、计划、总结一类，用 --adapter 指定，如 --adapter \(fits.first?.adapter ?? "")",
          en: "if it is a plan all the same, name the adapter, such as --adapter \(fits.first?.adapter ?? "")")
      )
    case .ambiguous(let fits):
      return (
        .importAmbiguous,
        Localized(
          zh: "几个适配器同样合适（\(ImportError.list(fits).zh)）",
          en: "several adapters fit equally well (\(ImportError.list(fits).en))"),
        Localized(
          zh: "用 --adapter 指定一个，如 --adapter \(fits.first?.adapter ?? "")",
          en: "name one of them, such as --adapter \(fits.first?.adapter ?? "")")
      )
    case .unknownAdapter(let id, let known):
      return (
        .usageValue, Localized(zh: "没有适配器 \(id)", en: "there is no adapter \(id)"),
        Localized(zh: "可用：\(known.joined(separator: "、"))", en: "there are \(known.joined(separator: ", "))")
      )
    case .missing(let missing):
      let (message, hint) = missing.explained
      return (.importMissing, message, hint)
    case .breaksRules(let adapter, let faults):
      let first = faults.first?.words
      return (
        .importRules,
        Localized(
          zh: "适配器 \(adapter) 读出的记录不合规范：\(first?.zh ?? "")",
          en: "what the adapter \(adapter) read breaks the format's rules: \(first?.en ?? "")"),
        Localized(
          zh: "这是适配器的缺陷，请连同脱敏后的文件告知其维护者",
          en: "this is a fault of the adapter: tell its maintainer, with a file of the same shape")
      )
    case .adapterFailed(_, let failure): return (.importAdapter, failure.message, failure.hint)
    case .nothingRead(let adapter):
      return (
        .importNothingRead,
        Localized(zh: "适配器 \(adapter) 没有读出任何目标或任务", en: "the adapter \(adapter) found nothing to read"),
        Localized(
          zh: "请确认文件内容完整，或用 --adapter 指定其他适配器",
          en: "see whether the file is whole, or name another adapter with --adapter")
      )
    }
  }

  private static func list(_ fits: [Fit]) -> Localized {
    Localized(
      zh: fits.map { "\($0.adapter) \($0.score) 分" }.joined(separator: "，"),
      en: fits.map { "\($0.adapter) \($0.score) points" }.joined(separator: ", "))
  }
}

extension ImportError.Missing {
  fileprivate var explained: (Localized, hint: Localized?) {
    switch self {
    case .city:
      (
        Localized(zh: "文中看不出是哪个城市", en: "the text does not tell which city it is of"),
        Localized(zh: "用 --city 指定，如 --city 370200 或 --city 青岛市", en: "name it, such as --city 370200 or --city 青岛市")
      )
    case .organization:
      (
        Localized(zh: "文中看不出是哪个单位", en: "the text does not tell which bureau it is of"),
        Localized(zh: "用 --organization 指定，如 --organization 青岛市教育局", en: "name it, such as --organization 青岛市教育局")
      )
    case .year:
      (
        Localized(zh: "文中看不出是哪一年的", en: "the text does not tell which year it is of"),
        Localized(zh: "用 --year 指定，如 --year 2024", en: "state it, such as --year 2024")
      )
    case .meetingDate:
      (
        Localized(zh: "文中看不出会议日期", en: "the text does not tell the day of the meeting"),
        Localized(
          zh: "用 --name 指定编号的最后一段，如 --name d20240228",
          en: "give the last part of the document's id, such as --name d20240228")
      )
    case .title:
      (Localized(zh: "文中没有标题", en: "the text has no title"), nil)
    }
  }
}

extension ReadingError {
  fileprivate var explained: (Failure.Code, Localized, hint: Localized?) {
    switch self {
    case .empty:
      return (
        .sourceEmpty, Localized(zh: "文件是空的", en: "the file is empty"),
        Localized(zh: "请检查是否导出失败", en: "see whether saving it failed")
      )
    case .notText(_, .file(let kind)):
      return (
        .sourceNotText,
        Localized(
          zh: "不是文本，是 \(kind.label.zh)", en: "this is no text but \(kind.label.en)"),
        kind.hint
      )
    case .notText(let offset, .controlCharacter(let value)):
      let hex = String(value, radix: 16, uppercase: true)
      return (
        .sourceNotText,
        Localized(
          zh: "不是文本：第 \(offset) 字节是控制字符 0x\(hex)", en: "is no text: byte \(offset) is the control character 0x\(hex)"),
        Localized(
          zh: "请检查文件是否损坏，或另存为纯文本（.txt）再导入", en: "see whether the file is damaged, or save it as plain text (.txt)")
      )
    case .undecodable(let offset, let tried):
      return (
        .sourceUndecodable,
        Localized(
          zh: "第 \(offset) 字节不能解码（按 \(tried.joined(separator: "、"))）",
          en: "byte \(offset) can't be decoded (as \(tried.joined(separator: ", ")))"),
        Localized(zh: "请检查文件是否损坏，或另存为 UTF-8 再导入", en: "see whether the file is damaged, or save it as UTF-8")
      )
    case .damaged(let kind, let part, let line):
      let spot = [part, line.map(String.init)].compactMap { $0 }.joined(separator: ":")
      let place = spot.isEmpty ? Localized(zh: "", en: "") : Localized(zh: "（\(spot)）", en: " (\(spot))")
      return (
        .sourceDamaged,
        Localized(zh: "\(kind.label.zh)已损坏\(place.zh)", en: "this is \(kind.label.en), and damaged\(place.en)"),
        Localized(zh: "在原软件中打开并另存一份，再导入", en: "open it in its own program, save a copy and import that")
      )
    case .encrypted(.zip):
      return (
        .sourceEncrypted,
        Localized(zh: "ZIP 压缩包有密码保护", en: "it is packed in a ZIP archive that a password protects"),
        Localized(zh: "输入密码解压，再导入里面的文件", en: "unpack it with its password and import what is inside")
      )
    case .encrypted(let kind):
      return (
        .sourceEncrypted,
        Localized(zh: "\(kind.label.zh)有密码保护", en: "this is \(kind.label.en) that a password protects"),
        Localized(
          zh: "在原软件中输入密码打开，取消密码另存一份，再导入", en: "open it with its password, save a copy without one and import that")
      )
    case .limitExceeded(let limit, let allowed, let part):
      let place = part.map { Localized(zh: "（\($0)）", en: " (\($0))") } ?? Localized(zh: "", en: "")
      return (
        .sourceTooLarge,
        Localized(
          zh: "\(limit.label.zh)超过上限 \(allowed)\(place.zh)",
          en: "it has more \(limit.label.en) than \(allowed)\(place.en)"),
        Localized(zh: "请确认文件来源可靠；确需导入的，拆成几份", en: "see where the file comes from; split it if it is sound")
      )
    case .needsProgram(let kind, let package):
      return (
        .sourceProgram,
        Localized(
          zh: "读\(kind.label.zh)需要的程序没有安装", en: "the program that reads \(kind.label.en) is not installed"),
        Localized(zh: "安装：apt-get install \(package)", en: "install it: apt-get install \(package)")
      )
    case .programFailed(let kind, let program, let message):
      return (
        .sourceProgram,
        Localized(
          zh: "\(program) 没能读出\(kind.label.zh)\(message.isEmpty ? "" : "：\(message)")",
          en: "\(program) could not read \(kind.label.en)\(message.isEmpty ? "" : ": \(message)")"),
        Localized(
          zh: "请检查文件是否损坏，或在原软件中另存为 docx、xlsx", en: "see whether the file is damaged, or save it as docx or xlsx")
      )
    case .onlyPictures(let kind):
      return (
        .sourcePictures,
        Localized(zh: "\(kind.label.zh)只有图片，没有文字", en: "this is \(kind.label.en) of pictures, without text"),
        Localized(
          zh: "索取文字版，或安装 tesseract-ocr-chi-sim 后重试",
          en: "ask for the text, or install tesseract-ocr-chi-sim and try again")
      )
    }
  }
}
