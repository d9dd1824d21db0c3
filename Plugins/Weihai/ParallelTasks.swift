import AdapterKit
import ChineseText

/// Tasks that nothing counts: behind 重点做好以下工作： or under 会议部署, paragraphs or parts of a sentence that all begin
/// alike (聚力招商引资，…… 聚力项目建设，……). A reading of low confidence.
struct ParallelTasks {
  /// The statements that open a task.
  private(set) var tasks: Set<Int> = []

  init(_ statements: [Statement], _ source: SourceText) {
    var run: [Int] = []
    var isAnnounced = false
    func close() {
      if run.count > 1, isAnnounced { tasks.formUnion(run) }
      run = []
    }
    for (index, statement) in statements.enumerated() {
      if index == 0 || statement.part != statements[index - 1].part {
        close()
        isAnnounced = statement.mode == .deployment
      }
      guard statement.beginsParagraph || statement.isParallel else { continue }
      guard statement.mark == nil, statement.mode != nil, statement.mode != .achievement else {
        close()
        continue
      }
      if announces(statement, source) {
        close()
        isAnnounced = true
      } else if let first = run.first, ParallelTasks.key(statements[first].range, source) != nil,
        ParallelTasks.key(statements[first].range, source) == ParallelTasks.key(statement.range, source)
      {
        run.append(index)
      } else {
        close()
        run = [index]
      }
    }
    close()
  }

  private func announces(_ statement: Statement, _ source: SourceText) -> Bool {
    guard statement.range.count <= 60, let last = statement.range.last else { return false }
    return source.scalars[last] == "：" || source.scalars[last] == ":"
  }

  /// What the beginnings of parallel parts have in common: two characters, or 要.
  static func key(_ range: Range<Int>, _ source: SourceText) -> String? {
    let head = source.scalars[range.prefix(2)]
    guard head.count == 2, head.allSatisfy(\.isHan) else { return nil }
    if head.first == "要" { return "要" }
    // 会议, 各级 and 2024年 begin all sorts of sentences.
    let words = String(String.UnicodeScalarView(head))
    return ["会议", "大会", "各级", "全市", "今年", "全年", "我们"].contains(words) ? nil : words
  }
}
