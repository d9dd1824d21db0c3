import AdapterKit
import ChineseText
import Plan

/// Reads the units that a cell names: 市教育局、市财政局；市某局牵头，市某局配合.
struct UnitNames {
  let source: SourceText
  let words: ShapeWords

  private static let parting = "、，,；;/／｜|"
  private static let roles: [(String, Item.Party.Role)] = [
    ("牵头负责", .lead), ("牵头", .lead), ("主办", .lead), ("主责", .lead), ("分工负责", .responsible), ("具体负责", .responsible),
    ("负责落实", .responsible), ("负责", .responsible), ("承办", .responsible), ("配合", .cooperating), ("协办", .cooperating),
    ("协助", .cooperating), ("协同", .cooperating), ("参与", .cooperating), ("参加", .cooperating), ("督导", .supervising),
  ]
  private static let fillers = ["按职责", "按照职责", "按职责分工", "根据职责", "共同", "分别", "等", "具体", "一同"]

  /// The units in order, each with the role that the words behind it state, else the column's.
  ///
  /// - Parameter people: takes what stands beside the units where a column names both (责任单位及责任人).
  func parties(in cell: Range<Int>, role: Item.Party.Role, people: ((String) -> Void)? = nil) -> [Item.Party] {
    var parties: [Item.Party] = []
    // Names since the last word that states a role.
    var open = 0
    for piece in pieces(of: cell) {
      if let people, piece.count <= 4, !words.endsAsUnit(Array(source.bare(piece).unicodeScalars)) {
        people(source.bareWritten(piece))
        continue
      }
      let (name, stated, isOwn) = named(piece)
      if let name { parties.append(Item.Party(name: name, role: role)) }
      guard let stated else { continue }
      let first = isOwn ? max(parties.count - 1, 0) : open
      for at in first..<parties.count { parties[at].role = stated }
      open = parties.count
    }
    var seen: [Item.Party] = []
    for party in parties where !seen.contains(party) { seen.append(party) }
    return seen
  }

  /// A name without what stands behind it; the role that this states, and whether of this name alone (in brackets).
  private func named(_ piece: Range<Int>) -> (name: String?, role: Item.Party.Role?, isOwn: Bool) {
    var name = Array(source.bareWritten(piece).unicodeScalars)
    while let last = name.last, "。．.*★☆#".unicodeScalars.contains(last) { name.removeLast() }
    var role: Item.Party.Role?
    var isOwn = false
    if let last = name.last, last == "）" || last == ")",
      let open = name.lastIndex(where: { $0 == "（" || $0 == "(" })
    {
      let inner = name.string(open + 1..<name.count - 1)
      if let found = UnitNames.roles.first(where: { inner.hasPrefix($0.0) }) {
        role = found.1
        isOwn = true
        name.removeSubrange(open...)
      }
    }
    for (word, found) in UnitNames.roles
    where role == nil && name.suffix(word.unicodeScalars.count).elementsEqual(word.unicodeScalars) {
      role = found
      name.removeLast(word.unicodeScalars.count)
    }
    for word in UnitNames.fillers.sorted(by: { $0.count > $1.count })
    where name.suffix(word.unicodeScalars.count).elementsEqual(word.unicodeScalars) {
      name.removeLast(word.unicodeScalars.count)
    }
    // A dash or a stroke says that nobody is named.
    let isName = name.contains { $0.isHan || $0.isASCIILetter } && name.string(0..<name.count) != "无"
    return (isName ? name.string(0..<name.count) : nil, role, isOwn)
  }

  /// Parted at marks, outside of brackets; at blanks, line ends and 和 where whole names stand on both sides.
  private func pieces(of cell: Range<Int>) -> [Range<Int>] {
    let text = source.scalars
    var cuts: [Range<Int>] = []
    var start = cell.lowerBound
    var depth = 0
    var at = cell.lowerBound
    while at < cell.upperBound {
      let scalar = text[at]
      if "（(".unicodeScalars.contains(scalar) { depth += 1 }
      if "）)".unicodeScalars.contains(scalar) { depth = max(0, depth - 1) }
      if depth == 0, UnitNames.parting.unicodeScalars.contains(scalar) {
        cuts.append(start..<at)
        start = at + 1
      } else if depth == 0, scalar.isBlank || scalar.isLineEnd {
        var next = at + 1
        while next < cell.upperBound, text[next].isBlank || text[next].isLineEnd { next += 1 }
        if partsNames(start..<at, next, cell) {
          cuts.append(start..<at)
          start = next
        }
        at = next - 1
      } else if depth == 0, "和与及".unicodeScalars.contains(scalar), beginsUnit(at + 1, cell),
        words.endsAsUnit(Array(source.bare(start..<at).unicodeScalars))
      {
        cuts.append(start..<at)
        start = at + 1
      }
      at += 1
    }
    cuts.append(start..<cell.upperBound)
    return cuts.map { text.trimmed($0) }.filter { !$0.isEmpty }
  }

  /// Whether a blank or a line end parts two names rather than breaking one.
  private func partsNames(_ before: Range<Int>, _ next: Int, _ cell: Range<Int>) -> Bool {
    let name = Array(source.bare(before).unicodeScalars)
    guard
      words.endsAsUnit(name)
        || UnitNames.roles.contains(where: { name.suffix($0.0.unicodeScalars.count).elementsEqual($0.0.unicodeScalars) }
        )
    else { return false }
    var end = next
    while end < cell.upperBound, !UnitNames.parting.unicodeScalars.contains(source.scalars[end]),
      !source.scalars[end].isBlank,
      !source.scalars[end].isLineEnd
    {
      end += 1
    }
    // 市住房和城⏎建局: what is left of a broken name is short; 市委⏎组织部 is one, and 开发区⏎管委会.
    let goesOn = ["管委", "管理", "监管", "监督", "委员", "办公", "政府", "人民政府", "领导小组"]
    return end - next >= 2 && (end - next >= 3 || source.scalars[end - 1].isHan && isName(next..<end))
      && (name.count >= 3 || beginsUnit(next, cell))
      && !goesOn.contains { source.scalars.stands($0, at: next, before: cell.upperBound) }
  }

  /// A person's name of two characters, which no rest of a unit's name is.
  private func isName(_ rest: Range<Int>) -> Bool {
    !words.endsAsUnit(Array(source.scalars[rest])) && !["公室", "员会"].contains(source.string(rest))
  }

  private func beginsUnit(_ at: Int, _ cell: Range<Int>) -> Bool {
    ["市", "各", "省", "县", "区", "有关", "相关", "局", "市直", "开发区", "高新区"].contains {
      source.scalars.stands($0, at: at, before: cell.upperBound)
    }
  }
}
