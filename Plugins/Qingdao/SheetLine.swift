import AdapterKit
import ChineseText

/// What a line between or below the rows looks like.
struct SheetLine {
  let source: SourceText
  let range: Range<Int>
  private let bare: String

  init(_ range: Range<Int>, in source: SourceText) {
    self.source = source
    self.range = range
    bare = source.bare(range)
  }

  /// A note under the table.
  var isNote: Bool {
    ["注：", "注:", "备注：", "备注:", "说明：", "说明:", "※"].contains(where: bare.hasPrefix)
  }

  /// A place to sign, or nothing but a day.
  var isSignature: Bool {
    if ["盖章", "签字", "签章", "签名"].contains(where: { source.scalars.first($0, in: range) != nil }) {
      return range.count < 60 && !CellKind(range, in: source).isSentence
    }
    return dateMentions(in: source.scalars, range).first?.range == source.scalars.trimmed(range)
  }

  /// 第1页 共3页, — 1 —
  var isPageNumber: Bool {
    var digits = 0
    for scalar in bare.unicodeScalars {
      if scalar.isDigit { digits += 1 } else if !"第页共，,/-—－".unicodeScalars.contains(scalar) { return false }
    }
    return (1...8).contains(digits) && digits < bare.unicodeScalars.count
  }
}
