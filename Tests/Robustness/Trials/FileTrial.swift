import Import
import Reading

/// A damaged DOCX, XLSX, OFD, HTML, MHT, CSV or Markdown file, read and imported.
struct FileTrial {
  let bytes: [UInt8]
  private let document: CorpusDocument

  init(seed: UInt64, longest: Int) {
    document = CorpusDocument[seed / UInt64(FixtureKind.allCases.count)]
    let kinds = FixtureKind.allCases
    let kind = kinds[Int(seed % UInt64(kinds.count))]
    let other = kinds[Int(seed / 3 % UInt64(kinds.count))]
    var damage = FileDamage(seed: seed, longest: longest)
    let pieces = FixturePiece.pieces(of: document)
    bytes = damage.damaged(kind.bytes(pieces), splicing: other.bytes(pieces))
  }

  func run() -> Trial.Outcome {
    var breaches = Breaches()
    do throws(ReadingError) {
      let reading = try breaches.checkReading(bytes)
      breaches.checkDocument(document.session(bytes))
      return Trial.Outcome(result: "read: \(reading.file.fileExtension)", breaches: breaches.found)
    } catch {
      let reason = String(describing: error).prefix { $0.isLetter }
      return Trial.Outcome(result: "refused: \(reason)", breaches: breaches.found)
    }
  }
}
