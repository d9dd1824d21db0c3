import Foundation

/// Characters that a mirror page shows in their traditional form with their pinyin in brackets: 發(fā)展 for 发展.
///
/// Such a page annotates each character whose form differs, and does so throughout. A text is taken for one where that
/// occurs at least three times, and brackets with pinyin behind any other character (亳(bó)州) are few beside it. Then
/// the brackets go and the character gets its simplified form; those behind other characters stay, as doubts.
enum Annotation {
  struct Finding {
    /// The character, the brackets and what is in them.
    let range: Range<Int>
    /// The character that the page replaced.
    let simplified: Unicode.Scalar
  }

  static func findings(in text: [Unicode.Scalar]) -> (annotated: [Finding], doubts: [Range<Int>]) {
    var annotated: [Finding] = []
    var others: [Range<Int>] = []
    var forms = SimplifiedForms()
    var at = 0
    while at + 3 < text.count {
      guard text[at].isHan, let (range, isToned) = annotation(of: at, in: text) else {
        at += 1
        continue
      }
      if let simplified = forms.simplified(text[at], text.string(at + 2..<range.upperBound - 1)) {
        annotated.append(Finding(range: range, simplified: simplified))
      } else if isToned {
        others.append(range)
      }
      at = range.upperBound
    }
    guard annotated.count >= 3, others.count * 4 <= annotated.count else { return ([], []) }
    return (annotated, others)
  }

  /// The character at an offset with the syllable in brackets behind it.
  private static func annotation(
    of character: Int, in text: [Unicode.Scalar]
  ) -> (range: Range<Int>, isToned: Bool)? {
    let open = character + 1
    guard text[open] == "(" || text[open] == "（" else { return nil }
    let longest = min(text.count, open + 8)
    guard let close = (open + 1..<longest).first(where: { text[$0] == ")" || text[$0] == "）" }),
      let isToned = Pinyin.isToned(text[open + 1..<close])
    else { return nil }
    return (character..<close + 1, isToned)
  }
}

/// The simplified forms of traditional characters, each looked up once.
private struct SimplifiedForms {
  private var known: [Unicode.Scalar: Unicode.Scalar] = [:]

  /// Variants that the system's table leaves out.
  private static let variants: [Unicode.Scalar: Unicode.Scalar] = ["麪": "面", "嚐": "尝", "囌": "苏", "擡": "抬"]

  /// Characters that are simplified in one reading only: in this one they are what the original has.
  private static let kept: [Unicode.Scalar: String] = [
    "乾": "qián", "著": "zhù", "瞭": "liào", "徵": "zhǐ", "藉": "jí",
  ]

  /// The form that a page had before it replaced it; `nil` for a character that has no other.
  mutating func simplified(_ character: Unicode.Scalar, _ syllable: String) -> Unicode.Scalar? {
    let form = known[character] ?? look(up: character)
    known[character] = form
    guard form != character else { return nil }
    return SimplifiedForms.kept[character] == syllable ? character : form
  }

  private func look(up character: Unicode.Scalar) -> Unicode.Scalar {
    if let form = SimplifiedForms.variants[character] { return form }
    let transform = StringTransform("Traditional-Simplified")
    let form = String(Character(character)).applyingTransform(transform, reverse: false)?.unicodeScalars
    return form?.count == 1 ? form?.first ?? character : character
  }
}
