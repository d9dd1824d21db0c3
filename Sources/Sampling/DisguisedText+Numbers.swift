import ChineseText

/// A number in ASCII digits: `1`, `3.5`, `12,000`.
private struct NumberToken {
  var range: Range<Int>
  var digits: [Unicode.Scalar]
  var isWhole: Bool
  var value: Double
}

extension DisguisedText {
  /// Each figure becomes another one of the same form; years move together; months, quarters and numbers of parts stay.
  mutating func changeNumbers() {
    var last: (token: NumberToken, digits: [Unicode.Scalar], new: Double)?
    var counted = 0
    var place = 0
    while place < plain.count {
      guard plain[place].isASCIIDigit else {
        place += 1
        continue
      }
      let token = number(at: place)
      place = token.range.upperBound
      keepUnit(behind: place)
      if isSettled[token.range.lowerBound] { continue }
      if token.isWhole, isRowNumber(token, after: counted) {
        counted = Int(token.value)
        keep(token.range)
      } else if token.isWhole, isOrdinal(token) {
        keep(token.range)
      } else if token.isWhole, let year = movedYear(token) {
        write(year, at: token.range)
        keepMonth(after: token.range.upperBound)
      } else if let day = movedDay(token) {
        write(day, at: token.range)
      } else {
        let before = last.flatMap { isRange(from: $0.token.range, to: token.range) ? $0 : nil }
        let new = changed(token, order: before.map { ($0.token.value - token.value, $0.new) })
        if let before, before.digits.count == new.digits.count,
          (before.token.value < token.value) != (before.new < new.value)
        {
          // Nothing is above 9: the two change places.
          write(new.digits, at: before.token.range)
          write(before.digits, at: token.range)
          last = (token, before.digits, before.new)
        } else {
          write(new.digits, at: token.range)
          last = (token, new.digits, new.value)
        }
      }
    }
  }

  private func number(at start: Int) -> NumberToken {
    var end = start
    var isWhole = true
    func digits(_ from: Int) -> Int { plain[from...].prefix { $0.isASCIIDigit }.count }
    end += digits(start)
    while end + 3 < plain.count, plain[end] == "," || plain[end] == "，", digits(end + 1) == 3,
      end - start <= 3 || !isWhole
    {
      end += 4
      isWhole = false
    }
    if end + 1 < plain.count, plain[end] == "." || plain[end] == "．", plain[end + 1].isASCIIDigit {
      end += 1 + digits(end + 1)
      isWhole = false
    }
    let written = plain[start..<end].filter { $0 != "," && $0 != "，" }.map { $0 == "．" ? "." : $0 }
    return NumberToken(
      range: start..<end, digits: plain[start..<end].filter(\.isASCIIDigit), isWhole: isWhole,
      value: Double(written.string) ?? 0)
  }

  private func scalar(_ place: Int) -> Unicode.Scalar? { plain.indices.contains(place) ? plain[place] : nil }

  /// The next scalar that is no blank, and where it stands.
  private func next(_ place: Int) -> (scalar: Unicode.Scalar, place: Int)? {
    var at = place
    while at < plain.count, plain[at].isBlank, plain[at] != "\t" { at += 1 }
    return at < plain.count ? (plain[at], at) : nil
  }

  /// The last scalar before a place that is no blank, and where it stands.
  private func previous(_ place: Int) -> (scalar: Unicode.Scalar, place: Int)? {
    var at = place - 1
    while at >= 0, plain[at].isBlank, plain[at] != "\t" { at -= 1 }
    return at >= 0 ? (plain[at], at) : nil
  }

  private func stands(_ words: [String], at place: Int) -> Bool { words.contains { plain.stands($0, at: place) } }

  // MARK: Numbers that stay

  /// A number that goes on from the last one, alone in its line or cell, or before a blank: it counts rows.
  private func isRowNumber(_ token: NumberToken, after last: Int) -> Bool {
    guard token.digits.count <= 3, let value = Int(exactly: token.value), value == 1 || (1...3).contains(value - last)
    else { return false }
    let start = token.range.lowerBound - 1
    var before = start
    while before >= 0, plain[before].isBlank, plain[before] != "\t" { before -= 1 }
    // 重点目标 1
    let isLabelled = before >= 0 && isSettled[before] && plain[before].isHan
    guard before < 0 || isEdge(plain[before]) || isLabelled else { return false }
    guard let behind = scalar(token.range.upperBound) else { return true }
    return isEdge(behind) || behind.isBlank && (start < 0 || isEdge(plain[start]) || plain[start].isBlank)
  }

