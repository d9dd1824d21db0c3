import AdapterKit
import ChineseText
import Plan

/// The last day that the words of a time limit mean, of several the latest: 6月底前完成方案，年底前完工.
func lastDeadline(in source: SourceText, _ words: Range<Int>, year: Int?) -> String? {
  var year = year
  guard deadline(in: source.scalars, words, year: year) != nil else { return nil }
  var days: [String] = []
  for piece in source.scalars.pieces(of: words, partedBy: { "，,；;。、".unicodeScalars.contains($0) || $0.isLineEnd }) {
    year = yearMentions(in: source.scalars, piece).last?.year ?? year
    let day = deadline(in: source.scalars, piece, year: year)
    days += [day.flatMap { CalendarDate(year: $0.year, month: $0.month, day: $0.day)?.description }].compactMap { $0 }
  }
  return days.max()
}
