import ChineseText
import Reading

/// The text of a file: read, repaired, and cut into blocks.
public struct TextReading: Sendable {
  public let file: FileText
  public let repaired: RepairedText
  /// Over the repaired text, without what stands beside the running text.
  public let blocks: [Block]
  /// What stands in the repaired text and is no running text of the document, ascending.
  public let asides: [Aside]
  /// The confidentiality marks in the repaired text, ascending.
  public let marks: [ConfidentialityMark]

  /// UTF-8 of the repaired text: exactly what spans point into.
  public var bytes: [UInt8] { repaired.text.utf8(0..<repaired.text.count) }

  /// UTF-8 of all text that was found in the file, which its accounting counts in; `nil` for plain text, which is its own.
  var sourceBytes: [UInt8]? {
    file.blocks == nil ? nil : file.scalars.utf8
  }

  /// - Parameter name: the file's name, where it has one.
  public init(_ bytes: [UInt8], name: String? = nil) throws(ReadingError) {
    file = try readFile(bytes, name: name)
    let dropped = file.asides.compactMap { aside in
      aside.kind.repair.map { (kind: $0, range: aside.range) }
    }
    let repaired = ChineseText.repaired(file.scalars, dropping: dropped)
    self.repaired = repaired
    asides = file.asides.filter { $0.kind.repair == nil }.compactMap { aside in
      let range = repaired.textRange(of: aside.range)
      return range.isEmpty ? nil : Aside(kind: aside.kind, range: range)
    }
    blocks = file.blocks.map { repaired.placed($0) } ?? file.textBlocks(of: repaired.text)
    marks = confidentialityMarks(in: repaired.text)
  }

  /// What adapters see: the text with blanks in place of marks and of what stands beside the running text, scalar for
  /// scalar, and its blocks.
  func running() -> (scalars: [Unicode.Scalar], blocks: [Block]) {
    var scalars = blanking(marks, in: repaired.text)
    for aside in asides {
      for at in aside.range where !scalars[at].isLineEnd { scalars[at] = " " }
    }
    if file.blocks == nil { return (scalars, marks.isEmpty ? blocks : file.textBlocks(of: scalars)) }
    return (scalars, marks.isEmpty ? blocks : blocks.compactMap { $0.mapped({ $0 }) { scalars.trimmed($0) } })
  }
}

extension Aside.Kind {
  /// The kind of repair that drops such text; `nil` where it stays.
  var repair: Repair.Kind? {
    switch self {
    case .deletedText: .deletedText
    case .hiddenText: .hiddenText
    case .ruby: .ruby
    case .hiddenSheet: .hiddenSheet
    case .pageHeader, .pageFooter, .pageNumber, .comment, .navigation: nil
    }
  }
}

extension RepairedText {
  /// Where in the text a stretch of the source stands; what repairs removed is left out.
  func textRange(of source: Range<Int>) -> Range<Int> {
    let start = textOffset(of: source.lowerBound)
    return start..<max(start, textOffset(of: source.upperBound))
  }

  /// Blocks of the source, over the text; those of which nothing is left are gone.
  fileprivate func placed(_ blocks: [Block]) -> [Block] {
    blocks.compactMap { $0.mapped(textRange) { text.trimmed(textRange(of: $0)) } }
  }
}

extension Block {
  /// The block with the ranges of its tables and rows mapped by one function, those of its text by another; `nil` where
  /// nothing is left of it.
  fileprivate func mapped(_ whole: (Range<Int>) -> Range<Int>, _ map: (Range<Int>) -> Range<Int>) -> Block? {
    switch kind {
    case .paragraph, .heading:
      let range = map(range)
      return range.isEmpty ? nil : Block(kind: kind, range: range)
    case .table:
      let rows = rows.map { row in
        Row(cells: row.cells.map { $0.mapped(whole, map) }, range: whole(row.range))
      }
      guard rows.contains(where: { $0.cells.contains { !$0.range.isEmpty } }) else { return nil }
      return Block(kind: kind, range: whole(range), rows: rows)
    }
  }
}

extension Cell {
  fileprivate func mapped(_ whole: (Range<Int>) -> Range<Int>, _ map: (Range<Int>) -> Range<Int>) -> Cell {
    Cell(
      range: map(range), paragraphs: paragraphs.map(map).filter { !$0.isEmpty }, columns: columns, rows: rows,
      isCovered: isCovered, tables: tables.compactMap { $0.mapped(whole, map) })
  }
}
