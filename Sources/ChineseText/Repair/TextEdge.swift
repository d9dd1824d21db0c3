/// Where a text ends and a run begins, when the run's first lead might as well be the text's last character.
///
/// A run whose lead was a blank leaves `blank trail` alone, so that in `(青岛) G9 A…` the bracket looks like a lead.
/// It is the text's where it makes sense of the text: it closes a bracket or a quotation, ends an English sentence,
/// follows a figure as its `%`, or completes a year, a day or a time. Another digit after a digit is the run's, as
/// ten leads are digits and one is a blank, but unsure.
struct TextEdge {
  private(set) var start: Int
  private(set) var isUnsure = false

  /// - Parameter lead: where the run begins, its first lead included.
  init(_ text: [Unicode.Scalar], line: Int, lead: Int) {
    start = lead
    if lead > line, text.indices.contains(lead), text[lead].isBlank {
      // The last bar of a table's row.
      let next = text[lead...].prefix(3).firstIndex { !$0.isBlank }
      if let next, text[next] == "|", TextEdge.count("|", text, line..<lead) > 0 { start = next + 1 }
      return
    }
    guard lead > line, text.indices.contains(lead), lead + 1 < text.count, text[lead + 1].isBlank
    else { return }
    let before = text[lead - 1]
    let isText: Bool
    switch text[lead] {
    case ")": isText = TextEdge.count("(", text, line..<lead) > TextEdge.count(")", text, line..<lead)
    case "\"", "'": isText = TextEdge.count(text[lead], text, line..<lead) % 2 == 1
    case "%": isText = before.isASCIIDigit
    case ".", "!":
      isText =
        before.isASCIILetter && TextEdge.endsSentence(text, line..<lead)
        || before.isHan && TextEdge.hasASCIIStops(text, line..<lead)
    case "0"..."9":
      guard before.isASCIIDigit else {
        let head = text[line..<max(line, lead - 1)].reversed().prefix { $0.isASCIIDigit }.reversed()
        isText =
          !head.isEmpty && "-./:,".unicodeScalars.contains(before)
          && !(before == "." && TextEdge.isYear(Array(head)[...]))
        break
      }
      var first = lead - 1
      while first > line, text[first - 1].isASCIIDigit { first -= 1 }
      let digits = lead - first + 1
      let mark: Unicode.Scalar = first > line ? text[first - 1] : " "
      if mark == ":" || "-/.".unicodeScalars.contains(mark) && TextEdge.isDay(text, line..<first - 1) {
        isText = digits == 2
      } else {
        isText = TextEdge.isYear(text[first...lead])
        isUnsure = !isText
      }
    default: isText = false
    }
    if isText { start = lead + 1 }
  }

  private static func isYear(_ digits: ArraySlice<Unicode.Scalar>) -> Bool {
    guard digits.count == 4, digits.allSatisfy(\.isASCIIDigit), let first = digits.first,
      let second = digits.dropFirst().first
    else { return false }
    return first == "1" && second == "9" || first == "2" && second == "0"
  }

  /// A year and a month stand before the mark: 2024-02.
  private static func isDay(_ text: [Unicode.Scalar], _ range: Range<Int>) -> Bool {
    let tail = text[range].reversed().prefix { $0.isASCIIDigit || "-/.".unicodeScalars.contains($0) }.reversed()
    let parts = Array(tail).split(omittingEmptySubsequences: false) { "-/.".unicodeScalars.contains($0) }
    guard parts.count == 2, let year = parts.first, let month = parts.last else { return false }
    return isYear(year) && (1...2).contains(month.count) && month.allSatisfy(\.isASCIIDigit)
  }

  private static func count(_ scalar: Unicode.Scalar, _ text: [Unicode.Scalar], _ range: Range<Int>) -> Int {
    text[range].count { $0 == scalar }
  }

  /// Chinese that is punctuated in ASCII: no 。 in the line, but a comma or semicolon behind a Chinese character.
  private static func hasASCIIStops(_ text: [Unicode.Scalar], _ range: Range<Int>) -> Bool {
    !text[range].contains("。")
      && range.dropFirst().contains { ",;".unicodeScalars.contains(text[$0]) && text[$0 - 1].isHan }
  }

  /// Several Latin words before a full stop.
  private static func endsSentence(_ text: [Unicode.Scalar], _ range: Range<Int>) -> Bool {
    let words = text[range].suffix(40).split { $0.isBlank }.suffix(3)
    return words.count == 3 && words.allSatisfy { $0.count { $0.isASCIILetter } > 1 }
  }
}
