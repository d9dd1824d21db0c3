import Plan

/// What of people is to leave a text: numbers and addresses by their form, and whatever is known to be one.
///
/// Full-width forms, letter case, and blanks and dashes inside a number hide nothing. A secret that a line end parts is
/// found too.
struct Secrets {
  typealias Match = (range: Range<Int>, rule: Redacted.Rule)

  /// Known secrets by their first scalar, each once.
  private var words: [Unicode.Scalar: [[Unicode.Scalar]: Redacted.Rule]] = [:]

  init() {}

  /// The people of a bundle.
  init(contacts: some Sequence<JSONObject>) {
    for contact in contacts {
      for name in Secrets.names(contact["name"]?.string ?? "") { add(name, .name) }
      for phone in Secrets.numbers(contact["phone"]?.string ?? "") { add(phone, .phone) }
      add(Array((contact["email"]?.string ?? "").unicodeScalars), .email)
    }
  }

  /// Makes a secret of one place one everywhere; one of a single scalar, or of two digits, is none.
  mutating func add(_ word: [Unicode.Scalar], _ rule: Redacted.Rule) {
    let key = word.map(SecretForm.folded).filter { !SecretForm.isBlank($0) && !SecretForm.isBreak($0) }
    let plain = key.filter { !SecretForm.isDash($0) }
    // A number is its digits, however they are parted.
    let isNumber = !plain.isEmpty && plain.allSatisfy { SecretForm.isDigit($0) || "()+.x".unicodeScalars.contains($0) }
    let secret = isNumber ? plain.filter { SecretForm.isDigit($0) || $0 == "x" } : key
    guard let first = secret.first, secret.count >= (isNumber ? 3 : 2) else { return }
    if words[first]?[secret] == nil { words[first, default: [:]][secret] = rule }
  }

  /// What is to be covered, ascending and without overlap.
  func matches(in text: [Unicode.Scalar]) -> [Match] {
    let whole = matches(inLine: text.map(SecretForm.folded), places: Array(text.indices))
    let places = text.indices.filter { !SecretForm.isBreak(text[$0]) }
    let joined =
      places.count == text.count
      ? [] : matches(inLine: places.map { SecretForm.folded(text[$0]) }, places: places)
    var found: [Match] = []
    for match in (whole + joined).sorted(by: { $0.range.lowerBound < $1.range.lowerBound }) {
      if let last = found.last, match.range.lowerBound < last.range.upperBound {
        let end = max(last.range.upperBound, match.range.upperBound)
        found[found.count - 1].range = last.range.lowerBound..<end
      } else {
        found.append(match)
      }
    }
    return found
  }

  /// The text with every scalar of a secret covered but for line ends, and how many stretches of each rule there were.
  ///
  /// What is covered can leave a number alone that stood in a longer one: it is looked for again until nothing is found.
  func covering(_ text: [Unicode.Scalar]) -> (text: [Unicode.Scalar], counts: [Redacted.Rule: Int]) {
    var (text, counts) = (text, [Redacted.Rule: Int]())
    while true {
      let found = matches(in: text)
      if found.isEmpty { return (text, counts) }
      for (range, rule) in found {
        counts[rule, default: 0] += 1
        for place in range where !SecretForm.isLineEnd(text[place]) { text[place] = SecretForm.cover }
      }
    }
  }

  private func matches(inLine text: [Unicode.Scalar], places: [Int]) -> [Match] {
    var found: [Match] = []
    var at = 0
    while at < text.count {
      let form = SecretForm.longest(in: text, at: at)
      let word = (words[text[at]] ?? [:]).compactMap { secret, rule in
        end(of: secret, in: text, at: at).map { ($0, rule) }
      }
      .max { ($0.0, $1.1.rawValue) < ($1.0, $0.1.rawValue) }
      let best = [form, word].compactMap { $0 }.max { $0.0 < $1.0 }
      if let (end, rule) = best {
        found.append((places[at]..<places[end - 1] + 1, rule))
        at = end
      } else {
        at += 1
      }
    }
    return found
  }

  /// Where a known secret that begins here ends: its scalars, blanks between them, and no word or number that goes on.
  private func end(of secret: [Unicode.Scalar], in text: [Unicode.Scalar], at start: Int) -> Int? {
    guard let first = secret.first, let last = secret.last, SecretForm.begins(first, in: text, at: start)
    else { return nil }
    var at = start + 1
    for scalar in secret.dropFirst() {
      var gap = 0
      while at < text.count, text[at] != scalar, gap < 3,
        SecretForm.isBlank(text[at]) || SecretForm.isDigit(scalar) && (SecretForm.isDash(text[at]) || text[at] == ")")
      {
        at += 1
        gap += 1
      }
      guard at < text.count, text[at] == scalar else { return nil }
      at += 1
    }
    return SecretForm.ends(last, in: text, at: at) ? at : nil
  }

  // MARK: What a contact's cell holds

  /// A name as written, and each of several; what stands in brackets behind one is its holder's post.
  private static func names(_ cell: String) -> [[Unicode.Scalar]] {
    var parts: [[Unicode.Scalar]] = [[]]
    var depth = 0
    for scalar in cell.unicodeScalars.map(SecretForm.folded) {
      switch scalar {
      case "(": depth += 1
      case ")": depth = max(0, depth - 1)
      default: break
      }
      if depth > 0 || scalar == ")" { continue }
      if SecretForm.isBlank(scalar) || SecretForm.isLineEnd(scalar) || SecretForm.isSeparator(scalar) {
        parts.append([])
      } else {
        parts[parts.count - 1].append(scalar)
      }
    }
    return [Array(cell.unicodeScalars)] + parts
  }

  /// Telephone numbers as written, each of several, and each without its area code.
  private static func numbers(_ cell: String) -> [[Unicode.Scalar]] {
    let folded = cell.unicodeScalars.map(SecretForm.folded)
    var out = [Array(cell.unicodeScalars)]
    for part in folded.split(whereSeparator: { SecretForm.isSeparator($0) || SecretForm.isLineEnd($0) }) {
      out.append(Array(part))
      let runs = part.split { !SecretForm.isDigit($0) }.map { Array($0) }
      out += runs.filter { $0.count >= 5 }
      if let first = runs.first, runs.count > 1, first.count <= 4 { out.append(Array(runs.dropFirst().joined())) }
      if let first = runs.first, runs.count == 1, first.first == "0" {
        for area in 3...4 where (7...8).contains(first.count - area) { out.append(Array(first.dropFirst(area))) }
      }
    }
    return out
  }
}