  /// What stands between cells: line ends, tabs, bars, the marks of CSV.
  private func isEdge(_ scalar: Unicode.Scalar) -> Bool {
    scalar.isLineEnd || "\t|｜│┃║,\"，".unicodeScalars.contains(scalar)
  }

  /// 第3章, 2季度, 6月, 1—6月.
  private func isOrdinal(_ token: NumberToken) -> Bool {
    guard token.digits.count <= 3, let behind = next(token.range.upperBound) else { return false }
    if scalar(token.range.lowerBound - 1) == "第",
      stands(["章", "节", "条", "部分", "编", "款", "页", "项", "季度", "期"], at: behind.place)
    {
      return true
    }
    if token.value >= 1, token.value <= 4, stands(["季度", "个季度"], at: behind.place) { return true }
    guard token.digits.count <= 2, token.value >= 1, token.value <= 12 else { return false }
    if behind.scalar == "月" { return true }
    guard isDash(behind.scalar), behind.place + 1 < plain.count,
      plain[behind.place + 1].isASCIIDigit
    else { return false }
    let other = number(at: behind.place + 1)
    return other.isWhole && other.value <= 12 && next(other.range.upperBound)?.scalar == "月"
  }

  // MARK: Dates

  /// 2031年, 2031-2033, 2031.4, 〔2031〕 and 2031 alone in a cell.
  private func movedYear(_ token: NumberToken) -> [Unicode.Scalar]? {
    guard token.digits.count == 4, (1950...2069).contains(token.value) else { return nil }
    let before = scalar(token.range.lowerBound - 1)
    let behind = next(token.range.upperBound)
    let marks = "年〕）)]】-—–~～至到/.．－－／、".unicodeScalars
    let isAlone = behind.map { $0.scalar.isLineEnd || $0.scalar == "\t" } ?? true
    guard
      before == "〔" || before == "[" || !isAlone && behind.map({ marks.contains($0.scalar) }) ?? false
        || isAlone && isAfterYear(token.range.lowerBound)
    else { return nil }
    return Array(String(min(2099, max(1900, Int(token.value) + disguise.key.years))).unicodeScalars)
  }

  /// 年度：2031, 2031-2033: a word or a number that makes a year of one at the end of a cell.
  private func isAfterYear(_ start: Int) -> Bool {
    let before = plain[max(0, start - 6)..<start]
    guard !before.contains(where: isEdge) else { return false }
    return before.contains("年") || before.last.map { "-—–~～至到－/".unicodeScalars.contains($0) } ?? false
  }

  /// The month behind a year that no 年 stands behind, and its day: 2031-04-05.
  private mutating func keepMonth(after year: Int) {
    guard let mark = scalar(year), "-/.．／".unicodeScalars.contains(mark), scalar(year + 1)?.isASCIIDigit ?? false
    else { return }
    let digits = plain[(year + 1)...].prefix { $0.isASCIIDigit }
    guard digits.count <= 2, let month = Int(Array(digits).string), (1...12).contains(month) else { return }
    keep(digits.startIndex..<digits.endIndex)
    guard scalar(digits.endIndex) == mark, scalar(digits.endIndex + 1)?.isASCIIDigit ?? false else { return }
    let day = plain[(digits.endIndex + 1)...].prefix { $0.isASCIIDigit }
    guard day.count <= 2, let value = Int(Array(day).string), (1...31).contains(value) else { return }
    write(other(day: Array(day)), at: day.startIndex..<day.endIndex)
  }

  /// 5日 behind a month; in 5—7日 both stay, so that they are days of the month, one before the other.
  private func movedDay(_ token: NumberToken) -> [Unicode.Scalar]? {
    guard isDay(token), let behind = next(token.range.upperBound) else { return nil }
    if isDash(behind.scalar), let second = next(behind.place + 1), second.scalar.isASCIIDigit {
      let other = number(at: second.place)
      return isDay(other) && isMonth(before: token) && next(other.range.upperBound)?.scalar == "日" ? token.digits : nil
    }
    guard behind.scalar == "日" else { return nil }
    if isMonth(before: token) { return other(day: token.digits) }
    guard let dash = previous(token.range.lowerBound), isDash(dash.scalar),
      let first = previous(dash.place), first.scalar.isASCIIDigit
    else { return nil }
    let start = plain[...first.place].lastIndex { !$0.isASCIIDigit }.map { $0 + 1 } ?? 0
    let other = number(at: start)
    return isDay(other) && isMonth(before: other) ? token.digits : nil
  }

