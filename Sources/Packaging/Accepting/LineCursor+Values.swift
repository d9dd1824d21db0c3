import Plan

/// Strings of a form.
extension LineCursor {
  func isDecimal(_ token: Token) -> Bool {
    var at = token.start
    if at < token.end, bytes[at] == UInt8(ascii: "-") { at += 1 }
    let whole = at
    while at < token.end, isDigit(bytes[at]) { at += 1 }
    guard at > whole, bytes[whole] != UInt8(ascii: "0") || at == whole + 1 else { return false }
    guard at < token.end else { return true }
    guard bytes[at] == UInt8(ascii: "."), at + 1 < token.end else { return false }
    return (at + 1..<token.end).allSatisfy { isDigit(bytes[$0]) }
  }

  func isDate(_ token: Token) -> Bool {
    guard token.count == 10, bytes[token.start + 4] == UInt8(ascii: "-"), bytes[token.start + 7] == UInt8(ascii: "-"),
      let year = number(token.start, 4), let month = number(token.start + 5, 2), let day = number(token.start + 8, 2)
    else { return false }
    return CalendarDate(year: year, month: month, day: day) != nil
  }

  /// Whether the bounds that are there are those that a comparator asks for; decimals both.
  func holds(_ comparator: Token, low: Token, high: Token) -> Bool {
    let name = raw(comparator.start, comparator.end)
    switch (low.isPresent, high.isPresent) {
    case (true, true):
      if name.elementsEqual("between".utf8) {
        guard let low = decimal(low), let high = decimal(high) else { return false }
        return !(high < low)
      }
      return (name.elementsEqual("eq".utf8) || name.elementsEqual("approx".utf8)) && isEqual(low, high)
    case (true, false): return name.elementsEqual("ge".utf8) || name.elementsEqual("gt".utf8)
    case (false, true): return name.elementsEqual("le".utf8) || name.elementsEqual("lt".utf8)
    case (false, false): return false
    }
  }

  private func decimal(_ token: Token) -> DecimalString? {
    DecimalString(String(decoding: raw(token.start, token.end), as: UTF8.self))
  }

  private func number(_ start: Int, _ count: Int) -> Int? {
    var value = 0
    for at in start..<start + count {
      guard isDigit(bytes[at]) else { return nil }
      value = value * 10 + Int(bytes[at] - UInt8(ascii: "0"))
    }
    return value
  }

  private func isDigit(_ byte: UInt8) -> Bool { byte &- UInt8(ascii: "0") < 10 }
}
