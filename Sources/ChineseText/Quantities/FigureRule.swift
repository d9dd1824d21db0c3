/// A rule by which a figure was understood, or by which a number was found to be none.
///
/// The code's first part says what it decided; docs/figures.md tells each rule with an example.
public enum FigureRule: String, Sendable, CaseIterable {
  // How the number was read.
  case arabic = "number.arabic"
  case chinese = "number.chinese"
  case range = "number.range"
  case percent = "number.percent"
  case fraction = "number.fraction"
  case tenths = "number.tenths"
  case half = "number.half"
  case turns = "number.turns"
  case bareScale = "number.scale"
  case zero = "number.zero"
  case rankNumber = "number.rank"

  // Its unit.
  case unit = "unit.word"
  case noUnit = "unit.none"

  // How the value meant relates to it.
  case comparatorWord = "comparator.word"
  case more = "comparator.more"
  case sharedComparator = "comparator.shared"
  case comparatorApart = "comparator.apart"
  case between = "comparator.range"
  case exact = "comparator.none"

  // What it counts.
  case nounAfter = "subject.after"
  case wordsBefore = "subject.before"
  case respectively = "subject.respectively"
  case ownersShare = "subject.share"
  case inherited = "subject.inherited"
  case conditioned = "subject.conditioned"
  case clauseBefore = "subject.clause"
  case noSubject = "subject.none"

  // What it is for.
  case yardstick = "role.yardstick"
  case goalMissed = "role.goal"
  case startOfChange = "role.start"
  case earlierYear = "role.earlier"
  case planWord = "role.plan"
  case futureYear = "role.future"
  case resultWord = "role.result"
  case weighed = "role.weighed"
  case documentRole = "role.document"

  // Level, change or rank.
  case rank = "kind.rank"
  case points = "kind.points"
  case changeVerb = "kind.change"
  case sharedKind = "kind.shared"
  case level = "kind.level"

  // How firmly it is meant.
  case striving = "commitment.striving"
  case firm = "commitment.firm"

  // Its time.
  case periodBeside = "period.beside"
  case periodAdverbial = "period.adverbial"

  // A figure that restricts another, or what is counted.
  case condition = "condition.threshold"

  // A number that is no figure.
  case quotation = "none.name"
  case lexicon = "none.lexicon"
  case place = "none.place"
  case lapse = "none.lapse"
  case word = "none.word"
  case pointer = "none.pointer"
  case grouping = "none.grouping"
  case capacity = "none.capacity"
  case subsidy = "none.subsidy"
  case ordinal = "none.ordinal"
  case date = "none.date"
  case code = "none.code"
  case number = "none.unit"
}
