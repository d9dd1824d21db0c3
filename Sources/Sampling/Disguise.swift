import ChineseText
import Vocabulary

/// Puts other words, names and figures into a text: same length, same lines, same marks, same kinds of characters.
///
/// What is kept are the vocabulary (`SampleWords`), numbers that count lists and parts, punctuation and blanks. Cities
/// become other cities, years move together, figures keep their form, and everything else becomes characters without a
/// meaning. What is repeated stays repeated.
public struct Disguise: Sendable {
  let words: SampleWords
  let key: SampleKey
  private(set) var fillers: Fillers
  /// What goes even where it looks like a word: the names of people.
  let names: [[Unicode.Scalar]]

  /// - Parameter names: of people whom the document names.
  public init(words: SampleWords, names: [String] = [], key: SampleKey = SampleKey()) {
    self.words = words
    self.key = key
    self.names = names.map { $0.unicodeScalars.filter { !$0.isBlank } }.filter { $0.count > 1 }
      .sorted { $0.count > $1.count }
    fillers = words.fillers
  }

  /// The same for a file whose encoding has not all characters.
  func within(_ isWritable: (Unicode.Scalar) -> Bool) -> Disguise {
    var disguise = self
    disguise.fillers = fillers.within(isWritable)
    return disguise
  }

  /// The text in other words, scalar for scalar.
  public func text(_ text: [Unicode.Scalar]) -> [Unicode.Scalar] {
    var work = DisguisedText(text, self)
    work.keepWords()
    work.openNames()
    work.keepListMarks()
    work.changeCities()
    work.changeDottedWords()
    work.changeNumbers()
    work.changeChineseNumerals()
    work.changeLetters()
    work.changeCharacters()
    return work.out
  }
}

/// A text while it is put into other words: what of it is settled, and what stands there then.
struct DisguisedText {
  let disguise: Disguise
  /// As it was, in simplified characters and ASCII forms: what words are looked up in.
  let plain: [Unicode.Scalar]
  let original: [Unicode.Scalar]
  /// The ideographs that only traditional text has.
  let traditional: Set<Unicode.Scalar>
  private let isTraditional: Bool
  var out: [Unicode.Scalar]
  var isSettled: [Bool]
  /// Where a name begins or ends, which no run of characters goes across.
  var edges: Set<Int> = []

  init(_ text: [Unicode.Scalar], _ disguise: Disguise) {
    self.disguise = disguise
    original = text
    out = text
    let distinct = Array(Set(text.filter(\.isHan)))
    let simple = Array(inSimplified(distinct.string).unicodeScalars)
    let changes = Dictionary(uniqueKeysWithValues: zip(distinct, simple).filter { $0 != $1 })
    traditional = Set(changes.keys)
    // A simplified text has some of these characters too, and is read as it is.
    let isTraditional = simplified(text) != nil
    self.isTraditional = isTraditional
    plain = text.map { scalar in
      if (0xFF01...0xFF5E).contains(scalar.value), scalar.isDigit || DisguisedText.isWideLetter(scalar) {
        return Unicode.Scalar(scalar.value - 0xFEE0) ?? scalar
      }
      return isTraditional ? changes[scalar] ?? scalar : scalar
    }
    isSettled = Array(repeating: false, count: text.count)
  }

  mutating func keep(_ range: Range<Int>) { for place in range { isSettled[place] = true } }

  mutating func set(_ place: Int, _ scalar: Unicode.Scalar) {
    out[place] = scalar
    isSettled[place] = true
  }

  static func isWideLetter(_ scalar: Unicode.Scalar) -> Bool {
    (0xFF21...0xFF3A).contains(scalar.value) || (0xFF41...0xFF5A).contains(scalar.value)
  }

  // MARK: What stays

  mutating func keepWords() {
    for (place, isWord) in disguise.words.covers(plain).enumerated() where isWord && !plain[place].isASCIIDigit {
      isSettled[place] = true
    }
  }

  /// Names are no words, whatever characters they are made of.
  mutating func openNames() {
    for name in disguise.names {
      guard let first = name.first else { continue }
      for start in original.indices where original[start] == first {
        guard let end = end(of: name, at: start) else { continue }
        for place in start..<end { isSettled[place] = false }
        edges.formUnion([start, end])
      }
    }
  }

  /// Where a name that begins here ends; a blank or two inside it do not count.
  private func end(of name: [Unicode.Scalar], at start: Int) -> Int? {
    var at = start
    for scalar in name {
      var blanks = 0
      while at < original.count, at > start, blanks < 2, original[at].isBlank {
        at += 1
        blanks += 1
      }
      guard at < original.count, original[at] == scalar else { return nil }
      at += 1
    }
    return at
  }

  /// 一、（二）3. ④ 五要 at the beginning of a line, a cell or a sentence.
  mutating func keepListMarks() {
    var mayBegin = true
    var end = 0
    for place in plain.indices where place >= end {
      let scalar = plain[place]
      if mayBegin || scalar == "（" || scalar == "(",
        let mark = enumerator(in: plain, at: place, before: plain.count)
      {
        keep(mark.range)
        end = mark.range.upperBound
        mayBegin = true
        continue
      }
      switch scalar {
      case _ where scalar.isLineEnd || scalar == "\t": mayBegin = true
      case _ where scalar.isBlank: break
      case "。", "；", ";", "：", ":", "！", "？", "|", "\"", "，", ",", "*", "#", "-", ">": mayBegin = true
      default: mayBegin = false
      }
    }
  }

  // MARK: What becomes another of its kind

