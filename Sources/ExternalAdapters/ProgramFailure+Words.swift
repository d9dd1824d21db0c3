import AdapterKit
import Plan
import Vocabulary

extension AdapterFailure {
  init(_ failure: ProgramFailure) {
    let problem = failure.problem.words
    let said = failure.lastWords.joined(separator: " / ")
    let path = failure.program.path
    self.init(
      message: Localized(
        zh: "适配器程序 \(path) \(problem.zh)\(said.isEmpty ? "" : "；它最后说：\(said)")",
        en: "the adapter program \(path) \(problem.en)\(said.isEmpty ? "" : "; its last words: \(said)")"),
      hint: failure.problem.hint)
  }
}

extension ProgramProblem {
  fileprivate var words: Localized {
    switch self {
    case .notStarted(let reason): Localized(zh: "不能启动：\(reason)", en: "can't be started: \(reason)")
    case .ended(let status) where status > 128:
      Localized(zh: "没有答完就被信号 \(status - 128) 终止", en: "was ended by signal \(status - 128) within its answer")
    case .ended(let status):
      Localized(zh: "没有答完就退出了（退出码 \(status)）", en: "ended within its answer (exit code \(status))")
    case .closedOutput: Localized(zh: "没有答完就关闭了输出", en: "closed its output within its answer")
    case .tooSlow(let seconds):
      Localized(zh: "\(seconds) 秒没有答完，已终止", en: "did not finish its answer in \(seconds) seconds and was ended")
    case .lineTooLong(let bytes):
      Localized(zh: "写出的一行超过 \(bytes) 字节，已终止", en: "wrote a line of more than \(bytes) bytes and was ended")
    case .answerTooLong(let bytes):
      Localized(zh: "一次回答超过 \(bytes) 字节，已终止", en: "gave an answer of more than \(bytes) bytes and was ended")
    case .tooManyMessages(let count):
      Localized(zh: "一次回答超过 \(count) 行，已终止", en: "gave an answer of more than \(count) lines and was ended")
    case .message(let number, let excerpt, let problem):
      Localized(
        zh: "回答的第 \(number) 行不合协议：\(problem.words.zh)：\(excerpt)",
        en: "breaks the protocol in line \(number) of its answer: \(problem.words.en): \(excerpt)")
    case .otherProtocol(let version):
      Localized(
        zh: "用的是协议第 \(version) 版，这里支持第 \(Introduction.protocolVersion) 版",
        en: "speaks version \(version) of the protocol, not \(Introduction.protocolVersion)")
    case .changed(let id):
      Localized(zh: "再次启动时自称 \(id)，与先前不同", en: "calls itself \(id) when started again, and something else before")
    case .refused(let words): Localized(zh: "说读不了：\(words.zh)", en: "says that it can't: \(words.en)")
    case .givenUp(let count):
      Localized(zh: "连续失败 \(count) 次，不再询问", en: "failed \(count) times in a row and is not asked any more")
    }
  }

  fileprivate var hint: Localized {
    switch self {
    case .refused:
      Localized(zh: "按程序所说处理，或用 --adapter 指定其他适配器", en: "do as it says, or name another adapter with --adapter")
    case .notStarted:
      Localized(zh: "检查它能否单独运行，解释器是否装好", en: "see whether it runs by itself, and its interpreter is installed")
    case .otherProtocol:
      Localized(zh: "更新程序或 jdx", en: "update the program or jdx")
    default:
      Localized(
        zh: "这是该程序的问题，请连同同样格式的文件告知其维护者；也可用 --adapter 指定其他适配器",
        en:
          "this is a fault of that program: tell its maintainer, with a file of the same shape; or name another adapter "
          + "with --adapter")
    }
  }
}

