import ArgumentParser
import Plan
import Store
import Vocabulary

extension WorkspaceCommand {
  struct Status: ParsableCommand {
    static let configuration = jdx.describe(
      "status", zh: "查看工作库里有什么", en: "Shows what a workspace holds", example: "jdx workspace status province")

    @Argument(help: help("工作库文件夹", "the folder", value: ValueName.folder), completion: .folder)
    var folder = "."

    @Option(help: help("形式", "the form", value: ValueName.form))
    var format = Format.text

    @OptionGroup var common: LanguageOption

    func run() throws {
      let standing = try Workspace(folder).calling { workspace throws(WorkspaceError) in try workspace.standing() }
      switch format {
      case .text: try printLines(lines(standing))
      case .json: try write(JSON.object(json(standing)).canonical + [UInt8(ascii: "\n")])
      }
    }

    private func lines(_ standing: Workspace.Standing) -> [String] {
      let count = standing.count
      let bundles = standing.bundles.flatMap { bundle in
        [bundle.fingerprint] + bundle.documents.map { "  " + $0 }
      }
      return [
        listed([
          counted(standing.bundles.count, zh: "数据包", en: "bundle"), counted(count.documents, zh: "文件", en: "document"),
          counted(count.items, zh: "条目", en: "item"), counted(count.figures, zh: "指标", en: "figure"),
          counted(count.links, zh: "关联", en: "link"), counted(count.revisions, zh: "修订", en: "revision"),
          counted(count.conflicts, zh: "不一致", en: "conflict"),
        ])
      ] + bundles
        + standing.sameSource.map { ids in
          say(
            zh: "同一份原件，编号不同：" + ids.joined(separator: "、"),
            en: "one source file under several ids: " + ids.joined(separator: ", "))
        }
    }

    private func json(_ standing: Workspace.Standing) -> JSONObject {
      let count = standing.count
      var object = JSONObject()
      object["bundles"] = .array(
        standing.bundles.map { bundle in
          var inner = JSONObject()
          inner["fingerprint"] = .string(bundle.fingerprint)
          inner["bytes"] = .integer(bundle.size)
          inner["documents"] = .array(bundle.documents.map(JSON.string))
          return .object(inner)
        })
      for (key, value) in [
        ("documents", count.documents), ("items", count.items), ("indicators", count.figures), ("links", count.links),
        ("revisions", count.revisions), ("conflicts", count.conflicts), ("databaseBytes", standing.databaseSize),
      ] { object[key] = .integer(value) }
      object["lineage"] = .string(standing.lineage.rawValue)
      object["sameSource"] = .array(standing.sameSource.map { .array($0.map(JSON.string)) })
      return object
    }
  }

  struct Check: ParsableCommand {
    static let configuration = jdx.describe(
      "check", zh: "检查工作库是否完好，说明怎么修复", en: "Looks for damage, and says what to do about it",
      example: "jdx workspace check province")

    @Argument(help: help("工作库文件夹", "the folder", value: ValueName.folder), completion: .folder)
    var folder = "."

    @Option(help: help("形式", "the form", value: ValueName.form))
    var format = Format.text

    @OptionGroup var common: LanguageOption

    func run() throws {
      let workspace = Workspace(folder)
      let troubles = try workspace.calling { workspace throws(WorkspaceError) in try workspace.check() }
      if format == .json {
        try write(JSON.object(json(troubles)).canonical + [UInt8(ascii: "\n")])
        if !troubles.isEmpty { throw Exit.no }
        return
      }
      guard !troubles.isEmpty else {
        return try printLines([say(zh: "完好", en: "sound")])
      }
      try printLines(troubles.map { words($0)[language] })
      for hint in hints(troubles, workspace.folder.path) {
        printError(say(zh: "  办法：", en: "  hint: ") + hint[language])
      }
      throw Exit.no
    }

    /// `workspace-check.schema.json`.
    private func json(_ troubles: [Workspace.Trouble]) -> JSONObject {
      var object = JSONObject()
      object["sound"] = .bool(troubles.isEmpty)
      object["troubles"] = .array(
        troubles.map { trouble in
          let (kind, member, value) =
            switch trouble {
            case .database(let words): ("database", "detail", words)
            case .missing(let name): ("missing", "bundle", name)
            case .unknown(let name): ("unknown", "bundle", name)
            case .changed(let name): ("changed", "bundle", name)
            case .unsettled(let name): ("unsettled", "bundle", name)
            }
          var inner = JSONObject()
          inner["kind"] = .string(kind)
          inner[member] = .string(value)
          return .object(inner)
        })
      return object
    }

    private func words(_ trouble: Workspace.Trouble) -> Localized {
      switch trouble {
      case .database(let words): Localized(zh: "数据库损坏：\(words)", en: "the database is damaged: \(words)")
      case .missing(let name): Localized(zh: "缺少数据包 \(name)", en: "the bundle \(name) is missing")
      case .unknown(let name): Localized(zh: "数据库里没有数据包 \(name)", en: "the database lacks the bundle \(name)")
      case .changed(let name): Localized(zh: "数据包 \(name) 被改动过", en: "the bundle \(name) was changed")
      case .unsettled(let name):
        Localized(zh: "数据包 \(name) 的加入或移出中途停止", en: "taking the bundle \(name) in or out was cut short")
      }
    }

    /// Each remedy once, in the order in which to use them.
    private func hints(_ troubles: [Workspace.Trouble], _ folder: String) -> [Localized] {
      var hints: [Localized] = []
      if troubles.contains(where: { if case .changed = $0 { true } else { false } }) {
        hints.append(
          Localized(
            zh: "从文件夹 bundles 删去被改动的数据包，重建后重新加入原件",
            en: "delete the changed bundle from the folder bundles, rebuild, and add the original again"))
      }
      if troubles.contains(where: { if case .missing = $0 { true } else { false } }) {
        hints.append(
          Localized(
            zh: "把缺少的数据包放回文件夹 bundles，或重建", en: "put the missing bundle back into the folder bundles, or rebuild"))
      }
      if troubles.contains(where: { if case .unsettled = $0 { false } else { true } }) {
        hints.append(
          Localized(
            zh: "由数据包重建：jdx workspace rebuild \(folder)", en: "make it anew: jdx workspace rebuild \(folder)"))
      } else {
        hints.append(
          Localized(
            zh: "下次加入或移出数据包时自动处理", en: "the next command that takes a bundle in or out ends it by itself"))
      }
      return hints
    }
  }
}
