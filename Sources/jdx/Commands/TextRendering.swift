import Import
import Plan
import Reading

/// What `jdx text` makes of one file, and what is to be said about it.
struct TextRendering: Sendable {
  enum Form { case text, blocks, drawn(width: Int) }

  private(set) var bytes: [UInt8]
  /// A mark is one: nothing leaves the machine, and whoever reads the text is told.
  let warnings: [Notice]
  let report: TextReport?

  init(_ file: SourceFile, as form: Form, isReported: Bool) throws(Failure) {
    do throws(ReadingError) {
      let reading = try TextReading(file.bytes, name: file.name)
      bytes =
        switch form {
        case .text: reading.bytes
        case .blocks: blockTree(reading).canonical + [UInt8(ascii: "\n")]
        case .drawn(let width): Array(drawnText(reading, width: width).utf8)
        }
      warnings =
        [reading.sourceMarks.first?.warning(in: file.displayPath)].compactMap { $0 }
        + reading.notices(path: file.displayPath).filter { $0.severity == .warning }
      report = isReported ? TextReport(reading, path: file.displayPath, language: language) : nil
    } catch {
      throw Failure(ImportError.unreadable(error), in: file.displayPath)
    }
  }

  /// Writes the text to a file, and holds it no longer; what `jdx text` wrote can be written again, so nothing waits for
  /// the disk.
  mutating func move(to path: String) throws(Failure) {
    try makeFolder(path.split(separator: "/", omittingEmptySubsequences: false).dropLast().joined(separator: "/"))
    try write(bytes, toFile: path, isSynced: false)
    bytes = []
  }
}
