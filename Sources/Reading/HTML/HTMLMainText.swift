/// Finds the main text of a page by where its running text is, whatever the site.
///
/// A run of text counts by its characters outside links, more where it has the marks of sentences; link lists, tool bars,
/// ways through the site and imprints count nothing. From the page inwards, the element that holds most of what counts
/// is taken, and again within it. Then the text grows outwards as long as what is added is mostly plain text, onwards to
/// the next link, and back to its headline.
struct HTMLMainText {
  /// For each run whether it belongs to the main text.
  private(set) var isMain: [Bool]
  /// The nodes of the element that holds the main text.
  private(set) var nodes: Range<Int>
  /// The run of the page's headline.
  private(set) var headline: Int?

  private let tree: HTMLTree
  private let runs: HTMLRuns
  private let isInData: [Bool]
  /// For each run whether it is no link, tool bar or the like.
  private let arePlain: [Bool]
  /// What each run counts, summed up before each run; and the characters of plain runs, and of all that tell.
  private var weights = [0]
  private var plain = [0]
  private var all = [0]

  init(_ tree: HTMLTree, _ runs: HTMLRuns, _ role: HTMLTableRole) {
    self.tree = tree
    self.runs = runs
    isMain = Array(repeating: false, count: runs.runs.count)
    nodes = 0..<tree.nodes.count
    var isInData = Array(repeating: false, count: runs.runs.count)
    for node in tree.nodes.indices where role.isData[node] { for run in runs.ranges[node] { isInData[run] = true } }
    self.isInData = isInData
    arePlain = runs.runs.indices.map { HTMLMainText.isPlain(runs.runs[$0], isInData: isInData[$0]) }
    for (index, run) in runs.runs.enumerated() {
      let isPlain = isPlain(index)
      let isProse = run.marks > 0 || run.plain >= 20 || isInData[index]
      weights.append((weights.last ?? 0) + (isPlain ? isProse ? run.plain + 10 * run.marks : run.plain / 5 : 0))
      plain.append((plain.last ?? 0) + (isPlain || HTMLBoilerplate.isAttachment(run.opening) ? run.count : 0))
      // Tool bars and the like stand within the main text and around it.
      let isTelling = isPlain || belongs(index) || run.isNavigation || HTMLBoilerplate.isLicence(run.opening)
      all.append((all.last ?? 0) + (isTelling ? run.count : 0))
    }
    let inner = inwards(role)
    let holder = outwards(from: inner)
    if let holder { nodes = holder..<tree.nodes[holder].end }
    let range = holder.map { runs.ranges[$0] } ?? runs.runs.indices
    for run in range { isMain[run] = belongs(run) }
    dropLists(in: range)
    if let holder { onwards(from: holder) }
    findHeadline()
  }

  // MARK: The element

  private func sum(_ sums: [Int], _ range: Range<Int>) -> Int { sums[range.upperBound] - sums[range.lowerBound] }

  /// The innermost element that holds most of what counts; `nil` for the whole page.
  private func inwards(_ role: HTMLTableRole) -> Int? {
    var node: Int?
    var range = runs.runs.indices
    while true {
      let within = node.map { $0 + 1..<tree.nodes[$0].end } ?? tree.nodes.indices
      var best: (node: Int, weight: Int)?
      var child = within.lowerBound
      while child < within.upperBound {
        let weight = sum(weights, runs.ranges[child])
        if weight > best?.weight ?? 0 { best = (child, weight) }
        child = tree.nodes[child].end
      }
      guard let best, best.weight * 10 >= sum(weights, range) * 6, isHolder(best.node) else { return node }
      node = best.node
      range = runs.ranges[best.node]
      if role.isData[best.node] { return node }
    }
  }

  /// Whether an element may hold paragraphs.
  private func isHolder(_ node: Int) -> Bool {
    switch tree.nodes[node].tag {
    case .p, .h1, .h2, .h3, .h4, .h5, .h6, .li, .dt, .dd, .pre, .a: false
    default: tree.nodes[node].text == nil
    }
  }

  /// The element around it to which little but plain text is added.
  private func outwards(from inner: Int?) -> Int? {
    var node = inner
    while let inside = node {
      let parent = tree.nodes[inside].parent
      let range = parent < 0 ? runs.runs.indices : runs.ranges[parent]
      let more = sum(all, range) - sum(all, runs.ranges[inside])
      guard (sum(plain, range) - sum(plain, runs.ranges[inside])) * 10 >= more * 7 else { break }
      node = parent < 0 ? nil : parent
    }
    return node
  }

  // MARK: Runs

  private func isPlain(_ index: Int) -> Bool { arePlain[index] }

