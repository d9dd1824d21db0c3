import ChineseText
import TestSupport
import Testing

/// Printing a number and reading it back is the identity, for every way of writing it, up to 10^16.
struct NumeralLawTests {
  typealias Form = @Sendable (Int) -> String?

  static let forms: [(name: String, print: Form)] = [
    ("plain", { String($0) }), ("with commas", { NumeralPrinter.grouped($0, by: ",") }),
    ("with blanks", { NumeralPrinter.grouped($0, by: " ") }),
    ("in 万", { $0 >= 1000 ? NumeralPrinter.scaled($0, power: 4, word: "万") : nil }),
    ("in 亿", { $0 >= 1_000_000 ? NumeralPrinter.scaled($0, power: 8, word: "亿") : nil }),
    ("in 万亿", { $0 >= 1_000_000_000 ? NumeralPrinter.scaled($0, power: 12, word: "万亿") : nil }),
    ("of parts", { $0 < 1_000_000_000_000 ? NumeralPrinter.mixed($0) : nil }),
    ("Chinese", { NumeralPrinter.chinese($0) }), ("Chinese with 两", { NumeralPrinter.chinese($0, two: "两") }),
    ("of a cheque", { $0 >= 10 ? NumeralPrinter.formal($0) : nil }),
  ]

  @Test(arguments: 0..<forms.count)
  func readingUndoesPrinting(form: Int) {
    let (name, print) = Self.forms[form]
    var generator = SeededGenerator(seed: UInt64(form) + 1)
    var numbers = Array(1...1200) + (0...16).map { power in (0..<power).reduce(1) { product, _ in product * 10 } }
    for _ in 0..<1500 { numbers.append(Self.number(&generator)) }
    for number in numbers {
      guard number > 0, number <= 10_000_000_000_000_000 else { continue }
      if name.hasPrefix("Chinese") || name.hasPrefix("of a"), number == 10_000_000_000_000_000 { continue }
      guard let printed = print(number), Self.value(of: printed) != number else { continue }
      Issue.record("\(number) \(name): \(printed) is read as \(Self.value(of: printed).map(String.init) ?? "nothing")")
      return
    }
  }

  /// Numbers of any length, with many zeros, as the gaps are what goes wrong.
  private static func number(_ generator: inout SeededGenerator) -> Int {
    var number = 0
    for _ in 0..<Int.random(in: 1...16, using: &generator) {
      let digit = Bool.random(using: &generator) ? 0 : Int.random(in: 1...9, using: &generator)
      number = number * 10 + digit
    }
    return number
  }

  /// The number that is read, its scale word multiplied out.
  private static func value(of printed: String) -> Int? {
    let found = read("总量达到\(printed)吨，")
    guard found.count == 1, let figure = found.first, figure.comparator == .eq, figure.quote == printed + "吨",
      let low = figure.low, figure.unit.hasSuffix("吨")
    else { return nil }
    let power = figure.unit.unicodeScalars.reduce(0) { $0 + ($1 == "万" ? 4 : $1 == "亿" ? 8 : 0) }
    let parts = low.split(separator: ".")
    let places = parts.count > 1 ? parts[1].count : 0
    guard places <= power, let digits = Int(parts.joined()) else { return nil }
    return (0..<power - places).reduce(digits) { product, _ in product * 10 }
  }
}
