import ChineseText
import Reading

/// A text in which words that stand in pieces were put together, and the way back to where they stand.
public struct RejoinedText: Sendable {
  /// Where a scalar comes from.
  public enum Place: Sendable, Equatable {
    /// Its offset in the text as it stands.
    case kept(Int)
    /// Put in between two pieces.
    case added(Unicode.Scalar)
  }

  /// What an adapter reads.
  public let source: SourceText
  private let places: [Place]

  /// - Parameters:
  ///   - original: the text as it stands.
  ///   - places: the scalars of the new text in order.
  ///   - blocks: its blocks, in offsets of the new text.
  public init(_ original: SourceText, places: [Place], blocks: [Block]) {
    let written = Array(original.written(original.whole).unicodeScalars)
    func scalars(of text: [Unicode.Scalar]) -> [Unicode.Scalar] {
      places.map { place in
        switch place {
        case .kept(let offset): text.indices.contains(offset) ? text[offset] : " "
        case .added(let scalar): scalar
        }
      }
    }
    source = SourceText(
      scalars: scalars(of: original.scalars), original: scalars(of: written), blocks: blocks, given: original.given)
    self.places = places
  }

  /// Where the words of a stretch stand in the text as it is, ascending.
  func pieces(of range: Range<Int>) -> [Range<Int>] {
    let offsets = places[range.clamped(to: places.indices)].compactMap { place in
      if case .kept(let offset) = place { offset } else { nil }
    }
    var pieces: [Range<Int>] = []
    for offset in offsets.sorted() {
      if let last = pieces.last, last.upperBound == offset {
        pieces[pieces.count - 1] = last.lowerBound..<offset + 1
      } else {
        pieces.append(offset..<offset + 1)
      }
    }
    return pieces
  }

  /// What of the text as it is was left out.
  func left(of whole: Range<Int>) -> [Range<Int>] {
    var left: [Range<Int>] = []
    var at = whole.lowerBound
    for piece in pieces(of: places.indices) + [whole.upperBound..<whole.upperBound] {
      if at < piece.lowerBound { left.append(at..<piece.lowerBound) }
      at = piece.upperBound
    }
    return left
  }
}

extension DraftBuilder {
  /// Takes over what was read in a rejoined text, every stretch at the place where its words stand.
  ///
  /// What the rejoined text leaves out are the marks that draw a table.
  public mutating func take(_ read: Draft, from text: RejoinedText) {
    var pieces: [Range<Int>: [Range<Int>]] = [:]
    func placed(_ range: Range<Int>) -> Range<Int> {
      let parts = text.pieces(of: range)
      guard let first = parts.first, let last = parts.last else { return 0..<0 }
      let whole = first.lowerBound..<last.upperBound
      if parts.count > 1 { pieces[whole] = parts }
      return whole
    }
    var taken = read
    for at in taken.items.indices {
      let item = taken.items[at]
      taken.items[at].title = item.title.map(placed)
      taken.items[at].aim = item.aim.map(placed)
      taken.items[at].text = item.text.map(placed)
      for figure in item.figures.indices {
        taken.items[at].figures[figure].quantity.range = placed(item.figures[figure].quantity.range)
      }
    }
    taken.claims =
      text.left(of: source.whole).map { Claim(range: $0, owner: .structure("tableMark")) }
      + read.claims.flatMap { claim in text.pieces(of: claim.range).map { Claim(range: $0, owner: claim.owner) } }
    for at in taken.diagnostics.indices { taken.diagnostics[at].range = taken.diagnostics[at].range.map(placed) }
    taken.pieces = pieces
    draft = taken
  }
}
