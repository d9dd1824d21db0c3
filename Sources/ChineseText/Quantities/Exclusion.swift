/// Tells numbers that only look like figures: names, slogans, pointers, lapses of time, terms of a subsidy.
struct Exclusion: Sendable {
  let passage: Passage

  /// Why a number is no figure, nil where it is one.
  func reason(_ figure: Figure) -> FigureRule? {
    if figure.isRank { return nil }
    return name(figure) ?? (isLapse(figure) ? .lapse : nil) ?? word(figure) ?? pointer(figure) ?? small(figure)
      ?? terms(figure)
  }

  /// A part of a name: a slogan in quotation marks, a title, a document's number.
  private func name(_ figure: Figure) -> FigureRule? {
    if passage.isNamed(figure.numberStart) { return .quotation }
    if figure.numeral.isChinese, FixedNames.begins(in: passage.text, at: figure.numberStart) { return .lexicon }
    guard let before = passage.at(figure.range.lowerBound - 1) else { return nil }
    if before == "第" || before == "、" && listsOrdinals(figure.range.lowerBound - 1) { return .ordinal }
    // 〔2021〕5号
    if before == "〕" { return .code }
    return Scalar.isLetter(before) && figure.kind != .ratio ? .code : nil
  }

  /// 第4、6、10项: 第 holds for the whole list of bare numbers.
  private func listsOrdinals(_ index: Int) -> Bool {
    var place = index
    while place > max(0, index - 24), let scalar = passage.at(place),
      scalar == "、" || Scalar.isDigit(scalar) || Scalar.chineseDigit(scalar) != nil || Scalar.smallPower(scalar) != nil
    {
      place -= 1
    }
    return passage.at(place) == "第"
  }

  /// Whether the number is a lapse of time and not what is aimed at.
  private func isLapse(_ figure: Figure) -> Bool {
    figure.kind == .time && !isTimeAim(figure, passage.clauseStart(figure.range.lowerBound))
  }

  /// A numeral that is only a part of a word: 百姓, 一番, 一成不变.
  private func word(_ figure: Figure) -> FigureRule? {
    let floor = passage.clauseStart(figure.range.lowerBound)
    if figure.numeral.isBare, !figure.hasComparator, figure.kind != .ratio { return .word }
    if figure.noun == "番", !isTurn(figure, floor) { return .word }
    if figure.numeral.isChinese, figure.noun == "%", passage.at(figure.numberStart) == "一", !isShare(figure, floor) {
      return .word
    }
    return nil
  }

  /// A number that points at things: 以下三项, 前5年.
  private func pointer(_ figure: Figure) -> FigureRule? {
    let start = figure.range.lowerBound
    let floor = passage.clauseStart(start)
    guard FigureWords.pointing.length(in: passage.text, before: start, floor: floor) > 0 else { return nil }
    return isPointerInsideWord(start, floor) || isListOfBuilt(figure, floor) ? nil : .pointer
  }

  /// 推进甲校、乙校等6所学校建设, 甲校等6所学校建成投用: how many are built, the first of them named.
  private func isListOfBuilt(_ figure: Figure, _ floor: Int) -> Bool {
    let (text, start) = (passage.text, figure.range.lowerBound)
    guard passage.at(start - 1) == "等", figure.kind == .count,
      passage.at(figure.end).map({ Scalar.isHan($0) && !Scalar.isChineseNumeral($0) }) ?? false
    else { return false }
    var end = passage.clauseEnd(max(figure.end - 1, 0))
    if end > figure.end, Scalar.partsClauses(text[end - 1]) { end -= 1 }
    guard figure.end < end, end - figure.end <= 24 else { return false }
    if FigureWords.builtTails.length(in: text, before: end, floor: figure.end) > 0 { return true }
    return FigureWords.advancing.first(in: text, floor..<start) != nil
      && FigureWords.buildingTails.length(in: text, before: end, floor: figure.end + 1) > 0
  }

  /// A number that groups or numbers things: 分为三类, 六期工程, 十四次全会, 三省.
  private func small(_ figure: Figure) -> FigureRule? {
    let floor = passage.clauseStart(figure.range.lowerBound)
    if figure.numeral.isSmall, figure.kind == .count, !isSmallCount(figure, floor) { return .grouping }
    if figure.numeral.isChinese, figure.kind == .measure, isPlaceName(figure, floor) { return .place }
    // 80万页 and 20万字 are amounts; 80页 more often tells a place in a book.
    if FigureWords.looseCounters.contains(figure.noun), figure.scale.isEmpty,
      figure.numeral.isChinese || !figure.hasComparator,
      figure.noun != "分" || figure.numeral.isChinese, !isHeld(figure, floor)
    {
      return .grouping
    }
    // 十四次全会: an ordinal without 第.
    if figure.noun == "次", figure.numeral.isChinese, !figure.hasComparator, !isSmallCount(figure, floor) {
      return .ordinal
    }
    if figure.noun.isEmpty, figure.numeral.isChinese, !figure.hasComparator { return .number }
    let sets = FigureWords.constantSets.length(in: passage.text, at: figure.end, limit: passage.text.count)
    return sets > 0 ? .grouping : nil
  }

