import AdapterKit
import ChineseText

/// The words that a sample keeps: those by which readers and adapters tell what a text is.
///
/// They are the tables that the reading itself goes by, and so the sample is read as its original was. Names of places,
/// themes and common words are not among them.
public struct SampleWords: Sendable {
  private let singles: Set<Unicode.Scalar>
  /// Longer words by their first two scalars, the longest first.
  private let byStart: [UInt64: [[Unicode.Scalar]]]
  /// Every scalar of every word.
  let scalars: Set<Unicode.Scalar>
  /// What stands in the place of everything else.
  let fillers: Fillers

  /// The words of the reading itself and of the adapters given.
  public init(adapters: [any Adapter]) {
    self.init(
      words: ReadingWords.all
        + (AdapterWords.all + adapters.flatMap(\.words)).map { Array($0.unicodeScalars) })
  }

  init(words: [[Unicode.Scalar]]) {
    var singles: Set<Unicode.Scalar> = []
    var byStart: [UInt64: Set<[Unicode.Scalar]>] = [:]
    for word in words.flatMap(SampleWords.written) {
      // Blanks inside a label do not count.
      let bare = word.filter { !$0.isBlank }
      if bare.count == 1 {
        singles.formUnion(bare)
      } else if bare.count > 1 {
        byStart[SampleWords.start(bare[0], bare[1]), default: []].insert(bare)
      }
    }
    self.singles = singles
    self.byStart = byStart.mapValues { $0.sorted { $0.count > $1.count } }
    scalars = byStart.values.joined().reduce(into: singles) { $0.formUnion($1) }
    fillers = Fillers(besides: scalars)
  }

  /// A word, and its parts between marks, which a text may write in full width: 声明 of 声明:, 此件公开发布.
  private static func written(_ word: [Unicode.Scalar]) -> [[Unicode.Scalar]] {
    let parts = word.split { ":()[],;!?".unicodeScalars.contains($0) }.map(Array.init)
    return [word] + parts.filter { $0.count > 1 && $0.count < word.count }
  }

  /// Whether each scalar of a text belongs to one of the words; blanks, line ends and dots inside a word do not count.
  ///
  /// - Parameter text: in simplified characters and ASCII forms.
  public func covers(_ text: [Unicode.Scalar]) -> [Bool] {
    var covered = text.map { singles.contains($0) && !$0.isASCIILetter }
    let places = text.indices.filter { !SampleWords.parts(text[$0]) }
    for (at, place) in places.enumerated().dropLast() {
      let next = places[at + 1]
      guard let words = byStart[SampleWords.start(text[place], text[next])] else { continue }
      for word in words where at + word.count <= places.count {
        let range = at..<at + word.count
        guard zip(places[range], word).allSatisfy({ text[$0] == $1 }), isWhole(places[range], text) else { continue }
        for place in places[range] { covered[place] = true }
      }
    }
    return covered
  }

  /// A word of letters must not go on; one of ideographs may.
  private func isWhole(_ places: ArraySlice<Int>, _ text: [Unicode.Scalar]) -> Bool {
    guard let first = places.first, let last = places.last else { return false }
    if text[first].isASCIILetter, first > 0, text[first - 1].isASCIILetter { return false }
    return !text[last].isASCIILetter || last + 1 == text.count || !text[last + 1].isASCIILetter
  }

  private static func start(_ first: Unicode.Scalar, _ second: Unicode.Scalar) -> UInt64 {
    UInt64(first.value) << 32 | UInt64(second.value)
  }

  /// What may stand inside a word without parting it: a tab parts cells.
  private static func parts(_ scalar: Unicode.Scalar) -> Bool {
    scalar != "\t" && scalar.isBlank || scalar.isLineEnd || "·•・‧∙⋅･".unicodeScalars.contains(scalar)
  }
}
