/// Where lines begin and end.
struct Margins {
  var left: Int
  var right: Int

  /// The margins that most lines keep to; a lone line further out is none.
  init(of lines: [PageLine]) {
    let em = lines.map(\.em).sorted().dropFirst(lines.count / 2).first ?? 100
    self.init(lefts: lines.map(\.box.left), rights: lines.map(\.rightWithoutMark), em: em)
  }

  init(lefts: [Int], rights: [Int], em: Int) {
    left = outermost(lefts.sorted(), tolerance: em / 2)
    right = outermost(rights.sorted(by: >), tolerance: em / 2)
  }

  init(left: Int, right: Int) {
    (self.left, self.right) = (left, right)
  }
}

/// The first of sorted positions that has company.
private func outermost(_ sorted: [Int], tolerance: Int) -> Int {
  let needed = sorted.count < 3 ? 1 : max(2, sorted.count / 20)
  for (index, position) in sorted.enumerated() {
    let end = index + needed - 1
    if end < sorted.count, abs(sorted[end] - position) <= tolerance { return position }
  }
  return sorted.first ?? 0
}

/// Whether the next line goes on with the paragraph of the one above it.
///
/// It does where the first line has no room for the next one's first piece, and the next line is not indented and no
/// entry of a list. A title stands in the middle, with room on both sides.
func isJoined(_ line: PageLine, _ next: PageLine, margins: Margins, nextMargins: Margins, pitch: Int?) -> Bool {
  let em = max(line.em, next.em)
  guard min(line.em, next.em) * 5 >= em * 4 else { return false }
  guard line.box.right + next.firstPieceWidth + em / 2 > margins.right else { return false }
  guard next.box.left < nextMargins.left + em else { return false }
  if line.isFinished && next.beginsEntry || line.isRow && next.isRow { return false }
  let distance = next.box.middle.y - line.box.middle.y
  // At the head of the next page or column the distance says nothing.
  guard line.page == next.page, distance > 0, let pitch else { return true }
  return distance * 10 <= max(pitch, em) * 16 && distance <= 3 * em
}

/// The usual distance from one line to the next; `nil` where there is one line alone.
func pitch(of lines: [PageLine]) -> Int? {
  let distances = zip(lines, lines.dropFirst()).compactMap { line, next -> Int? in
    let distance = next.box.middle.y - line.box.middle.y
    return line.page == next.page && distance > 0 ? distance : nil
  }.sorted()
  return distances.dropFirst(distances.count / 2).first
}

/// Joins the lines of a cell to paragraphs.
///
/// - Parameter padding: the room that the table leaves between rules and words.
func paragraphs(of lines: [PageLine], in box: Box, padding: Int) -> [[PageLine]] {
  let left = lines.map(\.box.left).min() ?? 0
  let room = box.width - 2 * padding
  // Where no line shows one sentence after another, each is a paragraph, and a line may be full by chance.
  let runsOn = lines.contains { $0.holdsTwoSentences }
  var found: [[PageLine]] = []
  for line in lines {
    guard let last = found.last?.last else {
      found.append([line])
      continue
    }
    let em = max(last.em, line.em)
    let isFilled = last.box.width + line.firstPieceWidth + em * 3 / 10 > room
    let isCentred = abs(line.box.middle.x - box.middle.x) * 2 <= em
    let isIndented = line.box.left - left >= em * 3 / 2 && !isCentred
    let isEnd = last.endsSentence && !runsOn || last.isFinished && line.beginsEntry
    if isFilled, !isIndented, !isEnd {
      found[found.count - 1].append(line)
    } else {
      found.append([line])
    }
  }
  return found
}
