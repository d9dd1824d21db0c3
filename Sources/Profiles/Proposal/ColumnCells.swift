import AdapterKit
import ChineseText

/// What a column's cells say of what it holds, where its head is not known.
struct ColumnCells {
  private let cells: [[Unicode.Scalar]]
  private let words: ShapeWords

  /// - Parameter cells: the filled ones below the head.
  init(_ cells: [Range<Int>], words: ShapeWords, in source: SourceText) {
    self.cells = cells.map { LinePattern.plain(source.scalars[$0]) }.filter { !$0.isEmpty }
    self.words = words
  }

  /// `nil` where they say nothing certain.
  ///
  /// - Parameter rows: how many rows there are; a cell that is merged over several stands once.
  func column(ofRows rows: Int) -> Profile.Column? {
    guard !cells.isEmpty else { return nil }
    if mostly({ $0.count <= 4 && $0.allSatisfy { $0.isASCIIDigit || "一二三四五六七八九十.、()".unicodeScalars.contains($0) } }) {
      return .number
    }
    if mostly({ $0.count { $0.isASCIIDigit } >= 7 && $0.count <= 24 }) { return .phone }
    if mostly(isTime) { return .deadline }
    if mostly(namesUnits) { return .responsible }
    let isShort = mostly { $0.count <= 6 }
    if isShort, cells.count * 2 <= rows || Set(cells.map { $0.string($0.indices) }).count * 2 <= cells.count {
      return .category
    }
    if mostly({ (2...3).contains($0.count) && $0.allSatisfy(\.isHan) }) { return .leader }
    return nil
  }

  /// How long they are.
  var averageLength: Int { cells.isEmpty ? 0 : cells.reduce(0) { $0 + $1.count } / cells.count }

  private func mostly(_ holds: ([Unicode.Scalar]) -> Bool) -> Bool { cells.count(where: holds) * 3 > cells.count * 2 }

  private func isTime(_ cell: [Unicode.Scalar]) -> Bool {
    cell.count <= 16
      && ["月底", "月末", "年底", "年末", "季度", "半年", "月前", "日前", "长期", "全年", "持续", "年内"].contains {
        cell.first($0, in: cell.indices) != nil
      } || cell.count <= 12 && cell.contains("月") && cell.contains(where: \.isASCIIDigit)
  }

  private func namesUnits(_ cell: [Unicode.Scalar]) -> Bool {
    let names = cell.split { "、，,；;/".unicodeScalars.contains($0) }.map(Array.init)
    return !names.isEmpty && names.allSatisfy { $0.count <= 16 && words.endsAsUnit($0) }
  }
}
