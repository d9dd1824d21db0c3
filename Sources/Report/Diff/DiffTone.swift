import Compare

extension Diff.Kind {
  /// The colour of a change; its word always stands beside it.
  var tone: Tone {
    switch self {
    case .added: .green
    case .dropped: .red
    case .renamed: .violet
    case .split, .merged: .teal
    case .changed: .blue
    case .moved: .brown
    case .reworded: .slate
    case .unchanged: .plain
    }
  }

  /// Its name in the classes of a page.
  var token: StaticString {
    switch self {
    case .split: "split"
    case .merged: "merged"
    case .renamed: "renamed"
    case .changed: "changed"
    case .moved: "moved"
    case .reworded: "reworded"
    case .unchanged: "unchanged"
    case .dropped: "dropped"
    case .added: "added"
    }
  }
}

extension FigureChange.Kind {
  /// The colour of a change; no colour says good or bad, a floor raised and a ceiling raised are both `raised`.
  var tone: Tone {
    switch self {
    case .raised, .tightened: .blue
    case .lowered, .relaxed: .brown
    case .added: .green
    case .dropped: .red
    case .equal: .plain
    }
  }

  /// Its name in the classes of a page.
  var token: StaticString {
    switch self {
    case .raised, .tightened: "up"
    case .lowered, .relaxed: "down"
    case .added: "added"
    case .dropped: "dropped"
    case .equal: "unchanged"
    }
  }
}
