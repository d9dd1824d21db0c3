import ChineseText
import Plan

/// A change that is told by how many times, as growth in percent: 翻一番 is 100, 增长1.9倍 190, 是上年的1.9倍 90.
struct Growth: Sendable {
  private enum Form { case turns, more, asMuch }
  private let form: Form

  /// `nil` for every other figure, and where the start is not the year before (较2025年翻一番).
  init?(_ indicator: Indicator, _ measure: Measure, _ clause: FigureClause) {
    guard !Self.namesStart(clause.before) else { return nil }
    let unit = indicator.unit.unicodeScalars
    if unit.elementsEqual("番".unicodeScalars) {
      form = .turns
    } else if unit.elementsEqual("倍".unicodeScalars) {
      if indicator.valueKind == .change {
        form = .more
      } else if Self.yearBefore.contains(where: { clause.before.ends($0) }) {
        form = .asMuch
      } else {
        return nil
      }
    } else {
      return nil
    }
  }

  /// In percent; `nil` where the number is too long, or no number of turns.
  func percent(_ value: ExactNumber) -> ExactNumber? {
    switch form {
    case .turns:
      guard let times = (1...9).first(where: { ExactNumber($0) == value }) else { return nil }
      return ExactNumber(((1 << times) - 1) * 100)
    case .more: return value.times(ExactNumber(100))
    case .asMuch: return value.minus(ExactNumber(1))?.times(ExactNumber(100))
    }
  }

  private static let yearBefore = ["上年的", "去年的", "上年同期的", "去年同期的", "上年度的"].map { Array($0.unicodeScalars) }

  /// 较2025年, 比“十四五”末
  private static func namesStart(_ words: [Unicode.Scalar]) -> Bool {
    words.indices.contains { place in
      guard words[place] == "较" || words[place] == "比", place + 1 < words.count else { return false }
      return words[place + 1].isASCIIDigit || words[place + 1] == "“"
    }
  }
}

extension Array where Element == Unicode.Scalar {
  func ends(_ tail: [Unicode.Scalar]) -> Bool { suffix(tail.count).elementsEqual(tail) }
}
