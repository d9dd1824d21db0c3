import Foundation

/// Readable ids: paths of names, never hashes, each a legal XML NCName.
public enum Identity {
  /// `cn370200.市海洋发展局.2021.targetSheet`, then what tells documents of one kind and year apart.
  ///
  /// - Parameters:
  ///   - cutting: names to cut from the organisation's beginning, in this order: the province's, the city's without 市.
  ///   - last: `dYYYYMMDD` of a meeting, `n` and the document's own number, or the name that the user gave.
  public static func document(
    cityCode: String, organization: String, cutting: [[String]], year: Int, kind: Document.Kind, last: String?
  ) -> String {
    let head = ["cn" + cityCode, escaped(local(organization, cutting: cutting)), String(year), kind.rawValue]
    return (head + (last.map { [escaped($0)] } ?? [])).joined(separator: ".")
  }

  /// The organisation's name without the province and the city it begins with (威海市海洋发展局 → 市海洋发展局).
  public static func local(_ organization: String, cutting: [[String]]) -> String {
    var rest = organization.precomposedStringWithCompatibilityMapping.unicodeScalars[...]
    for names in cutting {
      let fitting = names.map { $0.precomposedStringWithCompatibilityMapping.unicodeScalars }
        .filter { $0.count < rest.count && rest.starts(with: $0) }
      if let longest = fitting.max(by: { $0.count < $1.count }) { rest = rest.dropFirst(longest.count) }
    }
    return String(String.UnicodeScalarView(rest))
  }

  /// NFKC; a scalar that a name in an id may not hold is written `_xHEX_`.
  public static func escaped(_ name: String) -> String {
    var out = ""
    for scalar in name.precomposedStringWithCompatibilityMapping.unicodeScalars {
      switch scalar.value {
      case 0x30...0x39, 0x41...0x5A, 0x61...0x7A, 0x2D, 0x3007, 0x4E00...0x9FA5:
        out.unicodeScalars.append(scalar)
      default:
        let hex = String(scalar.value, radix: 16, uppercase: true)
        out += "_x" + String(repeating: "0", count: max(0, 4 - hex.utf8.count)) + hex + "_"
      }
    }
    return out
  }

  /// `key-1` below a parent or document, `.m1` for a measure.
  public static func item(under owner: String, role: Item.Role, categoryCode: String?, ordinal: Int) -> String {
    if role == .measure { return "\(owner).m\(ordinal)" }
    return "\(owner).\(series(role: role, categoryCode: categoryCode))-\(ordinal)"
  }

  /// What ordinals are counted within, under one parent: the category's code, else the role.
  public static func series(role: Item.Role, categoryCode: String?) -> String {
    role == .measure ? "m" : role == .goal ? categoryCode ?? role.rawValue : role.rawValue
  }

  public static func indicator(of item: String, ordinal: Int) -> String { "\(item).i\(ordinal)" }

  /// Whether a document's last part would look like an item's (`key-1`, `m2`), so that two things shared one id.
  public static func readsAsItem(_ name: String) -> Bool {
    let digits = name.utf8.reversed().prefix { (48...57).contains($0) }.count
    let stem = name.utf8.dropLast(digits)
    guard digits > 0, let last = stem.last else { return false }
    if last != UInt8(ascii: "-") { return stem.elementsEqual("m".utf8) || stem.elementsEqual("i".utf8) }
    return stem.dropLast().allSatisfy { (97...122).contains($0) || (65...90).contains($0) }
  }

  /// Whether an id is an NCName of the alphabet above, so that it needs no quoting anywhere.
  static func isWellFormed(_ id: String) -> Bool {
    guard let first = id.unicodeScalars.first else { return false }
    let starts = first.value < 0x80 ? isLetter(first) || first == "_" : first.properties.isAlphabetic
    return starts
      && id.unicodeScalars.allSatisfy { scalar in
        switch scalar.value {
        case 0x30...0x39, 0x41...0x5A, 0x61...0x7A, 0x2D, 0x2E, 0x5F, 0x3007, 0x4E00...0x9FA5: true
        default: false
        }
      }
  }

  private static func isLetter(_ scalar: Unicode.Scalar) -> Bool {
    ("A"..."Z").contains(scalar) || ("a"..."z").contains(scalar)
  }
}

extension FieldReader {
  mutating func identifier() -> String { reference("id") }
}
