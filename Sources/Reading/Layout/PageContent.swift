/// What stands on a page from top to bottom, running lines left out.
struct PageContent {
  enum Piece {
    case table(PageTable)
    case flow(Flow)
  }

  var pieces: [Piece] = []

  /// The words and rules of pages, parted into tables, flows of lines and running lines.
  static func parted(
    _ pages: [Page], limits: ReadingLimits
  ) throws(ReadingError) -> (contents: [PageContent], running: RunningLines) {
    var pages = pages.map(\.cleaned)
    var cells = 0
    var tables: [[PageTable]] = pages.map { _ in [] }
    for index in pages.indices {
      func take(_ rules: [PageRule]) throws(ReadingError) {
        for grid in outermost(grids(of: rules)) {
          // Those of drawings, which are no tables, take their time too.
          cells += (grid.xs.count - 1) * (grid.ys.count - 1)
          guard cells <= limits.cells else { throw .limitExceeded(.cells, allowed: limits.cells, part: nil) }
          var rest = pages[index].words
          let table = PageTable(grid, taking: &rest, page: index + 1)
          guard table.isPlausible else { continue }
          pages[index].words = rest
          tables[index].append(table)
        }
      }
      try take(pages[index].rules)
      try take(rulesBetweenAligned(pages[index].words))
      tables[index].sort { $0.box.top < $1.box.top }
    }
    let running = RunningLines(takenFrom: &pages)
    let contents = pages.indices.map { index in
      PageContent(pages[index].words, around: tables[index], page: index + 1)
    }
    return (contents, running)
  }

  private init(_ words: [PageWord], around tables: [PageTable], page: Int) {
    var words = words[...]
    for table in tables {
      let above = words.filter { $0.box.middle.y < table.box.middle.y }
      words = words.filter { $0.box.middle.y >= table.box.middle.y }[...]
      pieces += flows(of: above, page: page).map { .flow($0) }
      pieces.append(.table(table))
    }
    pieces += flows(of: Array(words), page: page).map { .flow($0) }
  }
}

/// Leaves out the grids that lie within others: their words belong to the outer one's cells.
private func outermost(_ grids: [RuleGrid]) -> [RuleGrid] {
  grids.enumerated().filter { index, grid in
    let middle = grid.box.middle
    return !grids.enumerated().contains { other, outer in
      let box = outer.box
      let isLarger = box.width * box.height > grid.box.width * grid.box.height
      return other != index && isLarger && middle.x > box.left && middle.x < box.right && middle.y > box.top
        && middle.y < box.bottom
    }
  }.map(\.element)
}

extension Page {
  /// With lengths that can be reckoned with, and without words that show nothing.
  fileprivate var cleaned: Page {
    Page(
      width: width.clamped, height: height.clamped,
      words: words.compactMap { word in
        let isBlank = word.text.unicodeScalars.allSatisfy(isWhiteSpace)
        return isBlank ? nil : PageWord(text: word.text, box: word.box.clamped, size: word.size?.clamped)
      },
      rules: rules.map {
        PageRule(
          direction: $0.direction, position: $0.position.clamped, start: min($0.start.clamped, $0.end.clamped),
          end: max($0.start.clamped, $0.end.clamped))
      })
  }
}
