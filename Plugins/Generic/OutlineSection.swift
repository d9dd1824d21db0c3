/// A heading or a counted point of an outline, with what stands under it before the next one.
struct OutlineSection {
  /// Index of the section around it; always smaller than its own.
  var parent: Int?
  /// 一、; absent under a heading that the file marks as one, or that is known by standing alone.
  var mark: OutlineMark?
  /// The level that the file gives it.
  var level: Int?
  /// The heading's words, without mark and full stop; absent where a whole sentence is counted.
  var title: Range<Int>?
  /// What opens it: mark, title and their marks.
  var head: Range<Int>
  var sentences: [[Range<Int>]] = []
  var part: OutlinePart?
  /// Whether its own words name the part: 重点任务 is no task.
  var opensPart = false
  /// The year that its heading speaks of.
  var year: Int?
  var hasSections = false
  /// 附件, 名词解释: what follows stands inside it, however it is counted.
  var isAnnex = false

  /// Whether another heading stands inside this one.
  func holds(_ other: OutlineSection) -> Bool {
    if isAnnex { return !other.isAnnex }
    if other.isAnnex { return false }
    if let mark, let next = other.mark { return mark.rank < next.rank }
    if let level, let next = other.level { return level < next }
    // What nothing counts and no level tells stands lowest; what the file marks stands above what it does not.
    return level != nil && other.level == nil || other.mark == nil && other.level == nil && mark != nil
  }
}
