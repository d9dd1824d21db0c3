/// Single ASCII characters parted by blanks: the loose form of an anti-copy run.
///
/// Chance writes letters and several kinds of marks side by side; a formula (a + b = c), a row of grades, a spelt-out
/// word or a table's bars does not hold as many kinds. The signs of arithmetic count little, `=`, `<` and `>` speak
/// for a formula, and a bar counts nothing.
struct LooseRun {
  private let tokens: [Range<Int>]
  private let marks: Set<Unicode.Scalar>
  private let kinds: Int
  private let hasBothCases: Bool
  private let isFormula: Bool
  private let letters: Int

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
  }

  /// Marks that neither reckon nor end a sentence.
  private var oddMarks: Int { marks.count { !"+-*/=<>^().,%".unicodeScalars.contains($0) } }

  /// At least six tokens, mostly single characters, letters among them, and more kinds of marks than a formula has.
  var isRun: Bool {
    guard tokens.count >= 6, tokens.allSatisfy({ $0.count <= 2 }), letters >= 2 else { return false }
    if tokens.count >= 9, letters >= 5, hasBothCases, marks.count >= 3, oddMarks >= 1 { return true }
    if isFormula { return letters >= 6 && oddMarks >= 2 && kinds == 4 }
    return marks.count >= 3 && oddMarks >= 2 || tokens.count >= 8 && kinds == 4 && marks.count >= 2 && oddMarks >= 1
  }

  /// Enough of a run where the same text has certain ones.
  var isLikely: Bool {
    tokens.count >= 6 && tokens.allSatisfy { $0.count <= 2 } && letters >= 2 && marks.count >= 2 && oddMarks >= 1
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
