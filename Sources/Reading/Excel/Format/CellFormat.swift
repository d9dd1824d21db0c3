/// How a cell shows its value: the code of a number format, such as `#,##0.00"万元";[Red]-0`.
struct CellFormat {
  private let sections: [FormatSection]
  private let textSection: FormatSection?

  /// The format of a cell that has none.
  static let general = CellFormat("General")

  init(_ code: String) {
    var sections = FormatScanner.sections(of: code.isEmpty ? "General" : code)
    let isLastText = sections.last?.isOfText == true
    textSection = isLastText || sections.count == 4 ? sections.last : nil
    // With an only section `@` shows numbers too, as they are.
    if sections.count == 4 || (isLastText && sections.count > 1) { sections.removeLast() }
    self.sections = sections
  }

  /// Whether it shows numbers as dates or times.
  var isOfDates: Bool { sections.first?.isOfDates ?? false }

  /// The text that a cell shows for a number; empty where the format shows nothing.
  func shown(_ number: DecimalNumber, system: SerialDate.System = .from1900) -> String {
    guard let (section, showsSign) = section(for: number) else { return number.general }
    var value = number
    value.isNegative = false
    if section.isOfDates {
      guard !number.isNegative, let text = DateRendering(section: section, system: system).text(number.approximate)
      else { return number.general }
      return text
    }
    return (number.isNegative && showsSign ? "-" : "") + NumberRendering(section: section).text(value)
  }

  /// The text that a cell shows for a text.
  func shown(_ text: String) -> String {
    guard let section = textSection else { return text }
    return section.tokens.map { $0 == .text || $0 == .general ? text : $0.literalText }.joined()
  }

  /// The section for a number, and whether a minus is put in front; `nil` where no condition holds.
  private func section(for number: DecimalNumber) -> (FormatSection, showsSign: Bool)? {
    lazy var value = number.approximate
    for (index, section) in sections.enumerated() {
      if let condition = section.condition {
        if condition.holds(for: value) { return (section, !condition.isNegativeOnly) }
        continue
      }
      switch (index, sections.count) {
      case (0, 1), (2, _): return (section, true)
      case (0, 2) where value >= 0, (0, _) where value > 0: return (section, true)
      case (1, 2): return (section, sections[0].condition != nil)
      case (1, _) where value < 0: return (section, false)
      default: continue
      }
    }
    return nil
  }
}

extension DecimalNumber {
  /// The nearest binary number.
  var approximate: Double {
    Double("\(isNegative ? "-" : "")0.\(Self.text(digits))e\(point)") ?? 0
  }
}
