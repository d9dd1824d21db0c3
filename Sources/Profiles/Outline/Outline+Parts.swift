import ChineseText

/// What each section of an outline is for, once its headings are known.
extension Outline {
  func setPart(of section: inout OutlineSection) {
    let around = section.parent.map { sections[$0] }
    let above = around.map(\.part) ?? lines.head.part
    let years = Set((section.title.map { yearMentions(in: source.scalars, $0) } ?? []).map(\.year))
    let year = years.count == 1 ? years.first : nil
    section.year = year ?? around?.year
    guard let title = section.title, section.mark?.rank != OutlineMark.pointRank || around == nil else {
      section.part = above
      return
    }
    section.part = OutlinePart(
      heading: title, of: source, words: words, around: above,
      time: around == nil ? year.flatMap { lines.head.part(of: $0) } : nil)
    let isNamed = OutlinePart.isNamed(in: title, of: source) && !(around?.opensPart ?? false && section.part == above)
    section.opensPart = section.part != .tasks && (section.part != above || isNamed)
  }

  /// A highest heading that names no part, but states what is to be reached, opens the plan.
  mutating func settleParts() {
    for at in sections.indices where sections[at].part == nil && !sections[at].isAnnex {
      if let parent = sections[at].parent {
        if sections[parent].part == .plan, sections[parent].opensPart { sections[at].part = .plan }
      } else if sections[at].sentences.contains(where: { OutlineList(of: $0, source, words)?.part == .targets }) {
        sections[at].part = .plan
        sections[at].opensPart = true
      }
    }
  }

  /// Tells what a task says from tasks of their own, once all of it is read.
  mutating func settlePoints() {
    let children = Dictionary(grouping: sections.indices.filter { !sections[$0].isAddress }) { sections[$0].parent }
    // What stands deeper stands behind.
    for parent in sections.indices.reversed() {
      guard let below = children[parent] else { continue }
      let isTask =
        !announcesTasks(parent) && !sections[parent].opensPart && sections[parent].part != .tasks
        && sections[parent].part != .targets
      for at in below {
        switch sections[at].mark?.rank {
        case OutlineMark.pointRank:
          sections[at].isPoint = isTask || sections[at].title == nil && sections[parent].part != .tasks
        case 6, 7, 8:
          sections[at].isPoint = isTask && below.allSatisfy(isStatement)
        default: break
        }
      }
      sections[parent].hasSections = below.contains { !sections[$0].isPoint }
    }
  }

  /// Whether the last sentence above a section's points says that they are undertakings: 全力办好以下实事：
  private func announcesTasks(_ at: Int) -> Bool {
    guard let last = sections[at].sentences.last?.ranges.last else { return false }
    return words.part(LinePattern.plain(source.scalars[last])) == .tasks
  }

  /// Whether a section is a sentence for which nobody in particular answers.
  private func isStatement(_ at: Int) -> Bool {
    sections[at].isSentence && sections[at].sentences.count <= (sections[at].title == nil ? 1 : 0)
      && sections[at].notes.isEmpty && !sections[at].hasSections
  }
}
