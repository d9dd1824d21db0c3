import Vocabulary

/// The words by which this module reads: those of figures and of time, units, marks of lists and of confidentiality.
///
/// A text in which every other word is another one is read the same way.
public enum ReadingWords {
  /// Each word, in simplified characters and ASCII forms; some stand here more than once.
  public static let all: [[Unicode.Scalar]] =
    FigureWords.lists.flatMap(\.all) + FigureWords.compounds + RoleSigns.all.all + RoleSigns.openers.all
    + FixedNames.set.all + PeriodPhrase.words + deadlineWords + enumeratorWords
    + Units.standard.terms.map { Array($0.term.unicodeScalars) }
    + Units.standard.scales.map { Array($0.term.unicodeScalars) }
    + MarkWords.Kind.allCases.flatMap(MarkWords.standard.words)
}
