/// The known word that a word was probably meant to be: the nearest one that differs in few characters.
public func nearMiss(of word: String, among known: [String]) -> String? {
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
