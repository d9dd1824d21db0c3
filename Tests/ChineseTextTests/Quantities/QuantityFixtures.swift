import ChineseText

/// The figures of a line, as a plan of 2031 states them.
func read(_ line: String, role: Quantity.Role = .target, year: Int? = 2031) -> [Quantity] {
  quantities(in: Array(line.unicodeScalars), context: QuantityContext(defaultRole: role, year: year))
}

/// Quote, comparator, bounds and unit in one string: `约3,500亩 approx 3500..3500 亩`.
func values(_ line: String) -> [String] {
  read(line).map { "\($0.quote) \($0.comparator) \($0.low ?? "")..\($0.high ?? "") \($0.unit)" }
}

func subjects(_ line: String) -> [String] { read(line).map { $0.subject ?? "-" } }
