/// Recognises words of time at the ends of a phrase: 到2025年底, 年内, “十四五”末, 三年内.
struct Times: Sendable {
  let text: [Unicode.Scalar]

  /// The end of a time phrase that begins at `start`, or nil.
  func end(after start: Int, limit: Int) -> Int? {
    var place = start + FigureWords.timeLead.length(in: text, at: start, limit: limit)
    var found = false
    while place < limit {
      if let end = dated(place, limit) ?? plan(place, limit) {
        place = end
        found = true
      } else {
        let word = FigureWords.timeWords.length(in: text, at: place, limit: limit)
        guard word > 0 else { break }
        place += word
        found = true
      }
      place += tail(place, limit)
      // 2021年至2023年
      if place + 1 < limit, isJoint(place), isNumber(text[place + 1]) { place += 1 }
    }
    guard found else { return nil }
    while place < limit, text[place] == "，" || text[place] == " " { place += 1 }
    return place
  }

  /// The start of a time phrase that ends at `end`, or nil.
  func start(before end: Int, floor: Int) -> Int? {
    var place = end
    place -= FigureWords.timeTail.length(in: text, before: place, floor: floor)
    let word = FigureWords.timeWords.length(in: text, before: place, floor: floor)
    if word > 0 { return place - word }
    if place > floor, text[place - 1] == "”", let open = opening(place - 1, floor), isPlan(open + 1..<place - 1) {
      return open
    }
    let unit = FigureWords.timeUnits.length(in: text, before: place, floor: floor)
    guard unit > 0 else { return nil }
    var first = place - unit
    while first > floor, isNumber(text[first - 1]) { first -= 1 }
    if first < place - unit { return first > floor && text[first - 1] == "第" ? first - 1 : first }
    return nil
  }

  private func tail(_ index: Int, _ limit: Int) -> Int {
    let length = FigureWords.timeTail.length(in: text, at: index, limit: limit)
    guard length == 1, index + 1 < limit, let bound = FigureWords.tailInsideWord[text[index]] else { return length }
    return bound.contains(text[index + 1]) ? 0 : length
  }

  private func dated(_ start: Int, _ limit: Int) -> Int? {
    var place = start
    while place < limit, isNumber(text[place]) || text[place] == "几" || isJoint(place) && place > start {
      place += 1
    }
    guard place > start else { return nil }
    let unit = FigureWords.timeUnits.length(in: text, at: place, limit: limit)
    return unit > 0 ? place + unit : nil
  }

  /// 到 and 至 between two numbers: 三到五年, 1至6月.
  private func isJoint(_ index: Int) -> Bool { text[index] == "到" || text[index] == "至" }

  /// “十四五”
  private func plan(_ start: Int, _ limit: Int) -> Int? {
    guard start + 2 < limit, text[start] == "“" else { return nil }
    var place = start + 1
    while place < limit, place < start + 8, text[place] != "”" { place += 1 }
    guard place < limit, text[place] == "”", isPlan(start + 1..<place) else { return nil }
    return place + 1
  }

  private func isPlan(_ range: Range<Int>) -> Bool {
    range.count >= 2 && range.count <= 4 && text[range].last == "五"
      && text[range].allSatisfy { Scalar.isChineseNumeral($0) }
  }

  private func opening(_ index: Int, _ floor: Int) -> Int? {
    var place = index - 1
    while place >= floor, place > index - 8 {
      if text[place] == "“" { return place }
      place -= 1
    }
    return nil
  }

  private func isNumber(_ scalar: Unicode.Scalar) -> Bool {
    Scalar.isDigit(scalar) || Scalar.isChineseNumeral(scalar) || scalar == "第" || Scalar.isDash(scalar)
  }
}
