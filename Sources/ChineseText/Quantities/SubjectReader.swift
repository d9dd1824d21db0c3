/// Finds what a figure counts: the noun after it (85个项目) or the words before it (达标率为97%).
struct SubjectReader: Sendable {
  let passage: Passage
  let figures: [Figure]

  private var text: [Unicode.Scalar] { passage.text }

  // MARK: After the figure

  /// The noun after the figure at `index`, or nil where none stands there.
  func after(_ index: Int) -> Range<Int>? {
    let figure = figures[index]
    var start = figure.end
    if figure.isZero { return figure.zeroNoun == nil ? noun(from: start, index) : figure.zeroNoun }
    if passage.at(start) == " " { start += 1 }
    if passage.at(figure.range.lowerBound - 1) == "等" {
      // 甲校等6所新建学校: what stands before is a part of what is counted.
      let verb = FigureWords.making.length(in: text, at: start, limit: text.count)
      if verb == FigureWords.noNoun.length(in: text, at: start, limit: text.count) { start += verb }
      return noun(from: start, index).map { noun in
        let tail = FigureWords.buildingTails.length(in: text, before: noun.upperBound, floor: noun.lowerBound + 2)
        return noun.lowerBound..<noun.upperBound - tail
      }
    }
    let hasDe = passage.at(start) == "的"
    if hasDe {
      start += 1
      if FigureWords.afterDe.length(in: text, at: start, limit: text.count) > 0 { return nil }
    }
    guard let first = passage.at(start),
      Scalar.isHan(first) || Scalar.isOpening(first) || Scalar.isLetter(first) || Scalar.isDigit(first)
    else { return nil }
    if !hasDe {
      // 100公里内，: a lone scalar before a mark is no noun.
      if FigureWords.loneAfter.contains(first),
        Scalar.endsPhrase(before: passage.at(start + 1))
      {
        return nil
      }
      guard figure.kind == .count || figure.kind == .measure,
        FigureWords.noNoun.length(in: text, at: start, limit: text.count) == 0
      else { return nil }
      if figure.kind == .measure {
        let limit = text.count
        if FigureWords.following.length(in: text, at: start, limit: limit) > 0
          || FigureWords.followingAdverbs.length(in: text, at: start, limit: limit) > 0
          || FigureWords.doing.length(in: text, at: start, limit: limit) > 0
        {
          return nil
        }
      }
    }
    return noun(from: start, index)
  }

  /// The noun phrase at `start`, up to the next figure, mark or verb.
  func noun(from start: Int, _ index: Int) -> Range<Int>? {
    let nextFigure = index + 1 < figures.count ? figures[index + 1].range.lowerBound : Int.max
    let limit = min(text.count, nextFigure, start + 48)
    var end = start
    var depth = 0
    var quoted = false
    while end < limit {
      let scalar = text[end]
      if scalar == "（" || scalar == "(" {
        depth += 1
      } else if scalar == "）" || scalar == ")" {
        depth -= 1
        if depth < 0 { break }
      } else if scalar == "“" {
        quoted = true
      } else if scalar == "”" || scalar == "\"" {
        quoted = scalar == "\"" && !quoted
      } else if Scalar.endsSentence(scalar) || (depth == 0 && Scalar.partsClauses(scalar)) {
        break
      } else if depth == 0, scalar == "、", !continues(end + 1, before: nextFigure) {
        break
      } else if depth == 0, !quoted, end >= start + 2, isVerb(at: end, limit: limit) {
        break
      }
      end += 1
    }
    return trimmedNoun(start..<end)
  }

  /// Whether the words after 、 still belong to the noun: no figure and no new verb among them.
  private func continues(_ start: Int, before nextFigure: Int) -> Bool {
    var end = start
    while end < text.count, end < start + 40, !Scalar.partsClauses(text[end]), text[end] != "、" { end += 1 }
    if nextFigure < end { return false }
    return FigureWords.doing.length(in: text, at: start, limit: text.count) == 0
      && FigureWords.reaching.length(in: text, at: start, limit: text.count) == 0
      && FigureWords.changing.length(in: text, at: start, limit: text.count) == 0
      && FigureWords.ranking.length(in: text, at: start, limit: text.count) == 0
  }

