import Vocabulary

/// Why a profile can't be used: all that is wrong with it, in the order of the file.
public struct ProfileError: Error, Sendable, Equatable {
  public var problems: [ProfileProblem]
}

/// One thing that is wrong with a profile, and where: line and column from 1.
public struct ProfileProblem: Sendable, Equatable {
  /// The form that a value should have.
  public enum Form: String, Sendable, CaseIterable { case mapping, list, text, wholeNumber, identifier }

  /// The rule that is broken.
  public enum Rule: Sendable, Equatable {
    case yaml(YAMLError.Problem)
    case missing(key: String)
    /// No key of that name stands here; `near` is the known one that it may mean.
    case unknownKey(String, near: String?, known: [String])
    case unknownValue(String, near: String?, known: [String])
    case wrongForm(Form)
    case outOfRange(Int, least: Int, most: Int)
    /// A pattern that would fit everything.
    case boundless(String)
    /// The words stand further above too, where they may mean something else.
    case duplicate(String, firstLine: Int)
    /// A piece of evidence names none or several signs.
    case oneSign(known: [String])
  }

  public var line: Int
  public var column: Int
  public var rule: Rule
}

/// The known word that a word was probably meant to be: the nearest one that differs in few characters.
func nearMiss(of word: String, among known: [String]) -> String? {
  let word = Array(word.unicodeScalars)
  let ranked = known.map { (name: $0, distance: editDistance(word, Array($0.unicodeScalars))) }
    .filter { $0.distance <= max(1, min(word.count, $0.name.unicodeScalars.count) / 3) }
  return ranked.min { ($0.distance, $0.name) < ($1.distance, $1.name) }?.name
}

/// How many characters have to be put in, left out or changed; exchanged neighbours count once.
private func editDistance(_ a: [Unicode.Scalar], _ b: [Unicode.Scalar]) -> Int {
  guard a.count <= 64, b.count <= 64 else { return Int.max }
  var rows = [Array(0...b.count)]
  for i in a.indices {
    var row = [i + 1]
    for j in b.indices {
      var cost = min(rows[i][j] + (a[i] == b[j] ? 0 : 1), rows[i][j + 1] + 1, row[j] + 1)
      if i > 0, j > 0, a[i] == b[j - 1], a[i - 1] == b[j] { cost = min(cost, rows[i - 1][j - 1] + 1) }
      row.append(cost)
    }
    rows.append(row)
  }
  return rows[a.count][b.count]
}
