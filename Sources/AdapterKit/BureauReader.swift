import ChineseText
import Vocabulary

/// Finds the bureau that a text is of: named in it, with the text's matter in its name.
public struct BureauReader: Sendable {
  private let source: SourceText

  public init(source: SourceText) { self.source = source }

  private static let endings = ["委员会", "办公室", "局", "厅", "委", "办", "中心", "院", "集团"]
  /// No bureau of a city: its party and people's organs, districts, and what belongs to the meeting.
  private static let others = ["委", "政府", "人大", "政协", "纪委", "区", "县", "直", "领导", "级"]

  /// What a bureau does right behind its name, and who heads it.
  private static let deeds = ["召开", "组织召开", "举行", "领导班子", "党组", "党委", "机关", "主要负责"]
  private static let heads = ["局长", "主任", "书记"]
  /// No name goes on over one of these.
  private static let meetings = ["会议", "系统", "工作会", "大会"]
  static let words = endings + others + deeds + heads + meetings + ["市", "县", "区", "省", "全", "各", "我", "本"]

  private struct Candidate {
    var range: Range<Int>
    /// The name without the city and its ending: 海洋发展 of a 市海洋发展局.
    var core: Range<Int>
    var hasCity: Bool
  }

  /// The bureau's name where it stands in full; `nil` where none stands out.
  ///
  /// - Parameters:
  ///   - topics: what names the text's matter: its headline, a meeting's name.
  ///   - opening: the paragraph that tells what the text is about.
  public func bureau(topics: [Range<Int>], opening: Range<Int>?) -> Range<Int>? {
    let text = source.scalars
    var best: (candidate: Candidate, points: Int)?
    var all: [Candidate] = []
    for at in text.indices {
      guard let candidate = candidate(at: at) else { continue }
      all.append(candidate)
      var points = candidate.hasCity ? 3 : 0
      let core = source.string(candidate.core)
      if topics.contains(where: { text.first(core, in: $0) != nil }) { points += 4 }
      let next = candidate.range.upperBound
      if BureauReader.deeds.contains(where: { text.stands($0, at: next) }) {
        points += 2
      }
      if source.holds(BureauReader.heads, in: next..<min(next + 8, text.count)) { points += 1 }
      if opening?.contains(at) ?? false { points += 1 }
      if best.map({ points > $0.points }) ?? true { best = (candidate, points) }
    }
    guard let best, best.points >= 4 else { return nil }
    // 市场监管局 is short for 市场监督管理局, which the text says too.
    return all.filter { isShort(best.candidate, for: $0) }.max { $0.core.count < $1.core.count }?.range
      ?? best.candidate.range
  }

  /// Whether the one core's characters stand in the other's, in order, from the first on, with the same ending.
  private func isShort(_ short: Candidate, for long: Candidate) -> Bool {
    let text = source.scalars
    guard short.core.count < long.core.count, short.hasCity == long.hasCity,
      text[short.core.lowerBound] == text[long.core.lowerBound],
      source.string(short.core.upperBound..<short.range.upperBound)
        == source.string(long.core.upperBound..<long.range.upperBound),
      source.string(short.range.lowerBound..<short.core.lowerBound)
        == source.string(long.range.lowerBound..<long.core.lowerBound)
    else { return false }
    var rest = text[short.core]
    for scalar in text[long.core] where rest.first == scalar { rest.removeFirst() }
    return rest.isEmpty
  }

  /// A city's name, a county's, or 市, then up to a dozen characters and an ending such as 局.
  private func candidate(at offset: Int) -> Candidate? {
    let text = source.scalars
    var start = offset
    var hasCity = false
    if let mention = Cities.standard.mention(in: text, at: offset), mention.city.level != .province {
      start = mention.range.upperBound
      hasCity = true
      if !mention.isFullName, text.indices.contains(start), text[start] == "市" { start += 1 }
    } else if let county = county(at: offset) {
      start = county
      hasCity = true
    } else if text[offset] == "市", beginsName(offset) {
      start = offset + 1
    } else {
      return nil
    }
    if BureauReader.others.contains(where: { text.stands($0, at: start) }) { return nil }
    for at in start..<min(start + 14, max(start, text.count)) {
      guard text[at].isHan, !BureauReader.meetings.contains(where: { text.stands($0, at: at) }) else { return nil }
      for ending in BureauReader.endings where text.stands(ending, at: at) {
        guard at - start >= 2 else { return nil }
        return Candidate(range: offset..<at + ending.unicodeScalars.count, core: start..<at, hasCity: hasCity)
      }
    }
    return nil
  }

  /// Whether 市 stands for the city by itself: nothing before it, or a word of grammar.
  private func beginsName(_ offset: Int) -> Bool {
    guard offset > 0 else { return true }
    let before = source.scalars[offset - 1]
    return !before.isHan || "由在和与及了对将是到向从给经以、讯月日午".unicodeScalars.contains(before)
  }

  /// Where a county-level city, county or district ends that a name begins with: 龙山县, 临港区.
  private func county(at offset: Int) -> Int? {
    let text = source.scalars
    guard text[offset].isHan, beginsName(offset), !"全各我本该市".unicodeScalars.contains(text[offset]) else { return nil }
    for length in 2...4 {
      let at = offset + length
      guard text.indices.contains(at), text[offset..<at].allSatisfy(\.isHan) else { return nil }
      if "市县区".unicodeScalars.contains(text[at]) { return at + 1 }
    }
    return nil
  }
}
