/// A run of characters that an OFD page places one by one (GB/T 33190, 11).
struct OFDTextObject {
  let transform: OFDTransform
  /// The font's size in millimetres.
  let size: Double
  /// How much narrower characters are than the font makes them.
  let narrowing: Double

  private var corner = (x: 0.0, y: 0.0)
  private(set) var words: [PageWord] = []
  /// All characters, in the file's order.
  private(set) var text = ""

  init(transform: OFDTransform, size: Double, narrowing: Double) {
    self.transform = transform
    self.size = size
    self.narrowing = narrowing
  }

  /// Places the characters of a `TextCode`; one that does not say where it begins begins where the last one did.
  mutating func place(_ code: String, x: String?, y: String?, deltaX: String?, deltaY: String?) {
    if let x = x.map({ OFDNumbers.list($0, limit: 1) })?.first { corner.x = x }
    if let y = y.map({ OFDNumbers.list($0, limit: 1) })?.first { corner.y = y }
    let scalars = Array(code.unicodeScalars)
    text += code
    let across = deltaX.map { OFDNumbers.distances($0, count: scalars.count) }
    let down = deltaY.map { OFDNumbers.distances($0, count: scalars.count) }
    var word = ""
    var start = corner
    var position = corner
    var end = corner.x
    var placed: [PageWord] = []
    func close() {
      guard !word.isEmpty else { return }
      placed.append(self.word(word, from: start, to: end))
      word = ""
    }
    for (index, scalar) in scalars.enumerated() {
      let width = size * narrowing * (scalar.value < 0x2E80 ? 0.5 : 1)
      if isWhiteSpace(scalar) {
        close()
      } else {
        if word.isEmpty { start = position }
        word.unicodeScalars.append(scalar)
        end = max(position.x + width, start.x + 0.01)
      }
      // Without distances the font tells them.
      let step = across.map { $0.indices.contains(index) ? $0[index] : ($0.last ?? 0) } ?? (down == nil ? width : 0)
      let fall = down.map { $0.indices.contains(index) ? $0[index] : ($0.last ?? 0) } ?? 0
      position.x += step
      position.y += fall
      // A gap, a step back or another height begins a new word.
      if abs(fall) > size / 20 || step > width + size * narrowing * 0.45 || step < 0 { close() }
    }
    close()
    words += placed
  }

  private func word(_ text: String, from start: (x: Double, y: Double), to end: Double) -> PageWord {
    // The baseline lies where characters of most fonts reach a seventh below it.
    PageWord(
      text: text,
      box: transform.box(left: start.x, top: start.y - size * 0.86, right: end, bottom: start.y + size * 0.14),
      size: Int(millimetres: size * transform.scale))
  }
}
