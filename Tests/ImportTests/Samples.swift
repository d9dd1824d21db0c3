import AdapterKit
import Archive
import Import
import Packaging
import Plan
import QingdaoPlugin
import TestSupport
import Testing
import Vocabulary
import WeihaiPlugin

/// A row of an invented target sheet.
struct SampleRow {
  var category = "重点目标"
  var title: String
  /// Sentences, each a measure.
  var content: [String]

  init(_ title: String, _ content: String..., category: String = "重点目标") {
    self.title = title
    self.content = content
    self.category = category
  }
}

/// An invented target sheet, its rows on a line each.
func sheet(_ rows: [SampleRow], unit: String = "市示例局", year: Int = 2031, name: String? = "sheet.txt") -> SourceFile {
  var lines = ["\(year)年度市直单位业务目标", "", "单位名称：\(unit)    主要负责人：张某某      联系人：李某某       联系电话：00000000", ""]
  lines.append("类别\t序号\t目标名称\t目标内容")
  for (index, row) in rows.enumerated() {
    lines.append("\(row.category)\t\(index + 1)\t\(row.title)\t\(row.content.joined())")
  }
  return SourceFile(displayPath: name ?? "-", name: name, bytes: Array((lines.joined(separator: "\n") + "\n").utf8))
}

func meeting(_ text: String, name: String = "meeting.txt") -> SourceFile {
  SourceFile(displayPath: name, name: name, bytes: Array(text.utf8))
}

/// Three goals that have nothing in common.
let threeRows = [
  SampleRow("修建滨海步行栈道", "全年修建栈道12公里以上。", "设置观景平台8处。"),
  SampleRow("开展校园足球联赛", "参赛队伍达到80支左右。"),
  SampleRow("整治占道停车", "新增停车泊位3000个。", "取缔违规收费点。"),
]

let qingdao = Cities.standard.city(code: "370200")

func options(_ change: (inout Given) -> Void = { _ in }) -> ImportSession.Options {
  var options = ImportSession.Options()
  options.given.city = qingdao
  change(&options.given)
  return options
}

/// The sheets' adapter as another version of it, which reads the same.
struct SheetAdapter: Adapter {
  private let inner = TargetSheet()
  var version = 1

  var id: String { inner.id }
  var name: Localized { inner.name }
  var kind: Document.Kind { inner.kind }
  var summary: Localized { inner.summary }
  func evidence(in source: SourceText) -> [Evidence] { inner.evidence(in: source) }
  func read(_ source: SourceText, into draft: inout DraftBuilder) { inner.read(source, into: &draft) }
}

/// A session that has read the files.
func session(
  _ files: [SourceFile], onto contents: BundleContents = BundleContents(), version: Int = 1,
  options given: ImportSession.Options = options()
) -> ImportSession {
  var session = ImportSession(
    adapters: [SheetAdapter(version: version), MeetingReport()], options: given, onto: contents)
  session.run(files)
  return session
}

func imported(_ rows: [SampleRow], onto contents: BundleContents = BundleContents()) -> BundleContents {
  session([sheet(rows)], onto: contents).contents
}

/// The bytes of a bundle; empty where it can't be written.
func packed(_ contents: BundleContents) -> [UInt8] {
  let sink = MemorySink()
  do { try writeBundle(contents, to: sink) } catch { return [] }
  return sink.bytes
}

/// What the contents give, after they went through a bundle: whatever an import makes is read back without a fault.
func view(_ contents: BundleContents) throws -> View { try readBundle(packed(contents)).view }

extension View {
  /// The id of the goal of that title, after the document's.
  func goal(_ title: String) -> String? {
    items.first { $0.item?.title == title && $0.item?.role == .goal }.map { $0.id.components.last ?? "" }
  }

  var goals: [String: String] {
    Dictionary(
      items.compactMap { $0.item }.filter { $0.role == .goal }.map { ($0.title ?? "", $0.id.components.last ?? "") }
    ) {
      first, _ in first
    }
  }
}

extension String {
  var components: [String] { split(separator: ".").map(String.init) }
}

extension BundleContents {
  var hashes: Set<String> { Set(revisions.all.map(\.revision)) }

  func union(_ other: BundleContents) -> BundleContents {
    var copy = self
    copy.formUnion(other)
    return copy
  }
}

typealias Seeded = SeededGenerator

extension SeededGenerator {
  mutating func below(_ bound: Int) -> Int { Int.random(in: 0..<max(1, bound), using: &self) }
}