  /// A number that describes a plant, or says for whom a subsidy is how high.
  private func terms(_ figure: Figure) -> FigureRule? {
    if isCapacity(figure, passage.clauseStart(figure.range.lowerBound)) { return .capacity }
    return isSubsidy(figure) ? .subsidy : nil
  }

  /// 三里河, 四方区, 十八里铺: a few of a measure before another word are a name, but where a verb takes them.
  private func isPlaceName(_ figure: Figure, _ floor: Int) -> Bool {
    guard figure.noun == "里" || figure.numeral.isSmall, figure.low.digits < 100,
      figure.unit.unicodeScalars.count == 1, !figure.hasComparator, !figure.isRange,
      passage.at(figure.end).map(Scalar.isHan) ?? false
    else { return false }
    let (text, start) = (passage.text, figure.range.lowerBound)
    return FigureWords.reaching.length(in: text, before: start, floor: floor) == 0
      && FigureWords.changing.length(in: text, before: start, floor: floor) == 0
      && FigureWords.doing.length(in: text, before: start, floor: floor) == 0
  }

  /// 举办培训班6期: what is done so many times, where 地铁6期工程 is a name.
  private func isHeld(_ figure: Figure, _ floor: Int) -> Bool {
    let start = figure.range.lowerBound
    guard FigureWords.heldCounters.contains(figure.noun), !figure.numeral.isChinese,
      Scalar.endsPhraseOrRemark(before: passage.at(figure.end)),
      passage.at(start - 1).map({ Scalar.isHan($0) }) ?? false
    else { return false }
    return FigureWords.doing.first(in: passage.text, floor..<start) != nil
  }

  /// 年产10万台汽车项目, 30万吨原油码头: the number describes a plant or a berth.
  private func isCapacity(_ figure: Figure, _ floor: Int) -> Bool {
    let text = passage.text
    if figure.noun == "吨", !figure.hasComparator, passage.at(figure.end) != "级",
      let berth = FigureWords.berths.first(in: text, figure.end..<min(text.count, figure.end + 6)),
      !text[figure.end..<berth.lowerBound].contains(where: { Scalar.partsClauses($0) || $0 == "、" || $0 == "的" }),
      passage.at(berth.upperBound).map({ !Scalar.isHan($0) || Scalar.isChineseNumeral($0) }) ?? true
    {
      return true
    }
    guard FigureWords.capacities.length(in: text, before: figure.range.lowerBound, floor: floor) > 0 else {
      return false
    }
    let end = min(passage.clauseEnd(max(figure.end - 1, 0)), figure.end + 24)
    return figure.end < end && FigureWords.plants.first(in: text, figure.end..<end) != nil
  }

  /// 等3个 counts a list, 平等 is a word; 近, 同, 上 and 下 count only as words of their own.
  private func isPointerInsideWord(_ index: Int, _ floor: Int) -> Bool {
    guard let word = passage.at(index - 1), let before = passage.at(index - 2), index - 2 >= floor else { return false }
    switch word {
    case "等":
      if FigureWords.making.first(in: passage.text, floor..<index) != nil { return true }
      return before == "平" || before == "高" || before == "中" || before == "初"
    case "同": return true
    case "上": return before != "以"
    case "下": return before != "以" && before != "如"
    case "此": return before == "因" || before == "由"
    case "近": return true
    case "各": return false
    case "首", "头": return Scalar.isHan(before)
    case "后": return before == "今" || before == "先" || before == "前" || before == "士"
    case "前": return before == "目" || before == "年" || before == "提"
    case "该", "那", "这", "某", "哪", "每", "第": return word == "该" && before == "应"
    default: return false
    }
  }

