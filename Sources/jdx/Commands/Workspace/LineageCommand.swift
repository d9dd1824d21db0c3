import ArgumentParser
import Plan
import Store
import Vocabulary

extension WorkspaceCommand {
  struct Link: ParsableCommand {
    static let configuration = jdx.describe(
      "link", zh: "跨年度、跨城市对应目标任务，供 jdx lineage 查看", en: "Matches goals from year to year, for jdx lineage",
      example: "jdx workspace link province")

    @Argument(help: help("工作库文件夹", "the folder", value: ValueName.folder), completion: .folder)
    var folder = "."

    @Option(help: help("形式", "the form", value: ValueName.form))
    var format = Format.text

    @OptionGroup var wait: WaitOption
    @OptionGroup var common: LanguageOption

    func run() throws {
      let count = try Workspace(folder, patience: wait.seconds).calling { workspace throws(WorkspaceError) in
        try workspace.link()
      }
      switch format {
      case .text: try printLines([say(zh: "对应关系 \(count) 条", en: plural(count, "link"))])
      case .json:
        var object = JSONObject()
        object["links"] = .integer(count)
        try write(JSON.object(object).canonical + [UInt8(ascii: "\n")])
      }
    }
  }
}

struct LineageCommand: ParsableCommand {
  static let configuration = describe(
    "lineage", zh: "查看一个目标的来龙去脉：逐年的提法和指标", en: "Shows a goal's life, year by year, with its figures",
    example: "jdx lineage 2031.targetSheet.key-1 --workspace province")

  @Argument(help: help("条目编号，或其末尾部分", "the id of an item, or its end", value: ValueName.id))
  var id: String

  @Option(help: help("形式", "the form", value: ValueName.form))
  var format = WorkspaceCommand.Format.text

  @OptionGroup var place: WorkspaceOption
  @OptionGroup var common: LanguageOption

  func run() throws {
    let lineage = try Workspace(place.folder).calling { workspace throws(WorkspaceError) in
      try workspace.lineage(of: id)
    }
    guard !lineage.stages.isEmpty else { throw failure(lineage.candidates) }
    switch format {
    case .text: try printLines(lineage.stages.flatMap(lines))
    case .json: try write(JSON.object(json(lineage)).canonical + [UInt8(ascii: "\n")])
    }
    if !lineage.isLinked || lineage.isOutdated {
      printError(
        say(
          zh: lineage.isLinked ? "建立对应关系之后数据包有变动" : "还没有建立对应关系",
          en: lineage.isLinked ? "bundles came or went since the links were made" : "no links were made yet"))
      printError(
        say(
          zh: "  办法：jdx workspace link \(place.folder)", en: "  hint: jdx workspace link \(place.folder)"))
    }
  }

  private func failure(_ candidates: [String]) -> Failure {
    let listed = candidates.prefix(3)
    return Failure(
      .wrongUse, .usageValue,
      candidates.isEmpty
        ? Localized(zh: "工作库里没有条目 \(id)", en: "the workspace has no item \(id)")
        : Localized(
          zh: "以 \(id) 结尾的编号不止一个：\(listed.joined(separator: "、"))",
          en: "several ids end with \(id): \(listed.joined(separator: ", "))"),
      hint: Localized(zh: "用 jdx search 查看编号", en: "see the ids with jdx search"))
  }

  // MARK: Text

  private func lines(_ stage: Lineage.Stage) -> [String] {
    let document = stage.document
    let source = [document?["city"]?.object?["name"]?.string, document?["organization"]?.object?["name"]?.string]
    let title = stage.item["title"]?.string ?? stage.item["text"]?.string ?? ""
    let head = [stage.year.map(String.init) ?? "", source.compactMap(\.self).joined(separator: " "), title]
    let figures = stage.figures.map { figure in
      "    " + [figure["subject"]?.string, figure["quote"]?.string].compactMap(\.self).joined(separator: " ")
    }
    let arrivals = stage.arrivals.map { arrival in
      "  " + kind(arrival.kind) + " " + arrival.score + "  ← " + arrival.from
    }
    return [head.joined(separator: "  "), "  " + stage.id] + arrivals + figures
  }

  private func kind(_ kind: String) -> String {
    switch kind {
    case "continues": say(zh: "延续", en: "continued")
    case "renames": say(zh: "更名", en: "renamed")
    case "splits": say(zh: "拆分", en: "split")
    case "merges": say(zh: "合并", en: "merged")
    default: kind
    }
  }

  // MARK: Programs

  /// `{"stages":[{"item":…,"year":…,"document":…,"indicators":[…],"from":[{"id":…,"type":…,"score":…}]}],"outdated":…}`.
  private func json(_ lineage: Lineage) -> JSONObject {
    var object = JSONObject()
    object["outdated"] = .bool(lineage.isOutdated || !lineage.isLinked)
    object["stages"] = .array(
      lineage.stages.map { stage in
        var inner = JSONObject()
        inner["item"] = .object(stage.item)
        inner["year"] = stage.year.map(JSON.integer)
        inner["document"] = stage.document.map(JSON.object)
        if !stage.figures.isEmpty { inner["indicators"] = .array(stage.figures.map(JSON.object)) }
        if !stage.arrivals.isEmpty {
          inner["from"] = .array(
            stage.arrivals.map { arrival in
              var link = JSONObject()
              link["id"] = .string(arrival.from)
              link["type"] = .string(arrival.kind)
              link["score"] = .string(arrival.score)
              return .object(link)
            })
        }
        return .object(inner)
      })
    return object
  }
}
