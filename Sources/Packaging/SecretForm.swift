import Plan

/// The forms of Chinese telephone and identity numbers and of e-mail addresses, in folded text.
enum SecretForm {
  /// FULL BLOCK: what stands where a secret stood.
  static let cover: Unicode.Scalar = "\u{2588}"

  /// The longest secret by form that begins at a place: its end and rule.
  static func longest(in text: [Unicode.Scalar], at start: Int) -> (Int, Redacted.Rule)? {
    var ends: [(Int, Redacted.Rule)] = []
    if let end = email(in: text, at: start) { ends.append((end, .email)) }
    if isDigit(text[start]) || text[start] == "+" || text[start] == "(", start == 0 || !isDigit(text[start - 1]) {
      if let end = identityNumber(in: text, at: start) { ends.append((end, .identityNumber)) }
      let phones = [international, mobile, areaCode, service].compactMap { $0(text, start) }
      if let end = phones.max() { ends.append((end, .phone)) }
    }
    return ends.max { $0.0 < $1.0 }
  }

  // MARK: Numbers

  /// Digits from a place on and where they end; between them at most two blanks or dashes, as the grouping allows.
  private static func digits(
    in text: [Unicode.Scalar], at start: Int, count: Int, groups: [[Int]]
  ) -> (digits: [UInt32], end: Int)? {
    var (found, breaks, at): ([UInt32], [Int], Int) = ([], [], start)
    while found.count < count {
      var gap = 0
      while !found.isEmpty, at < text.count, gap < 2, isBlank(text[at]) || isDash(text[at]) {
        at += 1
        gap += 1
      }
      guard at < text.count, isDigit(text[at]) else { return nil }
      if gap > 0 { breaks.append(found.count) }
      found.append(text[at].value - 48)
      at += 1
    }
    let isApart = breaks == Array(1..<max(count, 2))
    guard breaks.isEmpty || isApart || groups.contains(breaks), at == text.count || !isDigit(text[at]) else {
      return nil
    }
    return (found, at)
  }

  private static let mobileGroups = [[3], [7], [3, 7], [3, 6], [4, 7]]

  /// 1 and ten digits more, the second 3 to 9; a 0 before it is dialled from elsewhere.
  private static func mobile(_ text: [Unicode.Scalar], _ start: Int) -> Int? {
    let first = text[start] == "0" ? start + 1 : start
    guard first < text.count, let (found, end) = digits(in: text, at: first, count: 11, groups: mobileGroups),
      found.first == 1, found[1] >= 3
    else { return nil }
    return end
  }

  /// 010, 02x with eight digits, 03xx to 09xx with seven or eight; brackets about the area code, an extension behind.
  private static func areaCode(_ text: [Unicode.Scalar], _ start: Int) -> Int? {
    let first = text[start] == "(" ? start + 1 : start
    guard first < text.count, text[first] == "0" else { return nil }
    return subscriber(text, first + 1)
  }

  /// An area code without its 0, and the number.
  private static func subscriber(_ text: [Unicode.Scalar], _ start: Int) -> Int? {
    guard start + 3 < text.count, isDigit(text[start]), text[start] != "0" else { return nil }
    let length = text[start] == "1" || text[start] == "2" ? 2 : 3
    guard start + length < text.count, text[start..<start + length].allSatisfy(isDigit) else { return nil }
    var at = start + length
    while at < text.count, at < start + length + 3, isBlank(text[at]) || isDash(text[at]) || text[at] == ")" { at += 1 }
    for count in [8, 7] {
      guard let (_, end) = digits(in: text, at: at, count: count, groups: [[count - 4]]) else { continue }
      return extended(text, end)
    }
    return nil
  }

  /// Behind a number: a dash and up to six digits.
  private static func extended(_ text: [Unicode.Scalar], _ end: Int) -> Int {
    guard end + 1 < text.count, isDash(text[end]), isDigit(text[end + 1]) else { return end }
    let length = text[(end + 1)...].prefix { isDigit($0) }.count
    return length <= 6 ? end + 1 + length : end
  }

  /// +86 or 0086 before a mobile or landline number; 86 alone before a mobile one.
  private static func international(_ text: [Unicode.Scalar], _ start: Int) -> Int? {
    let prefixes = ["+86", "(+86)", "0086", "86"]
    for prefix in prefixes.map({ Array($0.unicodeScalars) }) where text[start...].starts(with: prefix) {
      var at = start + prefix.count
      while at < text.count, at < start + prefix.count + 2, isBlank(text[at]) || isDash(text[at]) { at += 1 }
      guard at < text.count else { continue }
      if let end = mobile(text, at) { return end }
      if prefix.count > 2, let end = areaCode(text, at) ?? subscriber(text, at) { return end }
    }
    return nil
  }

