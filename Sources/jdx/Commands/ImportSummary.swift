import AdapterKit
import ChineseText
import Packaging
import Plan
import Vocabulary

/// What an import tells a person: what was understood of each file and why, what was repaired, what is left unclaimed.
struct ImportSummary {
  /// The files that were imported, in the order in which they were found.
  let files: [ImportedFile]
  let keeping: ImportKeeping
  /// The option that chose the adapter, where one did.
  var chosenBy: String?
  /// Whether there was a bundle to import onto.
  var isOnto = false
  /// The files of our own exchange forms, read back as they were written.
  var exchanged: [ExchangedFile] = []
  /// Of every file that was not imported, why.
  var failures: [Failure] = []
  var fixed: [Record] = []
  /// How many corrections say what was read anyway.
  var unchanged = 0
  /// What was written, and its fingerprint; absent where no file was imported.
  var written: (fingerprint: String, view: View?)?

  /// The documents that were read from files, each once.
  var documents: [ImportedFile] {
    var seen: Set<String> = []
    return files.filter { seen.insert($0.document).inserted }
  }

  /// How many files were imported.
  var count: Int { documents.count + exchanged.count }

  /// - Parameter path: where the bundle was written.
  func lines(_ path: String) -> [String] {
    var lines = files.flatMap(describe) + exchanged.map(\.line)
    if !fixed.isEmpty {
      lines.append(say(zh: "更正 \(fixed.count) 处：", en: plural(fixed.count, "correction") + ":"))
      lines += fixed.map { "  \($0.id)" }
    }
    if unchanged > 0 {
      lines.append(
        say(
          zh: "\(unchanged) 条更正与已读出的相同，没有改动",
          en: "\(plural(unchanged, "correction")) would change nothing: that is what was read"))
    }
    return lines + (written.map { closingLines($0.fingerprint, $0.view, path) } ?? [])
  }

  /// Hands over what to look at, as compilers say it: files that were not imported, what was noticed in the others, and
  /// at the end the readings to check.
  func forEachWarning(_ body: ([UInt8]) -> Void) throws(Failure) {
    body(keeping.told(failures.map(\.notice)))
    for file in files { body(try keeping.bytes(at: file.noticed.place)) }
    if !failures.isEmpty {
      body(
        line(
          written == nil
            ? say(zh: "没有写出数据包", en: "no bundle was written")
            : say(
              zh: "\(failures.count) 个文件没有导入，\(count) 个已导入",
              en: "\(plural(failures.count, "file")) not imported, \(count) imported")))
    }
    let toCheck = files.reduce(0) { $0 + $1.toCheck.count }
    guard toCheck > 0 else { return }
    body(
      line(
        say(
          zh: "待核 \(toCheck) 处，请对照原文核对：",
          en: "\(plural(toCheck, "reading")) of low confidence, to be checked against the source:")))
    for file in files { body(try keeping.bytes(at: file.toCheck.place)) }
  }

  private func line(_ words: String) -> [UInt8] { Array((words + "\n").utf8) }

  private func describe(_ file: ImportedFile) -> [String] {
    let known = file.isKnown ? say(zh: "（与已有内容相同）", en: " (nothing new)") : ""
    var lines = [file.choice.map(choice)].compactMap(\.self)
    if let encoding = file.encoding {
      lines.append(say(zh: "编码：", en: "encoding: ") + encoding + (file.hasBOM ? say(zh: "（有 BOM）", en: " (BOM)") : ""))
    } else {
      lines.append(say(zh: "文件格式：", en: "format: ") + file.fileExtension)
    }
    let read =
      file.roles.compactMap { $0.role.counted($0.count) } + [counted(file.figures, zh: "指标", en: "figure")]
    lines.append(say(zh: "读出：", en: "read: ") + listed(read))
    if let continued = continued(file) { lines.append(continued) }
    if !file.inferred.words.isEmpty {
      lines.append(say(zh: "推断（原文未写明）：", en: "inferred, not stated: ") + listed(file.inferred.words))
    }
    let repairs = file.repairs.map { $0.kind.counted($0.count) }
    if !repairs.isEmpty { lines.append(say(zh: "修复：", en: "repaired: ") + listed(repairs)) }
    lines.append(totals(file))
    return ["\(file.path) → \(file.document)\(known)"] + lines.map { "  " + $0 }
  }

