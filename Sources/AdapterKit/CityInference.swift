import ChineseText
import Vocabulary

extension SourceText {
  /// The city a document is of: stated by the user, by the organisation's name or the title, else implied by the text.
  ///
  /// Implied means: of the cities that the text names, one stands out. Names in `excluded` stretches (whom the bureau
  /// compares itself with) and after words of comparison do not count. Where two are named equally often there is none.
  public func city(organization: Range<Int>?, title: Range<Int>?, excluding excluded: [Range<Int>] = []) -> Fact<City>? {
    if let given = given.city { return Fact(given) }
    let mentions = Cities.standard.mentions(in: scalars).filter { $0.city.level != .province }
    for stated in [organization, title].compactMap({ $0 }) {
      if let mention = mentions.first(where: { stated.contains($0.range.lowerBound) }) { return Fact(mention.city) }
    }
    var points: [String: (city: City, points: Int)] = [:]
    for mention in mentions {
      guard !excluded.contains(where: { $0.overlaps(mention.range) }), !isCompared(mention.range) else { continue }
      let weight = mention.isFullName ? 3 : 1
      points[mention.city.code, default: (mention.city, 0)].points += weight
    }
    let ranked = points.values.sorted { ($0.points, $1.city.code) > ($1.points, $0.city.code) }
    guard let best = ranked.first, best.points >= 2 else { return nil }
    if ranked.count > 1, ranked[1].points * 2 > best.points { return nil }
    return Fact(best.city, inferred: true)
  }

  private func isCompared(_ range: Range<Int>) -> Bool {
    let before = max(0, range.lowerBound - 6)..<range.lowerBound
    return holds(["对标", "学习", "借鉴", "赶超", "标杆", "赴", "看齐", "前往"], in: before)
  }
}
