import Import
import Plan
import Report
import Vocabulary

extension Failure {
  /// A file of resolutions that can't be used, with the line that is meant.
  ///
  /// - Parameter bytes: the file, in UTF-8.
  init(_ error: ResolutionError, in path: String, _ bytes: [UInt8]) {
    let (code, line, column, message, hint) = error.explained
    self.init(code, in: path, bytes, line: line, column: column, message, hint: hint)
  }
}

extension ResolutionError {
  fileprivate var explained: (Failure.Code, line: Int, column: Int?, Localized, hint: Localized?) {
    let listing = Localized(
      zh: "用 jdx merge … --write-resolutions 文件 列出全部数据不一致和各方",
      en: "jdx merge … --write-resolutions FILE lists every conflict with its sides")
    switch self {
    case .form(let error):
      let (_, line, column, message, hint) = error.explained
      let form = Localized(
        zh: "裁定文件要有 by、date（YYYY-MM-DD）、resolutions；每条要有 id、group、why，以及 take、from 或 set",
        en:
          "a file of resolutions has by, date (YYYY-MM-DD) and resolutions; each of them id, group, why, and take, from or set"
      )
      let isOfForm =
        switch error {
        case .missing, .unknownField, .wrongForm: true
        default: false
        }
      return (.resolutionForm, line, column, message, isOfForm ? form : hint)
    case .noConflict(let id, let line):
      return (
        .resolutionTarget, line, nil,
        Localized(zh: "“\(id)”没有数据不一致，未写出数据包", en: "“\(id)” is not in conflict; no bundle was written"), listing
      )
    case .noGroup(let group, let id, let open, let line):
      return (
        .resolutionTarget, line, nil,
        Localized(
          zh: "\(id) 的不一致不在 \(group)，而在 \(open.joined(separator: "、"))",
          en: "\(id) is in conflict on \(open.joined(separator: ", ")), not on \(group)"), listing
      )
    case .fitsSeveral(let id, let rows, let line):
      return (
        .resolutionTarget, line, nil,
        Localized(
          zh: "“\(id)”有 \(rows) 条记录数据不一致，不知指哪一条",
          en: "“\(id)” is \(plural(rows, "record")) in conflict, and which one is meant is not said"),
        Localized(zh: "写出完整编号，或用 reading 写明哪一次识别", en: "write the whole id, or name the reading with reading")
      )
    case .noSide(let side, let id, let line):
      return (
        .resolutionTarget, line, nil,
        Localized(
          zh: "“\(side)”不是 \(id) 这一处的唯一一方", en: "“\(side)” is not one side, and one only, of this conflict of \(id)"),
        listing
      )
    case .noSender(let name, let line):
      return (
        .resolutionTarget, line, nil,
        Localized(zh: "没有名为“\(name)”的报送方", en: "no bundle “\(name)” was sent"), Failure.senders
      )
    case .decidedTwice(let id, let group, let line):
      return (
        .resolutionTarget, line, nil,
        Localized(zh: "\(id) 的 \(group) 已在前面裁定过", en: "\(group) of \(id) is decided further above too"),
        Localized(zh: "只留一条", en: "keep one of the two")
      )
    case .leavesOpen(let groups, let id, let line):
      return (
        .resolutionTarget, line, nil,
        Localized(
          zh: "\(id) 还有没裁定的：\(groups.joined(separator: "、"))",
          en: "\(id) stays in conflict on \(groups.joined(separator: ", "))"),
        Localized(
          zh: "一条裁定取代全部各方，同一条记录的各处要一起裁定，或用 group: record 取一方的整条记录",
          en:
            "a resolution replaces all sides: decide all conflicts of a record, or take one side's whole record with group: record"
        )
      )
    }
  }
}

extension Failure {
  /// How a sender is named.
  static let senders = Localized(
    zh: "写所给数据包的文件名，或签名密钥、指纹的开头（至少 8 位）",
    en:
      "name a bundle that is merged by its file, or by the beginning (8 digits or more) of its fingerprint or of a key that signed"
  )
}
