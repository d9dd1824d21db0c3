/// What is wrong with an entry's path.
public enum PathFault: String, Sendable, CaseIterable {
  /// Nothing at all.
  case empty
  /// A byte outside `A-Z a-z 0-9 . _ - /`; that covers `\`, `:`, blanks and everything not ASCII.
  case character
  /// It begins with `/`.
  case absolute
  /// It ends with `/`, as folders do; an archive holds files only.
  case folder
  /// Two `/` in a row.
  case emptySegment
  /// A segment `.` or `..`.
  case dots
  /// A segment that Windows cannot keep: a device's name (`CON`, `nul.txt`, `COM1`) or a final dot.
  case reserved
}

/// The rules for a single path.
enum PathRules {
  /// The first rule that `path` breaks, if any.
  static func fault(_ path: [UInt8]) -> PathFault? {
    guard let last = path.last else { return .empty }
    guard path.allSatisfy(isAllowed) else { return .character }
    guard path.first != slash else { return .absolute }
    guard last != slash else { return .folder }
    for segment in path.split(separator: slash, omittingEmptySubsequences: false) {
      if segment.isEmpty { return .emptySegment }
      if segment.elementsEqual([dot]) || segment.elementsEqual([dot, dot]) { return .dots }
      if segment.last == dot || isDevice(segment) { return .reserved }
    }
    return nil
  }

  /// Number of segments.
  static func depth(_ path: [UInt8]) -> Int { 1 + path.count { $0 == slash } }

  /// `path` with `A-Z` as `a-z`: what file systems that ignore case take for the same.
  static func folded(_ path: some Sequence<UInt8>) -> [UInt8] {
    path.map { (UInt8(ascii: "A")...UInt8(ascii: "Z")).contains($0) ? $0 | 0x20 : $0 }
  }

  /// `path` fit to be shown: every byte outside printable ASCII, and `\`, as `\xHH`.
  static func shown(_ path: [UInt8]) -> String {
    var text = ""
    for byte in path {
      if (0x20..<0x7F).contains(byte), byte != UInt8(ascii: "\\") {
        text.unicodeScalars.append(Unicode.Scalar(byte))
      } else {
        let hex = String(byte, radix: 16, uppercase: true)
        text += "\\x" + (hex.utf8.count == 1 ? "0" : "") + hex
      }
    }
    return text
  }

  static let slash = UInt8(ascii: "/")
  private static let dot = UInt8(ascii: ".")

  private static func isAllowed(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
      UInt8(ascii: "0")...UInt8(ascii: "9"), dot, UInt8(ascii: "_"), UInt8(ascii: "-"), slash:
      true
    default: false
    }
  }

  /// Windows opens a device for these names, whatever follows the first dot.
  private static func isDevice(_ segment: ArraySlice<UInt8>) -> Bool {
    let stem = folded(segment.prefix { $0 != dot })
    switch stem.count {
    case 3: return ["con", "prn", "aux", "nul"].contains { $0.utf8.elementsEqual(stem) }
    case 4:
      let digit = (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(stem[3])
      return digit && ["com", "lpt"].contains { $0.utf8.elementsEqual(stem.prefix(3)) }
    default: return false
    }
  }
}
