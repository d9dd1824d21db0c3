/// A grey picture of a page, in which the lines that are drawn on it can be found.
struct GreyPicture {
  let width: Int
  let height: Int
  /// A byte for each, 0 for black, row after row.
  private var pixels: [UInt8]

  /// - Parameter bytes: a picture in the form PGM: `P5`, width, height and 255, parted by white space, and the pixels.
  init?(pgm bytes: [UInt8]) {
    var rest = bytes[...]
    func word() -> [UInt8] {
      rest = rest.drop { $0 <= 0x20 }
      let word = Array(rest.prefix(20).prefix { $0 > 0x20 })
      rest = rest.dropFirst(word.count)
      return word
    }
    let words = [word(), word(), word(), word()]
    let numbers = words.dropFirst().map { Int(String(decoding: $0, as: UTF8.self)) ?? 0 }
    guard words[0] == Array("P5".utf8), numbers[2] == 255, (1...30_000).contains(numbers[0]),
      (1...30_000).contains(numbers[1]), rest.count == numbers[0] * numbers[1] + 1
    else { return nil }
    (width, height) = (numbers[0], numbers[1])
    pixels = Array(rest.dropFirst())
  }

  /// The picture in the form that it was read from.
  var pgm: [UInt8] { Array("P5\n\(width) \(height)\n255\n".utf8) + pixels }

  /// Finds straight lines of a length and more, in pixels, and takes them out of the picture, where they would be taken
  /// for characters. A line as thick as it may be is still none of a character, being longer than any.
  mutating func takeLines(longerThan length: Int) -> [PageRule] {
    var found: [PageRule] = []
    // For each column where the run of dark pixels began that reaches down to this row.
    var columns = [Int](repeating: 0, count: width)
    for y in 0...height {
      var start = 0
      for x in 0..<width {
        let isDark = y < height && pixels[y * width + x] < 190
        if !isDark {
          if x - start >= length, y < height {
            found.append(PageRule(direction: .horizontal, position: y, start: start, end: x))
          }
          if y - columns[x] >= length {
            found.append(PageRule(direction: .vertical, position: x, start: columns[x], end: y))
          }
          start = x + 1
          columns[x] = y + 1
        }
      }
      if y < height, width - start >= length {
        found.append(PageRule(direction: .horizontal, position: y, start: start, end: width))
      }
    }
    for rule in found { erase(rule) }
    return found
  }

  private mutating func erase(_ rule: PageRule) {
    for along in rule.start..<rule.end {
      // The grey pixels beside a line belong to it.
      for across in max(0, rule.position - 2)...rule.position + 2 {
        let (x, y) = rule.direction == .horizontal ? (along, across) : (across, along)
        if x < width, y < height { pixels[y * width + x] = 255 }
      }
    }
  }
}
