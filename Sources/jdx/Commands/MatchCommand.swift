import ArgumentParser
import Compare
import Linkage
import Plan
import Vocabulary
import Workers

struct MatchCommand: ParsableCommand {
  static let configuration = describe(
    "match", zh: "找出两方目标任务的对应关系：延续、更名、拆分、合并",
    en: "Finds which goals of two sides are one: continued, renamed, split, merged",
    example: """
      jdx match 2030.jdx 2031.jdx -o links.jsonl
      jdx match a.jsonl b.jsonl -o links.jsonl --overrides overrides.yaml
      """)

  @Argument(
    help: help("一方：数据包或 JSON Lines 文件", "one side: a bundle or a file of JSON Lines", value: ValueName.file),
    completion: .file())
  var from: String

  @Argument(
    help: help("另一方：数据包或 JSON Lines 文件", "the other side: a bundle or a file of JSON Lines", value: ValueName.file),
    completion: .file())
  var to: String

  @Option(
    name: .shortAndLong,
    help: help(
      "写到这个文件，每行一条对应；- 为标准输出", "write to this file, a link a line; - is standard output", value: ValueName.file),
    completion: .file())
  var output = "-"

  @Option(
    help: help(
      "人工认定文件（YAML），优先于一切", "a file of pairs that a person has decided (YAML), which win always", value: ValueName.file),
    completion: .file())
  var overrides: String?

  @OptionGroup var common: LanguageOption

  func run() throws {
    let rulings = try overrides.map { path in (path: path, file: try readOverrides(path)) }
    let (a, b) = (try EntrySide(from).table, try EntrySide(to).table)
    try requireOther(output, than: [from, to] + (overrides.map { [$0] } ?? []))
    var decided = EntryLinks.Rulings()
    if let rulings {
      do throws(LinkRulingError) { decided = try rulings.file.rulings.places(from: a, to: b) } catch {
        throw Failure(error, in: rulings.path, rulings.file.bytes)
      }
    }
    let linkage = EntryLinks(from: a, to: b, rulings: decided)
    let pieces = stride(from: 0, to: linkage.links.count, by: 4096).map {
      linkage.links[$0..<min($0 + 4096, linkage.links.count)]
    }
    let lines = concurrentMap(pieces) { linkage.lines($0, from: a, to: b) }
    try write(Array(lines.joined()), toFile: output)
    try printSummary([summary(linkage.links, (a.count, b.count))], besides: output)
  }

  private func readOverrides(_ path: String) throws(Failure) -> (rulings: LinkRulings, bytes: [UInt8]) {
    let bytes = try Input.bytes(path)
    do throws(LinkRulingError) { return (try LinkRulings(yaml: bytes), bytes) } catch {
      throw Failure(error, in: Input.shown(path), bytes)
    }
  }

  private func summary(_ links: [EntryLinks.Link], _ counts: (from: Int, to: Int)) -> String {
    let count = { (kind: EntryLinks.Kind) in links.count { $0.kind == kind } }
    return say(
      zh: """
        \(counts.from) 条与 \(counts.to) 条：延续 \(count(.continues))，更名 \(count(.renames))，\
        拆分 \(count(.splits))，合并 \(count(.merges))
        """,
      en: """
        \(counts.from) and \(counts.to) entries: \(count(.continues)) continued, \(count(.renames)) renamed, \
        \(count(.splits)) parts of split ones, \(count(.merges)) parts of merged ones
        """)
  }
}
