/// The few colours of the reports, each as a dark ink and a light ground for it; HTML and XLSX have the same.
///
/// An ink has a contrast of 5.9 or more on its ground and on white (WCAG asks 4.5). A colour never stands without a word.
enum Tone: CaseIterable {
  case blue, green, red, violet, teal, brown, slate, plain

  /// RGB, for words and edges.
  var ink: UInt32 {
    switch self {
    case .blue: 0x134F96
    case .green: 0x17693A
    case .red: 0xA3261F
    case .violet: 0x5D3B96
    case .teal: 0x0A606C
    case .brown: 0x7A4A06
    case .slate: 0x46525E
    case .plain: 0x55606C
    }
  }

  /// RGB, for what stands behind the words.
  var ground: UInt32 {
    switch self {
    case .blue: 0xE8F0FA
    case .green: 0xE7F5EC
    case .red: 0xFDECEB
    case .violet: 0xF1ECFA
    case .teal: 0xE4F3F5
    case .brown: 0xFBF1DF
    case .slate: 0xEDF0F3
    case .plain: 0xF7F8F9
    }
  }

  /// `#134f96`.
  static func hex(_ color: UInt32) -> String {
    let digits = String(color, radix: 16)
    return "#" + String(repeating: "0", count: max(0, 6 - digits.utf8.count)) + digits
  }
}
