/// Where two texts of the same words are written otherwise: other marks, blanks, widths or letter case.
public enum MarkDiff {
  /// A stretch of both texts; on each side the stretches tile the text.
  public struct Stretch: Sendable, Equatable {
    /// Whether both sides have the same scalars there.
    public var isSame: Bool
    /// The scalars in the old text.
    public var old: Range<Int>
    /// The scalars in the new text.
    public var new: Range<Int>
  }

  /// The stretches of a run that a comparison of words took for the same; linear in its length.
  public static func stretches(
    old: [Unicode.Scalar], _ oldRange: Range<Int>, new: [Unicode.Scalar], _ newRange: Range<Int>
  ) -> [Stretch] {
    var out: [Stretch] = []
    var (i, j) = (oldRange.lowerBound, newRange.lowerBound)
    let add = { (isSame: Bool, oldEnd: Int, newEnd: Int) in
      if let last = out.last, last.isSame == isSame {
        out[out.count - 1].old = last.old.lowerBound..<oldEnd
        out[out.count - 1].new = last.new.lowerBound..<newEnd
      } else {
        out.append(Stretch(isSame: isSame, old: i..<oldEnd, new: j..<newEnd))
      }
      (i, j) = (oldEnd, newEnd)
    }
    while i < oldRange.upperBound || j < newRange.upperBound {
      if i < oldRange.upperBound, j < newRange.upperBound, old[i] == new[j] {
        add(true, i + 1, j + 1)
        continue
      }
      let ends = (end(of: old, i..<oldRange.upperBound), end(of: new, j..<newRange.upperBound))
      if ends != (i, j) {
        add(false, ends.0, ends.1)
      } else {
        add(false, min(i + 1, oldRange.upperBound), min(j + 1, newRange.upperBound))
      }
    }
    return out
  }

  /// Where the marks at the beginning of a range end.
  private static func end(of text: [Unicode.Scalar], _ range: Range<Int>) -> Int {
    range.first { BareText.isKept(BareText.folded(text[$0])) } ?? range.upperBound
  }
}
