extension Profile.Words {
  /// Every word, patterns without their signs; some stand here more than once.
  var all: [String] {
    let patterns: [LinePattern] = columns.values.flatMap(\.self) + parts.values.flatMap(\.self) + boilerplate
    let labels: [String] = self.labels.values.flatMap(\.self) + form.values.flatMap(\.self)
    return patterns.flatMap(\.words) + labels + categories.values.flatMap(\.self) + unitEndings
  }
}

extension Profile.Evidence {
  /// The words that it looks for, if it looks for any.
  var words: [String] {
    switch sign {
    case .title(let patterns), .header(let patterns), .heading(let patterns): patterns.flatMap(\.words)
    case .words(let words): words
    case .columns, .parts, .labels: []
    }
  }
}

extension LinePattern {
  /// What it states between its signs.
  var words: [String] { text.split { $0 == "*" || $0 == "#" }.map(String.init) }
}