  private func isVerb(at index: Int, limit: Int) -> Bool {
    if FigureWords.followingAdverbs.length(in: text, at: index, limit: text.count) > 0 { return true }
    let verb = FigureWords.following.length(in: text, at: index, limit: text.count)
    guard verb > 0 else { return false }
    // 新投产项目, 开工项目: the verb is part of a noun that ends the phrase.
    var end = index + verb
    while end < limit, !Scalar.partsClauses(text[end]), text[end] != "、", end < index + verb + 9 { end += 1 }
    let rest = end - index - verb
    return !(rest >= 1 && rest <= 6 && FigureWords.nounHeads.length(in: text, before: end, floor: index + verb) > 0)
  }

  private func trimmedNoun(_ range: Range<Int>) -> Range<Int>? {
    var end = range.upperBound
    while end > range.lowerBound, FigureWords.nounEnds.contains(text[end - 1]) { end -= 1 }
    let idle = FigureWords.idleTails.length(in: text, before: end, floor: range.lowerBound)
    if idle > 0, end - idle - range.lowerBound >= 4 { end -= idle }
    return end > range.lowerBound ? range.lowerBound..<end : nil
  }

  // MARK: Before the figure

  /// The words before `end` that may name what is counted, from the last mark or the end of the previous figure on.
  func before(_ end: Int, previousEnd: Int?) -> Range<Int> {
    var start = passage.clauseStart(end)
    if let previousEnd, previousEnd > start, previousEnd <= end {
      start = previousEnd
      for place in previousEnd..<end where text[place] == "、" {
        start = place + 1
        break
      }
    }
    start = markEnd(start, end)
    // 新增编制不超过计划数的5%: what the share is of is no part of what is bounded.
    var end = end
    if end > start, text[end - 1] == "的", let bound = FigureWords.boundsOfShare.last(in: text, start..<end - 1) {
      end = bound.lowerBound
    }
    if let origin = origin(start, end) { end = origin }
    // A remark in brackets that holds the figure has its own subject.
    var depth = 0
    var place = end - 1
    while place >= start {
      if text[place] == "）" || text[place] == ")" {
        depth += 1
      } else if text[place] == "（" || text[place] == "(" {
        depth -= 1
        if depth < 0 {
          start = place + 1
          break
        }
      }
      place -= 1
    }
    return start..<max(start, end)
  }

  /// 开办时间从一个月以上压缩到4天: where it comes from is no part of what is measured.
  private func origin(_ start: Int, _ end: Int) -> Int? {
    guard end - start > 4 else { return nil }
    return (start + 2..<end - 1).first { index in
      (text[index] == "从" || text[index] == "由")
        && (Scalar.isDigit(text[index + 1]) || Scalar.isChineseNumeral(text[index + 1]))
        && FigureWords.reachedFrom.first(in: text, index..<end) != nil
    }
  }

  /// Where the words begin behind a list's number: 一是, （1）, 2.
  private func markEnd(_ start: Int, _ end: Int) -> Int {
    var start = start
    while start < end, text[start] == " " { start += 1 }
    guard let mark = enumerator(in: text, at: start, before: end), mark.range.upperBound < end else { return start }
    return mark.range.upperBound
  }

  /// What remains of `range` without verbs, adverbs and times at its ends; empty where nothing does.
  func trimmed(_ range: Range<Int>) -> Range<Int> {
    var start = range.lowerBound
    var end = range.upperBound
    var changed = true
    while changed, end > start {
      changed = false
      let times = Times(text: text)
      for list in FigureWords.trailingLists {
        let count = list.length(in: text, before: end, floor: start)
        if count > 0, !(count == 1 && isBoundInWord(end - 1, start)),
          FigureWords.changeNounWords.length(in: text, before: end, floor: start) == 0
        {
          end -= count
          changed = true
        }
      }
      if let time = times.start(before: end, floor: start) {
        end = time
        changed = true
        // 比2020年, 由年初 and 从2009年的 go with their time.
        if end > start, FigureWords.timeOpeners.contains(text[end - 1]) { end -= 1 }
        end -= FigureWords.upTo.length(in: text, before: end, floor: start)
      }
      if end > start, text[end - 1] == " " || text[end - 1] == "、" {
        end -= 1
        changed = true
      }
    }
    changed = true
    while changed, start < end {
      changed = false
      if let time = Times(text: text).end(after: start, limit: end) {
        start = time
        changed = true
      }
      let verb = FigureWords.opening.length(in: text, at: start, limit: end)
      if verb > 0, start + verb < end, !FigureWords.nominalTails.contains(text[start + verb]),
        // 配备设备的管廊: the verb belongs to a clause that describes the noun.
        !text[start + verb..<end].contains("的")
      {
        start += verb
        changed = true
      }
      let adverb = FigureWords.leading.length(in: text, at: start, limit: end)
      if adverb > 0, isManner(start, adverb, end) || FigureWords.unparted.length(in: text, at: start, limit: end) > 0 {
        break
      }
      if adverb > 0, adverb > 1 || start + adverb >= end || !FigureWords.boundLeading(text[start], text[start + adverb])
      {
        start += adverb
        changed = true
      }
      if let place = adverbialEnd(start, end) {
        start = place
        changed = true
      }
      if start < end, text[start] == " " {
        start += 1
        changed = true
      }
    }
    guard end > start else { return start..<start }
    var from = start
    while let verb = FigureWords.cutting.first(in: text, from..<end) {
      let tail = verb.upperBound
      if end - tail >= 2, !FigureWords.nominalTails.contains(text[tail]), verb.lowerBound > start {
        start = tail
        from = tail
      } else {
        from = verb.lowerBound + 1
      }
    }
    return start..<end
  }

