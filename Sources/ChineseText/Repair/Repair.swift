/// One change that was made to a source text, with what it replaced.
public struct Repair: Sendable, Equatable {
  /// The kinds of dirt that are known.
  public enum Kind: String, Sendable, CaseIterable {
    /// A run of single characters parted by blanks that a forum put in against copying.
    case antiCopy
    /// A middle dot put inside a word to pass a word filter.
    case filterDot
    /// A lone `|` that the web page's layout left at a line's edge.
    case pageRemnant
    /// A character in its traditional form with its pinyin in brackets, where the original has the simplified one alone.
    case annotation
    /// A character of a dictionary's radicals that a PDF file gives for the one that it looks like.
    case radical
    /// What a tracked change deletes.
    case deletedText
    /// Text, rows or columns that the file hides.
    case hiddenText
    /// The reading over a word.
    case ruby
    /// A sheet that the workbook hides.
    case hiddenSheet
  }

  public var kind: Kind
  /// In Unicode scalars of the source.
  public var range: Range<Int>
  public var original: [Unicode.Scalar]
  /// Stands for the first scalars of the original, and is no longer than it; mostly empty.
  public var replacement: [Unicode.Scalar]
}

/// A place where something looks like dirt, and was left because it may be genuine.
public struct RepairDoubt: Sendable, Equatable {
  public var kind: Repair.Kind
  /// In Unicode scalars of the source.
  public var range: Range<Int>
}

/// A source text, the repairs done to it, and the way back.
///
/// Law: undoing every repair in `text` gives `source`.
public struct RepairedText: Sendable {
  /// The source, one Unicode scalar an element.
  public let source: [Unicode.Scalar]
  /// The repaired text, into which all spans point.
  public let text: [Unicode.Scalar]
  /// Ascending, not overlapping.
  public let repairs: [Repair]
  public let doubts: [RepairDoubt]
  /// Where in `text` each repair's replacement begins.
  private let places: [Int]

  /// - Parameter repairs: ascending and not overlapping; one that overlaps its predecessor is dropped.
  public init(source: [Unicode.Scalar], repairs: [Repair], doubts: [RepairDoubt] = []) {
    self.source = source
    self.doubts = doubts
    var text: [Unicode.Scalar] = []
    text.reserveCapacity(source.count)
    var kept: [Repair] = []
    var places: [Int] = []
    var at = 0
    for repair in repairs where repair.range.lowerBound >= at && repair.range.upperBound <= source.count {
      text += source[at..<repair.range.lowerBound]
      places.append(text.count)
      text += repair.replacement
      at = repair.range.upperBound
      kept.append(repair)
    }
    text += source[at...]
    self.text = text
    self.repairs = kept
    self.places = places
  }

  /// The place in the source of an offset in the text; of what a repair removed there, the place after it.
  public func sourceOffset(of offset: Int) -> Int {
    var low = 0
    var high = places.count
    while low < high {
      let middle = (low + high) / 2
      if places[middle] <= offset { low = middle + 1 } else { high = middle }
    }
    guard low > 0 else { return offset }
    let repair = repairs[low - 1]
    let within = offset - places[low - 1]
    let behind = within - repair.replacement.count
    return behind >= 0
      ? repair.range.upperBound + behind : min(repair.range.upperBound, repair.range.lowerBound + within)
  }

  /// The place in the text of an offset in the source; of what a repair removed, the place where it stood.
  public func textOffset(of offset: Int) -> Int {
    var low = 0
    var high = repairs.count
    while low < high {
      let middle = (low + high) / 2
      if repairs[middle].range.lowerBound <= offset { low = middle + 1 } else { high = middle }
    }
    guard low > 0 else { return offset }
    let repair = repairs[low - 1]
    let end = places[low - 1] + repair.replacement.count
    guard offset < repair.range.upperBound else { return end + offset - repair.range.upperBound }
    return min(end, places[low - 1] + offset - repair.range.lowerBound)
  }

  /// The stretches of the source that a stretch of the text was taken from: what repairs removed is left out, what they
  /// replaced is not.
  public func sourceRanges(of range: Range<Int>) -> [Range<Int>] {
    guard !range.isEmpty else { return [] }
    var out: [Range<Int>] = []
    var at = sourceOffset(of: range.lowerBound)
    let end = sourceOffset(of: range.upperBound - 1) + 1
    var low = 0
    var high = repairs.count
    while low < high {
      let middle = (low + high) / 2
      if repairs[middle].range.upperBound <= at { low = middle + 1 } else { high = middle }
    }
    for repair in repairs[low...].prefix(while: { $0.range.lowerBound < end }) {
      let kept = min(end, repair.range.upperBound, repair.range.lowerBound + repair.replacement.count)
      if kept > at { out.append(at..<kept) }
      at = max(at, repair.range.upperBound)
    }
    if at < end { out.append(at..<end) }
    return out
  }
}