  /// 400 and 800 numbers of ten digits.
  private static func service(_ text: [Unicode.Scalar], _ start: Int) -> Int? {
    let groups = [[3], [3, 6], [3, 7], [4, 7], [6]]
    guard let (found, end) = digits(in: text, at: start, count: 10, groups: groups),
      [4, 8].contains(found[0]), found[1] == 0, found[2] == 0
    else { return nil }
    return end
  }

  /// Seventeen digits with a date of birth in their middle, and a digit or X (GB 11643).
  private static func identityNumber(in text: [Unicode.Scalar], at start: Int) -> Int? {
    var (found, at): ([UInt32], Int) = ([], start)
    while found.count < 17 {
      if !found.isEmpty, at < text.count, isBlank(text[at]) || isDash(text[at]) { at += 1 }
      guard at < text.count, isDigit(text[at]) else { return nil }
      found.append(text[at].value - 48)
      at += 1
    }
    if at < text.count, isBlank(text[at]) || isDash(text[at]) { at += 1 }
    guard at < text.count, isDigit(text[at]) || text[at] == "x", at + 1 == text.count || !isDigit(text[at + 1])
    else { return nil }
    let (year, month, day) = (
      found[6...9].reduce(0) { $0 * 10 + $1 }, found[10] * 10 + found[11], found[12] * 10 + found[13]
    )
    let isBirthday = (1800...2199).contains(year) && (1...12).contains(month) && (1...31).contains(day)
    return found[0] > 0 && isBirthday ? at + 1 : nil
  }

  // MARK: Addresses

  /// `local@domain`, the domain with a point; `start` is where the local part begins.
  private static func email(in text: [Unicode.Scalar], at start: Int) -> Int? {
    guard isLocal(text[start]), start == 0 || !isLocal(text[start - 1]) else { return nil }
    let sign = text[start...].firstIndex { !isLocal($0) } ?? text.count
    guard sign < text.count, text[sign] == "@" else { return nil }
    var end = text[(sign + 1)...].firstIndex { !isDomain($0) } ?? text.count
    while end > sign + 1, text[end - 1] == "." || text[end - 1] == "-" { end -= 1 }
    guard text[(sign + 1)..<end].dropFirst().contains(".") else { return nil }
    return end
  }

  private static func isLocal(_ scalar: Unicode.Scalar) -> Bool {
    isDomain(scalar) || "_%+'".unicodeScalars.contains(scalar)
  }

  private static func isDomain(_ scalar: Unicode.Scalar) -> Bool {
    isLetter(scalar) || ".-".unicodeScalars.contains(scalar)
  }

  // MARK: Scalars

  /// Half-width, lower case, one kind of dash and blank; one scalar for one.
  static func folded(_ scalar: Unicode.Scalar) -> Unicode.Scalar {
    var value = scalar.value
    if (0xFF01...0xFF5E).contains(value) { value -= 0xFEE0 }
    switch value {
    case 0x41...0x5A: value += 0x20
    case 0xA0, 0x2000...0x200A, 0x202F, 0x205F, 0x3000: value = 0x20
    case 0x2010...0x2015, 0x2212, 0xFE58, 0xFE63: value = 0x2D
    case 0x3001, 0xFF64: value = 0x2C
    default: break
    }
    return Unicode.Scalar(value) ?? scalar
  }

  static func isDigit(_ scalar: Unicode.Scalar) -> Bool { (48...57).contains(scalar.value) }
  static func isLetter(_ scalar: Unicode.Scalar) -> Bool { isDigit(scalar) || (97...122).contains(scalar.value) }
  static func isBlank(_ scalar: Unicode.Scalar) -> Bool { scalar == " " }
  static func isDash(_ scalar: Unicode.Scalar) -> Bool { scalar == "-" || scalar == "~" }
  static func isSeparator(_ scalar: Unicode.Scalar) -> Bool { ",;/|\t".unicodeScalars.contains(scalar) }
  static func isLineEnd(_ scalar: Unicode.Scalar) -> Bool { scalar == "\n" || scalar == "\r" }

  /// What can part a word without being seen as part of it: line ends and scalars of no width.
  static func isBreak(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x0A, 0x0D, 0xAD, 0x200B...0x200F, 0x2028, 0x2029, 0x2060, 0xFEFF: true
    default: false
    }
  }

  /// Whether a word that begins with this scalar can begin here: no number or word of letters stands right before it.
  static func begins(_ first: Unicode.Scalar, in text: [Unicode.Scalar], at: Int) -> Bool {
    at == 0 || !isLetter(first) || !(isDigit(first) ? isDigit : isLetter)(text[at - 1])
  }

  /// Whether a word that ends with this scalar can end before this place.
  static func ends(_ last: Unicode.Scalar, in text: [Unicode.Scalar], at: Int) -> Bool {
    at == text.count || !isLetter(last) || !(isDigit(last) ? isDigit : isLetter)(text[at])
  }
}
