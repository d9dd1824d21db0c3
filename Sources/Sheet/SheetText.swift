/// Words as a cell holds them.
public enum SheetText {
  /// `_x0028_` in words is written `_x005F_x0028_`, or a program would read a bracket (ISO/IEC 29500-1, 22.9.2.19); the
  /// library sees to control characters itself, but for NUL and what no XML holds.
  public static func escaped(_ text: String) -> String {
    guard text.unicodeScalars.contains(where: { $0 == "_" || $0.value == 0 || $0.value & 0xFFFE == 0xFFFE }) else {
      return text
    }
    let scalars = Array(text.unicodeScalars)
    var out = String.UnicodeScalarView()
    for (at, scalar) in scalars.enumerated() {
      if scalar == "_", isEscape(scalars, at) { out.append(contentsOf: "_x005F".unicodeScalars) }
      switch scalar.value {
      case 0: out.append(contentsOf: "_x0000_".unicodeScalars)
      case 0xFFFE: out.append(contentsOf: "_xFFFE_".unicodeScalars)
      case 0xFFFF: out.append(contentsOf: "_xFFFF_".unicodeScalars)
      default: out.append(scalar)
      }
    }
    return String(out)
  }

  private static func isEscape(_ scalars: [Unicode.Scalar], _ at: Int) -> Bool {
    guard at + 6 < scalars.count, scalars[at + 1] == "x", scalars[at + 6] == "_" else { return false }
    return scalars[(at + 2)..<(at + 6)].allSatisfy(\.properties.isASCIIHexDigit)
  }
}
