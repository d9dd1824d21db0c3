import Import
import Interop
import Sheet
import Vocabulary

extension Failure {
  /// A file of one of our exchange forms that can't be read.
  init(_ error: InteropError, in path: String) {
    switch error {
    case .missing(.city): self.init(ImportError.missing(.city), in: path)
    case .missing(.organization): self.init(ImportError.missing(.organization), in: path)
    case .missing(.year): self.init(ImportError.missing(.year), in: path)
    case .unreadable(let reading): self.init(ImportError.unreadable(reading), in: path)
    case .sheet(let error): self.init(.machine, .fileUnwritable, in: path, error.words)
    default:
      let (code, line, column, message, hint) = error.explained
      let place = error.place?.notice(in: path) ?? Notice.Place(path: path, line: line, column: column)
      self.init(error.place == nil ? .badInput : .wrongUse, code, at: place, message, hint: hint)
    }
  }
}

extension RecordEdit.Place {
  func notice(in path: String) -> Notice.Place {
    switch self {
    case .line(let line): Notice.Place(path: path, line: line)
    case .cell(let spot): Notice.Place(path: path, spot: spot)
    }
  }
}

extension SheetError {
  fileprivate var words: Localized {
    switch self {
    case .textTooLong: Localized(zh: "有一格的文字超过表格的上限", en: "a cell holds more than a sheet takes")
    case .tooManyRows: Localized(zh: "行数超过表格的上限（1048576）", en: "there are more rows than a sheet takes (1,048,576)")
    case .unwritable:
      Localized(zh: "不能写临时文件，请检查磁盘空间", en: "temporary files can't be written; see whether the disk is full")
    }
  }
}

extension InteropError {
  /// Of an edit, where it stands.
  fileprivate var place: RecordEdit.Place? {
    switch self {
    case .noColumn(_, let place), .unknownRecord(_, let place), .repeatedRecord(_, let place),
      .ambiguousRecord(_, let place), .readOnly(_, _, let place), .badValue(_, _, let place):
      place
    default: nil
    }
  }

  fileprivate var explained: (Failure.Code, line: Int?, column: Int?, Localized, hint: Localized?) {
    let yaml = Localized(
      zh: "导出 YAML 修改，或用 jdx import --fix 更正", en: "edit a YAML export, or correct it with jdx import --fix")
    let again = Localized(zh: "用 jdx export 重新导出", en: "write it again with jdx export")
    switch self {
    case .notJSON(let line):
      return (.exchangeForm, line, nil, Localized(zh: "不是 JSON 对象", en: "is no JSON object"), again)
    case .unknown(let what, let line):
      return (.exchangeForm, line, nil, Localized(zh: "没有 \(what) 这一项", en: "there is no \(what)"), again)
    case .wrongForm(let what, let line):
      return (.exchangeForm, line, nil, Localized(zh: "\(what) 缺失或写法不对", en: "\(what) is missing or malformed"), again)
    case .version(let version):
      return (
        .bundleVersion, nil, nil,
        Localized(
          zh: "格式版本为 \(version)，本程序只认识 1.x", en: "the format is \(version), this program knows 1.x only"),
        Localized(zh: "请升级 jdx", en: "update jdx")
      )
    case .yaml(let error):
      return (
        .exchangeForm, error.line, max(1, error.column),
        Localized(zh: "不是合法的 YAML：\(error.problem.words.zh)", en: "is no legal YAML: \(error.problem.words.en)"), nil
      )
    case .notEditable:
      return (
        .amendForm, nil, nil,
        Localized(zh: "不是 jdx export 导出的 XLSX 或 YAML", en: "is no XLSX or YAML file of jdx export"),
        Localized(
          zh: "先用 jdx export --to xlsx 导出，修改后再写回", en: "make one with jdx export --to xlsx, edit it, and bring it back")
      )
    case .onlyForAmending:
      return (
        .exchangeForm, nil, nil,
        Localized(zh: "是数据包导出的表格，没有原文和出处", en: "is a table of a bundle, without its texts and places"),
        Localized(
          zh: "改过后用 jdx amend 写回原数据包；要完整搬运用 jsonl 或 yaml",
          en: "bring it back into its bundle with jdx amend; to carry all, export jsonl or yaml")
      )
    case .noColumn(let header, _):
      return (
        .amendForm, nil, nil, Localized(zh: "没有“\(header)”列", en: "has no column “\(header)”"),
        Localized(zh: "保留首行的列名和编号列", en: "keep the first row and the column of ids")
      )
    case .unknownRecord(let id, _):
      return (
        .amendTarget, nil, nil,
        id.isEmpty
          ? Localized(zh: "这一行没有编号", en: "the row has no id")
          : Localized(zh: "数据包里没有编号 \(id)", en: "the bundle has no record \(id)"),
        Localized(
          zh: "不要改编号；新增的内容应先写进文件再导入（--onto）",
          en: "leave ids as they are; what is new goes into the document, which is imported --onto the bundle")
      )
    case .repeatedRecord(let id, _):
      return (
        .amendTarget, nil, nil, Localized(zh: "编号 \(id) 有两行", en: "the id \(id) stands in two rows"),
        Localized(zh: "删去重复的一行", en: "delete one of them")
      )
    case .ambiguousRecord(let id, _):
      return (
        .amendTarget, nil, nil,
        Localized(
          zh: "编号 \(id) 在两份识别结果里各有一条，不知改哪一条", en: "two readings have a record \(id), and which is meant is not said"),
        Localized(zh: "分别在合并前的数据包里修改", en: "amend the bundles before they are merged")
      )
    case .readOnly(let column, let id, _):
      return (
        .amendValue, nil, nil,
        Localized(zh: "\(id) 的“\(column)”不能在表格里改", en: "“\(column)” of \(id) can't be changed in a table"), yaml
      )
    case .badValue(let column, let value, _):
      return (
        .amendValue, nil, nil,
        value.isEmpty
          ? Localized(zh: "“\(column)”不能为空", en: "“\(column)” can't be empty")
          : Localized(zh: "“\(value)”不能填入“\(column)”", en: "“\(value)” does not fit “\(column)”"),
        Localized(zh: "按同列其他行的写法填写", en: "write it as the other rows of the column do")
      )
    case .unreadable, .sheet, .missing:
      return (.exchangeForm, nil, nil, Localized(zh: "不能读取", en: "can't be read"), nil)
    case .faults(let faults):
      let isEdited = faults.contains { $0.code == .revision }
      return (
        .exchangeRules, nil, nil,
        Localized(
          zh: "不合规范，\(faults.count) 处，第一处：\(faults.first?.words.zh ?? "")",
          en: "\(faults.count) breaches of the format, the first: \(faults.first?.words.en ?? "")"),
        isEdited
          ? Localized(zh: "改过的文件请用 jdx amend 写回数据包", en: "an edited file goes back into its bundle with jdx amend")
          : again
      )
    }
  }
}
