/// A line of plain text and what its tabs say about it.
struct TextLine {
  /// How the tabs of a line stand.
  enum Form {
    /// Nothing but white space without a tab.
    case blank
    /// Text without a tab at its begin or within.
    case text
    /// One tab and nothing else: an empty cell, or a blank line.
    case emptyCell
    /// Several tabs and nothing else: an empty row, an empty cell, or a blank line.
    case emptyRow
    /// One tab and then text: a cell of a row written downwards, or a row whose first cell is empty.
    case cell
    /// Several tabs and then text: a row whose first cells are empty, or a paragraph indented deeply.
    case indented
    /// Text and then tabs: a row whose last cells are empty, or a paragraph.
    case trailing
    /// Text, tab, text: a row.
    case row
  }

  /// The line without its end.
  let range: Range<Int>
  /// The line without white space at its edges; empty at the end of the line where there is nothing else.
  let trimmed: Range<Int>
  let form: Form
  /// How many bars the line has that no backslash stands before.
  let pipes: Int

  /// A line and the one below that goes on with its cell.
  init(_ line: TextLine, goingOn next: TextLine) {
    range = line.range.lowerBound..<next.range.upperBound
    trimmed = line.trimmed.lowerBound..<next.trimmed.upperBound
    form = line.form
    pipes = line.pipes + next.pipes
  }

  init(_ range: Range<Int>, in scalars: [Unicode.Scalar]) {
    self.range = range
    let trimmed = trim(range, in: scalars)
    self.trimmed = trimmed.isEmpty ? range.upperBound..<range.upperBound : trimmed
    var tabs = (before: 0, within: 0, after: 0)
    var pipes = 0
    for index in range {
      let scalar = scalars[index]
      if scalar == "\t" {
        if index < trimmed.lowerBound {
          tabs.before += 1
        } else if index < trimmed.upperBound {
          tabs.within += 1
        } else {
          tabs.after += 1
        }
      } else if isBar(scalar), index == range.lowerBound || scalars[index - 1] != "\\" {
        pipes += 1
      }
    }
    self.pipes = pipes
    if trimmed.isEmpty {
      let count = tabs.before + tabs.within + tabs.after
      form = count == 0 ? .blank : count == 1 ? .emptyCell : .emptyRow
    } else if tabs.within > 0 {
      form = .row
    } else if tabs.before > 0 {
      form = tabs.before == 1 ? .cell : .indented
    } else {
      form = tabs.after > 0 ? .trailing : .text
    }
  }
}

/// Whether a scalar parts the cells of a drawn table: `|`, its form of full width, the lines of box drawing.
func isBar(_ scalar: Unicode.Scalar) -> Bool { "|｜│┃║┆┇┊┋".unicodeScalars.contains(scalar) }

/// A range without the white space at its edges; where there is nothing else, empty at its begin.
func trim(_ range: Range<Int>, in scalars: [Unicode.Scalar]) -> Range<Int> {
  var lower = range.lowerBound
  var upper = range.upperBound
  while lower < upper, isWhiteSpace(scalars[lower]) { lower += 1 }
  if lower == upper { return range.lowerBound..<range.lowerBound }
  while upper > lower, isWhiteSpace(scalars[upper - 1]) { upper -= 1 }
  return lower..<upper
}

/// Unicode's White_Space, U+3000 and U+00A0 included.
func isWhiteSpace(_ scalar: Unicode.Scalar) -> Bool {
  switch scalar.value {
  case 0x20, 0x09...0x0D: true
  case 0..<0x80, 0x3001...0xFFFF: false
  default: scalar.properties.isWhitespace
  }
}
