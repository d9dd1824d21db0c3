/// The numbers of an ordered list, as browsers show them.
struct HTMLList {
  private var next: Int
  private let step: Int
  private let type: String

  /// - Parameter count: how many items the list has.
  init?(_ node: HTMLTree.Node, count: Int) {
    guard node.tag == .ol, HTMLList.isNumbered(node) else { return nil }
    let isReversed = node.attributes["reversed"] != nil
    next = HTMLList.number(node.attributes["start"]) ?? (isReversed ? count : 1)
    step = isReversed ? -1 : 1
    type = node.attributes["type"] ?? "1"
  }

  /// What stands before the next item.
  mutating func number(of item: HTMLTree.Node) -> String? {
    guard HTMLList.isNumbered(item) else { return nil }
    if let value = HTMLList.number(item.attributes["value"]) { next = value }
    defer { next += step }
    let type = item.attributes["type"] ?? type
    return "\(HTMLList.written(next, type: type)). "
  }

  private static func isNumbered(_ node: HTMLTree.Node) -> Bool {
    let style = (node.attributes["style"] ?? "").lowercased().filter { $0 != " " }
    return !style.contains("list-style:none") && !style.contains("list-style-type:none")
  }

  /// A whole number of at most nine digits.
  private static func number(_ value: String?) -> Int? {
    guard let value, let number = Int(value.filter { $0 != " " }), abs(Double(number)) < 1e9 else { return nil }
    return number
  }

  private static func written(_ number: Int, type: String) -> String {
    switch type {
    case "a", "A": letters(number).map { type == "A" ? $0.uppercased() : $0 } ?? "\(number)"
    case "i", "I": roman(number).map { type == "I" ? $0.uppercased() : $0 } ?? "\(number)"
    default: "\(number)"
    }
  }

  private static func letters(_ number: Int) -> String? {
    guard number > 0 else { return nil }
    var text = ""
    var rest = number
    while rest > 0 {
      let letter = Unicode.Scalar(UInt8(0x61 + (rest - 1) % 26))
      text = String(Character(letter)) + text
      rest = (rest - 1) / 26
    }
    return text
  }

  private static func roman(_ number: Int) -> String? {
    guard (1..<4_000).contains(number) else { return nil }
    let signs = [
      (1000, "m"), (900, "cm"), (500, "d"), (400, "cd"), (100, "c"), (90, "xc"), (50, "l"), (40, "xl"), (10, "x"),
      (9, "ix"), (5, "v"), (4, "iv"), (1, "i"),
    ]
    var text = ""
    var rest = number
    for (value, sign) in signs {
      while rest >= value {
        text += sign
        rest -= value
      }
    }
    return text
  }
}