  /// 在执行中, 在提高质量的前提下: on what terms something is done.
  private func adverbialEnd(_ start: Int, _ end: Int) -> Int? {
    guard start + 2 < end, text[start] == "在",
      let frame = FigureWords.framing.first(in: text, start + 2..<min(end, start + 24))
    else { return nil }
    return frame.upperBound
  }

  /// 高标准农田: how something is done stands before a verb, else it is part of the noun.
  private func isManner(_ start: Int, _ count: Int, _ end: Int) -> Bool {
    guard FigureWords.manner.length(in: text, at: start, limit: start + count) == count else { return false }
    let after = start + count
    return after < end && FigureWords.doing.length(in: text, at: after, limit: end) == 0
      && FigureWords.opening.length(in: text, at: after, limit: end) == 0
      && FigureWords.leading.length(in: text, at: after, limit: end) == 0
  }

  /// 人均, 国有, 公共: the last scalar is no word of its own.
  private func isBoundInWord(_ index: Int, _ floor: Int) -> Bool {
    guard index > floor else { return false }
    return FigureWords.boundTrailing(text[index - 1], text[index])
  }

  /// Whether the words are nothing but a verb of making (在建, 建成), which names no thing.
  func isVerbAlone(_ range: Range<Int>) -> Bool {
    !range.isEmpty
      && FigureWords.bareVerbs.length(in: text, at: range.lowerBound, limit: range.upperBound) == range.count
  }

  /// The words before a rank without 居全国.
  func withoutScope(_ range: Range<Int>) -> Range<Int> {
    var end = range.upperBound
    var changed = true
    while changed, end > range.lowerBound {
      changed = false
      for list in FigureWords.rankTrailing {
        let count = list.length(in: text, before: end, floor: range.lowerBound)
        if count > 0 {
          end -= count
          changed = true
        }
      }
    }
    return range.lowerBound..<end
  }

  /// The words of a subject, a linking verb in its middle left out.
  func string(_ range: Range<Int>) -> String {
    if let verb = FigureWords.linking.last(in: text, range), verb.lowerBound > range.lowerBound,
      verb.upperBound < range.upperBound,
      !FigureWords.nominalTails.contains(text[verb.upperBound])
    {
      return passage.string(range.lowerBound..<verb.lowerBound) + passage.string(verb.upperBound..<range.upperBound)
    }
    return passage.string(range)
  }
}

extension SubjectReader {
  /// What a threshold measures, the verb that governs the whole left out: 总投资 of 招引总投资亿元以上.
  func measure(_ raw: Range<Int>) -> Range<Int> {
    var range = raw
    for place in raw.reversed() where passage.text[place] == "、" {
      range = place + 1..<raw.upperBound
      break
    }
    var start = range.lowerBound
    var end = range.upperBound
    var changed = true
    while changed, start < end {
      changed = false
      for list in FigureWords.measureTrailing {
        let count = list.length(in: passage.text, before: end, floor: start)
        if count > 0 {
          end -= count
          changed = true
        }
      }
    }
    changed = true
    while changed, start < end {
      changed = false
      if let time = Times(text: passage.text).end(after: start, limit: end) {
        start = time
        changed = true
      }
      for list in FigureWords.measureLeading {
        let count = list.length(in: passage.text, at: start, limit: end)
        if count > 0, start + count < end, !FigureWords.nominalTails.contains(passage.text[start + count]) {
          start += count
          changed = true
        }
      }
      if start < end, FigureWords.measureOpeners.contains(passage.text[start]) {
        start += 1
        changed = true
      }
    }
    return start..<end
  }
}
