/// A heading or a counted point of an outline, with what stands under it before the next one.
struct OutlineSection {
  /// Index of the section around it; always smaller than its own.
  var parent: Int?
  /// 一、; absent under a heading that the file marks as one, or that is known by standing alone.
  var mark: OutlineMark?
  /// The level that the file gives it.
  var level: Int?
  /// Whether a dash or a bullet marks it, in a list of tasks.
  var isBullet = false
  /// The heading's words, without mark and full stop; absent where a whole sentence is counted.
  var title: Range<Int>?
  /// What opens it: mark, title and their marks.
  var head: Range<Int>
  var sentences: [OutlineSentence] = []
  /// Who answers for it, or for paragraphs of it.
  var notes: [OutlineNote] = []
  var part: OutlinePart?
  /// Whether its own words name the part: 重点任务 is no task.
  var opensPart = false
  /// The year that its heading speaks of.
  var year: Int?
  /// Whether headings stand below it; 一是 is none below a heading.
  var hasSections = false
  /// 附件, 名词解释: what follows stands inside it, however it is counted.
  var isAnnex = false
  /// 一是, 二是 below a task, or sentences that are counted below it: what it says, not tasks of their own.
  var isPoint = false
  /// Whether it is nothing but a sentence: 1.新建泊位3个。
  var isSentence = false
  /// Whether it is a paragraph that turns to the listeners (各位代表！) and goes on with none of the points above it.
  var isAddress = false

  /// Whether another heading stands inside this one.
  func holds(_ other: OutlineSection) -> Bool {
    if isAddress { return false }
    if isAnnex { return !other.isAnnex }
    if other.isAnnex { return false }
    if let mark, let next = other.mark {
      return mark.rank < next.rank || mark.rank == next.rank && level != nil && other.level == nil
    }
    if let level, let next = other.level { return level < next }
    // What nothing counts and no level tells stands lowest; what the file marks stands above what it does not.
    return level != nil && other.level == nil || other.mark == nil && other.level == nil && mark != nil
      || other.isBullet && !isBullet && mark == nil
  }
}

/// A sentence of an outline, or a part of one that is counted.
struct OutlineSentence {
  /// Without what counts it and the marks behind it; several where a page number stands inside.
  var ranges: [Range<Int>]
  /// With them.
  var whole: Range<Int>
  /// 一是, （1）
  var mark: Range<Int>?
  var number: Int?
  /// Whether it tells what is lacking, in a part that tells what was reached.
  var isDoubt = false
  var opensParagraph = false
  var endsParagraph = false

  /// Its place and count alone.
  var withoutWords: OutlineSentence { OutlineSentence(ranges: [], whole: whole, mark: mark, number: number) }
}

/// What a paragraph's labels and brackets say beside its text: 责任单位：…, （某局牵头，某局配合）.
struct OutlineNote {
  var fields: [LabelledNote] = []
  /// Brackets and what else parts the words.
  var marks: [Range<Int>] = []
  /// The sentences of the section that they stand behind; `nil` on a line of their own.
  var sentences: Range<Int>?
  /// Whether they stand in the paragraph that the heading opens.
  var isHeadings = false

  struct LabelledNote {
    /// `nil` where a bracket holds nothing but units.
    var column: Profile.Column?
    var label: Range<Int>?
    var value: Range<Int>
  }
}
