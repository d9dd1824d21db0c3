/// Gives the next ordinal that no id has had, by what stands before it in the id.
struct Numbering {
  /// Longer ones are nobody's count, and the next one need not fit an integer.
  private static let longest = 9

  private var highest: [String: Int] = [:]

  /// Notes an id whose ordinal is never given again.
  mutating func take(_ id: String) {
    let (stem, ordinal) = Numbering.split(id)
    highest[stem] = max(highest[stem] ?? 0, ordinal)
  }

  mutating func next(_ named: (Int) -> String) -> String {
    let (stem, _) = Numbering.split(named(0))
    let next = (highest[stem] ?? 0) + 1
    highest[stem] = next
    return named(next)
  }

  private static func split(_ id: String) -> (stem: String, ordinal: Int) {
    let digits = id.utf8.reversed().prefix { (48...57).contains($0) }.count
    let stem = String(decoding: id.utf8.dropLast(digits), as: UTF8.self)
    let ordinal = digits <= longest ? Int(String(decoding: id.utf8.suffix(digits), as: UTF8.self)) : nil
    return (stem, ordinal ?? 0)
  }
}
