import ChineseText

/// Tells which of a report's lists are its tasks, and which are lists inside something else.
struct TaskLists {
  private struct List {
    var style: Enumerator.Style
    var last: Int
    var members: [Int]
    var isNested: Bool
    var mode: Mode?
  }

  /// The statements that open a task.
  private(set) var tasks: Set<Int> = []
  /// The statements that begin with the mark of any list of two or more.
  private(set) var counted: Set<Int> = []

  init(_ statements: [Statement]) {
    let lists = TaskLists.lists(of: statements).filter { $0.members.count > 1 }
    for list in lists { counted.formUnion(list.members) }
    let outer = lists.filter { !$0.isNested && $0.mode != .achievement }
    // What the meeting lays down are its tasks; where it says nothing of laying down, what it stresses or asks for.
    guard let best = outer.map({ TaskLists.rank($0.mode) }).min() else { return }
    for list in outer where TaskLists.rank(list.mode) == best { tasks.formUnion(list.members) }
  }

  private static func rank(_ mode: Mode?) -> Int {
    switch mode {
    case .deployment: 0
    case .guideline: 1
    case .requirement, nil: 2
    case .assessment: 3
    case .achievement: 4
    }
  }

  /// Marks of one style that count on, within one part; a list that begins inside another is nested.
  private static func lists(of statements: [Statement]) -> [List] {
    var done: [List] = []
    var open: [List] = []
    var part: Int?
    for (index, statement) in statements.enumerated() {
      if statement.part != part {
        done += open
        open = []
        part = statement.part
      }
      guard let mark = statement.mark else { continue }
      if let level = open.lastIndex(where: { $0.style == mark.style && (mark.number ?? Int.max) > $0.last }) {
        done += open[(level + 1)...]
        open.removeSubrange((level + 1)...)
        open[level].members.append(index)
        open[level].last = mark.number ?? open[level].last + 1
      } else if let number = mark.number {
        if let level = open.lastIndex(where: { $0.style == mark.style }) {
          done += open[level...]
          open.removeSubrange(level...)
        }
        open.append(
          List(
            style: mark.style, last: number, members: [index], isNested: !open.isEmpty, mode: statement.mode))
      }
    }
    return done + open
  }
}
