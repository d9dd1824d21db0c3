/// Writes a page's text as a reader sees it: lines by blocks and breaks, white space folded, lists with their numbers.
struct HTMLWriter {
  var builder: FileTextBuilder
  let tree: HTMLTree
  let runs: HTMLRuns
  let role: HTMLTableRole
  let main: HTMLMainText
  let limits: ReadingLimits

  var place = FilePlace(paragraph: 0)
  var tables = 0
  /// How many tables are open; what stands in one is main text.
  var tableDepth = 0
  private var isNavigation = false
  /// How many elements are open whose text is dropped; their blocks are none.
  private var dropDepth = 0
  private var preDepth = 0
  private var lists: [HTMLList?] = []
  private var marker: String?
  private var space = HTMLSpace()

  init(_ tree: HTMLTree, _ runs: HTMLRuns, _ role: HTMLTableRole, _ main: HTMLMainText, limits: ReadingLimits) {
    self.tree = tree
    self.runs = runs
    self.role = role
    self.main = main
    self.limits = limits
    builder = FileTextBuilder(limits: limits)
  }

  /// Writes nodes that stand one behind the other, with all that is in them.
  mutating func write(_ range: Range<Int>) throws(ReadingError) {
    var open: [Int] = []
    var index = range.lowerBound
    while index < range.upperBound {
      while let last = open.last, tree.nodes[last].end <= index {
        open.removeLast()
        leave(last)
      }
      let node = tree.nodes[index]
      if node.text != nil {
        try write(text: index)
        index += 1
      } else if role.isData[index], dropDepth == 0, runs.ranges[index].contains(where: { main.isMain[$0] }) {
        try write(table: index)
        index = node.end
      } else {
        try enter(index)
        open.append(index)
        index += 1
      }
    }
    while let last = open.popLast() { leave(last) }
  }

  // MARK: Elements

  private mutating func enter(_ index: Int) throws(ReadingError) {
    let node = tree.nodes[index]
    if let kind = dropped(index) { try beginDropping(kind, index) }
    breakLine(node.tag)
    switch node.tag {
    case .ol, .ul, .menu, .dir:
      lists.append(HTMLList(node, count: items(of: index)))
    case .li:
      if let last = lists.indices.last { marker = lists[last]?.number(of: node) }
    case .pre, .textarea: preDepth += 1
    case .img: note(.picture, index)
    case .ins: note(.insertedText, index)
    default: if node.tag.isObject { note(.object, index) }
    }
  }

  private mutating func leave(_ index: Int) {
    let node = tree.nodes[index]
    switch node.tag {
    case .ol, .ul, .menu, .dir: _ = lists.popLast()
    case .li: marker = nil
    case .pre, .textarea: preDepth -= 1
    default: break
    }
    if node.tag != .br { breakLine(node.tag) }
    if dropped(index) != nil {
      dropDepth -= 1
      if dropDepth == 0 { builder.endAside() }
    }
  }

  private mutating func breakLine(_ tag: HTMLTag) {
    guard tag.isBlock || tag == .br else { return }
    if dropDepth > 0 {
      space.isFolded = true
    } else if tag == .br {
      space = HTMLSpace(isBroken: builder.isInParagraph)
    } else {
      endParagraph()
    }
  }

  private func items(of list: Int) -> Int {
    guard tree.nodes[list].attributes["reversed"] != nil else { return 0 }
    return (list..<tree.nodes[list].end).count { tree.nodes[$0].tag == .li && tree.nodes[$0].parent == list }
  }

  private mutating func note(_ kind: ReadingNotice.Kind, _ index: Int) {
    if main.nodes.contains(index), dropDepth == 0 { builder.note(kind, at: place) }
  }

  // MARK: Dropped text

  /// Why the text of an element is dropped.
  private func dropped(_ index: Int) -> Aside.Kind? {
    let node = tree.nodes[index]
    if node.isHidden { return .hiddenText }
    switch node.tag {
    case .del: return .deletedText
    // The base is the word; what is set small above it is how it sounds.
    case .rt, .rp, .rtc: return .hiddenText
    default: return nil
    }
  }

  private mutating func beginDropping(_ kind: Aside.Kind, _ index: Int) throws(ReadingError) {
    dropDepth += 1
    guard dropDepth == 1 else { return }
    let node = tree.nodes[index]
    let hasText = (index..<node.end).contains {
      tree.nodes[$0].text.map { tree.scalars[$0].contains { !isWhiteSpace($0) } } ?? false
    }
    if hasText, node.isHidden || kind == .deletedText, main.nodes.contains(index) {
      builder.note(kind == .deletedText ? .deletedText : .hiddenText, at: place)
    }
    if node.tag.isBlock || !builder.isInParagraph || space.isBroken {
      endParagraph()
      setNavigation(false)
    } else {
      try builder.append(space.text(before: nil, after: nil))
      space = HTMLSpace()
    }
    builder.beginAside(kind)
  }

  private mutating func setNavigation(_ isNavigation: Bool) {
    guard isNavigation != self.isNavigation else { return }
    endParagraph()
    self.isNavigation = isNavigation
    if isNavigation { builder.beginAside(.navigation) } else { builder.endAside() }
  }

  // MARK: Text

  private mutating func write(text index: Int) throws(ReadingError) {
    guard let range = tree.nodes[index].text else { return }
    let run = runs.run[index]
    if run >= 0, dropDepth == 0 { setNavigation(!main.isMain[run] && tableDepth == 0) }
    for scalar in tree.scalars[range] {
      if preDepth > 0, dropDepth == 0, isLineEnd(scalar) {
        if scalar != "\r" { space = HTMLSpace(isBroken: builder.isInParagraph) }
      } else if isWhiteSpace(scalar) {
        space.add(scalar, isKept: preDepth > 0)
      } else {
        try write(scalar, run: run)
      }
    }
  }

  private mutating func write(_ scalar: Unicode.Scalar, run: Int) throws(ReadingError) {
    if space.isEmpty, builder.isInParagraph { return try builder.append(scalar) }
    if !builder.isInParagraph {
      place.paragraph = (place.paragraph ?? 0) + 1
      builder.beginParagraph(heading: run >= 0 ? level(of: run) : nil, at: place)
      if let marker, !isNavigation {
        try builder.append(marker)
        self.marker = nil
      }
      try builder.append(space.text(before: nil, after: scalar))
    } else {
      if space.isBroken { builder.lineBreak() }
      try builder.append(space.text(before: space.isBroken ? nil : builder.scalars.last, after: scalar))
    }
    space = HTMLSpace()
    try builder.append(scalar)
  }

  private func level(of run: Int) -> Int? {
    runs.runs[run].isTitle ? 1 : runs.runs[run].headingLevel
  }

  /// Ends the paragraph, and forgets white space at its end.
  mutating func endParagraph() {
    space = HTMLSpace()
    builder.endParagraph()
  }

  /// Ends what stands beside the main text.
  mutating func endNavigation() {
    setNavigation(false)
  }
}