  private func isDay(_ token: NumberToken) -> Bool {
    token.isWhole && token.digits.count <= 2 && (1...31).contains(token.value)
  }

  private func isMonth(before token: NumberToken) -> Bool { previous(token.range.lowerBound)?.scalar == "月" }

  private func isDash(_ scalar: Unicode.Scalar) -> Bool { "-—–~～至到－".unicodeScalars.contains(scalar) }

  private func other(day: [Unicode.Scalar]) -> [Unicode.Scalar] {
    var draws = disguise.key.draws(for: "day", day)
    let value = Int(day.string) ?? 1
    let days = day.count == 1 || day.first == "0" ? Array(1...9) : Array(10...28)
    let others = days.filter { $0 != value }
    let text = String(others[draws.next(below: others.count)])
    return Array((text.utf8.count < day.count ? "0" + text : text).unicodeScalars)
  }

  // MARK: Figures

  /// 余 and 多, which say that a figure is more than its number, and a unit of letters: 640余万元, 2000P.
  mutating func keepUnit(behind number: Int) {
    if let more = next(number), "余多几".unicodeScalars.contains(more.scalar) { keep(more.place..<more.place + 1) }
    let letters = plain[number...].prefix { $0.isASCIILetter }
    if (1...3).contains(letters.count) { keep(letters.startIndex..<letters.endIndex) }
  }

  /// Whether two numbers are a range: 5—8, 5%至8%, 由5到8.
  private func isRange(from first: Range<Int>, to second: Range<Int>) -> Bool {
    let between = plain[first.upperBound..<second.lowerBound]
    return between.count <= 8 && between.contains(where: isDash)
      && !between.contains { $0.isLineEnd || $0 == "\t" || "，。；".unicodeScalars.contains($0) }
  }

  /// Other digits: none stays but a zero in front, and none becomes zero.
  ///
  /// - Parameter order: by how much the number before was greater, and what that became: the order stays.
  private func changed(_ token: NumberToken, order: (Double, Double)?) -> (digits: [Unicode.Scalar], value: Double) {
    var draws = disguise.key.draws(for: "number", plain[token.range])
    var best: (digits: [Unicode.Scalar], value: Double) = (token.digits, token.value)
    for _ in 0..<64 {
      var isLeading = true
      let digits = token.digits.enumerated().map { index, digit -> Unicode.Scalar in
        defer { if digit != "0" { isLeading = false } }
        if digit == "0", index == 0 || isLeading && !token.isWhole { return digit }
        // A mobile number begins with 1.
        if token.isWhole, token.digits.count == 11, index == 0, digit == "1" { return digit }
        let choices = Array("123456789".unicodeScalars)
        return draws.pick(
          token.isWhole && token.digits.count == 11 && index == 1 ? Array(choices.dropFirst(2)) : choices, but: digit)
          ?? digit
      }
      var rest = digits[...]
      let written = plain[token.range].compactMap { scalar -> Unicode.Scalar? in
        scalar.isASCIIDigit ? rest.popFirst() : scalar == "." || scalar == "．" ? "." : nil
      }
      let made = (digits: digits, value: Double(written.string) ?? 0)
      guard let (difference, other) = order else { return made }
      if (difference < 0) == (other < made.value), (difference > 0) == (other > made.value) { return made }
      if made.value != other { best = made }
    }
    return best
  }

  /// Writes digits over those of a number, in their width.
  private mutating func write(_ digits: [Unicode.Scalar], at range: Range<Int>) {
    var rest = digits[...]
    for place in range {
      if plain[place].isASCIIDigit, let digit = rest.popFirst() {
        set(place, Unicode.Scalar(digit.value + (original[place].value - plain[place].value)) ?? digit)
      } else {
        isSettled[place] = true
      }
    }
  }
}
