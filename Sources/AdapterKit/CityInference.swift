import ChineseText
import Vocabulary

/// The words that tell a city to learn from.
enum CityInference {
  static let before = ["对标", "学习", "借鉴", "赶超", "标杆", "赴", "看齐", "前往"]
  static let behind = ["等先进", "等城市", "先进经验"]
  static let words = before + behind
}

extension SourceText {
  /// The city a document is of: stated by the user, by the organisation's name, the title or another line that names
  /// whose it is, else implied by the text.
  ///
  /// Implied means: of the cities that the text names, one stands out. Names in `excluded` stretches (whom the bureau
  /// compares itself with) and names beside words of comparison do not count. Where two stand out there is none.
  public func city(stated: [Range<Int>], excluding excluded: [Range<Int>] = []) -> Fact<City>? {
    if let given = given.city { return Fact(given) }
    if let name = given.organization.map({ Array($0.unicodeScalars) }),
      let mention = Cities.standard.mentions(in: name).first(where: { $0.city.level != .province })
    {
      return Fact(mention.city)
    }
    let mentions = Cities.standard.mentions(in: scalars).filter { $0.city.level != .province }
    for stretch in stated {
      if let mention = mentions.first(where: { stretch.contains($0.range.lowerBound) }) { return Fact(mention.city) }
    }
    var points: [String: (city: City, points: Int)] = [:]
    for (mention, isCompared) in zip(mentions, areCompared(mentions)) {
      guard !isCompared, !excluded.contains(where: { $0.overlaps(mention.range) }) else { continue }
      points[mention.city.code, default: (mention.city, 0)].points += mention.isFullName ? 3 : 1
    }
    let ranked = points.values.sorted { ($0.points, $1.city.code) > ($1.points, $0.city.code) }
    guard let best = ranked.first, best.points >= 2 else { return nil }
    if ranked.count > 1, ranked[1].points * 2 > best.points { return nil }
    return Fact(best.city, inferred: true)
  }

  public func city(organization: Range<Int>?, title: Range<Int>?, excluding excluded: [Range<Int>] = []) -> Fact<City>?
  {
    city(stated: [organization, title].compactMap { $0 }, excluding: excluded)
  }

  /// Whether each city is one to learn from: a word of comparison stands before it, 等 and 先进 behind it, or it is
  /// named in one list with such a city (对标深圳、杭州等先进城市).
  private func areCompared(_ mentions: [CityMention]) -> [Bool] {
    var compared = mentions.map { mention in
      let before = max(0, mention.range.lowerBound - 6)..<mention.range.lowerBound
      let behind = mention.range.upperBound..<min(scalars.count, mention.range.upperBound + 6)
      return holds(CityInference.before, in: before)
        || holds(CityInference.behind, in: behind)
    }
    func isListed(_ at: Int) -> Bool {
      let between = mentions[at].range.upperBound..<mentions[at + 1].range.lowerBound
      return between.count <= 1 && scalars[between].allSatisfy { "、，,和与及".unicodeScalars.contains($0) }
    }
    for at in compared.indices.dropLast() where compared[at] && isListed(at) { compared[at + 1] = true }
    for at in compared.indices.dropLast().reversed() where compared[at + 1] && isListed(at) { compared[at] = true }
    return compared
  }
}
