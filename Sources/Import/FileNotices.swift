import AdapterKit
import Reading
import Vocabulary

extension TextReading {
  /// What a person should know of how the file was read and repaired.
  public var diagnostics: [Diagnostic] { fileNotices + doubts }

  /// Where in the source the words stand that a diagnostic is about; the whole source where it names none.
  public func sourceRange(of diagnostic: Diagnostic) -> Range<Int> {
    guard let range = diagnostic.range else { return 0..<repaired.source.count }
    let pieces = repaired.sourceRanges(of: range)
    guard let first = pieces.first, let last = pieces.last else {
      let at = repaired.sourceOffset(of: range.lowerBound)
      return at..<at
    }
    return first.lowerBound..<last.upperBound
  }

  /// What the reader of the file has to say, each at the first place where it was met.
  var fileNotices: [Diagnostic] {
    file.notices.map { notice in
      let at = notice.place.flatMap { place in file.anchors.first { $0.place == place } }
      let start = at.map { repaired.textOffset(of: $0.start) }
      let (zh, en) = notice.words
      return Diagnostic(
        "source.\(notice.kind.rawValue)", notice.kind.isNote ? .note : .warning, at: start.map { $0..<$0 }, zh: zh,
        en: en,
        hint: notice.hint)
    }
  }
}

extension ReadingNotice.Kind {
  /// Whether nobody needs to do anything about it.
  fileprivate var isNote: Bool {
    switch self {
    case .insertedText, .signature, .encodingMismatch: true
    default: false
    }
  }
}

extension ReadingNotice {
  fileprivate var words: (zh: String, en: String) {
    let named = name ?? ""
    return switch kind {
    case .insertedText: ("Word 修订（审阅）中插入的文字 \(count) 处，按已接受读入", "\(count) tracked insertion(s), read as accepted")
    case .deletedText: ("修订中删除的文字 \(count) 处，没有读入", "\(count) tracked deletion(s), left out")
    case .hiddenText: ("隐藏的文字 \(count) 处，没有读入", "\(count) hidden passage(s), left out")
    case .hiddenSheet: ("工作表“\(named)”是隐藏的，没有读入", "the sheet “\(named)” is hidden, and was left out")
    case .picture: ("图片 \(count) 张，其中的文字没有读入", "\(count) picture(s), whose text was not read")
    case .object: ("嵌入对象 \(count) 个，其中的文字没有读入", "\(count) embedded object(s), whose text was not read")
    case .formulaWithoutValue: ("公式 \(count) 处没有存下结果", "\(count) formula(s) without a stored value")
    case .extensionMismatch:
      ("扩展名 .\(named) 与内容不符，按内容读入", "the extension .\(named) does not fit; it was read as what it is")
    case .signature: ("文件带有签名，签名未验证", "the file is signed; the signature was not checked")
    case .recognisedFromPicture: ("文字由图片识别得来，可能有错字", "the text was recognised from pictures, and may be misread")
    case .encodingMismatch:
      ("网页声明的编码 \(named) 与内容不符，按内容读入", "the page says it is \(named), and is not; it was read as what it is")
    case .damagedPart: ("文件中的 \(named) 已损坏，没有读入", "the part \(named) is damaged, and was left out")
    }
  }

  fileprivate var hint: Localized? {
    switch kind {
    case .insertedText, .signature, .encodingMismatch: nil
    case .deletedText:
      Localized(zh: "如应保留，请在原文件中拒绝该修订后重新导入", en: "reject the change in the source if the words should stay")
    case .hiddenText, .hiddenSheet:
      Localized(zh: "如是目标内容，请在原文件中取消隐藏后重新导入", en: "unhide it in the source if it belongs to the plan")
    case .picture, .object:
      Localized(zh: "如含目标内容，请在原文件中改为文字", en: "put it into the source as text if it belongs to the plan")
    case .formulaWithoutValue:
      Localized(zh: "在表格软件中打开、保存后重新导入", en: "open and save it in a spreadsheet program, and import again")
    case .extensionMismatch: Localized(zh: "请确认没有选错文件", en: "see whether this is the right file")
    case .recognisedFromPicture: Localized(zh: "逐字核对数字，最好索取文字版", en: "check every figure, or better ask for the text")
    case .damagedPart: Localized(zh: "在原软件中打开并另存一份，再导入", en: "open it in its own program, save a copy and import that")
    }
  }
}