extension MessageProblem {
  fileprivate var words: Localized {
    switch self {
    case .notUTF8: Localized(zh: "不是 UTF-8", en: "it is not UTF-8")
    case .notJSON(let error): error.words
    case .notAnObject: Localized(zh: "不是 JSON 对象", en: "it is no JSON object")
    case .unknownType(let type, let known):
      Localized(
        zh: "没有 \(type) 这种消息，这里可用 \(known.joined(separator: "、"))",
        en: "there is no message \(type) here but \(known.joined(separator: ", "))")
    case .missing(let member): Localized(zh: "缺少 \(member)", en: "\(member) is missing")
    case .unknownMember(let member): Localized(zh: "没有 \(member) 这个成员", en: "there is no member \(member)")
    case .wrongForm(let member, let form):
      Localized(zh: "\(member) 要写\(form.words.zh)", en: "\(member) is to be \(form.words.en)")
    case .unknownValue(let member, let value, let known):
      Localized(
        zh: "\(member) 没有 \(value) 这个值\(known.isEmpty ? "" : "，可用 " + known.joined(separator: "、"))",
        en: "\(member) has no value \(value)\(known.isEmpty ? "" : " but " + known.joined(separator: ", "))")
    case .otherRequest(let number, let wanted):
      Localized(zh: "答的是请求 \(number)，问的是 \(wanted)", en: "it answers request \(number), and \(wanted) was asked")
    case .misplaced(let type): Localized(zh: "\(type) 不能在这里", en: "\(type) may not stand here")
    case .outside(let member, let start, let end, let scalars):
      Localized(
        zh: "\(member) [\(start),\(end)] 超出正文，正文有 \(scalars) 字",
        en: "\(member) [\(start),\(end)] is beyond the text, which has \(scalars) scalars")
    case .reversed(let member, let start, let end):
      Localized(zh: "\(member) [\(start),\(end)] 终点在起点之前", en: "\(member) [\(start),\(end)] ends before it begins")
    case .empty(let member, let start, let end):
      Localized(zh: "\(member) [\(start),\(end)] 处没有字", en: "no word stands at \(member) [\(start),\(end)]")
    case .overlaps(let item, let other, let start, let end):
      Localized(
        zh: "第 \(item) 条的 [\(start),\(end)] 与第 \(other) 条的字重叠",
        en: "[\(start),\(end)] of item \(item) holds words of item \(other) too")
    case .noItem(let member, let index, let count):
      Localized(
        zh: "\(member) 指第 \(index) 条，此前只有 \(count) 条（从 0 数起）",
        en: "\(member) is \(index), and there are \(count) items before, counted from 0")
    case .tooDeep(let depth): Localized(zh: "条目嵌套超过 \(depth) 层", en: "items stand more than \(depth) deep")
    case .noWords: Localized(zh: "条目既没有 title 也没有 text", en: "the item has neither title nor text")
    }
  }
}

extension MessageProblem.Form {
  fileprivate var words: Localized {
    switch self {
    case .object: Localized(zh: "对象", en: "an object")
    case .list: Localized(zh: "列表", en: "a list")
    case .text(let limit): Localized(zh: "文字，1 到 \(limit) 字", en: "a text of 1 to \(limit) scalars")
    case .integer(let range):
      Localized(
        zh: "\(range.lowerBound) 到 \(range.upperBound) 的整数",
        en: "a whole number from \(range.lowerBound) to \(range.upperBound)")
    case .span: Localized(zh: "位置 [起, 止]", en: "a span [start, end]")
    case .spanOrText: Localized(zh: "位置 [起, 止] 或文字", en: "a span [start, end] or a text")
    case .date: Localized(zh: "日期，如 2031-03-07", en: "a day such as 2031-03-07")
    case .identifier:
      Localized(zh: "小写的名称，如 example.task-cards", en: "a lower-case name such as example.task-cards")
    case .code: Localized(zh: "名称，如 card.dayMissing", en: "a name such as card.dayMissing")
    }
  }
}

extension JSONError {
  fileprivate var words: Localized {
    switch self {
    case .unexpected(let offset): Localized(zh: "第 \(offset) 字节不合 JSON", en: "byte \(offset) is no JSON")
    case .endsEarly: Localized(zh: "JSON 没有写完", en: "the JSON ends early")
    case .badString(let offset):
      Localized(zh: "第 \(offset) 字节起的字符串不合 JSON", en: "the string at byte \(offset) is no JSON")
    case .duplicateKey(let key, _): Localized(zh: "\(key) 写了两次", en: "\(key) stands there twice")
    case .null(let offset):
      Localized(zh: "第 \(offset) 字节是 null；没有值就不写", en: "byte \(offset) is null; what has no value is left out")
    case .notAnInteger(let offset):
      Localized(zh: "第 \(offset) 字节的数不是整数", en: "the number at byte \(offset) is no whole number")
    case .tooDeep(let offset): Localized(zh: "第 \(offset) 字节处嵌套太深", en: "byte \(offset) is nested too deep")
    }
  }
}
