import Compare

/// Words with what became of them, ready to be drawn; nothing in them steers a terminal or turns their direction.
struct WordSpan: Equatable {
  enum Style { case plain, deleted, inserted, rewritten }

  var text: String
  var style: Style
}

extension WordSpan {
  /// Words of one side, a line end between lines, with their places.
  struct Side {
    fileprivate var scalars: [Unicode.Scalar]
    fileprivate var styles: [Style]
  }

  /// All words of one side.
  /// - Parameter isAlone: whether nothing stands on the other side; then nothing is marked.
  static func side(_ change: WordChange, isOld: Bool, showsMarks: Bool, isAlone: Bool) -> Side {
    let scalars = isOld ? change.old : change.new
    var styles = [Style](repeating: .plain, count: scalars.count)
    for run in change.runs where run.kind != .equal && !isAlone {
      let style: Style =
        switch run.kind {
        case .equal: .plain
        case .deleted: .deleted
        case .inserted: .inserted
        case .rewritten: showsMarks ? .rewritten : .plain
        }
      if style == .plain { continue }
      for at in isOld ? run.old : run.new { styles[at] = style }
    }
    return Side(scalars: scalars, styles: styles)
  }

  /// Both sides in one line: the new side's writing where they are equal.
  static func inline(_ change: WordChange, showsMarks: Bool) -> [WordSpan] {
    var out: [WordSpan] = []
    let add = { (text: ArraySlice<Unicode.Scalar>, style: Style) in
      if text.isEmpty { return }
      let words = DisplayWidth.printable(String(String.UnicodeScalarView(text)))
      if out.last?.style == style {
        out[out.count - 1].text += words
      } else {
        out.append(.init(text: words, style: style))
      }
    }
    for run in change.runs {
      switch run.kind {
      case .equal: add(change.new[run.new], .plain)
      case .rewritten where !showsMarks || change.isOfLines(run): add(change.new[run.new], .plain)
      default:
        add(change.old[run.old], .deleted)
        add(change.new[run.new], .inserted)
      }
    }
    return out
  }
}

extension WordSpan.Side {
  /// The part in a range of the side's text.
  func cut(_ range: Range<Int>) -> WordSpan.Side {
    WordSpan.Side(scalars: Array(scalars[range]), styles: Array(styles[range]))
  }

  /// The lines as spans; an empty line has none.
  var split: [[WordSpan]] {
    var lines: [[WordSpan]] = [[]]
    var start = 0
    let close = { (end: Int) in
      if end > start {
        let text = DisplayWidth.printable(String(String.UnicodeScalarView(scalars[start..<end])))
        lines[lines.count - 1].append(WordSpan(text: text, style: styles[start]))
      }
      start = end
    }
    for at in scalars.indices {
      if scalars[at] == "\n" {
        close(at)
        start = at + 1
        lines.append([])
      } else if at > start, styles[at] != styles[start] {
        close(at)
      }
    }
    close(scalars.count)
    return lines
  }
}