  private static func isPlain(_ run: HTMLRuns.Run, isInData: Bool) -> Bool {
    if isInData { return !run.isNavigation }
    return !run.isNavigation && !run.isTitle && run.linked * 2 <= run.count && !HTMLBoilerplate.matches(run.opening)
  }

  /// Whether a run within the element is main text, as all is but tool bars and the like.
  private func belongs(_ index: Int) -> Bool {
    let run = runs.runs[index]
    if isInData[index] || arePlain[index] { return true }
    let text = run.opening
    return !run.isTitle && !run.isNavigation && !HTMLBoilerplate.isTools(text, isLink: run.linked == run.count)
      && !HTMLBoilerplate.isTrail(text)
      && !HTMLBoilerplate.isNeighbour(text) && !HTMLBoilerplate.isLicence(text)
  }

  private func isLink(_ index: Int) -> Bool {
    let run = runs.runs[index]
    return !isInData[index] && run.linked * 5 > run.count * 4 && !HTMLBoilerplate.isAttachment(run.opening)
  }

  /// Lists of links, and what stands below 相关链接.
  private mutating func dropLists(in range: Range<Int>) {
    var start = range.lowerBound
    while start < range.upperBound {
      var end = start
      while end < range.upperBound, isLink(end) || !isMain[end] { end += 1 }
      let isRelated = start > range.lowerBound && HTMLBoilerplate.isRelated(runs.runs[start - 1].opening)
      if isRelated { isMain[start - 1] = false }
      if isRelated || (start..<end).count(where: isLink) >= 3 {
        for run in start..<end { isMain[run] = false }
      }
      start = end + 1
    }
  }

  /// What stands behind the element within the same one: names, dates, attachments, up to a link or a tool bar.
  private mutating func onwards(from holder: Int) {
    let parent = tree.nodes[holder].parent
    let start = runs.ranges[holder].upperBound
    let last = parent < 0 ? runs.runs.count : runs.ranges[parent].upperBound
    var end = start
    while end < last,
      isPlain(end) || HTMLBoilerplate.isAttachment(runs.runs[end].opening) && !runs.runs[end].isNavigation
    { end += 1 }
    // A short line before links is their heading.
    while end > start, end < last, runs.runs[end - 1].count < 10, runs.runs[end - 1].marks == 0,
      !HTMLBoilerplate.isAttachment(runs.runs[end - 1].opening)
    {
      end -= 1
    }
    for run in start..<max(start, end) { isMain[run] = true }
  }

  // MARK: The headline

  private mutating func findHeadline() {
    guard let first = isMain.firstIndex(of: true) else { return }
    let title = runs.runs.firstIndex { $0.isTitle && $0.count > 0 }
    let inside = (first..<isMain.count).lazy.filter { [isMain] in isMain[$0] }.prefix(4)
    let before = (max(0, first - 25)..<first).reversed().filter { isPlain($0) && runs.runs[$0].count <= 120 }
    let found =
      inside.first { isTitled($0, title) } ?? before.first { isTitled($0, title) }
      ?? inside.first { runs.runs[$0].headingLevel ?? 9 <= 2 } ?? before.first { runs.runs[$0].headingLevel ?? 9 <= 3 }
      ?? before.first { isNamedTitle($0) } ?? (isShort(first) ? first : nil)
    if let found {
      for run in found..<max(found, first) where isPlain(run) { isMain[run] = true }
      headline = found
    } else if let title {
      isMain[title] = true
      headline = title
    }
  }

  private func isShort(_ index: Int) -> Bool {
    runs.runs[index].count <= 60 && !runs.runs[index].opening.contains("。")
  }

  /// Whether a run says what the page's title says, which may name the site too.
  private func isTitled(_ index: Int, _ title: Int?) -> Bool {
    guard let title else { return false }
    let (text, whole) = (runs.runs[index].opening, runs.runs[title].opening)
    guard text.count >= 4, text.count <= whole.count else { return false }
    if whole.starts(with: text) { return true }
    guard text.count * 10 >= whole.count * 4 else { return false }
    return (0...whole.count - text.count).contains { whole[$0...].starts(with: text) }
  }

  /// Whether an element around a short run is called a title.
  private func isNamedTitle(_ index: Int) -> Bool {
    guard isShort(index), runs.runs[index].count >= 4 else { return false }
    var node = tree.nodes[runs.runs[index].first].parent
    for _ in 0..<3 where node >= 0 {
      let names = [tree.nodes[node].attributes["class"], tree.nodes[node].attributes["id"]]
      if names.contains(where: { $0?.lowercased().contains("title") ?? false }) { return true }
      node = tree.nodes[node].parent
    }
    return false
  }
}