  /// Which adapter was chosen and what spoke for it.
  private func choice(_ chosen: Recognition) -> String {
    let how =
      chosenBy.map { say(zh: "按 \($0) 读作", en: "as \($0) says:") } ?? say(zh: "识别为", en: "recognised as")
    let name = chosen.adapter.name[language]
    let score = say(
      zh: "\(how)\(name)（\(chosen.adapter.id)，\(chosen.score) 分）",
      en: "\(how) \(name) (\(chosen.adapter.id), \(chosen.score) points)")
    let reasons = chosen.evidence.filter { $0.points != 0 }
      .map { "\($0.reason[language]) \($0.points > 0 ? "+" : "")\($0.points)" }
    guard !reasons.isEmpty else { return score }
    return score + say(zh: "：", en: ": ") + reasons.joined(separator: say(zh: "；", en: "; "))
  }

  /// How a newer draft stands to the reading that it follows.
  private func continued(_ file: ImportedFile) -> String? {
    guard !file.isKnown else { return nil }
    switch file.standing {
    case .new:
      return isOnto
        ? say(zh: "原数据包里没有这份文件，作为新文件加入", en: "the older bundle holds no such document; it is added as a new one") : nil
    case .follows(let kept, let new, let gone):
      return say(
        zh: "与原数据包相比：保留编号 \(kept)，新增 \(new)，取消 \(gone)",
        en: "against the older bundle: \(plural(kept, "id")) kept, \(new) new, \(gone) gone")
    }
  }

  /// What became of the source's characters; what is unclaimed is always told.
  private func totals(_ file: ImportedFile) -> String {
    let parts = file.scalars.classes.filter { $0.count > 0 || $0.kind == .unclaimed }
      .map { "\($0.kind.label[language]) \($0.count)" }
    let all = file.scalars.all
    return say(zh: "原文 \(all) 字：", en: plural(all, "character") + ": ") + listed(parts)
  }
}

extension Item.Role {
  /// `目标 9`, `9 goals`; nil for none.
  fileprivate func counted(_ count: Int) -> String? {
    guard count > 0 else { return nil }
    let label = Labels.standard.label(.itemRoles, rawValue)
    let one = self == .context ? "sentence of context" : label?.en ?? rawValue
    let many = self == .context ? "sentences of context" : nil
    return jdx.counted(count, zh: label?.zh ?? rawValue, en: one, plural: many)
  }
}

extension Repair.Kind {
  fileprivate func counted(_ count: Int) -> String {
    switch self {
    case .antiCopy: say(zh: "防复制乱码 \(count) 处", en: plural(count, "anti-copy run"))
    case .filterDot: say(zh: "词中间隔点 \(count) 处", en: plural(count, "dot inside a word", "dots inside words"))
    case .pageRemnant:
      say(zh: "网页残留符号 \(count) 处", en: plural(count, "mark left by the page", "marks left by the page"))
    case .radical:
      say(zh: "部首字符 \(count) 处", en: plural(count, "radical for a character", "radicals for characters"))
    case .deletedText: say(zh: "修订中删除的文字 \(count) 处", en: plural(count, "deleted passage"))
    case .hiddenText: say(zh: "隐藏的文字 \(count) 处", en: plural(count, "hidden passage"))
    case .ruby: say(zh: "注音 \(count) 处", en: plural(count, "reading over a word", "readings over words"))
    case .hiddenSheet: say(zh: "隐藏的工作表 \(count) 张", en: plural(count, "hidden sheet"))
    case .annotation:
      say(
        zh: "繁体注音字 \(count) 处",
        en: plural(count, "traditional character with pinyin", "traditional characters with pinyin"))
    }
  }
}

extension Segment.Class {
  fileprivate var label: Localized {
    switch self {
    case .record: Localized(zh: "记入", en: "in records")
    case .structure: Localized(zh: "结构", en: "structure")
    case .boilerplate: Localized(zh: "页面附带", en: "boilerplate")
    case .noise: Localized(zh: "乱码", en: "noise")
    case .unclaimed: Localized(zh: "未识别", en: "unclaimed")
    }
  }
}
