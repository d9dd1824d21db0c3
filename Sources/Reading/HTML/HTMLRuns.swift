/// The runs of text between a page's blocks and line breaks, and what each is made of.
struct HTMLRuns {
  struct Run {
    /// The first node of its text.
    let first: Int
    /// Without white space: outside and inside links.
    var plain = 0
    var linked = 0
    /// Marks that part sentences and their clauses, outside links.
    var marks = 0
    /// Its first scalars, without white space.
    var opening: [Unicode.Scalar] = []
    /// Whether it stands in an element that is made for navigation.
    var isNavigation = false
    var isTitle = false
    var headingLevel: Int?

    var count: Int { plain + linked }
  }

  private(set) var runs: [Run] = []
  /// The run of each node of text; -1 for the others and for blank text.
  private(set) var run: [Int]
  /// For each node the runs within it; one that an inline element shares with its neighbours may be left out.
  private(set) var ranges: [Range<Int>]

  /// Enough to tell what a run says, and no more: a page may be one run.
  private static let openingLength = 400

  init(_ tree: HTMLTree) {
    run = Array(repeating: -1, count: tree.nodes.count)
    ranges = Array(repeating: 0..<0, count: tree.nodes.count)
    var open: [Int] = []
    var isOpen = false
    var (links, navigation, hidden) = (0, 0, 0)
    var (titles, headings): (Int, [Int]) = (0, [])
    func leave(_ node: Int, _ runs: [Run]) {
      let (tag, isHidden) = (tree.nodes[node].tag, tree.nodes[node].isHidden)
      if tag.isBlock { isOpen = false }
      if tag == .a { links -= 1 }
      if tag.isNavigation { navigation -= 1 }
      if isHidden { hidden -= 1 }
      if tag == .title { titles -= 1 }
      if tag.headingLevel != nil { headings.removeLast() }
      ranges[node] = ranges[node].lowerBound..<max(ranges[node].lowerBound, runs.count)
    }
    for (index, node) in tree.nodes.enumerated() {
      while let last = open.last, tree.nodes[last].end <= index {
        open.removeLast()
        leave(last, runs)
      }
      guard let text = node.text else {
        if node.tag.isBlock || node.tag == .br { isOpen = false }
        if node.tag == .a { links += 1 }
        if node.tag.isNavigation { navigation += 1 }
        if node.isHidden { hidden += 1 }
        if node.tag == .title { titles += 1 }
        if let level = node.tag.headingLevel { headings.append(level) }
        ranges[index] = runs.count..<runs.count
        open.append(index)
        continue
      }
      guard hidden == 0, let start = text.first(where: { !isWhiteSpace(tree.scalars[$0]) }) else { continue }
      if !isOpen {
        runs.append(Run(first: index))
        isOpen = true
      }
      let last = runs.count - 1
      run[index] = last
      runs[last].isNavigation = runs[last].isNavigation || navigation > 0
      runs[last].isTitle = titles > 0
      runs[last].headingLevel = headings.last
      for scalar in tree.scalars[start..<text.upperBound] where !isWhiteSpace(scalar) {
        if links > 0 {
          runs[last].linked += 1
        } else {
          runs[last].plain += 1
          if isMark(scalar) { runs[last].marks += 1 }
        }
        if runs[last].opening.count < HTMLRuns.openingLength { runs[last].opening.append(scalar) }
      }
    }
    while let last = open.popLast() { leave(last, runs) }
  }
}

/// Whether a mark parts sentences or their clauses.
private func isMark(_ scalar: Unicode.Scalar) -> Bool {
  switch scalar {
  case "，", "。", "；", "、", "？", "！": true
  default: false
  }
}
