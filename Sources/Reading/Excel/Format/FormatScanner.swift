/// Cuts the code of a number format into sections and their tokens.
struct FormatScanner {
  private let code: [Unicode.Scalar]
  private var position = 0
  private var section = FormatSection()
  private var sections: [FormatSection] = []

  /// The sections of a code, four at most. No program writes more than 255 characters; what follows 1,024 is ignored.
  static func sections(of code: String) -> [FormatSection] {
    var scanner = FormatScanner(code: Array(code.unicodeScalars.prefix(1_024)))
    return scanner.scan()
  }

  private init(code: [Unicode.Scalar]) {
    self.code = code
  }

  private mutating func scan() -> [FormatSection] {
    while let scalar = next() {
      switch scalar {
      case ";":
        sections.append(section)
        section = FormatSection()
        if sections.count == 4 { return sections }
      case "\"": literal(upTo: "\"")
      // The East Asian escape beside the general one.
      case "\\", "!": if let escaped = next() { add(String(Character(escaped))) }
      // A blank as wide as the next character; and one that fills the cell, which has no width here.
      case "_": if next() != nil { add(" ") }
      case "*": _ = next()
      case "[": bracket()
      case "0": section.tokens.append(.digit(.zero))
      case "#": section.tokens.append(.digit(.nothing))
      case "?": section.tokens.append(.digit(.blank))
      case ".": section.tokens.append(.point)
      case ",": section.tokens.append(.comma)
      case "%": section.tokens.append(.percent)
      case "/": section.tokens.append(.slash)
      case "@": section.tokens.append(.text)
      default: word(scalar)
      }
    }
    return sections + [section]
  }

  private mutating func next() -> Unicode.Scalar? {
    guard position < code.count else { return nil }
    defer { position += 1 }
    return code[position]
  }

  private mutating func add(_ text: String) {
    if case .literal(let known)? = section.tokens.last {
      section.tokens[section.tokens.count - 1] = .literal(known + text)
    } else {
      section.tokens.append(.literal(text))
    }
  }

  private mutating func literal(upTo end: Unicode.Scalar) {
    while let scalar = next(), scalar != end { add(String(Character(scalar))) }
  }

  /// A letter: a word of the code's own, a field of a date, or itself.
  private mutating func word(_ scalar: Unicode.Scalar) {
    position -= 1
    if takes("general") || takes("g/通用格式") || takes("g/標準") { return section.tokens.append(.general) }
    for (word, halves) in Self.dayHalves where takes(word) {
      return section.tokens.append(.dayHalf(halves.0, halves.1))
    }
    if takes("e+") { return section.tokens.append(.exponent(showsPlus: true)) }
    if takes("e-") { return section.tokens.append(.exponent(showsPlus: false)) }
    position += 1
    guard let lower = Self.lower(scalar), let field = Self.fields[lower] else {
      return add(String(Character(scalar)))
    }
    var count = 1
    while position < code.count, Self.lower(code[position]) == lower {
      count += 1
      position += 1
    }
    switch (lower, count) {
    // A single `a` is no field.
    case ("a", ..<3): add(String(repeating: Character(scalar), count: count))
    // In Chinese formats the year of the era is the year.
    case ("e", _): section.tokens.append(.field(.year, count: 4))
    default: section.tokens.append(.field(field, count: count))
    }
  }

  private static let fields: [Unicode.Scalar: FormatToken.Field] = [
    "y": .year, "e": .year, "m": .month, "d": .day, "a": .weekday, "h": .hour, "s": .second,
  ]

  private static let dayHalves: [(String, (String, String))] = [
    ("am/pm", ("AM", "PM")), ("a/p", ("A", "P")), ("上午/下午", ("上午", "下午")),
  ]

  private static func lower(_ scalar: Unicode.Scalar) -> Unicode.Scalar? {
    (0x41...0x5A).contains(scalar.value) ? Unicode.Scalar(scalar.value + 0x20) : scalar
  }

  /// Takes the word if it stands here, in letters of any case.
  private mutating func takes(_ word: String) -> Bool {
    var index = position
    for scalar in word.unicodeScalars {
      guard index < code.count, Self.lower(code[index]) == scalar else { return false }
      index += 1
    }
    position = index
    return true
  }

  /// `[Red]`, `[>100]`, `[h]`, `[DBNum1]`, `[$¥-804]`.
  private mutating func bracket() {
    var content: [Unicode.Scalar] = []
    while let scalar = next(), scalar != "]" { content.append(scalar) }
    let text = String(String.UnicodeScalarView(content)).lowercased()
    guard let first = content.first else { return }
    switch text {
    case "dbnum1": section.digits = .chinese
    case "dbnum2": section.digits = .formal
    case "dbnum3": section.digits = .fullWidth
    default:
      if first == "$" {
        currency(content.dropFirst())
      } else if "<>=".unicodeScalars.contains(first) {
        let sign = text.prefix { "<>=".contains($0) }
        guard let operand = Double(text.dropFirst(sign.count)) else { return }
        section.condition = .init(sign: String(sign), operand: operand)
      } else if let field = Self.fields[Self.lower(first) ?? first],
        "hms".unicodeScalars.contains(Self.lower(first) ?? first),
        content.allSatisfy({ Self.lower($0) == Self.lower(first) })
      {
        section.tokens.append(.elapsed(field == .month ? .minute : field, count: content.count))
      }
    }
  }

  /// A currency's sign and the language, or the system's long date and time, which the rest of the code is then not.
  private mutating func currency(_ content: ArraySlice<Unicode.Scalar>) {
    let dash = content.lastIndex(of: "-") ?? content.endIndex
    if dash > content.startIndex {
      add(String(String.UnicodeScalarView(content[..<dash])))
    }
    let language = String(String.UnicodeScalarView(content[dash...].dropFirst())).uppercased()
    switch language {
    case "F800", "X-SYSDATE": system("yyyy\"年\"m\"月\"d\"日\"")
    case "F400", "X-SYSTIME": system("h:mm:ss")
    default:
      if ["804", "404", "C04", "1004", "1404", "ZH-CN"].contains(where: { language.hasSuffix($0) }) {
        section.isChinese = true
      }
    }
  }

  private mutating func system(_ code: String) {
    section.tokens += Self.sections(of: code).first?.tokens ?? []
    while position < self.code.count, self.code[position] != ";" { position += 1 }
  }
}
