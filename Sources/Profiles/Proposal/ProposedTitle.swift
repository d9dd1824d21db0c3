/// What of one paper's title a profile may ask of every year's.
enum ProposedTitle {
  /// 重点任务台账 of 某市某局2031年重点任务台账（第一批）; `nil` where nothing is left.
  static func lasting(in title: [Unicode.Scalar]) -> String? {
    var words = title
    if let end = words.lastIndex(of: "）") ?? words.lastIndex(of: ")"), end == words.count - 1,
      let open = words.lastIndex(where: { $0 == "（" || $0 == "(" })
    {
      words.removeSubrange(open...)
    }
    if let year = words.lastIndex(of: "年"), words.count - year > 4 { words.removeSubrange(...year) }
    if words.first == "度", words.count > 4 { words.removeFirst() }
    return words.isEmpty ? nil : words.string(words.indices)
  }
}