  /// A city becomes another one of its rank, with a name of the same length; those by whose names adapters tell whose
  /// paper it is stay, and no other becomes one of them.
  mutating func changeCities() {
    let cities = Cities.standard
    var place = 0
    while place < plain.count {
      guard let mention = cities.mention(in: plain, at: place) else {
        place += 1
        continue
      }
      let city = mention.city
      guard !tells(city) else {
        place = mention.range.upperBound
        continue
      }
      let others = cities.all.filter {
        $0.level == city.level && $0.code != city.code
          && $0.name.unicodeScalars.count == city.name.unicodeScalars.count
          && $0.shortName.unicodeScalars.count == city.shortName.unicodeScalars.count
          && cities.cities(shortName: $0.shortName).count == 1
          && !zip($0.shortName.unicodeScalars, city.shortName.unicodeScalars).contains { $0 == $1 } && !tells($0)
      }
      var draws = disguise.key.draws(for: "city", city.code.unicodeScalars)
      if !others.isEmpty {
        let other = others[draws.next(below: others.count)]
        let name = mention.isFullName ? other.name : other.shortName
        for (at, scalar) in zip(mention.range, written(Array(name.unicodeScalars))) { set(at, scalar) }
      }
      place = mention.range.upperBound
    }
  }

  private func tells(_ city: City) -> Bool {
    disguise.words.covers(Array(city.shortName.unicodeScalars)).allSatisfy { $0 }
  }

  /// A dot inside a word is dirt that repair takes out: the word about it becomes another common word.
  mutating func changeDottedWords() {
    for dot in plain.indices where "·•・‧∙⋅･".unicodeScalars.contains(plain[dot]) {
      for (first, second) in [
        (dot - 1, dot + 1), (dot - 2, dot - 1), (dot + 1, dot + 2), (dot - 3, dot - 2), (dot + 2, dot + 3),
      ] {
        guard first >= 0, second < plain.count, !isSettled[first], !isSettled[second], !disguise.fillers.pairs.isEmpty,
          Lexicon.standard.contains(plain[first], plain[second])
        else { continue }
        var draws = disguise.key.draws(for: "pair", [plain[first], plain[second]])
        let pair = written(disguise.fillers.pairs[draws.next(below: disguise.fillers.pairs.count)])
        set(first, pair[0])
        set(second, pair[1])
      }
    }
  }

  /// Words of the vocabulary in the characters that the text is written in.
  private func written(_ word: [Unicode.Scalar]) -> [Unicode.Scalar] {
    isTraditional ? Fillers.traditionalForms(of: word) : word
  }

  // MARK: What becomes anything

  /// Each word of letters becomes letters of the same case and width.
  mutating func changeLetters() {
    var start = 0
    while start < plain.count {
      guard plain[start].isASCIILetter, !isSettled[start] else {
        start += 1
        continue
      }
      let end = plain[start...].indices.first { !plain[$0].isASCIILetter || isSettled[$0] } ?? plain.count
      var draws = disguise.key.draws(for: "letters", plain[start..<end])
      for place in start..<end {
        let base: UInt32 = plain[place].value < 0x61 ? 0x41 : 0x61
        let turned = base + (plain[place].value - base + 1 + UInt32(draws.next(below: 25))) % 26
        let width = original[place].value - plain[place].value
        set(place, Unicode.Scalar(turned + width) ?? "x")
      }
      start = end
    }
  }

  /// Each run of ideographs, and of letters of other scripts, becomes characters of the same kinds.
  mutating func changeCharacters() {
    var start = 0
    while start < out.count {
      guard isOpen(start) else {
        start += 1
        continue
      }
      var end = start + 1
      while end < out.count, isOpen(end), !edges.contains(end) { end += 1 }
      var draws = disguise.key.draws(for: "characters", original[start..<end])
      for place in start..<end { set(place, other(than: original[place], &draws)) }
      start = end
    }
  }

  private func isOpen(_ place: Int) -> Bool {
    !isSettled[place] && DisguisedText.isLetter(original[place])
  }

  private func other(than scalar: Unicode.Scalar, _ draws: inout Draws) -> Unicode.Scalar {
    let isCommon = (0x4E00...0x9FFF).contains(scalar.value)
    if isCommon {
      let choices = traditional.contains(scalar) ? disguise.fillers.traditional : disguise.fillers.plain
      if let filler = draws.pick(choices, but: scalar) { return filler }
    }
    return draws.pick(DisguisedText.kin(of: scalar), but: scalar) ?? "\u{25A1}"
  }

  /// The characters of the same category among the sixty-four that stand together with one.
  private static func kin(of scalar: Unicode.Scalar) -> [Unicode.Scalar] {
    let category = scalar.properties.generalCategory
    let first = scalar.value & ~0x3F
    return (first..<first + 64).compactMap(Unicode.Scalar.init)
      .filter { $0.properties.generalCategory == category && isLetter($0) }
  }

  /// What can be part of a word: letters of all scripts, radicals, digits that are not Chinese or ASCII, and what has no
  /// meaning of its own.
  static func isLetter(_ scalar: Unicode.Scalar) -> Bool {
    if (0x2E80...0x2FD5).contains(scalar.value) { return true }
    switch scalar.properties.generalCategory {
    case .lowercaseLetter, .uppercaseLetter, .titlecaseLetter, .modifierLetter, .otherLetter, .privateUse,
      .decimalNumber, .unassigned:
      return !scalar.isDigit
    default: return scalar.value == 0x3007
    }
  }
}
