/// A paragraph or a table of a Word document, as it stands in the file.
enum WordBlock {
  case paragraph(WordParagraph)
  case table(WordTable)
}

/// A paragraph: its pieces in order, and the text boxes that are anchored in it.
struct WordParagraph {
  var properties = WordParagraphProperties()
  private(set) var pieces: [WordPiece] = []
  var boxes: [[WordBlock]] = []
  /// Whether something of it is seen when all changes are accepted.
  private(set) var isVisible = false

  /// Adds a piece, to the last one where that is of the same kind.
  mutating func add(_ text: String, _ kind: WordPiece.Kind) {
    if kind.isVisible { isVisible = true }
    if let last = pieces.indices.last, pieces[last].kind == kind, !text.isEmpty {
      pieces[last].text += text
    } else {
      pieces.append(WordPiece(kind: kind, text: text))
    }
  }

  /// Adds what follows after a paragraph mark that was deleted; the later mark holds the properties of the whole.
  mutating func join(_ next: WordParagraph) {
    properties = next.properties
    pieces += next.pieces
    boxes += next.boxes
    isVisible = isVisible || next.isVisible
  }
}

/// A piece of a paragraph's text.
struct WordPiece {
  enum Kind {
    case shown, inserted, deleted, hidden
    /// The reading over a word.
    case ruby
    /// Without text of its own.
    case picture, object

    var isVisible: Bool { self == .shown || self == .inserted || self == .picture || self == .object }
  }

  let kind: Kind
  var text: String
}

/// A table: its rows, each with the cells that the file has for it.
struct WordTable {
  var rows: [WordRow] = []
}

struct WordRow {
  var cells: [WordCell] = []
  var properties = WordRowProperties()
}

struct WordCell {
  var properties = WordCellProperties()
  var blocks: [WordBlock] = []
}
