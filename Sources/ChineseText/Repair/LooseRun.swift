/// Single ASCII characters parted by blanks: the loose form of an anti-copy run.
///
/// Chance writes letters and several kinds of marks side by side; a formula (a + b = c), a row of grades, a spelt-out
/// word or a table's bars does not hold as many kinds. The signs of arithmetic count little, `=`, `<` and `>` speak
/// for a formula, and a bar counts nothing. Chance also changes from kind to kind in ever other ways, where a list
/// (1 a 2 b 3 c) repeats itself.
struct LooseRun {
  private let tokens: [Range<Int>]
  private let marks: Set<Unicode.Scalar>
  private let kinds: Int
  private let hasBothCases: Bool
  private let isFormula: Bool
  private let letters: Int
  /// How often a letter or digit is followed by one of another kind.
  private let turns: Int
  /// How many different kinds follow each other.
  private let steps: Int

  init(_ text: [Unicode.Scalar], _ tokens: [Range<Int>]) {
    self.tokens = tokens
    var marks: Set<Unicode.Scalar> = []
    var letters: Set<Unicode.Scalar> = []
    var kinds: Set<Int> = []
    var isFormula = false
    for token in tokens {
      for scalar in text[token] {
        if scalar.isASCIILetter {
          letters.insert(scalar)
          kinds.insert(scalar.value < 0x61 ? 0 : 1)
        } else if scalar.isASCIIDigit {
          kinds.insert(2)
        } else if scalar != "|" {
          marks.insert(scalar)
          kinds.insert(3)
        }
        if "=<>".unicodeScalars.contains(scalar) { isFormula = true }
      }
    }
    self.marks = marks
    self.kinds = kinds.count
    hasBothCases = kinds.isSuperset(of: [0, 1])
    self.letters = letters.count
    self.isFormula = isFormula
    let kindsInOrder = tokens.flatMap { text[$0].map(LooseRun.kind) }
    let pairs = zip(kindsInOrder, kindsInOrder.dropFirst())
    turns = pairs.count { $0 != $1 && $0 < 3 && $1 < 3 }
    steps = Set(pairs.map { $0 * 8 + $1 }).count
  }

  /// Upper case, lower case, digit, bar, sign of arithmetic or sentence, odd mark.
  private static func kind(_ scalar: Unicode.Scalar) -> Int {
    if scalar.isASCIILetter { return scalar.value < 0x61 ? 0 : 1 }
    if scalar.isASCIIDigit { return 2 }
    if scalar == "|" { return 3 }
    return plainMarks.contains(scalar) ? 4 : 5
  }

  /// Marks that reckon or end a sentence.
  private static let plainMarks = Set("+-*/=<>^().,%".unicodeScalars)

  /// Marks that neither reckon nor end a sentence.
  private var oddMarks: Int { marks.count { !LooseRun.plainMarks.contains($0) } }

  /// At least six tokens, mostly single characters, letters among them, and more kinds of marks than a formula has.
  var isRun: Bool {
    guard tokens.count >= 6, tokens.allSatisfy({ $0.count <= 2 }), letters >= 2 else { return false }
    if tokens.count >= 9, letters >= 5, hasBothCases, marks.count >= 3, oddMarks >= 1 { return true }
    if isFormula { return letters >= 6 && oddMarks >= 2 && kinds == 4 }
    return marks.count >= 3 && oddMarks >= 2 || tokens.count >= 8 && kinds == 4 && marks.count >= 2 && oddMarks >= 1
  }

  /// Enough of a run where the same text has certain ones: what is left out then is regular, or too short.
  var isLikely: Bool {
    guard tokens.count >= 5, tokens.count(where: { $0.count > 2 }) * 6 <= tokens.count, letters >= 1 else {
      return false
    }
    if isFormula, turns == 0 { return oddMarks >= 2 }
    if turns >= 3, steps >= 5, hasBothCases { return true }
    guard kinds >= 3, steps >= 4, hasBothCases || marks.count >= 2 else { return false }
    return !marks.isEmpty && turns + oddMarks >= 1
  }

  /// A few tokens with marks among them, such as a run leaves beside its certain part.
  var isLeftover: Bool {
    (1...5).contains(tokens.count) && tokens.allSatisfy { $0.count <= 2 } && !marks.isEmpty && marks != ["%"]
  }

  /// Something like a run, but too short or too plain.
  var isDoubtful: Bool {
    tokens.count >= 4 && tokens.allSatisfy { $0.count <= 2 } && oddMarks >= 2 && letters >= 2 && !isFormula
  }

  /// What blanks part, in order.
  static func tokens(_ text: [Unicode.Scalar], _ run: Range<Int>) -> [Range<Int>] {
    var out: [Range<Int>] = []
    var start: Int?
    for at in run {
      if text[at].isBlank {
        if let from = start { out.append(from..<at) }
        start = nil
      } else if start == nil {
        start = at
      }
    }
    if let from = start { out.append(from..<run.upperBound) }
    return out
  }
}
