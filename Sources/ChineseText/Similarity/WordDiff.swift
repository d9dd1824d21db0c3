/// A stretch of two texts that both share, or that only one of them has.
public struct WordRun: Sendable, Equatable {
  /// Which side has the stretch.
  public enum Kind: Sendable { case same, removed, added }

  /// Which side has the stretch.
  public var kind: Kind
  /// The scalars in the old text; empty where the stretch is added.
  public var old: Range<Int>
  /// The scalars in the new text; empty where the stretch is removed.
  public var new: Range<Int>
}

/// What changed between two texts, in words rather than single characters.
public enum WordDiff {
  /// The most changed signs that are aligned one by one; beyond it all between the common ends counts as changed.
  static let limit = 1500

  /// The runs that lead from one text to the other; on each side they tile the text.
  ///
  /// Marks, blanks, width and case change nothing. In a replacement the removed run stands first.
  public static func runs(old: [Unicode.Scalar], new: [Unicode.Scalar]) -> [WordRun] {
    let (a, b) = (WordTokens(old), WordTokens(new))
    var blocks = Alignment.blocks(a.keys, b.keys, limit: limit)
    blocks = merged(blocks)
    widen(&blocks, a, b)
    var runs: [WordRun] = []
    var (oldEnd, newEnd) = (0, 0)
    for block in blocks where block.size > 0 {
      let (oldRange, newRange) = (a.scalars(block.old), b.scalars(block.new))
      if block.isSame {
        runs.append(WordRun(kind: .same, old: oldRange, new: newRange))
      } else {
        if !block.old.isEmpty { runs.append(WordRun(kind: .removed, old: oldRange, new: newEnd..<newEnd)) }
        if !block.new.isEmpty {
          let at = block.old.isEmpty ? oldEnd : oldRange.upperBound
          runs.append(WordRun(kind: .added, old: at..<at, new: newRange))
        }
      }
      if !block.old.isEmpty { oldEnd = oldRange.upperBound }
      if !block.new.isEmpty { newEnd = newRange.upperBound }
    }
    // A text of nothing but marks has no token to hang them on.
    if a.count == 0, b.count == 0, !old.isEmpty || !new.isEmpty {
      runs = [WordRun(kind: .same, old: 0..<old.count, new: 0..<new.count)]
    } else if a.count == 0, !old.isEmpty {
      runs.insert(WordRun(kind: .removed, old: 0..<old.count, new: 0..<0), at: 0)
      for index in runs.indices.dropFirst() { runs[index].old = old.count..<old.count }
    } else if b.count == 0, !new.isEmpty {
      runs.append(WordRun(kind: .added, old: old.count..<old.count, new: 0..<new.count))
    }
    // An empty run at the end lets the last replacement share its marks too.
    runs.append(WordRun(kind: .same, old: old.count..<old.count, new: new.count..<new.count))
    return sharingEnds(runs, old, new)
  }

  /// Takes the marks that both sides of a replacement end with out of it.
  private static func sharingEnds(_ runs: [WordRun], _ old: [Unicode.Scalar], _ new: [Unicode.Scalar]) -> [WordRun] {
    var out: [WordRun] = []
    for run in runs {
      var run = run
      if let last = out.last, last.kind == .added, out.count > 1, out[out.count - 2].kind == .removed, run.kind == .same
      {
        let removed = out[out.count - 2]
        var count = 0
        while count < min(removed.old.count, last.new.count) - 1,
          old[removed.old.upperBound - 1 - count] == new[last.new.upperBound - 1 - count],
          WordTokens.isLooseMark(old[removed.old.upperBound - 1 - count])
        { count += 1 }
        out[out.count - 2].old = removed.old.lowerBound..<removed.old.upperBound - count
        let end = removed.old.upperBound - count
        out[out.count - 1] = WordRun(
          kind: .added, old: end..<end, new: last.new.lowerBound..<last.new.upperBound - count)
        run = WordRun(
          kind: .same, old: end..<run.old.upperBound, new: last.new.upperBound - count..<run.new.upperBound)
      }
      out.append(run)
    }
    return out.filter { !$0.old.isEmpty || !$0.new.isEmpty }
  }

  /// Joins changes across a shared stretch that is shorter than what changed around it: it is chance, not meaning.
  private static func merged(_ blocks: [Alignment.Block]) -> [Alignment.Block] {
    var out: [Alignment.Block] = []
    for block in blocks {
      out.append(block)
      while out.count >= 3 {
        let (left, middle, right) = (out[out.count - 3], out[out.count - 2], out[out.count - 1])
        let length = middle.old.count
        guard middle.isSame, !left.isSame, !right.isSame, length <= 3, length <= left.size, length <= right.size
        else { break }
        out.removeLast(3)
        out.append(
          Alignment.Block(
            isSame: false, old: left.old.lowerBound..<right.old.upperBound,
            new: left.new.lowerBound..<right.new.upperBound))
      }
    }
    return out
  }

  /// Lets a replaced single Han scalar take in its neighbour: most Chinese words have two, and clauses begin with one.
  private static func widen(_ blocks: inout [Alignment.Block], _ a: WordTokens, _ b: WordTokens) {
    for index in blocks.indices where !blocks[index].isSame {
      let block = blocks[index]
      guard block.old.count == 1, block.new.count == 1, a.isHalfWord(block.old.lowerBound),
        b.isHalfWord(block.new.lowerBound)
      else { continue }
      let before = min(a.halfWords(before: block.old.lowerBound), b.halfWords(before: block.new.lowerBound))
      if before % 2 == 1, index > 0, blocks[index - 1].isSame, !blocks[index - 1].old.isEmpty {
        blocks[index - 1].shortenEnd()
        blocks[index].old = block.old.lowerBound - 1..<block.old.upperBound
        blocks[index].new = block.new.lowerBound - 1..<block.new.upperBound
      } else if before % 2 == 0, index + 1 < blocks.count, blocks[index + 1].isSame,
        !blocks[index + 1].old.isEmpty, a.isHalfWord(block.old.upperBound), b.isHalfWord(block.new.upperBound),
        a.halfWords(before: block.old.upperBound) > 0, b.halfWords(before: block.new.upperBound) > 0
      {
        blocks[index + 1].shortenStart()
        blocks[index].old = block.old.lowerBound..<block.old.upperBound + 1
        blocks[index].new = block.new.lowerBound..<block.new.upperBound + 1
      }
    }
  }
}
