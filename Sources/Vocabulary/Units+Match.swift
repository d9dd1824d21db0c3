/// A unit found in a text: scale word, unit, and for a compound the unit under the slash.
public struct UnitMatch: Sendable, Equatable {
  /// How many scalars it takes up.
  public let length: Int
  /// The scale word before the unit; nil where there is none.
  public let scale: ScaleWord?
  /// The unit; nil where a scale word stands alone (`5万`).
  public let term: UnitTerm?
  /// The unit under the slash of a compound (`元/亩`: 亩).
  public let divisor: UnitTerm?
  /// The unit as records write it, scale included: `万元/亩`, `%`.
  public let symbol: String

  /// What the unit measures; a lone scale word counts.
  public var kind: UnitKind {
    divisor == nil ? term?.kind ?? .counter : .compound
  }

  /// The base unit and how many of it one of this unit is; nil for a compound and a lone scale word.
  public var base: (unit: String, factor: String)? {
    guard divisor == nil, let term else { return nil }
    return (term.base, shifted(term.factor, by: scale?.power ?? 0))
  }

  public static func == (left: UnitMatch, right: UnitMatch) -> Bool {
    left.length == right.length && left.scale == right.scale && left.term == right.term
      && left.divisor == right.divisor && left.symbol.utf8.elementsEqual(right.symbol.utf8)
  }
}

extension Units {
  /// The longest unit that stands at `start`: `亿元`, `万亩`, `个百分点`, `元/人`, or a scale word alone.
  ///
  /// Where two readings are equally long the one without a scale word wins: 千瓦 is not a thousand 瓦.
  public func match(in text: [Unicode.Scalar], at start: Int) -> UnitMatch? {
    var best = term(in: text, at: start).map { extended($0.length, nil, $0.term, in: text, from: start) }
    for (length, scale) in scaleTable.all(in: text, at: start) {
      let found =
        if let next = term(in: text, at: start + length), next.term.acceptsScale {
          extended(length + next.length, scale, next.term, in: text, from: start)
        } else {
          UnitMatch(length: length, scale: scale, term: nil, divisor: nil, symbol: scale.term)
        }
      if found.length > best?.length ?? 0 { best = found }
    }
    return best
  }

  /// The unit that is the whole of `text`: what a record's `unit` means.
  public func reading(of text: String) -> UnitMatch? {
    let scalars = Array(text.unicodeScalars)
    guard let found = match(in: scalars, at: 0), found.length == scalars.count else { return nil }
    return found
  }

  private func extended(
    _ length: Int, _ scale: ScaleWord?, _ term: UnitTerm, in text: [Unicode.Scalar], from start: Int
  ) -> UnitMatch {
    let symbol = (scale?.term ?? "") + term.symbol
    let slash = start + length
    if text.indices.contains(slash), text[slash] == "/" || text[slash] == "／",
      let under = self.term(in: text, at: slash + 1)
    {
      return UnitMatch(
        length: length + 1 + under.length, scale: scale, term: term, divisor: under.term,
        symbol: symbol + "/" + under.term.symbol)
    }
    return UnitMatch(length: length, scale: scale, term: term, divisor: nil, symbol: symbol)
  }
}

extension UnitTerm {
  /// Percentages, multiples and labels take no scale word: 百% and 万号 are no units.
  var acceptsScale: Bool {
    switch kind {
    case .percent, .points, .multiple, .rank, .label: false
    default: true
    }
  }
}

/// A decimal string times ten to a power that is not negative, without superfluous zeros.
func shifted(_ decimal: String, by power: Int) -> String {
  guard power > 0 else { return decimal }
  let parts = decimal.split(separator: ".", maxSplits: 1, omittingEmptySubsequences: false)
  let whole = parts.first.map(String.init) ?? ""
  var fraction = parts.count > 1 ? Array(parts[1].unicodeScalars) : []
  var digits = Array(whole.unicodeScalars)
  for _ in 0..<power { digits.append(fraction.isEmpty ? "0" : fraction.removeFirst()) }
  let significant = digits.drop { $0 == "0" }
  var result = String.UnicodeScalarView(significant.isEmpty ? ["0"] : significant)
  while fraction.last == "0" { fraction.removeLast() }
  if !fraction.isEmpty {
    result.append(".")
    result.append(contentsOf: fraction)
  }
  return String(result)
}
