import AdapterKit
import Import
import Profiles
import Reading
import Vocabulary

/// The document that a new plugin begins with.
struct PluginExample {
  let path: String
  let bytes: [UInt8]
  let city: City?
  let reading: TextReading

  init(_ path: String, city: City?) throws(Failure) {
    self.path = path
    self.city = city
    bytes = try Input.bytes(path)
    let name = path.split(separator: "/").last.map(String.init)
    do throws(ReadingError) { reading = try TextReading(bytes, name: name) } catch {
      throw Failure(ImportError.unreadable(error), in: Input.shown(path))
    }
    if let mark = reading.sourceMarks.first {
      throw Failure(ImportError.marked([mark]), in: Input.shown(path))
    }
  }

  /// What a profile may say of it: of its table, else of its headings.
  func proposal() throws(Failure) -> any ProposedProfile {
    let source = reading.source(Given(city: city)).source
    if let proposal = LedgerProposal(source) { return proposal }
    if let proposal = OutlineProposal(source) { return proposal }
    throw Failure(
      .badInput, .pluginExample, in: Input.shown(path),
      Localized(
        zh: "里面既没有带表头的表，也没有写明总结、计划等部分的标题",
        en: "holds neither a table with a row of heads nor headings that name its parts, such as a review or a plan"),
      hint: Localized(
        zh: "照样例拟的描述文件只读表和分标题的正文；其他形式用 --kind external 或 swift 起头",
        en:
          "a profile is proposed for tables and for texts with headings; for other forms begin with --kind external or swift"
      ))
  }

  /// The adapter there is that fits best, and its score.
  func best() -> (id: String, score: Int)? {
    let adapters = AvailableAdapters().all.filter { !$0.isFallback }
    let file = SourceFile(displayPath: path, name: path.split(separator: "/").last.map(String.init), bytes: bytes)
    do throws(ImportError) {
      let reading = try readDocument(file, adapters: adapters, given: Given(city: city))
      return reading.recognitions.first.map { ($0.adapter.id, $0.score) }
    } catch {
      switch error {
      case .notRecognised(let fits), .ambiguous(let fits): return fits.first.map { ($0.adapter, $0.score) }
      default: return nil
      }
    }
  }
}
