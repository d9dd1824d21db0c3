import ArgumentParser
import Packaging
import Plan
import Report
import Vocabulary

struct MergeCommand: ParsableCommand {
  static var configuration: CommandConfiguration {
    describe(
      "merge", zh: "合并汇总几个数据包，任何一方都不丢", en: "Merges bundles; no side is lost, whatever their order",
      example: "jdx merge qingdao.jdx weihai.jdx -o province.jdx")
  }

  @Argument(help: help("数据包", "the bundles"))
  var bundles: [String]

  @Option(name: .shortAndLong, help: help("写到哪个数据包；- 为标准输出", "the bundle to write; - is standard output"))
  var output: String

  @Option(help: help("把合并报告写到这个文件（JSON）", "write a report to this file (JSON)"))
  var report: String?

  func run() throws {
    var contents = BundleContents()
    var inputs: [(path: String, bundle: OpenBundle)] = []
    for path in bundles {
      let open = try Input.bundle(path)
      contents.formUnion(open.contents)
      inputs.append((path, open))
    }
    if let report {
      let view = View(of: contents.revisions)
      try write(JSON.object(json(inputs, view)).canonical + [UInt8(ascii: "\n")], toFile: report)
    }
    let written = try writeBundle(contents, toPath: output)
    let lines = summary(inputs, contents, written)
    if output == "-" { lines.forEach(printError) } else { try print(lines.joined(separator: "\n")) }
    if !written.view.conflicts.isEmpty { throw Exit.no }
  }

  private func summary(
    _ inputs: [(path: String, bundle: OpenBundle)], _ contents: BundleContents, _ written: WrittenBundle
  ) -> [String] {
    var out = inputs.map { path, bundle in
      let view = bundle.view
      return say(
        zh: "\(path)：文件 \(view.documents.count)，条目 \(view.items.count)，指标 \(view.indicators.count)，修订 \(bundle.contents.revisions.count)",
        en: "\(path): \(view.documents.count) documents, \(view.items.count) items, \(view.indicators.count) figures, \(bundle.contents.revisions.count) revisions"
      )
    }
    let view = written.view
    out.append(
      say(
        zh: "合并后：文件 \(view.documents.count)，条目 \(view.items.count)，指标 \(view.indicators.count)，修订 \(contents.revisions.count)",
        en: "merged: \(view.documents.count) documents, \(view.items.count) items, \(view.indicators.count) figures, \(contents.revisions.count) revisions"
      ))
    for superseded in view.superseded {
      out.append(
        say(
          zh: "\(superseded.document)：同一来源有两次读取，采用较新适配器的结果", en: "\(superseded.document): the same source was read twice; the newer adapter's reading is shown"))
    }
    if !view.conflicts.isEmpty {
      out.append(say(zh: "数据不一致 \(view.conflicts.count) 处，各方内容都已保留：", en: "\(view.conflicts.count) conflicts; every side is kept:"))
      for row in view.conflicts { out += conflictLines(row, language).map { "  " + $0 } }
    }
    out.append(say(zh: "数据包：\(output)", en: "bundle: \(output)"))
    out.append(say(zh: "指纹：\(written.fingerprint)", en: "fingerprint: \(written.fingerprint)"))
    return out
  }

  private func json(_ inputs: [(path: String, bundle: OpenBundle)], _ view: View) -> JSONObject {
    var object = JSONObject()
    object["inputs"] = .array(
      inputs.map { path, bundle in
        var input = JSONObject()
        input["path"] = .string(path)
        input["fingerprint"] = .string(bundle.fingerprint)
        input["revisions"] = .integer(bundle.contents.revisions.count)
        return .object(input)
      })
    object["conflicts"] = .array(
      view.conflicts.map { row in
        var conflict = JSONObject()
        conflict["id"] = .string(row.id)
        conflict["type"] = .string(row.type.rawValue)
        conflict["conflicts"] = row.line["conflicts"]
        return .object(conflict)
      })
    return object
  }
}