  /// A lapse is a figure where time itself is what is brought down or up: 审批时限压缩到3个工作日.
  private func isTimeAim(_ figure: Figure, _ floor: Int) -> Bool {
    let start = figure.range.lowerBound
    if figure.isWithin { return true }
    // 延长30年试点工作 says how long, not how much.
    let endsClause = Scalar.endsPhraseOrRemark(before: passage.at(figure.end))
    let goesOn = FigureWords.reaching.length(in: passage.text, at: figure.end, limit: passage.text.count) > 0
    guard endsClause || goesOn || figure.hasComparator else { return false }
    // 培训不少于8小时: a bound in front of it says how much is meant; of months and years, mostly how long a rule holds.
    if endsClause, figure.hasComparator, start < figure.numberStart, !FigureWords.longUnits.contains(figure.noun) {
      return true
    }
    // 争取三到五年 and no more is an aim; 争取三年，建成… says until when.
    let closes = passage.at(figure.end).map(Scalar.endsSentence) ?? true
    if closes, figure.low.digits < 1000, FigureWords.striving.length(in: passage.text, before: start, floor: floor) > 0
    {
      return true
    }
    // 审批时间2个工作日, which closes its clause.
    if endsClause, FigureWords.shortUnits.contains(figure.noun) || FigureWords.days.contains(figure.noun),
      FigureWords.handlingTimes.length(in: passage.text, before: figure.numberStart, floor: floor) > 0
    {
      return true
    }
    if FigureWords.timeAims.length(in: passage.text, before: start, floor: floor) > 0 {
      // 将于, 一年 and dates have no such verb before them; a four-digit year may.
      return !(figure.unit == "年" && figure.low.digits > 1000)
    }
    return false
  }

  /// 翻一番 is a figure where something turns and the clause ends there.
  private func isTurn(_ figure: Figure, _ floor: Int) -> Bool {
    guard Scalar.endsPhraseOrRemark(before: passage.at(figure.end)) else { return false }
    return figure.range.lowerBound - floor >= 2
  }

  /// 一成 and 一半 are also words; a verb or comparator before them makes them shares.
  private func isShare(_ figure: Figure, _ floor: Int) -> Bool {
    let start = figure.range.lowerBound
    if figure.hasComparator { return true }
    return FigureWords.reaching.length(in: passage.text, before: start, floor: floor) > 0
      || FigureWords.changing.length(in: passage.text, before: start, floor: floor) > 0
  }

  /// 三个园区 is a count after a verb of doing; 水电站一个 after its noun at a clause's end; else it groups.
  private func isSmallCount(_ figure: Figure, _ floor: Int) -> Bool {
    let start = figure.range.lowerBound
    if figure.isRange || figure.hasComparator && passage.at(figure.numberStart) != "一" { return true }
    let isOne = passage.at(figure.numberStart) == "一"
    let after = passage.at(figure.end)
    let endsClause = after.map { Scalar.partsClauses($0) && $0 != "：" && $0 != ":" || $0 == "、" } ?? true
    if endsClause {
      guard let before = passage.at(start - 1), start - 1 >= floor, Scalar.isHan(before) || before == "”" else {
        return false
      }
      if FigureWords.institutions.contains(figure.noun) { return false }
      if isOne, !FigureWords.countedByOne.contains(figure.noun) { return false }
      return !FigureWords.groupingBefore.contains(before)
    }
    let verb = FigureWords.doing.length(in: passage.text, before: start, floor: floor)
    return !isOne && verb > 0 && !FigureWords.nounlikeVerbs.isWord(start - verb..<start, of: passage.text)
      && !FigureWords.groupingUnits.contains(figure.noun)
  }

  /// 给予最高100万元奖补: the terms of a subsidy are no aim.
  private func isSubsidy(_ figure: Figure) -> Bool {
    guard figure.noun.last == "元" || figure.noun == ["人", "民", "币"] || figure.noun == "%" || figure.noun == "‰" else {
      return false
    }
    let start = figure.range.lowerBound
    let text = passage.text
    if let top = FigureWords.ceilings.last(in: text, max(passage.clauseStart(start), start - 6)..<start),
      start - top.upperBound <= 3
    {
      return true
    }
    let clause = passage.clauseStart(start)
    let length = FigureWords.subsidyTouching.length(in: text, before: start, floor: clause)
    if length > 0, FigureWords.subsidyRules.first(in: text, clause..<start) != nil { return true }
    if FigureWords.subsidyTouching.length(in: text, at: figure.end, limit: text.count) > 0 { return true }
    let sentence = passage.sentenceStart(start)
    let end = min(text.count, figure.end + 24)
    let window = max(sentence, start - 60)..<sentenceEnd(figure.end, end)
    let isShare = figure.kind == .ratio
    guard
      let gives = FigureWords.subsidyVerbs.first(in: text, window)
        ?? (isShare ? FigureWords.subsidyBases.first(in: text, window) : nil)
    else { return false }
    return FigureWords.subsidyNouns.first(in: text, gives.upperBound..<window.upperBound) != nil
  }

  private func sentenceEnd(_ index: Int, _ limit: Int) -> Int {
    var end = index
    while end < limit, !Scalar.endsSentence(passage.text[end]) { end += 1 }
    return end
  }
}
