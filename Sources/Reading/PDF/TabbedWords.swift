/// Words with their places, from the lines that `pdftotext -tsv` and `tesseract … tsv` print.
///
/// A line has twelve fields, parted by tabs: level, page, four numbers, left, top, width, height, confidence, text.
/// Level 1 is a page, level 4 a line, level 5 a word.
struct TabbedWords {
  private(set) var pages: [Page] = []
  /// Tenths of a point in one unit of the lengths.
  private let scale: Double
  /// Whether the words are recognised from pictures: then their boxes are as small as their characters, and words of
  /// Chinese begin anywhere.
  private let isRecognised: Bool
  /// What parts words that are recognised as one.
  private let barriers: [PageRule]
  private var line: Box?
  private var isLineOpen = false

  init(scale: Double) { (self.scale, isRecognised, barriers) = (scale, false, []) }

  /// For words that are recognised from a picture with lines drawn in it.
  init(scale: Double, recognisedBetween rules: [PageRule]) {
    (self.scale, isRecognised, barriers) = (scale, true, rules.filter { $0.direction == .vertical })
  }

  mutating func read(_ bytes: [UInt8], limits: ReadingLimits) throws(ReadingError) {
    for row in bytes.split(separator: UInt8(ascii: "\n")) {
      let fields = row.split(separator: UInt8(ascii: "\t"), maxSplits: 11, omittingEmptySubsequences: false)
      guard fields.count == 12, let level = fields.first else { continue }
      let lengths = fields[6...9].map { number($0) }
      guard let left = lengths[0], let top = lengths[1], let width = lengths[2], let height = lengths[3] else {
        continue
      }
      if level.elementsEqual([UInt8(ascii: "1")]) {
        guard pages.count < limits.pages else { throw .limitExceeded(.pages, allowed: limits.pages, part: nil) }
        pages.append(Page(width: width, height: height))
      } else if level.elementsEqual([UInt8(ascii: "4")]) {
        line = Box(left: left, top: top, right: left + width, bottom: top + height)
        isLineOpen = false
      } else if level.elementsEqual([UInt8(ascii: "5")]), let last = pages.indices.last {
        let box = Box(left: left, top: top, right: left + width, bottom: top + height)
        let word = PageWord(text: String(decoding: fields[11], as: UTF8.self), box: box)
        if isRecognised { addRecognised(word, to: last) } else { pages[last].words.append(word) }
      }
    }
  }

  /// Makes words as high as their line, and one of those that stand next to each other.
  private mutating func addRecognised(_ word: PageWord, to page: Int) {
    guard let line, word.text.unicodeScalars.contains(where: { !isWhiteSpace($0) }) else { return }
    let box = Box(left: word.box.left, top: line.top, right: word.box.right, bottom: line.bottom)
    let index = pages[page].words.count - 1
    if isLineOpen, index >= 0, let last = pages[page].words[index].text.unicodeScalars.last,
      let first = word.text.unicodeScalars.first
    {
      let end = pages[page].words[index].box.right
      let isLatin = last.value < 0x2E80 && first.value < 0x2E80
      let isParted = barriers.contains { rule in
        rule.position > end - line.height / 2 && rule.position < box.left + line.height / 2
          && rule.start < line.middle.y && rule.end > line.middle.y
      }
      if !isLatin, !isParted, box.left - end < line.height {
        pages[page].words[index].text += word.text
        pages[page].words[index].box.right = max(pages[page].words[index].box.right, box.right)
        return
      }
    }
    isLineOpen = true
    pages[page].words.append(PageWord(text: word.text, box: box, size: line.height))
  }

  private func number(_ field: ArraySlice<UInt8>) -> Int? {
    Double(String(decoding: field, as: UTF8.self)).map { Int(points: $0 * scale / 10) }
  }
}
