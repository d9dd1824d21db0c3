/// Reads places in an order, which count nothing: 居全国第3、第5、第6位, 进入前十, 居首位.
///
/// A place is a figure where a verb says that something takes or aims at it; 第三批 and 前3年 are none.
struct RankReader: Sendable {
  private let passage: Passage
  private let numerals: NumeralReader

  init(_ passage: Passage, units: UnitTable) {
    self.passage = passage
    numerals = NumeralReader(text: passage.text, units: units)
  }

  /// What a place may begin with.
  static let starts = "第前首榜"

  static func begins(with scalar: Unicode.Scalar) -> Bool {
    switch scalar {
    case "第", "前", "首", "榜": true
    default: false
    }
  }

  /// All places, in ascending order and not overlapping.
  func ranks() -> [Figure] {
    var result: [Figure] = []
    var place = 0
    while let index = passage.starts.first(from: place) {
      place = index + 1
      guard Self.begins(with: passage.text[index]), let read = members(at: index) else { continue }
      if isTaken(read, at: index) { result += read.map { figure($0, isBound: passage.text[index] == "前") } }
      place = max(place, read.last?.end ?? 0)
    }
    return result
  }

  /// One place of a list.
  private struct Member {
    var start: Int
    var end: Int
    var low: FixedPoint
    var high: FixedPoint
    /// 位, 名 or 强; empty where it is left unsaid.
    var noun: String = ""
  }

  private func members(at index: Int) -> [Member]? {
    if passage.has("首位", at: index) || passage.has("榜首", at: index) {
      return [Member(start: index, end: index + 2, low: FixedPoint(1), high: FixedPoint(1), noun: "位")]
    }
    guard passage.at(index) != "首", passage.at(index) != "榜", var last = member(index, from: index + 1) else {
      return nil
    }
    var found = [last]
    while found.count < 12, let joint = passage.at(last.end), "、和与及,".unicodeScalars.contains(joint) {
      let start = last.end + 1
      guard let next = member(start, from: passage.at(start) == "第" ? start + 1 : start) else { break }
      found.append(next)
      last = next
    }
    // 第3、5、6位: the last has the word for all.
    return found.map { member in
      var member = member
      if member.noun.isEmpty { member.noun = last.noun }
      return member
    }
  }

  private func member(_ start: Int, from index: Int) -> Member? {
    guard let low = number(at: index) else { return nil }
    var member = Member(start: start, end: low.end, low: low.value, high: low.value)
    if let sign = passage.at(low.end), Scalar.isDash(sign) || sign == "至" || sign == "到",
      let high = number(at: low.end + 1), low.value.atMost(high.value) == true
    {
      member.high = high.value
      member.end = high.end
    }
    if let noun = passage.at(member.end), noun == "位" || noun == "名" || noun == "强",
      !(noun == "名" && passage.at(member.end + 1) == "单")
    {
      member.noun = String(noun)
      member.end += 1
    }
    return member
  }

  private func number(at index: Int) -> (value: FixedPoint, end: Int)? {
    guard let first = passage.at(index), Scalar.isDigit(first) || Scalar.isChineseNumeral(first),
      case .numeral(let numeral) = numerals.read(at: index), numeral.scale.isEmpty, numeral.upper == nil,
      !numeral.isMore, !numeral.isBare, numeral.value.places == 0, (1...1000).contains(numeral.value.digits)
    else { return nil }
    return (numeral.value, numeral.end)
  }

  /// Whether a verb of taking a place stands before the list and nothing after it that the places describe.
  private func isTaken(_ members: [Member], at index: Int) -> Bool {
    guard let last = members.last, !passage.isNamed(index) else { return false }
    let text = passage.text
    let floor = max(passage.clauseStart(index), index - 12)
    guard FigureWords.ranking.first(in: text, floor..<index) != nil,
      FigureWords.noRankBefore.length(in: text, before: index, floor: floor) == 0
    else { return false }
    let after = passage.at(last.end)
    let endsThere = Scalar.endsPhraseOrRemark(before: after)
    if !last.noun.isEmpty, passage.at(index) != "首" {
      // 排名前10位的企业 describes the enterprises.
      return endsThere || FigureWords.risingFrom.length(in: text, at: last.end, limit: text.count) > 0
    }
    // 前1?: a sign that the file's encoding lost, most likely one of a share.
    return endsThere && after != "?"
      && (FigureWords.ranking.length(in: text, before: index, floor: floor) > 0
        || FigureWords.rankScopes.length(in: text, before: index, floor: floor) > 0)
  }

  private func figure(_ member: Member, isBound: Bool) -> Figure {
    let isRange = member.low != member.high
    let noun = member.noun.isEmpty ? ["位"] : Array(member.noun.unicodeScalars)
    return Figure(
      range: member.start..<member.end, numberStart: member.start + 1, low: member.low, high: member.high,
      isRange: isRange, comparator: isRange ? .between : isBound ? .le : .eq, scale: [], noun: noun, kind: .count,
      numeral: Numeral(value: member.low, end: member.end), isRank: true)
  }
}

extension [Figure] {
  /// These and the others that do not touch them, in ascending order.
  func merged(with others: [Figure]) -> [Figure] {
    if isEmpty { return others }
    var result: [Figure] = []
    var index = 0
    for other in others {
      while index < count, self[index].range.lowerBound < other.end {
        result.append(self[index])
        index += 1
      }
      if let last = result.last, last.isRank, last.end > other.range.lowerBound { continue }
      result.append(other)
    }
    return result + self[index...]
  }
}
